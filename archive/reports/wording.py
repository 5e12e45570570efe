"""Words that several reports write alike."""

from __future__ import annotations

from collections.abc import Iterable

UNTITLED = "(untitled)"
CORRECTED = "corrected by a person"
NOT_ON_THE_PAGE = "not in the words of the page"


def number_of(number: int, word: str, words: str | None = None) -> str:
    """`1 person`, `2 people`: the number with the word for one or for several."""
    return f"{number} {word if number == 1 else words or f'{word}s'}"


def shortened(text: str, length: int) -> str:
    """The text cut to `length` characters, after a whole word where one ends near."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return f"{cut[: max(cut.rfind(' '), length // 2)].rstrip()}…"


def often(counted: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """Roles with how often each was taken: `speaker (3)`."""
    return tuple(f"{role.replace('_', ' ')} ({number})" for role, number in counted)
