"""What a transaction changes in the facts, noted by triggers of its connection alone.

For those who renew at its end what is made of facts: what nothing touched needs no second look.
Every note is an aspect and a value:

- `report`, an activity that events are to be found of anew; `titled`, one whose title or type is
  another; `title`, `days` (`2019-03-04/2019-03-05`) and `url`, what such a one had before, and of
  addresses of files what it has now;
- `counted`, `dated` and `covered`, an activity of which counts, day and event, or the presence of
  a kind of facts changed; `event`, the number of an event that changed or that one left;
- `person` and `organization`, one whose mentions changed; `person_met` and `organization_met`,
  one who is mentioned elsewhere than before, and `people_met` and `organizations_met`, the
  activity of it;
- `more`, something that is not followed up: pages, articles and activities as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlite_utils import Database

_TABLE = "touched"
_EVENT = "coalesce(old.event_id, -old.id)"

Note = tuple[str, str]
"""Aspect, and the SQL of its value."""

_BOTH = (("INSERT", ("new",)), ("DELETE", ("old",)))


def _facts(table: str, columns: str | None, *aspects: str) -> Iterator[tuple[str, str, list[Note]]]:
    """Triggers of a table of facts: every row added and taken away, and changes of columns."""
    for when, (row,) in _BOTH:
        yield table, when, [(aspect, f"{row}.activity_id") for aspect in aspects]
    if columns is not None:
        told = [aspect for aspect in aspects if aspect != "covered"]
        yield table, f"UPDATE OF {columns}", [(aspect, "new.activity_id") for aspect in told]


def _mentions(
    table: str, kind: str, kinds: str, columns: str
) -> Iterator[tuple[str, str, list[Note]]]:
    """Triggers of a table of mentions."""
    moved = f"UPDATE OF activity_id, {kind}_id"
    for when, rows in (*_BOTH, (moved, ("old", "new"))):
        yield (
            table,
            when,
            [
                note
                for row in rows
                for note in (
                    (kind, f"{row}.{kind}_id"),
                    (f"{kind}_met", f"{row}.{kind}_id"),
                    *(
                        (aspect, f"{row}.activity_id")
                        for aspect in (f"{kinds}_met", "report", "covered")
                    ),
                )
            ],
        )
    yield (
        table,
        f"UPDATE OF {columns}",
        [(kind, f"new.{kind}_id"), ("report", "new.activity_id")],
    )


_TRIGGERS: tuple[tuple[str, str, list[Note]], ...] = (
    ("pages", "UPDATE OF state, site, url", [("more", "new.id")]),
    *(("articles", when, [("more", f"{row}.id")]) for when, (row,) in _BOTH),
    ("articles", "UPDATE OF title, published_at, text, text_digest", [("more", "new.id")]),
    *(("activities", when, [("more", f"{row}.id")]) for when, (row,) in _BOTH),
    (
        "activities",
        "UPDATE OF type, start_date, end_date, event_id",
        [("report", "old.id"), ("dated", "old.id"), ("covered", "old.id"), ("event", _EVENT)],
    ),
    (
        "activities",
        "UPDATE OF start_date, end_date",
        [("days", "coalesce(old.start_date, '') || '/' || coalesce(old.end_date, '')")],
    ),
    (
        "activities",
        "UPDATE OF type, title",
        [("titled", "old.id"), ("report", "old.id"), ("title", "coalesce(old.title, '')")],
    ),
    ("activities", "UPDATE OF place", [("report", "old.id")]),
    ("activities", "UPDATE OF venue", [("report", "old.id"), ("covered", "old.id")]),
    *_mentions("participations", "person", "people", "role, position, organization"),
    *_mentions("organization_roles", "organization", "organizations", "role"),
    *_facts("attendance", "count, unit, qualifier", "counted", "report", "covered"),
    *_facts("discussion_groups", "topic, focus_area", "counted", "report"),
    *_facts("conclusions", "group_id", "counted", "report"),
    *_facts("activity_dates", None, "report"),
    *_facts("materials", "url, date", "report", "covered"),
    *(
        ("materials", when, [("url", f"coalesce({row}.url, '')") for row in rows])
        for when, rows in (*_BOTH, ("UPDATE OF url", ("old", "new")))
    ),
    ("events", "UPDATE OF activity_id", [("event", "old.id")]),
    *(("events", when, [("event", f"{row}.id")]) for when, (row,) in _BOTH),
)

_RENAMED = """
CREATE TEMP TRIGGER touched_{table} AFTER UPDATE OF name_key ON main.{table}
WHEN old.name_key IS NOT new.name_key BEGIN
  INSERT INTO touched SELECT 'report', activity_id FROM {mentions} WHERE {owner} = new.id;
END
"""
_DECIDED = """
CREATE TEMP TRIGGER touched_decisions AFTER INSERT ON main.identity_decisions BEGIN
  INSERT INTO touched
  SELECT 'report', id FROM activities WHERE page_id IN (new.first_page_id, new.second_page_id);
END
"""


@contextmanager
def noted(db: Database) -> Iterator[None]:
    """Note what is touched inside; to be asked there, at its end.

    The caller holds the transaction, whose rolling back undoes the noting too.
    """
    db.execute(f"CREATE TEMP TABLE {_TABLE} (aspect TEXT NOT NULL, value ANY NOT NULL) STRICT")
    names = []
    for number, (table, when, notes) in enumerate(_TRIGGERS):
        names.append(f"touched_{number}")
        written = " ".join(
            f"INSERT INTO {_TABLE} VALUES ('{aspect}', {value});"  # noqa: S608 - our own words
            for aspect, value in notes
        )
        db.execute(
            f"CREATE TEMP TRIGGER {names[-1]} AFTER {when} ON main.{table} BEGIN {written} END"
        )
    for table, mentions, owner in (
        ("people", "participations", "person_id"),
        ("organizations", "organization_roles", "organization_id"),
    ):
        names.append(f"touched_{table}")
        db.execute(_RENAMED.format(table=table, mentions=mentions, owner=owner))
    names.append("touched_decisions")
    db.execute(_DECIDED)
    yield
    for name in names:
        db.execute(f"DROP TRIGGER temp.{name}")
    db.execute(f"DROP TABLE temp.{_TABLE}")


def values(db: Database, *aspects: str) -> set[Any]:
    """The values that were noted of any of these aspects."""
    places = ", ".join("?" for _ in aspects)
    rows = db.execute(f"SELECT DISTINCT value FROM {_TABLE} WHERE aspect IN ({places})", aspects)  # noqa: S608 - our own name
    return {value for (value,) in rows}


def number(db: Database) -> int:
    """How many notes there are."""
    return int(db.execute(f"SELECT count(*) FROM (SELECT DISTINCT * FROM {_TABLE})").fetchone()[0])  # noqa: S608 - our own name
