"""The words of pages behind the numbers of a report, asked of the archive."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any

from sqlite_utils import Database

from archive import query
from archive.query import By, PairKind, PairRow, Selected
from archive.query.events import speaking
from archive.query.mentions import EVENT
from archive.query.periods import period_of
from archive.reports import sources
from archive.reports.report import Quote
from archive.reports.sources import Evidence, Page, Sources, Subject

_PAGES = """
SELECT activities.id, coalesce(activities.title, articles.title), pages.url,
  coalesce(captures.fetched_at, pages.fetched_at)
FROM activities
JOIN pages ON pages.id = activities.page_id
JOIN articles ON articles.page_id = activities.page_id
LEFT JOIN captures ON captures.id = articles.capture_id
WHERE activities.id IN (SELECT value FROM json_each(?))
"""

_BY_DATE = "activities.start_date IS NULL, activities.start_date, activities.id"

_FACTS = {
    "date": "activity_dates",
    "attendance": "attendance",
    "people": "participations",
    "groups": "discussion_groups",
    "materials": "materials",
}
"""What an activity's row in a report tells or counts, and the table that has it."""

_NAMED: dict[PairKind, tuple[str, str]] = {
    "person": ("participations", "person_id"),
    "organization": ("organization_roles", "organization_id"),
}


def of_activities(db: Database, ids: Collection[int]) -> list[Evidence]:
    """What each of the activities says of itself; the subject is its number."""
    among = "activities.id IN (SELECT value FROM json_each(:ids))"
    parameters = {"ids": json.dumps(list(ids))}
    found = [
        Evidence(activity_id, event, activity_id, None if words is None else Quote("venue", words))
        for activity_id, event, words in db.execute(
            "SELECT id, coalesce(event_id, -id), venue_evidence_quote FROM activities"  # noqa: S608 - our own words
            f" WHERE {among}",
            parameters,
        )
    ]
    for fact, table in _FACTS.items():
        condition = f"{among} AND kind = 'activity'" if fact == "date" else among
        found += _facts(db, table, "activities.id", f"'{fact}'", condition, parameters)
    return found


def of_names(
    db: Database, kind: PairKind, ids: Iterable[int], selected: Selected
) -> list[Evidence]:
    """Where each of the people (or organizations) is named; the subject is their number."""
    table, key = _NAMED[kind]
    asked = query.condition(db, selected)
    condition = f"{table}.{key} IN (SELECT value FROM json_each(:ids)) AND {asked.sql}"  # noqa: S608 - our own words
    parameters = {**asked.parameters, "ids": json.dumps(list(ids))}
    fact = f"{table}.name || ', ' || {table}.role"
    return _facts(db, table, f"{table}.{key}", fact, condition, parameters)


def of_pairs(evidence: Iterable[Evidence], pairs: Iterable[PairRow]) -> list[Evidence]:
    """The same evidence for those who were at one event; the subject is both numbers."""
    of: dict[Subject, dict[int, list[Evidence]]] = {}
    for one in evidence:
        of.setdefault(one.subject, {}).setdefault(one.event, []).append(one)
    together = []
    for pair in pairs:
        first, second = of.get(pair.first_id, {}), of.get(pair.second_id, {})
        together += [
            Evidence(one.activity_id, event, (pair.first_id, pair.second_id), one.quote)
            for event in first
            if event in second
            for one in (*first[event], *second[event])
        ]
    return together


def of_focus_areas(db: Database, by: By, selected: Selected) -> list[Evidence]:
    """The groups on each focus area and their conclusions; the subject is (period, number).

    An event is in the period that the report gives which speaks for it.
    """
    asked = query.condition(db, selected)
    subject = f"{period_of('spoken.start_date', by)}, discussion_groups.focus_area"
    spoken = f"JOIN ({speaking(asked.sql)}) AS spoken ON spoken.event = {EVENT}"
    of_group = "JOIN discussion_groups ON discussion_groups.id = conclusions.group_id"
    tables = {
        "group": ("discussion_groups", spoken),
        "conclusion": ("conclusions", f"{of_group} {spoken}"),
    }
    found = []
    for fact, (table, joined) in tables.items():
        found += _facts(
            db,
            table,
            subject,
            f"'{fact}'",
            asked.sql,
            asked.parameters,
            joined=joined,
            subject_width=2,
        )
    return found


def of_attendance(db: Database, selected: Selected) -> list[Evidence]:
    """The words that count those who came; the subject is the event."""
    asked = query.condition(db, selected)
    return _facts(db, "attendance", EVENT, "'attendance'", asked.sql, asked.parameters)


def numbered(db: Database, subjects: Iterable[Subject], evidence: list[Evidence]) -> Sources:
    """The sources of the subjects, with their pages from the archive."""
    return sources.numbered(subjects, evidence, _pages(db, {one.activity_id for one in evidence}))


def _pages(db: Database, ids: Iterable[int]) -> dict[int, Page]:
    return {
        activity_id: Page(title, url, captured_at)
        for activity_id, title, url, captured_at in db.execute(_PAGES, (json.dumps(sorted(ids)),))
    }


def _facts(
    db: Database,
    table: str,
    subject: str,
    fact: str,
    condition: str,
    parameters: dict[str, Any],
    *,
    joined: str = "",
    subject_width: int = 1,
) -> list[Evidence]:
    """The evidence in a table of facts, by date; `subject` is as many columns as its width.

    All but the parameters are words of SQL of this module and of archive.query.
    """
    sql = (
        f"SELECT activities.id, {EVENT}, {fact},"  # noqa: S608
        f" {table}.evidence_quote, {table}.correction_id IS NOT NULL, {subject}"
        f" FROM {table} JOIN activities ON activities.id = {table}.activity_id {joined}"
        f" WHERE {condition} ORDER BY {_BY_DATE}, {table}.id"
    )
    return [
        Evidence(
            activity_id,
            event,
            about[0] if subject_width == 1 else tuple(about),
            Quote(named, words, bool(is_corrected)),
        )
        for activity_id, event, named, words, is_corrected, *about in db.execute(sql, parameters)
    ]
