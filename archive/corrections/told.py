"""Corrections, and the facts that can be corrected, as people and programs read them. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from archive.corrections.applying import Corrected
from archive.corrections.correction import Correction, Said, Value, Values, as_words
from archive.corrections.facts import Fact, in_order
from archive.corrections.fields import ACTIVITY, FactKind, fact_kinds
from archive.corrections.matching import number_of
from archive.corrections.places import quotes
from archive.records import Record
from archive.tabular import printable

_SHORT = 100
_NOTHING = "(nothing)"
_STATES = {
    "agreed": "The source now says the same.",
    "superseded": "A later correction took its place.",
}


def as_text(correction: Correction) -> str:
    """A correction in a few lines; a conflict with both sides of it and what settles it."""
    return "\n".join(_lines(correction))


def as_json(corrections: Iterable[Correction]) -> str:
    """A JSON list of corrections."""
    return json.dumps([plain(one) for one in corrections], ensure_ascii=False, indent=1)


def plain(correction: Correction) -> dict[str, Any]:
    """A correction as dictionaries and lists."""
    return asdict(correction)


def facts_as_text(
    record: Record, counts: Corrected, corrections: Sequence[Correction]
) -> Iterator[str]:
    """Lines of all facts of a page with the fields, keys and evidence that a correction names."""
    facts = list(in_order(counts.facts))
    for name, kind in fact_kinds().items():
        if name == ACTIVITY:
            yield from _activity(facts[0], record, _standing(corrections, counts))
            continue
        yield f"\n{name}: {', '.join(kind.fields)}"
        of_kind = [fact for fact in facts if fact.kind is kind]
        for number, fact in enumerate(of_kind, start=1):
            yield f"  #{number} {_short(kind.words(fact.now or {}))}{_mark(fact.mark)}"
            words = _quoted(quotes(fact.spans, record.article.text)[:1])
            others = _others(kind, fact.now or {})
            yield from (f"     {line}" for line in (others, words) if line)
        if not of_kind:
            yield "  (none)"


def facts_as_json(record: Record, counts: Corrected) -> list[dict[str, Any]]:
    """The same as dictionaries: `of` and `number` name a fact for --of."""
    return [
        {
            "fact": fact.kind.name,
            "number": None if fact.kind.name == ACTIVITY else number_of(counts.facts, fact),
            "of": fact.kind.words(fact.now or {}) or None,
            "values": dict(fact.now or {}),
            "evidence": list(quotes(fact.spans, record.article.text)),
            "correction_id": fact.mark,
        }
        for fact in in_order(counts.facts)
    ]


def _lines(correction: Correction) -> Iterator[str]:
    said, says = correction.said, correction.says
    yield f"{correction.id}  {correction.state}  {_what(correction)}"
    title = _short(correction.title or "(untitled)")
    yield f"   {title} (activity {correction.activity_id}) {printable(correction.url)}"
    made = f"{correction.made_at[:10]} by {printable(correction.author)}"
    yield f"   {made}: {printable(correction.reason)}"
    if correction.quote:
        yield f"   Its proof: {_quoted([correction.quote])}"
    if correction.state == "conflict":
        yield f"   The source said then: {_side(correction, said)}"
        yield f"   The source says now:  {_side(correction, says)}"
        if said == says and correction.quote:
            yield "   The words that prove it are gone from the article."
        yield (
            f"   It stands until it is settled: 'resilience corrections keep {correction.id}'"
            f" or 'withdraw {correction.id}'."
        )
    elif correction.state in _STATES:
        gone = correction.state == "agreed" and correction.action == "remove"
        yield "   The source says it no more." if gone else f"   {_STATES[correction.state]}"
    if correction.settled_by:
        kept = "Taken back" if correction.state == "withdrawn" else "Kept in a conflict"
        day = (correction.settled_at or "")[:10]
        yield f"   {kept} by {printable(correction.settled_by)} on {day}."


def _what(correction: Correction) -> str:
    """`set people.role of Ratna Wulandari: opening -> speaker`."""
    kind = fact_kinds()[correction.fact]
    name = correction.fact if correction.target is not None else ""
    what = ".".join(part for part in (name, correction.field or "") if part)
    of = "" if correction.target is None else f" of {_short(kind.words(correction.target))}"
    if correction.action == "add":
        return f"add {what} {_whole(kind, correction.asserts)}"
    if correction.field is None:
        return f"{correction.action} {what}{of.replace(' of ', ' ', 1)}"
    value = _value(correction.asserts[correction.field])
    if correction.action == "verify":
        return f"verify {what}{of}: {value}"
    before = None if correction.said is None else correction.said.values.get(correction.field)
    return f"set {what}{of}: {_value(before)} -> {value}"


def _side(correction: Correction, said: Said | None) -> str:
    """What the source says, with its words."""
    if said is None or said.is_past:
        return "nothing of it"
    kind = fact_kinds()[correction.fact]
    values = said.values
    told = _whole(kind, values) if correction.field is None else _value(values[correction.field])
    context = f"“{printable(said.context)}”" if said.context else _quoted(said.quotes[:1])
    return f"{told} {context}".rstrip()


def _standing(corrections: Sequence[Correction], counts: Corrected) -> dict[str | None, int]:
    """The corrections of the activity's fields that count: field -> id."""
    return {
        one.field: one.id
        for one in corrections
        if one.fact == ACTIVITY
        and one.id in counts.states
        and counts.states[one.id].state != "superseded"
    }


def _activity(fact: Fact, record: Record, standing: Mapping[str | None, int]) -> Iterator[str]:
    for name, value in (fact.now or {}).items():
        spans = fact.spans if name == "venue" and value else ()
        words = _quoted(quotes(spans, record.article.text)[:1])
        yield f"  {name:<11} {_value(value)}{_mark(standing.get(name))} {words}".rstrip()


def _mark(correction_id: int | None) -> str:
    return "" if correction_id is None else f" [correction {correction_id}]"


def _whole(kind: FactKind, values: Values) -> str:
    others = _others(kind, values)
    return _short(kind.words(values)) + (f" ({others})" if others else "")


def _others(kind: FactKind, values: Values) -> str:
    """The fields that do not name the fact, as --with has them; empty ones left out."""
    left: Mapping[str, Value] = {name: v for name, v in values.items() if name not in kind.shown}
    told = (f"{name}={_short(as_words(v))}" for name, v in left.items() if v or v == 0)
    return ", ".join(told)


def _value(value: Value) -> str:
    return _short(as_words(value)) or _NOTHING


def _quoted(words: Sequence[str]) -> str:
    return " ".join(f"“{_short(one)}”" for one in words)


def _short(words: str) -> str:
    told = printable(words)
    return told if len(told) <= _SHORT else f"{told[: _SHORT - 1]}…"
