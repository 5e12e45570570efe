"""Attendance over time: how many came at least, at most, and by estimates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlite_utils import Database

from archive import query
from archive.query import AttendanceCountRow, AttendancePeriod, By
from archive.reports import evidence, sources
from archive.reports.cells import Link
from archive.reports.dates import UNDATED, period_of
from archive.reports.question import Question, circumstances
from archive.reports.report import DATA, SHOWN, Chart, Column, Figure, Report
from archive.reports.sources import Evidence
from archive.reports.tables import Columns, table
from archive.reports.titles import title_columns
from archive.reports.wording import UNTITLED, number_of

_OPEN = "open"
_TITLE = 60


def report(db: Database, question: Question) -> Report:
    """The report of attendance."""
    by: By = question.by or "month"
    rows = query.attendance(db, by=by, **question.selected)
    counts = query.attendance_counts(db, **question.selected)
    behind = sources.NONE
    if question.with_sources:
        found = evidence.of_attendance(db, question.selected)
        subjects = [*(("period", row.period) for row in rows), *(_event(row) for row in counts)]
        behind = evidence.numbered(db, subjects, [*_of_periods(found, counts, by), *found])
    return Report(
        kind="attendance",
        title="Attendance",
        title_indonesian="Kehadiran peserta",
        circumstances=circumstances(question),
        figures=(*_figures(rows),),
        charts=_charts(counts, by) if question.with_charts else (),
        tables=(
            table(
                f"People who came, by {by}",
                _COLUMNS,
                rows,
                sources=lambda row: behind.behind(("period", row.period)),
            ),
            table(
                "Counts by event",
                _COUNT_COLUMNS,
                counts,
                sources=lambda row: behind.behind(_event(row)),
                nothing="No report counts those who came.",
            ),
        ),
        notes=_NOTES,
        sources=behind.every,
        summary=(
            f"{number_of(sum(row.counted for row in rows), 'counted event')} of"
            f" {sum(row.activities for row in rows)}"
        ),
    )


def _of_periods(
    found: Sequence[Evidence], counts: Sequence[AttendanceCountRow], by: By
) -> list[Evidence]:
    """The same evidence for the periods of the events whose people are counted."""
    periods = {_event(row): period_of(row.start_date, by) for row in counts if counts_people(row)}
    return [
        replace(one, subject=("period", periods[one.event]))
        for one in found
        if one.event in periods
    ]


def counts_people(row: AttendanceCountRow) -> bool:
    """Whether people were counted; else institutions alone were."""
    return bool(row.lower) or row.upper is not None or row.estimate is not None


def _event(row: AttendanceCountRow) -> int:
    return -row.activity_id if row.event_id is None else row.event_id


def _figures(rows: Sequence[AttendancePeriod]) -> tuple[Figure, ...]:
    """The sums of the whole time."""
    counted = [row for row in rows if row.counted]
    uppers = [row.upper for row in counted]
    upper = _OPEN if None in uppers else str(sum(number or 0 for number in uppers))
    return (
        Figure("People, at least", str(sum(row.lower for row in counted)), "visits, not heads"),
        Figure("People, at most", upper),
        Figure(
            "Counted events",
            str(sum(row.counted for row in rows)),
            f"of {sum(row.activities for row in rows)}",
        ),
    )


def _charts(counts: Sequence[AttendanceCountRow], by: By) -> tuple[Chart, ...]:
    from archive.charts import attendance as charts  # noqa: PLC0415 - altair is slow

    people = [row for row in counts if counts_people(row)]
    if not people:
        return ()
    over_time = Chart(
        f"People who came, by {by}",
        f"Bars by {by}: the dark part is certain (exact numbers and lower bounds), the light part"
        " is what estimates such as “sekitar 35 peserta” add. A triangle over a bar tells that more may"
        " have come: an event of the time has a bound or an estimate and no exact number."
        " Events that nobody counted are not in it.",
        charts.attendance_over_time(people, by),
    )
    shown = charts.largest(people)
    which = "" if len(shown) == len(people) else f", the {len(shown)} largest of {len(people)}"
    by_event = Chart(
        f"Counts by event{which}",
        "A solid line is certain, a dashed one possible. A dot is an exact number, a diamond is about"
        " so many, a triangle is a bound: from “at least” the dashed line goes on without an end, to"
        " “at most” it leads up. The numbers are in the table of counts by event.",
        charts.attendance_with_bounds(people),
    )
    dated = any(row.start_date for row in people)
    return (over_time, by_event) if dated else (by_event,)


def _largest(row: AttendanceCountRow | None) -> Link | None:
    return None if row is None else Link(f"{row.said}: {row.title or UNTITLED}", row.url)


def _at_most(row: AttendancePeriod) -> str | int | None:
    if not row.counted:
        return None
    return _OPEN if row.upper is None else row.upper


_NOTES = (
    (
        "Only events for which a page counts people are summed; how many came to the others is not"
        " known, and they are not taken for nobody. One person at two events counts twice."
    ),
    (
        "“At least” adds exact numbers and lower bounds (“lebih dari 130”). “At most” adds exact"
        " numbers and upper bounds, and is open where one event has neither. “About” adds the"
        " estimates (“sekitar 30”), which are no bounds and are in no other sum. Institutions"
        " (“12 instansi”) are not people and are counted apart."
    ),
)

_COLUMNS: Columns[AttendancePeriod] = (
    (Column("period", "Period", DATA), lambda row: row.period),
    (Column("shown_period", "Period", SHOWN, is_one_line=True), lambda row: row.period or UNDATED),
    (Column("activities", "Events", is_number=True), lambda row: row.activities),
    (Column("counted", "Counted", is_number=True), lambda row: row.counted),
    (Column("exact", "Exact", is_number=True), lambda row: row.exact),
    (Column("about", "About", is_number=True), lambda row: row.about),
    (Column("lower", "At least", is_number=True), lambda row: row.lower),
    (Column("upper", "At most", DATA), lambda row: row.upper),
    (Column("at_most", "At most", SHOWN, is_number=True), _at_most),
    (
        Column("largest_event", "Largest event", SHOWN, is_indonesian=True, grows=True),
        lambda row: _largest(row.largest),
    ),
    (
        Column("largest_activity_id", "Largest event", DATA),
        lambda row: None if row.largest is None else row.largest.activity_id,
    ),
    (
        Column("largest_said", "Its count", DATA),
        lambda row: None if row.largest is None else row.largest.said,
    ),
)

_COUNT_COLUMNS: Columns[AttendanceCountRow] = (
    (Column("start_date", "Date", SHOWN, is_one_line=True), lambda row: row.start_date or UNDATED),
    *title_columns("Event", _TITLE),
    (Column("said", "Counted", SHOWN, longest=24, is_indonesian=True), lambda row: row.said),
    (Column("lower", "At least", SHOWN, is_number=True), lambda row: row.lower or None),
    (
        Column("upper", "At most", SHOWN, is_number=True),
        lambda row: _OPEN if row.upper is None and counts_people(row) else row.upper,
    ),
    (Column("institutions", "Institutions", SHOWN, is_number=True), lambda row: row.institutions),
)
