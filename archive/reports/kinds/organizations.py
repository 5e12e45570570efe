"""Organizations: how often each is named, as what, and with which others."""

from __future__ import annotations

from sqlite_utils import Database

from archive import query
from archive.query import KnownOrganizationRow
from archive.reports.kinds.appearances import HOW_OFTEN, organization_tables
from archive.reports.kinds.pairs import PAIR_NOTE, named_sources, pair_chart, pair_table, pairs
from archive.reports.question import Question, circumstances
from archive.reports.report import DATA, PAGE, Column, Figure, Report
from archive.reports.tables import Columns, table
from archive.reports.wording import number_of


def report(db: Database, question: Question) -> Report:
    """The report of organizations."""
    rows = query.organizations(db, limit=question.limit, **question.selected)
    every = query.count_organizations(db, **question.selected)
    met = pairs(db, "organization", question)
    ids = [row.organization_id for row in rows]
    behind = named_sources(db, "organization", ids, met, question)
    return Report(
        kind="organizations",
        title="Organizations",
        title_indonesian="Lembaga",
        circumstances=circumstances(question),
        figures=(Figure("Organizations", str(every), "named by the reports"),),
        charts=pair_chart(met, question),
        tables=(
            table(
                "Organizations by the events that name them",
                _COLUMNS,
                rows,
                sources=lambda row: behind.behind(row.organization_id),
                every=every,
            ),
            *organization_tables(db, question, behind),
            pair_table(met, behind),
        ),
        notes=(*_NOTES, PAIR_NOTE),
        sources=behind.every,
        summary=number_of(len(rows), "organization"),
    )


_NOTES = (
    (
        "An organization counts once for an event, however many pages report it; roles count the events"
        " at which it had them, so that they may add up to more. A sector is what the kind of name"
        " tells, where it tells any."
    ),
)

_COLUMNS: Columns[KnownOrganizationRow] = (
    (Column("organization_id", "Number", DATA), lambda row: row.organization_id),
    (Column("name", "Name", is_indonesian=True, grows=True), lambda row: row.name),
    (Column("acronym", "Acronym"), lambda row: row.acronym),
    (Column("aliases", "Also as", DATA | PAGE, is_indonesian=True), lambda row: row.aliases),
    (Column("sector", "Sector"), lambda row: row.sector),
    *HOW_OFTEN,
)
