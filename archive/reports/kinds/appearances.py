"""How often people (or organizations) appeared, and event by event where a report is about one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

from sqlite_utils import Database

from archive import query
from archive.names import name_key
from archive.query import (
    AppearanceRow,
    KnownOrganizationRow,
    OrganizationAppearanceRow,
    PersonRow,
    Selected,
)
from archive.query.names import organizations_named, people_named
from archive.reports.dates import UNDATED, from_to
from archive.reports.question import Question
from archive.reports.report import DATA, PAGE, SHOWN, Column, Source, Table
from archive.reports.sources import Sources
from archive.reports.tables import Columns, table
from archive.reports.titles import title_columns
from archive.reports.wording import often
from archive.tabular import printable

_MOST = 5
"""A part of a name that fits more than so many asks for a list, not for each one's story."""
_TITLE = 60
_ROLES = 24

_Row = TypeVar("_Row", AppearanceRow, OrganizationAppearanceRow)


def person_tables(db: Database, question: Question, behind: Sources) -> list[Table]:
    """A table for each person that the question names, by key or by a part of a name."""
    asked = question.selected
    named = _named(db, asked.get("person"), people_named)

    def told(key: int) -> tuple[str, Sequence[AppearanceRow]]:
        known = query.person(db, key, gone=asked.get("gone", False))
        among = _activities(db, {**asked, "person_id": key})
        return known.row.name, [row for row in known.appearances if row.activity_id in among]

    return _tables(_meant(asked.get("person_id"), named), told, _PERSON_COLUMNS, behind)


def organization_tables(db: Database, question: Question, behind: Sources) -> list[Table]:
    """A table for each organization that the question names, likewise."""
    asked = question.selected
    named = _named(db, asked.get("organization"), organizations_named)

    def told(key: int) -> tuple[str, Sequence[OrganizationAppearanceRow]]:
        known = query.organization(db, key, gone=asked.get("gone", False))
        among = _activities(db, {**asked, "organization_id": key})
        return known.row.name, [row for row in known.appearances if row.activity_id in among]

    return _tables(_meant(asked.get("organization_id"), named), told, _ORGANIZATION_COLUMNS, behind)


def _tables(
    keys: Iterable[int],
    told: Callable[[int], tuple[str, Sequence[_Row]]],
    columns: Columns[_Row],
    behind: Sources,
) -> list[Table]:
    """A table for each that appears among the wanted reports; `told` gives name and appearances."""
    tables = []
    for key in keys:
        name, rows = told(key)
        if rows:
            sources = partial(_on, behind.behind(key))
            caption = f"Appearances of {printable(name)}"
            tables.append(table(caption, columns, rows, sources=sources))
    return tables


def _named(
    db: Database, part: str | None, find: Callable[[Database, str], Sequence[int]]
) -> Sequence[int]:
    return [] if part is None else find(db, name_key(part))


def _meant(key: int | None, named: Sequence[int]) -> Sequence[int]:
    if key is not None:
        return [key]
    return named if len(named) <= _MOST else []


def _activities(db: Database, selected: Selected) -> set[int]:
    chosen = query.condition(db, selected)
    rows = db.execute(
        f"SELECT activities.id FROM activities WHERE {chosen.sql}",  # noqa: S608 - our own words
        chosen.parameters,
    )
    return {activity_id for (activity_id,) in rows}


def _on(sources: Sequence[Source], row: AppearanceRow | OrganizationAppearanceRow) -> list[Source]:
    """The source that is the row's page."""
    return [source for source in sources if source.url == row.url]


def _office(row: AppearanceRow) -> str | None:
    return ", ".join(part for part in (row.position, row.organization) if part) or None


HOW_OFTEN: Columns[PersonRow | KnownOrganizationRow] = (
    (Column("appearances", "Events", is_number=True), lambda row: row.appearances),
    (Column("first_date", "First", DATA), lambda row: row.first_date),
    (Column("last_date", "Last", DATA), lambda row: row.last_date),
    (Column("seen", "When", SHOWN), lambda row: from_to(row.first_date, row.last_date)),
    (Column("roles", "As", longest=_ROLES, is_one_line=True), lambda row: often(row.roles)),
)
"""Of a list of people or organizations: at how many events, when, and as what."""

_ACTIVITY_COLUMNS: Columns[AppearanceRow | OrganizationAppearanceRow] = (
    (
        Column("start_date", "Date", SHOWN, is_one_line=True),
        lambda row: row.start_date or UNDATED,
    ),
    *title_columns("Activity", _TITLE),
)
_ROLE_COLUMNS: Columns[AppearanceRow | OrganizationAppearanceRow] = (
    (Column("role", "As", SHOWN), lambda row: row.role.replace("_", " ")),
)

_PERSON_COLUMNS: Columns[AppearanceRow] = (
    *_ACTIVITY_COLUMNS,
    *_ROLE_COLUMNS,
    (Column("office", "Office", PAGE, is_indonesian=True), _office),
    (Column("summary", "What the page tells", PAGE, is_indonesian=True), lambda row: row.summary),
)

_ORGANIZATION_COLUMNS: Columns[OrganizationAppearanceRow] = (
    *_ACTIVITY_COLUMNS,
    (Column("name", "Named as", PAGE, is_indonesian=True), lambda row: row.name),
    *_ROLE_COLUMNS,
)
