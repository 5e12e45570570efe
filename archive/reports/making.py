"""Making a report of any kind, and writing it in any format."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlite_utils import Database

from archive.reports import extent
from archive.reports.formats import csv_rows, html_page, json_rows, markdown, terminal
from archive.reports.kinds import (
    activities,
    attendance,
    focus_areas,
    materials,
    organizations,
    people,
    quality,
)
from archive.reports.question import Question
from archive.reports.report import Report

KINDS: Mapping[str, Callable[[Database, Question], Report]] = {
    "activities": activities.report,
    "people": people.report,
    "organizations": organizations.report,
    "focus-areas": focus_areas.report,
    "attendance": attendance.report,
    "materials": materials.report,
    "quality": quality.report,
}

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "table": terminal.written,
    "json": json_rows.written,
    "csv": csv_rows.written,
    "markdown": markdown.written,
    "html": html_page.written,
}

OVER_TIME = frozenset({"activities", "focus-areas", "attendance"})
"""Kinds that cut time into periods."""
LISTS = frozenset({"activities", "people", "organizations", "materials", "quality"})
"""Kinds whose main table can be cut short."""
WITH_SOURCES = frozenset({"json", "markdown", "html"})
WITH_EXTENT = frozenset({"markdown", "html"})
WITH_CHARTS = frozenset({"html"})


def made(db: Database, kind: str, question: Question) -> Report:
    """The report of a kind; all its parts tell of one state of the archive."""
    with db.atomic():
        report = KINDS[kind](db, question)
        if not question.with_extent:
            return report
        return extent.explained(report, extent.extent(db, question.selected))
