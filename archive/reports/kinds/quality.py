"""Quality: what in the archive contradicts itself, is missing or doubtful, and what to do."""

from __future__ import annotations

from sqlite_utils import Database

from archive import quality
from archive.quality import CheckCount, QualityRow
from archive.reports import evidence, sources
from archive.reports.question import Question, circumstances
from archive.reports.report import (
    DATA,
    DATA_AND_PAGE,
    PAGE,
    Column,
    Figure,
    Quote,
    Report,
)
from archive.reports.sources import Evidence
from archive.reports.tables import Columns, table
from archive.reports.titles import title_columns
from archive.reports.wording import number_of

_TITLE = 34


def report(db: Database, question: Question) -> Report:
    """The report of quality."""
    rows = quality.run(db, limit=question.limit, **question.selected)
    counts = quality.counts(db, **question.selected)
    behind = sources.NONE
    if question.with_sources:
        found = [Evidence(row.activity_id, row.activity_id, row, _quote(row)) for row in rows]
        behind = evidence.numbered(db, rows, found)
    return Report(
        kind="quality",
        title="Quality of the data",
        title_indonesian="Mutu data",
        circumstances=circumstances(question),
        figures=(*_figures(counts),),
        charts=(),
        tables=(
            table(
                "What a person should look at",
                _COLUMNS,
                rows,
                sources=behind.behind,
                every=sum(count.found for count in counts),
                nothing="No check finds anything.",
            ),
            table("The checks", _COUNT_COLUMNS, counts),
        ),
        notes=_NOTES,
        sources=behind.every,
        summary=f"{number_of(len(rows), 'finding')} of {number_of(len(counts), 'check')}",
    )


def _quote(row: QualityRow) -> Quote | None:
    return None if row.quote is None else Quote(row.check, row.quote)


def _figures(counts: list[CheckCount]) -> tuple[Figure, ...]:
    found = {"error": 0, "warning": 0, "note": 0}
    for count in counts:
        found[count.severity] += count.found
    notes = {"error": "contradictions", "warning": "likely wrong", "note": "missing"}
    return tuple(
        Figure(f"{severity.capitalize()}s", str(number), notes[severity])
        for severity, number in found.items()
    )


_NOTES = (
    (
        "An error is a contradiction of the page or of the archive, a warning is likely wrong, a note"
        " tells what is missing. A finding is no proof: 'resilience correct' mends what is wrong, or"
        " verifies what is right."
    ),
)

_COLUMNS: Columns[QualityRow] = (
    (Column("severity", "Severity"), lambda row: row.severity),
    (Column("check", "Check"), lambda row: row.check),
    (Column("activity_id", "Activity", DATA), lambda row: row.activity_id),
    (Column("title", "Activity", DATA), lambda row: row.title),
    *title_columns("Activity", _TITLE, grows=False),
    (Column("message", "What was found", grows=True), lambda row: row.message),
    (Column("quote", "Words", DATA_AND_PAGE, is_indonesian=True), lambda row: row.quote),
    (Column("what_to_do", "What to do", DATA), lambda row: row.what_to_do),
    (Column("url", "Page", DATA), lambda row: row.url),
)

_COUNT_COLUMNS: Columns[CheckCount] = (
    (Column("check", "Check", PAGE), lambda count: count.check),
    (Column("severity", "Severity", PAGE), lambda count: count.severity),
    (Column("found", "Found", PAGE, is_number=True), lambda count: count.found),
    (Column("meaning", "What it means", PAGE), lambda count: count.meaning),
    (Column("what_to_do", "What to do", PAGE), lambda count: count.what_to_do),
)
