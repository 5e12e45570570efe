"""How many people came, and how sure that is."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Unpack

from sqlite_utils import Database

from archive.query.attendance_bounds import ABOUT, ESTIMATE, EXACT, LARGEST, LOWER, UPPER
from archive.query.events import OF_EVENTS, speaking
from archive.query.mentions import EVENT
from archive.query.periods import By, period_of
from archive.query.selection import Condition, Selected, condition
from archive.query.sums import page, source


@dataclass(frozen=True, slots=True)
class AttendanceCountRow:
    """How many people came to one event, by all that its selected reports count."""

    activity_id: int
    """The report with the words; its title and address follow."""
    event_id: int | None
    start_date: str | None
    """As its fullest report has it."""
    type: str
    title: str | None
    url: str
    lower: int
    """So many came at least; 0 where the reports give no lower bound."""
    upper: int | None
    """No more than so many came; None where the reports leave it open."""
    estimate: int | None
    """The number where one is given, exact or about; None where there are bounds alone."""
    said: str
    """The counts in words, of people first: `±35 peserta; ≥30 orang; 12 instansi`."""
    quote: str | None
    """The words of the article that give the first of them."""
    institutions: int | None
    """The largest count of institutions, which are no people; None where none is given."""


@dataclass(frozen=True, slots=True)
class AttendancePeriod:
    """How many people came to the events of a period: visits, not different people."""

    period: str | None
    """`2018-10`, `2018-Q4` or `2018`; None for undated events."""
    activities: int
    """Events, each once."""
    counted: int
    """Those of them for which people were counted; the sums are of these alone."""
    exact: int
    """Sum over events whose number is exact."""
    about: int
    """Sum of the estimates of events whose number is given as about so many."""
    lower: int
    """So many came at least to the counted events: exact numbers and lower bounds. An estimate is
    no bound, so it adds nothing but what another count of its event makes sure."""
    upper: int | None
    """No more came to the counted events; None where one of them is left open, as by an
    estimate or an `at_least`, and where there is none."""
    largest: AttendanceCountRow | None
    """The event with the largest number or bound."""


_WORD = "substr(lower(unit), 1, instr(replace(unit, '/', ' ') || ' ', ' ') - 1)"
"""The word of a unit that says who is counted: `anggota` of `anggota dewan`."""


def counted_at_events(condition_sql: str) -> str:
    """The query for the largest counts of each kind at each event where some were counted."""
    return f"""
    SELECT event, activity_id, start_date, end_date, type,
      exact, about, at_least, at_most, institutions
    FROM ({_largest(condition_sql)}) JOIN ({speaking(condition_sql)}) USING (event)
    """  # noqa: S608 - our own words


def counted_by_month(condition_sql: str) -> str:
    """The query for the events of each month and what is known of how many people came."""
    return f"""
    SELECT substr(start_date, 1, 7) AS month, count(*) AS activities, count({LARGEST}) AS counted,
      coalesce(sum({EXACT}), 0) AS exact, coalesce(sum({ABOUT}), 0) AS about,
      coalesce(sum({LOWER}), 0) AS lower,
      CASE WHEN count({LARGEST}) = count({UPPER}) THEN sum({UPPER}) END AS upper,
      max({LARGEST}) AS largest, event
    FROM ({speaking(condition_sql)}) LEFT JOIN ({_largest(condition_sql)}) USING (event) GROUP BY 1
    """  # noqa: S608 - our own words


def _largest(condition_sql: str) -> str:
    """The query for the largest counts of each kind, by event."""
    kinds = ", ".join(
        f"max(count) FILTER (WHERE counts = 'people' AND qualifier = '{kind}') AS {kind}"
        for kind in ("exact", "about", "at_least", "at_most")
    )
    return f"""
    SELECT {EVENT} AS event, {kinds},
      max(count) FILTER (WHERE counts = 'institutions') AS institutions
    FROM activities CROSS JOIN attendance ON attendance.activity_id = activities.id
    JOIN attendance_units ON word = {_WORD}
    WHERE {condition_sql} GROUP BY 1
    """  # noqa: S608 - our own words


_SAID = f"""
SELECT {EVENT} AS event, activities.id, title, url, evidence_quote, counts,
  CASE qualifier WHEN 'about' THEN '±' WHEN 'at_least' THEN '≥' WHEN 'at_most' THEN '≤' ELSE '' END
    || count || ' ' || unit
