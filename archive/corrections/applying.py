"""What counts of a page: its reading with what people corrected. Pure.

A correction stands whatever the source says later; that the source says something else than it
did is its state `conflict`, for a person to settle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive.corrections.correction import Correction, Said, State, Value, Values
from archive.corrections.facts import (
    Fact,
    facts_of,
    in_order,
    record_of,
    said_of,
)
from archive.corrections.fields import ACTIVITY, FactKind, fact_kinds
from archive.corrections.judging import replaces, state_of
from archive.corrections.matching import find
from archive.corrections.places import located
from archive.records import Record

Marks = Mapping[str, Sequence[int | None]]
"""Of each fact the last correction that touched it: kind -> ids in the order of the record."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of a correction when it was applied."""

    state: State
    says: Said | None
    """What the source says now."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A page's reading with its corrections."""

    record: Record
    marks: Marks
    states: Mapping[int, Judgement]
    """Correction's id -> what became of it; withdrawn ones are not told."""
    facts: Sequence[Fact]
    """All facts that are read, were added, or were removed."""


def apply(record: Record, corrections: Sequence[Correction]) -> Corrected:
    """The record as people corrected it, one correction after the other, by their order.

    A later correction of the same field takes the earlier one's place; of a fact that is
    removed none counts but the removal. What is withdrawn is left out. Never raises for what
    the source says.
    """
    work = _Work(facts_of(record), record.article.text, {}, {})
    for correction in corrections:
        if correction.state != "withdrawn":
            _apply_one(work, correction)
    marks: dict[str, list[int | None]] = defaultdict(list)
    for fact in in_order(work.facts):
        marks[fact.kind.name].append(fact.mark)
    return Corrected(record_of(record, work.facts), marks, work.states, work.facts)


@dataclass(slots=True)
class _Work:
    """The page's facts so far, and what each correction so far answers for."""

    facts: list[Fact]
    text: str
    states: dict[int, Judgement]
    standing: dict[int, tuple[Fact, Correction]]
    """Corrections that no later one has superseded."""


def _apply_one(work: _Work, correction: Correction) -> None:
    kind = fact_kinds()[correction.fact]
    fact = work.facts[0] if kind.name == ACTIVITY else _found(work, kind, correction)
    if fact is None:
        fact = _brought_back(work, kind, correction)
    if fact is None:
        agreed = correction.action == "remove"
        work.states[correction.id] = Judgement("agreed" if agreed else "conflict", None)
        return
    says = said_of(work.facts, fact, correction.field)
    state = state_of(correction, fact)
    if state == "applied" and correction.quote and not located(correction.quote, work.text):
        state = "conflict"
    work.states[correction.id] = Judgement(state, says)
    _supersede(work, fact, correction)
    _change(work, fact, correction)
    work.standing[correction.id] = (fact, correction)


def _found(work: _Work, kind: FactKind, correction: Correction) -> Fact | None:
    """The fact that is corrected; a changed one is known loosely, but not by who removes it.

    That 12 institutions are no attendance does not say so of the 30 that a page tells later.
    """
    target = correction.target or {}
    changes = correction.action in {"set", "verify"}
    fact = find(work.facts, kind, target, correction.said)
    if fact is None and changes:
        # The source may now say what the person said, also of the field that names the fact.
        fact = find(work.facts, kind, kind.key_of({**target, **correction.asserts}), None)
    if fact is None and changes:
        fact = find(work.facts, kind, target, correction.said, loosely=True)
    return fact


def _brought_back(work: _Work, kind: FactKind, correction: Correction) -> Fact | None:
    """A fact that the source does not tell: one that is added, or that it tells no more."""
    if correction.action == "add":
        fact = Fact(kind, None, _complete(kind, correction.asserts))
    elif correction.action == "remove" or correction.said is None:
        return None
    else:
        said = correction.said
        places = [located(words, work.text) for words in said.quotes]
        spans = tuple(place for place in places if place is not None)
        fact = Fact(kind, None, _complete(kind, said.values), spans, is_lost=not said.is_past)
    fact.names.append(correction.target or kind.key_of(correction.asserts))
    work.facts.append(fact)
    return fact


def _complete(kind: FactKind, told: Values) -> dict[str, Value]:
    """All fields of a fact, empty ones too."""
    return {**{name: field.empty for name, field in kind.fields.items()}, **told}


def _supersede(work: _Work, fact: Fact, correction: Correction) -> None:
    """Take the place of earlier corrections of the same."""
    for number, (other, earlier) in list(work.standing.items()):
        if other is fact and replaces(correction, earlier):
            work.states[number] = Judgement("superseded", work.states[number].says)
            del work.standing[number]


def _change(work: _Work, fact: Fact, correction: Correction) -> None:
    fact.mark = correction.id
    if correction.action == "remove":
        fact.now = None
        return
    if fact.now is None:
        fact.now = _complete(fact.kind, fact.read or {})
    fact.now.update(correction.asserts)
    if fact.kind.key:
        fact.names += [key for key in (correction.target, fact.kind.key_of(fact.now)) if key]
    if correction.action != "verify" or correction.quote:
        _prove(work, fact, correction)


def _prove(work: _Work, fact: Fact, correction: Correction) -> None:
    """Let the fact's evidence begin with the words that state what the person said.

    Those that the person quotes, else the value itself where the article has it. A venue that
    the article does not name has no evidence; other facts keep what states the rest of them. A
    conclusion is nothing but words of the article.
    """
    named = correction.field or fact.kind.main
    value = correction.asserts.get(named)
    is_words = fact.kind.fields[named].kind in {"text", "words"}
    place = located(value, work.text) if is_words and isinstance(value, str) else None
    if correction.quote and fact.kind.name != "conclusions":
        place = located(correction.quote, work.text) or place
    if (fact.kind.name, named) in {(ACTIVITY, "venue"), ("conclusions", "text")}:
        fact.spans = (place,) if place else ()
    elif place is not None and fact.kind.name not in {ACTIVITY, "conclusions"}:
        fact.spans = (place, *(span for span in fact.spans if span != place))
