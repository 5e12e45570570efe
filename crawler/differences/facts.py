"""The facts of a record in one form, so that two records can be compared kind by kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive.names import name_key
from archive.records import Evidence, Group, Record

Value = tuple[str | int | None, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a record."""

    kind: str
    key: str
    """What makes it the same fact in another reading: a name, a date, a label."""
    value: Value
    words: str
    """The fact as people read it."""
    evidence: Evidence
    quotes: tuple[str, ...]
    """What the article says where the evidence is."""


SINGLE = (
    *("title", "subtitle", "author", "published", "modified", "theme", "categories"),
    *("type", "activity title", "activity date", "place", "venue"),
)
"""Kinds of which a page has one or none."""
LISTED = (
    *("dates", "attendance", "people", "summaries", "organizations", "groups", "conclusions"),
    *("materials", "findings"),
)
"""Kinds of which a page has any number."""


def facts_of(record: Record) -> Iterator[Fact]:
    """All facts of a record but its text, in the record's order."""
    yield from _of_article(record)
    yield from _of_activity(record)
    yield from _of_people(record)
    yield from _of_groups(record)
    text = record.article.text
    activity = record.activity
    for date in activity.dates:
        span = _range(date.date, date.end_date)
        agrees = {None: "", True: "weekday agrees", False: "weekday disagrees"}[date.weekday_agrees]
        yield _fact("dates", date.date, (span, date.kind, agrees), date.evidence, text)
    for count in activity.attendance:
        told = f"{_QUALIFIERS[count.qualifier]}{count.count} {count.unit}".strip()
        yield _fact("attendance", count.unit, (told,), count.evidence, text)
    for body in activity.organizations:
        named = (body.name, body.acronym, body.role, body.sector)
        yield _fact("organizations", name_key(body.name), named, body.evidence, text)
    for material in activity.materials:
        offered = (material.label, material.kind, material.url, material.presenter, material.date)
        key = material.url or material.label
        yield _fact("materials", key, offered, material.evidence, text)
    for finding in record.findings:
        yield _fact(
            "findings", finding.check, (finding.check, finding.message), finding.evidence, text
        )


_QUALIFIERS = {"exact": "", "about": "about ", "at_least": "at least ", "at_most": "at most "}


def _of_article(record: Record) -> Iterator[Fact]:
    article = record.article
    told = {
        "title": article.title,
        "subtitle": article.subtitle,
        "author": article.author,
        "published": article.published_at,
        "modified": article.modified_at,
        "theme": article.theme,
        "categories": ", ".join(article.categories),
    }
    return _single(told)


def _of_activity(record: Record) -> Iterator[Fact]:
    activity = record.activity
    yield from _single(
        {
            "type": activity.type,
            "activity title": activity.title,
            "activity date": _range(activity.start_date, activity.end_date),
            "place": activity.place,
        }
    )
    if activity.venue:
        text = record.article.text
        yield _fact("venue", "", (activity.venue,), activity.venue_evidence, text)


def _of_people(record: Record) -> Iterator[Fact]:
    text = record.article.text
    for person in record.activity.people:
        key = name_key(person.name)
        titles = " ".join(filter(None, (person.honorific, *person.degrees)))
        value = (person.name, person.role, person.position, person.organization, titles)
        yield _fact("people", key, value, person.evidence, text)
        if person.summary:
            said = _quotes(person.summary, text)
            yield _fact("summaries", key, (person.name, *said), person.summary, text)


def _of_groups(record: Record) -> Iterator[Fact]:
    text = record.article.text
    for group in record.activity.groups:
        name = _name(group)
        area = None if group.focus_area is None else f"focus area {group.focus_area}"
        yield _fact("groups", name, (name, area), group.evidence, text)
        for span in group.conclusions:
            quote = text[span.start : span.end]
            yield _fact("conclusions", f"{name}\n{quote}", (quote, name), (span,), text)


def _single(told: dict[str, str | None]) -> Iterator[Fact]:
    for kind, value in told.items():
        if value:
            yield Fact(kind, "", (value,), value, (), ())


def _fact(kind: str, key: str, value: Value, evidence: Evidence, text: str) -> Fact:
    name, *rest = (str(part) for part in value if part not in {None, ""})
    words = f"{name} ({'; '.join(rest)})" if rest else name
    return Fact(kind, key, value, words, evidence, _quotes(evidence, text))


def _quotes(evidence: Evidence, text: str) -> tuple[str, ...]:
    return tuple(text[span.start : span.end] for span in evidence)


def _name(group: Group) -> str:
    return group.topic if group.number is None else f"{group.number} {group.topic}".strip()


def _range(start: str | None, end: str | None) -> str | None:
    return start if end in {None, start} else f"{start} to {end}"
