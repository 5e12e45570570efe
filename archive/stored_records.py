"""Records read back: from the archive's tables, and from a record's own JSON."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from sqlite_utils import Database

from archive.records import (
    Activity,
    ActivityDate,
    Article,
    Attendance,
    Evidence,
    Finding,
    Group,
    Material,
    Organization,
    Person,
    Record,
    Span,
)
from archive.rows import storable


def from_json(text: str) -> Record:
    """The record of which `Record.to_json` made this text."""
    record: Record = _value(Record, json.loads(text))
    return record


def of_page(db: Database, page_id: int) -> Record | None:
    """What the archive holds of a page, as the record that it was stored from.

    None where it has no article. Characters that SQLite cannot hold are those put in their place.
    """
    row = db.execute(
        "SELECT articles.id, url, canonical_url, articles.title, subtitle, author, published_at,"
        " modified_at, theme, text, activities.id FROM articles JOIN pages ON pages.id = articles.page_id"
        " JOIN activities ON activities.page_id = articles.page_id WHERE articles.page_id = ?",
        (page_id,),
    ).fetchone()
    if row is None:
        return None
    article_id, *told, theme, text, activity_id = row
    categories = db.execute(
        "SELECT category FROM article_categories WHERE article_id = ? ORDER BY position",
        (article_id,),
    )
    named = tuple(category for (category,) in categories)
    values: list[Any] = [*told, named, theme, text]
    article = Article(*values)
    return Record(article, _activity(db, activity_id), _findings(db, activity_id))


def reading_of_page(db: Database, page_id: int) -> Record | None:
    """What a page was read to say, without what people corrected of it; None as of `of_page`."""
    row = db.execute("SELECT record FROM readings WHERE page_id = ?", (page_id,)).fetchone()
    return of_page(db, page_id) if row is None else from_json(row[0])


def as_stored(record: Record) -> Record:
    """The record with the characters that SQLite cannot hold replaced, as its tables have it."""
    stored: Record = _storable(record)
    return stored


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, tuple):
        return tuple(_storable(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        told = {part.name: _storable(getattr(value, part.name)) for part in fields(value)}
        return type(value)(**told)
    return value


def _value(kind: Any, plain: Any) -> Any:
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _value(hints[name], value) for name, value in plain.items()})
    if get_origin(kind) is tuple:
        (item, _) = get_args(kind)
        return tuple(_value(item, value) for value in plain)
    return plain


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _activity(db: Database, activity_id: int) -> Activity:
    row = db.execute(
        "SELECT type, title, start_date, end_date, place, venue, venue_evidence FROM activities"
        " WHERE id = ?",
        (activity_id,),
    ).fetchone()
    kind, title, start, end, place, venue, venue_evidence = row
    return Activity(
        type=kind,
        title=title,
        start_date=start,
        end_date=end,
        dates=tuple(
            ActivityDate(date, until, sort, None if agrees is None else bool(agrees), _spans(spans))
            for date, until, sort, agrees, spans in _facts(
                db,
                "date, end_date, kind, weekday_agrees, evidence FROM activity_dates",
                activity_id,
            )
        ),
        place=place,
        venue=venue,
        venue_evidence=_spans(venue_evidence),
        attendance=tuple(
            Attendance(count, qualifier, unit, _spans(spans))
            for count, qualifier, unit, spans in _facts(
                db, "count, qualifier, unit, evidence FROM attendance", activity_id
            )
        ),
        people=_people(db, activity_id),
        organizations=tuple(
            Organization(name, acronym, role, sector, _spans(spans))
            for name, acronym, role, sector, spans in _facts(
                db, "name, acronym, role, sector, evidence FROM organization_roles", activity_id
            )
        ),
        groups=_groups(db, activity_id),
        materials=tuple(
            Material(kind, label, url, presenter, date, _spans(spans))
            for kind, label, url, presenter, date, spans in _facts(
                db, "kind, label, url, presenter, date, evidence FROM materials", activity_id
            )
        ),
    )


def _people(db: Database, activity_id: int) -> tuple[Person, ...]:
    rows = _facts(
        db,
        "name, role, position, organization, honorific, degrees, summary, evidence"
        " FROM participations",
        activity_id,
    )
    people = []
    for *told, degrees, summary, spans in rows:
        values: list[Any] = [*told, tuple(json.loads(degrees)), _spans(summary), _spans(spans)]
        people.append(Person(*values))
    return tuple(people)


def _groups(db: Database, activity_id: int) -> tuple[Group, ...]:
    conclusions: dict[int, list[Span]] = {}
    for group_id, spans in _facts(db, "group_id, evidence FROM conclusions", activity_id):
        conclusions.setdefault(group_id, []).extend(_spans(spans))
    return tuple(
        Group(number, topic, area, tuple(conclusions.get(group_id, ())), _spans(spans))
        for group_id, number, topic, area, spans in _facts(
            db, "id, number, topic, focus_area, evidence FROM discussion_groups", activity_id
        )
    )


def _findings(db: Database, activity_id: int) -> tuple[Finding, ...]:
    rows = _facts(db, "check_name, message, evidence FROM findings", activity_id)
    return tuple(Finding(check, message, _spans(spans)) for check, message, spans in rows)


def _facts(db: Database, what: str, activity_id: int) -> list[tuple[Any, ...]]:
    return db.execute(
        f"SELECT {what} WHERE activity_id = ? ORDER BY id",
        (activity_id,),
    ).fetchall()


def _spans(written: str) -> Evidence:
    return tuple(Span(start, end) for start, end in json.loads(written))
