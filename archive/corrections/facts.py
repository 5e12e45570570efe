"""A record's facts in one form, whatever their kind, and back. Pure.

Each fact is its plain fields and the places of the article that state it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from archive.corrections.correction import Said, Value, Values
from archive.corrections.fields import ACTIVITY, FactKind, fact_kinds
from archive.corrections.places import around, located, quotes
from archive.names import name_key
from archive.records import (
    Activity,
    ActivityDate,
    Attendance,
    Evidence,
    Group,
    Material,
    Organization,
    Person,
    Record,
)

_CLASSES: dict[str, Any] = {
    "dates": ActivityDate,
    "attendance": Attendance,
    "people": Person,
    "organizations": Organization,
    "groups": Group,
    "materials": Material,
}
"""The facts that are dataclasses of their own, by the attribute of Activity that holds them."""


@dataclass(slots=True)
class Fact:
    """One fact while corrections are applied to it."""

    kind: FactKind
    read: Values | None
    """What the source says; None where it says nothing of it."""
    now: dict[str, Value] | None
    """What counts; None where a person removed it."""
    spans: Evidence = ()
    quotes: tuple[str, ...] = ()
    """The words in which the source says it."""
    context: str | None = None
    """The first of them with what stands around them."""
    names: list[Values] = field(default_factory=list)
    """The keys under which corrections know it."""
    is_lost: bool = False
    """Whether the source has said it and says it no more."""
    mark: int | None = None
    """The last correction that touched it."""
    original: Any = None
    """The record's own fact."""


def facts_of(record: Record) -> list[Fact]:
    """The record's facts, the activity first, then kind by kind in the record's order."""
    text, activity = record.article.text, record.activity
    kinds = fact_kinds()
    plain = {name: getattr(activity, name) for name in kinds[ACTIVITY].fields}
    venue = activity.venue_evidence
    facts = [Fact(kinds[ACTIVITY], plain, dict(plain), venue, *_stated(venue, text))]
    for name in _CLASSES:
        for one in getattr(activity, name):
            values = _values(kinds[name], one, text)
            facts.append(_read(kinds[name], values, one.evidence, text, one))
            if name == "groups":
                facts.extend(_conclusions(one, text))
    return facts


def record_of(record: Record, facts: Sequence[Fact]) -> Record:
    """The record with what counts of these facts in place of its own."""
    text = record.article.text
    first, *others = facts
    there = [fact for fact in others if fact.now is not None]
    listed: dict[str, Any] = {
        name: tuple(_built(fact, there, text) for fact in there if fact.kind.name == name)
        for name in _CLASSES
    }
    evidence = first.spans if first.now and first.now["venue"] is not None else ()
    values: Any = first.now or {}
    activity: Activity = replace(record.activity, **values, **listed, venue_evidence=evidence)
    return replace(record, activity=activity)


def in_order(facts: Iterable[Fact]) -> Iterator[Fact]:
    """What counts of them, in the order in which the archive's tables hold them.

    Conclusions stand behind their groups; one without a group or without words of the article
    stands nowhere.
    """
    there = [fact for fact in facts if fact.now is not None]
    for fact in there:
        if fact.kind.name != "conclusions":
            yield fact
        if fact.kind.name == "groups":
            yield from conclusions_of(fact, there)


def conclusions_of(group: Fact, facts: Sequence[Fact]) -> list[Fact]:
    """The conclusions among the facts that are this group's."""
    return [
        fact
        for fact in facts
        if fact.kind.name == "conclusions"
        and fact.now is not None
        and fact.spans
        and group_of(fact.now["group"], facts) is group
    ]


def group_of(topic: Value, facts: Iterable[Fact]) -> Fact | None:
    """The group that has, or had, that topic."""
    groups = [fact for fact in facts if fact.kind.name == "groups" and fact.now is not None]
    for values in ([fact.now for fact in groups], [fact.read for fact in groups]):
        for fact, told in zip(groups, values, strict=True):
            if told is not None and is_alike(told["topic"], topic):
                return fact
    return next(
        (fact for fact in groups if any(is_alike(n["topic"], topic) for n in fact.names)), None
    )


def said_of(facts: Sequence[Fact], fact: Fact, field_name: str | None) -> Said | None:
    """What the source says of a fact, or of its one field if it is the activity's."""
    if fact.read is None:
        return None
    if fact.kind.name != ACTIVITY:
        return Said(fact.read, fact.quotes, fact.context)
    names = [field_name] if field_name else list(fact.read)
    stated = [fact] if field_name == "venue" else []
    if field_name in {"start_date", "end_date"}:
        dates = [one for one in facts if one.kind.name == "dates" and one.read is not None]
        stated = [one for one in dates if one.read and one.read["kind"] == "activity"]
    words = tuple(quote for one in stated for quote in one.quotes[:1])
    context = next((one.context for one in stated), None)
    return Said({name: fact.read[name] for name in names}, words, context)


def is_alike(one: Value, other: Value) -> bool:
    """Whether two values are the same but for case and white space."""
    if isinstance(one, str) and isinstance(other, str):
        return name_key(one) == name_key(other)
    return one == other


def _read(
    kind: FactKind, values: dict[str, Value], spans: Evidence, text: str, original: Any = None
) -> Fact:
    names = [kind.key_of(values)]
    return Fact(kind, values, dict(values), spans, *_stated(spans, text), names, original=original)


def _stated(spans: Evidence, text: str) -> tuple[tuple[str, ...], str | None]:
    """The words at the spans, and the first of them with what stands around them in its line."""
    return quotes(spans, text), around(spans[0], text) if spans else None


def _values(kind: FactKind, one: Any, text: str) -> dict[str, Value]:
    return {
        name: _in_one_line(one.summary, text) if name == "summary" else getattr(one, name)
        for name in kind.fields
    }


def _conclusions(group: Group, text: str) -> Iterator[Fact]:
    kind = fact_kinds()["conclusions"]
    for span in group.conclusions:
        values: dict[str, Value] = {
            "text": _in_one_line((span,), text)[0],
            "group": group.topic,
        }
        yield _read(kind, values, (span,), text)


def _in_one_line(spans: Evidence, text: str) -> tuple[str, ...]:
    return tuple(" ".join(words.split()) for words in quotes(spans, text))


def _built(fact: Fact, there: Sequence[Fact], text: str) -> Any:
    """The record's dataclass of a fact."""
    kind = _CLASSES[fact.kind.name]
    values: dict[str, Any] = dict(fact.now or {})
    if fact.kind.name == "people" and (
        fact.read is None or values["summary"] != fact.read["summary"]
    ):
        found = [located(words, text) for words in values["summary"] or ()]
        values["summary"] = tuple(span for span in found if span is not None)
    elif fact.kind.name == "people":
        values["summary"] = fact.original.summary
    elif fact.kind.name == "groups":
        told = (one.spans[:1] for one in conclusions_of(fact, there))
        values["conclusions"] = tuple(span for spans in told for span in spans)
    elif fact.kind.name == "dates":
        same = fact.read is not None and values["date"] == fact.read["date"]
        values["weekday_agrees"] = fact.original.weekday_agrees if same else None
    return kind(**values, evidence=fact.spans)
