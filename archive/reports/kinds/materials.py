"""Materials: slides and documents that pages offer, and what became of their files."""

from __future__ import annotations

from sqlite_utils import Database

from archive import query
from archive.query import OfferedMaterialRow
from archive.reports import evidence, sources
from archive.reports.cells import Label, Link
from archive.reports.dates import UNDATED
from archive.reports.question import Question, circumstances
from archive.reports.report import (
    DATA,
    DATA_AND_PAGE,
    PAGE,
    SHOWN,
    TERMINAL,
    Column,
    Figure,
    Quote,
    Report,
)
from archive.reports.sources import Evidence
from archive.reports.tables import Columns, table
from archive.reports.titles import title_columns
from archive.reports.wording import number_of, shortened
from archive.tabular import printable

_TITLE = 40


def report(db: Database, question: Question) -> Report:
    """The report of materials."""
    rows = query.materials(db, limit=question.limit, **question.selected)
    every = query.count_materials(db, **question.selected)
    behind = sources.NONE
    if question.with_sources:
        found = [
            Evidence(
                row.activity_id, row.activity_id, row.material_id, Quote("material", row.quote)
            )
            for row in rows
        ]
        behind = evidence.numbered(db, [row.material_id for row in rows], found)
    return Report(
        kind="materials",
        title="Materials",
        title_indonesian="Bahan dan paparan",
        circumstances=circumstances(question),
        figures=(Figure("Materials", str(every), "that the reports offer"),),
        charts=(),
        tables=(
            table(
                "Materials by date",
                _COLUMNS,
                rows,
                sources=lambda row: behind.behind(row.material_id),
                every=every,
            ),
        ),
        notes=_NOTES,
        sources=behind.every,
        summary=number_of(len(rows), "material"),
    )


def _kind(code: str) -> Label:
    words = code.replace("_", " ")
    return Label(code, words, words)


def _file(row: OfferedMaterialRow) -> str | None:
    """What became of the file, and how large it is."""
    if row.file_type is None:
        return row.file_state
    pages = "" if row.file_pages is None else f", {number_of(row.file_pages, 'page')}"
    return f"{row.file_type}{pages}"


_NOTES = (
    (
        "A material counts once for each page that offers it. File: what the archive keeps of it, or"
        " what became of the link (not asked, pending, failed, gone, refused; “link” where its host"
        " offers no download). A page of slides is a slide."
    ),
)

_COLUMNS: Columns[OfferedMaterialRow] = (
    (Column("material_id", "Number", DATA), lambda row: row.material_id),
    (Column("activity_id", "Activity", DATA), lambda row: row.activity_id),
    (Column("start_date", "Date", DATA), lambda row: row.start_date),
    (Column("shown_date", "Date", SHOWN, is_one_line=True), lambda row: row.start_date or UNDATED),
    (Column("kind", "Kind"), lambda row: _kind(row.kind)),
    (Column("label", "Material", DATA), lambda row: row.label),
    (
        Column("shown_label", "Material", TERMINAL, grows=True),
        lambda row: shortened(printable(row.label), _TITLE),
    ),
    (
        Column("linked_label", "Material", PAGE, is_indonesian=True),
        lambda row: Link(row.label, row.material_url),
    ),
    (Column("material_url", "Address", DATA), lambda row: row.material_url),
    (Column("presenter", "Presenter", DATA_AND_PAGE), lambda row: row.presenter),
    (Column("date", "Its date", DATA), lambda row: row.date),
    (Column("type", "Type", DATA), lambda row: row.type),
    (Column("title", "Activity", DATA), lambda row: row.title),
    *title_columns("Activity", _TITLE),
    (Column("url", "Page", DATA), lambda row: row.url),
    (Column("file", "File", SHOWN), _file),
    (Column("file_state", "State", DATA), lambda row: row.file_state),
    (Column("file_reason", "Reason", DATA), lambda row: row.file_reason),
    (Column("file_type", "File type", DATA), lambda row: row.file_type),
    (Column("file_pages", "Pages", DATA), lambda row: row.file_pages),
    (Column("file_length", "Bytes", DATA), lambda row: row.file_length),
    (Column("file_sha256", "Digest", DATA), lambda row: row.file_sha256),
    (Column("file_path", "Path", DATA), lambda row: row.file_path),
)
