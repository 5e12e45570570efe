"""From what a person writes to a correction, or why it is none. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive.corrections.adding import add
from archive.corrections.applying import Corrected, apply
from archive.corrections.asking import Asked, Request, quoted
from archive.corrections.correction import Correction, Value, as_words
from archive.corrections.fields import Field, find_field
from archive.errors import UsageError
from archive.records import Record


def propose(record: Record, made: Sequence[Correction], request: Request) -> Correction:
    """The correction of a page that is read so and has these corrections; its id and page are 0.

    Raises UsageError, a sentence with the remedy, where the page has no such fact, a value is
    none of the field, the words quoted are not in the article, or nothing would change.
    """
    counts = apply(record, made)
    kind, named = find_field(request.field)
    if request.given and request.action != "add":
        raise UsageError("'--with' tells the fields of a fact that is added: use it with --add.")
    blank = Correction(
        id=0,
        page_id=0,
        action=request.action,
        fact=kind.name,
        field=None if named is None else named.name,
        target=None,
        value=None,
        quote=quoted(request.quote, record.article.text),
        author=_told(request.author, "author", "--author"),
        made_at="",
        reason=_told(request.reason, "reason", "--reason"),
        said=None,
    )
    asked = Asked(counts, record.article.text, kind, named, request)
    correction = _PARTS[request.action](asked, blank)
    if correction.action in {"set", "add"}:
        _check_order(apply(record, [*made, replace(correction, id=_NEXT)]), correction)
    return correction


_NEXT = -1
"""An id that no correction has."""


def _set(asked: Asked, blank: Correction) -> Correction:
    named, request = asked.field, asked.request
    if named is None:
        raise UsageError(
            f"Which field of {asked.kind.name}? Write {asked.kind.name}.FIELD with one of"
            f" {', '.join(asked.kind.fields)}; or --add, --remove or --verify the whole."
        )
    if request.value is None:
        raise UsageError(
            f"{named.full_name} is given no value. Give it one, or --remove or --verify."
        )
    return _with_value(asked, blank, named, asked.read(named, request.value))


def _remove(asked: Asked, blank: Correction) -> Correction:
    named = asked.field
    if named is None:
        return asked.about(blank, asked.fact(_either(asked.request)))
    _refuse_value(asked.request)
    if named.is_needed:
        raise UsageError(
            f"A fact cannot be without {named.full_name}. Correct its value, or --remove"
            f" {asked.kind.name} as a whole."
        )
    return _with_value(asked, replace(blank, action="set"), named, named.empty)


def _with_value(asked: Asked, blank: Correction, named: Field, value: Value) -> Correction:
    fact = asked.fact(asked.request.of)
    now = (fact.now or {})[named.name]
    if now == value:
        told = f"already says '{as_words(value)}'" if value else "says nothing as it is"
        raise UsageError(f"{named.full_name} {told}. '--verify' notes that you looked.")
    return replace(asked.about(blank, fact), value=value)


def _verify(asked: Asked, blank: Correction) -> Correction:
    if asked.field is None:
        fact = asked.fact(_either(asked.request))
        return replace(asked.about(blank, fact), value=dict(fact.now or {}))
    _refuse_value(asked.request)
    fact = asked.fact(asked.request.of)
    return replace(asked.about(blank, fact), value=(fact.now or {})[asked.field.name])


_PARTS = {"set": _set, "add": add, "remove": _remove, "verify": _verify}


def _either(request: Request) -> str | None:
    """The fact that is meant: behind the kind of fact, or behind --of."""
    if request.value is not None and request.of is not None:
        raise UsageError(f"Name the fact once: '{request.value}' or --of '{request.of}'.")
    return request.of if request.value is None else request.value


def _refuse_value(request: Request) -> None:
    if request.value is not None:
        raise UsageError(
            f"--{request.action} takes no value, and '{request.value}' is one. Leave it out; --of"
            " names the fact."
        )


def _told(words: str, what: str, option: str) -> str:
    told = " ".join(words.split())
    if not told:
        raise UsageError(f"The {what} is empty. Give one with {option}.")
    return told


def _check_order(counts: Corrected, correction: Correction) -> None:
    """Raises UsageError where a corrected time would end before it begins."""
    fact = next((fact for fact in counts.facts if fact.mark == _NEXT), None)
    dated = {"start_date", "date"} & set(correction.asserts)
    if fact is None or fact.now is None or not (dated or "end_date" in correction.asserts):
        return
    start, end = fact.now.get("start_date", fact.now.get("date")), fact.now.get("end_date")
    if isinstance(start, str) and isinstance(end, str) and end < start:
        raise UsageError(
            f"It would begin on {start} and end on {end}, which is earlier."
            " Correct the other date first."
        )
