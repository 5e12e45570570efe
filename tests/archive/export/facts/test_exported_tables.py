"""Which tables and columns of the archive an export has."""

from __future__ import annotations

import re

import pytest
from sqlite_utils import Database

from archive import dictionary
from archive.export.facts.chosen import chosen
from archive.export.facts.tables import Table, tables
from archive.facts import FACT_TABLES

_IN_A_LIST = re.compile(r"(evidence|summary)_(start|end)$")
"""The first span of evidence, which the list of all of them has."""
NAMED = {table.name: table for table in tables()}


def test_every_kind_of_fact_is_exported() -> None:
    assert set(FACT_TABLES) | {"activities", "events", "corrections"} <= set(NAMED)


@pytest.mark.parametrize("name", [*FACT_TABLES, "activities", "events", "corrections"])
def test_facts_have_all_their_columns(name: str) -> None:
    columns = {name for name in dictionary.structure()[name] if not _IN_A_LIST.search(name)}
    assert columns <= {column.name for column in NAMED[name].columns}


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_references_lead_to_keys_of_exported_tables(table: Table) -> None:
    for column in table.columns:
        if column.refers_to is not None:
            assert NAMED[column.refers_to.table].key == column.refers_to.column


def test_nothing_stays_behind_in_the_connection(db: Database) -> None:
    db.execute(
        "INSERT INTO pages (url, site, state, discovered_at) VALUES ('u', 's', 'fetched', 'd')"
    )
    db.execute("INSERT INTO activities (page_id, type, venue_evidence) VALUES (1, 'visit', '[]')")
    db.commit()
    for _ in range(2):
        with chosen(db) as reports:
            assert (reports.activities, reports.first_date, reports.newest) == (1, None, "d")
    assert db.execute("SELECT count(*) FROM sqlite_temp_master").fetchone() == (0,)