FROM activities CROSS JOIN attendance ON attendance.activity_id = activities.id
JOIN attendance_units ON word = {_WORD}
CROSS JOIN pages ON pages.id = page_id
WHERE {{condition}}
ORDER BY counts = 'institutions', count DESC, attendance.id
"""  # noqa: S608 - our own words


def attendance(
    db: Database, *, by: By = "month", **selected: Unpack[Selected]
) -> list[AttendancePeriod]:
    """Attendance by period, undated events last; periods without an event are left out.

    What counts of one event tell together, and what may be added, says
    archive.query.attendance_bounds.

    >>> for row in attendance(db, by="year"):
    ...     print(row.period, row.activities, row.counted, row.exact, row.about, row.lower, row.upper)
    2019 3 3 25 40 85 None
    2020 1 0 0 0 0 None
    None 1 0 0 0 0 None
    >>> attendance(db, by="year", type="meeting", until="2019-12-31")[0].upper
    25
    """
    with db.atomic():
        wanted = condition(db, selected)
        found = source(db, "attendance_month_sums", counted_by_month, wanted)
        sql = f"""
        SELECT {period_of("month", by)} AS period, sum(activities), sum(counted), sum(exact),
          sum(about), sum(lower), CASE WHEN sum(counted > 0) = count(upper) THEN sum(upper) END,
          max(largest), event
        FROM {found.sql} GROUP BY 1 ORDER BY period IS NULL, period
        """  # noqa: S608 - our own words
        periods = db.execute(sql, found.parameters).fetchall()
        events = [event for *_, largest, event in periods if largest is not None]
        largest = dict(zip(events, _rows_of(db, events, wanted), strict=True))
        return [
            AttendancePeriod(
                period, activities, counted, exact, about, lower, upper, largest.get(event)
            )
            for period, activities, counted, exact, about, lower, upper, _, event in periods
        ]


def attendance_counts(
    db: Database,
    *,
    limit: int | None = None,
    offset: int = 0,
    **selected: Unpack[Selected],
) -> list[AttendanceCountRow]:
    """The events for which people or institutions were counted, by date, undated ones last.

    >>> for row in attendance_counts(db, type="workshop"):
    ...     print(row.said, row.lower, row.estimate, row.upper, row.institutions, repr(row.quote))
    ±40 peserta; ≥12 instansi 0 40 None 12 'sekitar 40 peserta'
    ≤75 peserta; ≥60 orang 60 None 75 None 'paling banyak 75 peserta'
    """
    with db.atomic():
        wanted = condition(db, selected)
        found = source(db, "attendance_sums", counted_at_events, wanted)
        sql = f"""
        SELECT event FROM {found.sql}
        ORDER BY start_date IS NULL, start_date, end_date, activity_id LIMIT :limit OFFSET :offset
        """  # noqa: S608 - our own words
        rows = db.execute(sql, {**found.parameters, **page(limit, offset)})
        return _rows_of(db, [event for (event,) in rows], wanted)


def _rows_of(db: Database, events: Sequence[int], wanted: Condition) -> list[AttendanceCountRow]:
    """The events with these numbers, in this order, each with the words that count."""
    asked = {**wanted.parameters, "events": json.dumps(events)}
    these = f"{wanted.sql} AND {OF_EVENTS}"
    said: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for event, *words in db.execute(_SAID.format(condition=these), asked):
        said[event].append(tuple(words))
    sql = f"""
    SELECT event, start_date, type, {LOWER}, {UPPER}, {ESTIMATE}, institutions
    FROM ({counted_at_events(these)})
    """  # noqa: S608 - our own words
    numbers = {event: values for event, *values in db.execute(sql, asked)}
    return [_count_row(event, numbers[event], said[event]) for event in events]


def _count_row(
    event: int, numbers: Sequence[Any], said: Sequence[tuple[Any, ...]]
) -> AttendanceCountRow:
    start_date, type_, lower, upper, estimate, institutions = numbers
    activity_id, title, url, quote, _, _ = said[0]
    return AttendanceCountRow(
        activity_id=activity_id,
        event_id=event if event > 0 else None,
        start_date=start_date,
        type=type_,
        title=title,
        url=url,
        lower=lower,
        upper=upper,
        estimate=estimate,
        said="; ".join(dict.fromkeys(words for *_, words in said)),
        quote=quote,
        institutions=institutions,
    )
