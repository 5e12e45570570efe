"""What took place, each once, whichever pages report it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Unpack

from sqlite_utils import Database

from archive.query.mentions import EVENT
from archive.query.selection import Condition, Selected, condition
from archive.query.sums import page, source


@dataclass(frozen=True, slots=True)
class EventReport:
    """A selected report of an event."""

    activity_id: int
    title: str | None
    url: str
    site: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event as its fullest selected report has it."""

    event_id: int | None
    activity_id: int
    """The fullest report."""
    start_date: str | None
    end_date: str | None
    type: str
    title: str | None
    venue: str | None
    place: str | None
    reports: tuple[EventReport, ...]
    """The fullest first."""


def speaking(condition_sql: str) -> str:
    """The query for the events of some reports, each with the report that speaks for it.

    That is the fullest report, and the first of them where the fullest is not among them.
    """
    return f"""
    SELECT event, activity_id, start_date, end_date, type FROM (
      SELECT {EVENT} AS event, activities.id AS activity_id, start_date, end_date, type,
        min(CASE WHEN events.activity_id = activities.id THEN 0 ELSE activities.id END)
      FROM activities LEFT JOIN events ON events.id = activities.event_id
      WHERE {condition_sql} GROUP BY event
    )
    """  # noqa: S608 - our own words


OF_EVENTS = """activities.id IN (
  SELECT id FROM activities WHERE event_id IN (SELECT value FROM json_each(:events))
  UNION ALL SELECT -value FROM json_each(:events)
)"""
"""What a report of some events fulfils; `:events` is a JSON list."""

_REPORTS = f"""
SELECT {EVENT} AS event, activities.id, title, url, site
FROM activities JOIN pages ON pages.id = page_id
WHERE {OF_EVENTS} AND {{condition}}
"""  # noqa: S608 - our own words


def events(
    db: Database,
    *,
    limit: int | None = None,
    offset: int = 0,
    **selected: Unpack[Selected],
) -> list[EventRow]:
    """Events of the selected reports by date, undated ones last.

    >>> for event in events(db, since="2019-09-01", until="2019-12-31"):
    ...     print(event.start_date, event.title, [report.site for report in event.reports])
    2019-09-12 Lokakarya Sumur Resapan ['kota', 'kabar']
    """
    with db.atomic():
        wanted = condition(db, selected)
        found = source(db, "event_sums", speaking, wanted)
        sql = f"""
        SELECT sums.event, event_id, activities.id, activities.start_date, activities.end_date,
          activities.type, title, venue, place
        FROM (
          SELECT event, activity_id FROM {found.sql}
          ORDER BY start_date IS NULL, start_date, end_date, activity_id LIMIT :limit OFFSET :offset
        ) AS sums CROSS JOIN activities ON activities.id = activity_id
        """  # noqa: S608 - our own words
        rows = db.execute(sql, {**found.parameters, **page(limit, offset)}).fetchall()
        reports = reports_of(db, [event for event, *_ in rows], wanted)
        return [_event_row(values, reports[event]) for event, *values in rows]


def count_events(db: Database, **selected: Unpack[Selected]) -> int:
    """How many rows `events` gives without a limit.

    >>> count_activities(db), count_events(db)
    (6, 5)
    """
    with db.atomic():
        found = source(db, "event_sums", speaking, condition(db, selected))
        sql = f"SELECT count(*) FROM {found.sql}"  # noqa: S608 - our own words
        return int(db.execute(sql, found.parameters).fetchone()[0])


def reports_of(
    db: Database, events: Sequence[int], wanted: Condition
) -> dict[int, list[EventReport]]:
    """The reports of events that fulfil the condition: event -> reports."""
    gathered: dict[int, list[EventReport]] = defaultdict(list)
    parameters = {**wanted.parameters, "events": json.dumps(events)}
    for event, *values in db.execute(_REPORTS.format(condition=wanted.sql), parameters):
        gathered[event].append(EventReport(*values))
    return gathered


def _event_row(values: Sequence[Any], reports: list[EventReport]) -> EventRow:
    event_id, activity_id, start_date, end_date, type_, title, venue, place = values
    fullest_first = sorted(
        reports, key=lambda one: (one.activity_id != activity_id, one.activity_id)
    )
    return EventRow(
        event_id=event_id,
        activity_id=activity_id,
        start_date=start_date,
        end_date=end_date,
        type=type_,
        title=title,
        venue=venue,
        place=place,
        reports=tuple(fullest_first),
    )
