"""Activities by date: what took place, where, and how many came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from archive import query
from archive.query import ActivityRow, ActivityTypePeriod, By
from archive.reports import evidence, sources
from archive.reports.cells import Cell, Label, Link
from archive.reports.dates import UNDATED, date_range
from archive.reports.question import Question, circumstances
from archive.reports.report import DATA, PAGE, SHOWN, TERMINAL, Chart, Column, Report
from archive.reports.tables import Columns, table
from archive.reports.wording import UNTITLED, number_of, shortened
from archive.tabular import printable

_TITLE_LENGTH = 60
_ATTENDANCE = 15


def report(db: Database, question: Question) -> Report:
    """The report of activities."""
    selected = question.selected
    by: By = question.by or "month"
    rows = query.activities(db, limit=question.limit, **selected)
    periods = query.activities_by_type(db, by=by, **selected)
    behind = sources.NONE
    if question.with_sources:
        ids = [row.activity_id for row in rows]
        behind = evidence.numbered(db, ids, evidence.of_activities(db, ids))
    return Report(
        kind="activities",
        title="Activities",
        title_indonesian="Kegiatan",
        circumstances=circumstances(question),
        figures=(),
        charts=_charts(periods, by) if question.with_charts else (),
        tables=(
            table(
                "Activities by date",
                COLUMNS,
                rows,
                sources=lambda row: behind.behind(row.activity_id),
                every=query.count_activities(db, **selected),
            ),
            table(f"Events by {by} and type", _PERIOD_COLUMNS, by_period(periods)),
        ),
        notes=_NOTES,
        sources=behind.every,
        summary=number_of(len(rows), "activity", "activities"),
    )


_NOTES = (
    (
        "Each row is one page's report of an activity. ± stands for about so many, ≥ for at least and"
        " ≤ for at most; a number without a sign is exact as the page gives it."
    ),
)


@dataclass(frozen=True, slots=True)
class PeriodTypes:
    """The events of a period, and how many of them are of which type."""

    period: str | None
    activities: int
    types: tuple[ActivityTypePeriod, ...]


def by_period(rows: Iterable[ActivityTypePeriod]) -> list[PeriodTypes]:
    """The rows of each period together, in their order."""
    gathered: dict[str | None, list[ActivityTypePeriod]] = {}
    for row in rows:
        gathered.setdefault(row.period, []).append(row)
    return [
        PeriodTypes(period, sum(row.activities for row in types), tuple(types))
        for period, types in gathered.items()
    ]


def _charts(periods: list[ActivityTypePeriod], by: By) -> tuple[Chart, ...]:
    from archive.charts.activities import activities_over_time  # noqa: PLC0415 - altair is slow

    if not any(row.period for row in periods):
        return ()
    description = (
        f"Stacked bars: how many events took place in each {by}, by type of activity. The numbers"
        f" are in the table of events by {by} and type."
    )
    specification = activities_over_time(periods, by)
    return (Chart(f"Events by {by} and type", description, specification),)


def _shown_title(row: ActivityRow) -> str:
    gone = f" (gone {row.gone_at[:10]})" if row.gone_at else ""
    return shortened(printable(row.title or UNTITLED), _TITLE_LENGTH) + gone


def _linked_title(row: ActivityRow) -> Cell:
    title = Link(row.title or UNTITLED, row.url)
    return (title, f"(gone from its site {row.gone_at[:10]})") if row.gone_at else title


def _where(row: ActivityRow) -> str | None:
    parts = [part for part in (row.venue, row.place) if part]
    if len(parts) > 1 and parts[1].casefold() in parts[0].casefold():
        del parts[1]
    return ", ".join(parts) or None


def _counted_type(row: ActivityTypePeriod) -> str:
    also = "" if row.label_id == row.label_en else f" ({row.label_id})"
    return f"{row.label_en}{also} {row.activities}"


def _people(row: ActivityRow) -> tuple[str, ...]:
    return tuple(f"{person.name} ({person.role})" for person in row.people)


def _groups(row: ActivityRow) -> tuple[str, ...]:
    return tuple(
        group.topic if group.focus_area is None else f"{group.topic} ({group.focus_area})"
        for group in row.groups
    )


def _materials(row: ActivityRow) -> tuple[str, ...]:
    return tuple(
        material.label if material.url is None else f"{material.label} <{material.url}>"
        for material in row.materials
    )


COLUMNS: Columns[ActivityRow] = (
    (Column("activity_id", "Number", DATA), lambda row: row.activity_id),
    (
        Column("dates", "Date", SHOWN, is_one_line=True),
        lambda row: date_range(row.start_date, row.end_date),
    ),
    (Column("start_date", "First day", DATA), lambda row: row.start_date),
    (Column("end_date", "Last day", DATA), lambda row: row.end_date),
    (Column("type", "Type"), lambda row: Label(row.type, row.type_label_en, row.type_label_id)),
    (Column("title", "Title", DATA), lambda row: row.title),
    (Column("shown_title", "Title", TERMINAL, grows=True), _shown_title),
    (Column("linked_title", "Title", PAGE, is_indonesian=True), _linked_title),
    (Column("venue", "Venue", DATA), lambda row: row.venue),
    (Column("place", "Place", DATA), lambda row: row.place),
    (Column("where", "Where", PAGE, is_indonesian=True), _where),
    (Column("attendance", "Attendance", longest=_ATTENDANCE), lambda row: row.attendance),
    (Column("attendance_count", "Largest count", DATA), lambda row: row.attendance_count),
    (Column("people", "People", DATA), _people),
    (
        Column("people_count", "People", SHOWN, is_number=True),
        lambda row: len({person.name for person in row.people}) or None,
    ),
    (
        Column("organizations", "Organizations", DATA),
        lambda row: tuple(organization.name for organization in row.organizations),
    ),
    (Column("groups", "Groups", DATA), _groups),
    (
        Column("groups_count", "Groups", SHOWN, is_number=True),
        lambda row: len(row.groups) or None,
    ),
    (Column("materials", "Materials", DATA), _materials),
    (
        Column("materials_count", "Materials", SHOWN, is_number=True),
        lambda row: len(row.materials) or None,
    ),
    (Column("url", "Page", DATA), lambda row: row.url),
    (Column("site", "Site", DATA), lambda row: row.site),
    (Column("published_at", "Published", DATA), lambda row: row.published_at),
    (Column("gone_at", "Gone", DATA), lambda row: row.gone_at),
    (Column("event_id", "Event", DATA), lambda row: row.event_id),
    (Column("has_corrections", "Corrected", DATA), lambda row: int(row.has_corrections)),
)

_PERIOD_COLUMNS: Columns[PeriodTypes] = (
    (Column("period", "Period", PAGE, is_one_line=True), lambda row: row.period or UNDATED),
    (Column("activities", "Events", PAGE, is_number=True), lambda row: row.activities),
    (Column("types", "Types", PAGE), lambda row: tuple(map(_counted_type, row.types))),
)
