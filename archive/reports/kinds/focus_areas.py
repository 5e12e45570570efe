"""Focus areas over time: events, groups and what the groups concluded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from archive import query
from archive.query import By, FocusAreaPeriod
from archive.reports import evidence, sources
from archive.reports.cells import Label
from archive.reports.dates import UNDATED
from archive.reports.question import Question, circumstances
from archive.reports.report import DATA, PAGE, SHOWN, TERMINAL, Chart, Column, Figure, Report
from archive.reports.tables import Columns, table
from archive.reports.wording import number_of

NO_AREA = Label("", "None of the five", "Di luar kelimanya")


@dataclass(frozen=True, slots=True)
class AreaTotal:
    """A focus area over the whole of the report's time."""

    area: Label
    activities: int
    groups: int
    conclusions: int


def report(db: Database, question: Question) -> Report:
    """The report of focus areas."""
    by: By = question.by or "year"
    rows = query.focus_areas(db, by=by, **question.selected)
    behind = sources.NONE
    if question.with_sources:
        subjects = [(row.period, row.focus_area) for row in rows]
        found = evidence.of_focus_areas(db, by, question.selected)
        behind = evidence.numbered(db, subjects, found)
    areas = totals(rows)
    return Report(
        kind="focus-areas",
        title="Focus areas",
        title_indonesian="Bidang fokus",
        circumstances=circumstances(question),
        figures=(
            Figure("Groups", str(sum(area.groups for area in areas)), "that worked on a topic"),
            Figure("Conclusions", str(sum(area.conclusions for area in areas))),
        ),
        charts=_charts(rows, by) if question.with_charts else (),
        tables=(
            table(
                f"Focus areas by {by}",
                _COLUMNS,
                rows,
                sources=lambda row: behind.behind((row.period, row.focus_area)),
                nothing="No report tells of groups.",
            ),
            table("Focus areas over the whole time", _TOTAL_COLUMNS, areas),
        ),
        notes=_NOTES,
        sources=behind.every,
        summary=f"{number_of(len(areas), 'focus area')}, {number_of(len(rows), 'row')}",
    )


def totals(rows: Sequence[FocusAreaPeriod]) -> list[AreaTotal]:
    """The sums of each focus area by its number; an event is in one period, so none counts twice."""
    gathered: dict[tuple[int | None, Label], list[FocusAreaPeriod]] = {}
    for row in rows:
        gathered.setdefault((row.focus_area, _area(row)), []).append(row)
    ordered = sorted(gathered.items(), key=lambda item: (item[0][0] is None, item[0][0] or 0))
    return [
        AreaTotal(
            area,
            sum(row.activities for row in of),
            sum(row.groups for row in of),
            sum(row.conclusions for row in of),
        )
        for (_, area), of in ordered
    ]


def _charts(rows: Sequence[FocusAreaPeriod], by: By) -> tuple[Chart, ...]:
    from archive.charts.focus_areas import focus_areas_over_time  # noqa: PLC0415 - altair is slow

    if not any(row.period for row in rows):
        return ()
    description = (
        f"A field for each focus area and {by}: the number in it, and its shade, tell how many"
        " events had a group on the area. An empty field is none. The numbers are in the table"
        f" of focus areas by {by}."
    )
    return (Chart(f"Events by focus area and {by}", description, focus_areas_over_time(rows)),)


def _area(row: FocusAreaPeriod) -> Label:
    if row.focus_area is None:
        return NO_AREA
    return Label(str(row.focus_area), f"{row.focus_area} {row.label_en or ''}", row.label_id or "")


_NOTES = (
    (
        "Events are those that formed a group on the area; an event with groups on several areas counts"
        " for each of them, so that areas do not add up to the events. Which of the secretariat's five"
        " areas a group's topic belongs to is read from the topic's words. Groups and conclusions are"
        " counted as pages tell of them: two pages that report one event may both tell of a group."
    ),
)

_COLUMNS: Columns[FocusAreaPeriod] = (
    (Column("period", "Period", DATA), lambda row: row.period),
    (Column("shown_period", "Period", SHOWN, is_one_line=True), lambda row: row.period or UNDATED),
    (Column("focus_area", "Number", DATA), lambda row: row.focus_area),
    (Column("label_en", "Focus area", DATA), lambda row: row.label_en),
    (Column("label_id", "Bidang fokus", DATA), lambda row: row.label_id),
    (
        Column("shown_area", "Focus area", TERMINAL, grows=True),
        lambda row: _area(row).english,
    ),
    (Column("area", "Focus area", PAGE), _area),
    (Column("activities", "Events", is_number=True), lambda row: row.activities),
    (Column("groups", "Groups", is_number=True), lambda row: row.groups),
    (Column("conclusions", "Conclusions", is_number=True), lambda row: row.conclusions),
)

_TOTAL_COLUMNS: Columns[AreaTotal] = (
    (Column("area", "Focus area", PAGE), lambda total: total.area),
    (Column("activities", "Events", PAGE, is_number=True), lambda total: total.activities),
    (Column("groups", "Groups", PAGE, is_number=True), lambda total: total.groups),
    (Column("conclusions", "Conclusions", PAGE, is_number=True), lambda total: total.conclusions),
)
