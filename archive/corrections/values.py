"""Values of fields as people write them, and back. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from archive.corrections.correction import Value, as_words
from archive.corrections.fields import Field, FieldKind
from archive.errors import UsageError
from archive.vocabularies import focus_areas

_BETWEEN_QUOTES = " | "
_DIGITS = 18
"""So many always fit what SQLite holds as a number."""


def parsed(field: Field, written: str) -> Value:
    """The value that a person wrote. Raises UsageError where it is none of that field."""
    words = " ".join(written.split())
    if not words:
        raise UsageError(
            f"{field.full_name} is given no value. '--remove' takes away what it says, where it"
            " may be without."
        )
    return _READERS[field.kind](field, words)


def written(field: Field, value: Value) -> str:
    """A value in the words of which `parsed` makes it again."""
    if field.kind == "quotes" and isinstance(value, tuple):
        return _BETWEEN_QUOTES.join(value)
    return as_words(value)


def _date(field: Field, words: str) -> str:
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        raise UsageError(
            f"'{words}' is not a date for {field.full_name}. Write it as YYYY-MM-DD: 2018-10-25."
        ) from None


def _number(field: Field, words: str) -> int:
    if not (words.isascii() and words.isdigit()) or len(words) > _DIGITS:
        raise UsageError(
            f"'{words}' is not a number for {field.full_name}. Write digits alone: 35."
        )
    return int(words)


def _focus_area(_field: Field, words: str) -> int:
    numbers = {str(area.number): area.number for area in focus_areas()}
    if words not in numbers:
        areas = "; ".join(f"{area.number} {area.label_en}" for area in focus_areas())
        raise UsageError(f"'{words}' is not a focus area. Choose a number: {areas}.")
    return numbers[words]


def _choice(field: Field, words: str) -> str:
    if words not in field.choices:
        raise UsageError(
            f"'{words}' is not a value of {field.full_name}. Choose one of"
            f" {', '.join(field.choices)}."
        )
    return words


def _list(_field: Field, words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in words.split(",") if part.strip())


def _quotes(_field: Field, words: str) -> tuple[str, ...]:
    return tuple(part for part in words.split(_BETWEEN_QUOTES) if part.strip())


def _text(_field: Field, words: str) -> str:
    return words


_READERS: Mapping[FieldKind, Callable[[Field, str], Value]] = {
    "text": _text,
    "date": _date,
    "number": _number,
    "vocabulary": _choice,
    "focus_area": _focus_area,
    "list": _list,
    "words": _text,
    "quotes": _quotes,
    "group": _text,
}
