"""People: how often each took part, as what, in which office, and with whom."""

from __future__ import annotations

from sqlite_utils import Database

from archive import query
from archive.query import PersonRow, PositionRow
from archive.reports.dates import from_to
from archive.reports.kinds.appearances import HOW_OFTEN, person_tables
from archive.reports.kinds.pairs import PAIR_NOTE, named_sources, pair_chart, pair_table, pairs
from archive.reports.question import Question, circumstances
from archive.reports.report import DATA, PAGE, Column, Figure, Report
from archive.reports.tables import Columns, table
from archive.reports.wording import number_of

_NAME = 30


def report(db: Database, question: Question) -> Report:
    """The report of people."""
    rows = query.people(db, limit=question.limit, **question.selected)
    every = query.count_people(db, **question.selected)
    met = pairs(db, "person", question)
    behind = named_sources(db, "person", [row.person_id for row in rows], met, question)
    return Report(
        kind="people",
        title="People",
        title_indonesian="Orang yang terlibat",
        circumstances=circumstances(question),
        figures=(Figure("People", str(every), "who took part"),),
        charts=pair_chart(met, question),
        tables=(
            table(
                "People by the events they took part in",
                _COLUMNS,
                rows,
                sources=lambda row: behind.behind(row.person_id),
                every=every,
            ),
            *person_tables(db, question, behind),
            pair_table(met, behind),
        ),
        notes=(*_NOTES, PAIR_NOTE),
        sources=behind.every,
        summary=number_of(len(rows), "person", "people"),
    )


def _office(held: PositionRow) -> str:
    office = ", ".join(part for part in (held.position, held.organization) if part)
    return f"{office} ({from_to(held.first_date, held.last_date)})"


_NOTES = (
    (
        "A person counts once for an event, whatever they did there and however many pages report it;"
        " roles count the events at which a person had them, so that they may add up to more. An office"
        " has the days of the first and the last event at which a page gives it, not those of its"
        " beginning and end."
    ),
)

_COLUMNS: Columns[PersonRow] = (
    (Column("person_id", "Number", DATA), lambda row: row.person_id),
    (Column("name", "Name", longest=_NAME, grows=True), lambda row: row.name),
    (Column("aliases", "Also as", DATA | PAGE), lambda row: row.aliases),
    *HOW_OFTEN,
    (
        Column("positions", "Office", DATA | PAGE, is_indonesian=True),
        lambda row: tuple(_office(held) for held in row.positions),
    ),
)
