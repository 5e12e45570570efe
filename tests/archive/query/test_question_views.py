"""Views answer the same questions in plain SQL, without a join and without this program."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from archive import query
from archive.query import renewing
from archive.storage import DATABASE_NAME, transaction

VIEWS = ("people_overview", "organization_overview", "attendance_overview", "focus_area_overview")


def rows(db: Database, view: str, where: str = "true") -> list[dict[str, Any]]:
    return list(db.query(f"SELECT * FROM {view} WHERE {where}"))  # noqa: S608 - the tests' own words


def test_people_have_their_events_counted_and_their_latest_office(examples: Database) -> None:
    (ratna,) = rows(examples, "people_overview", "person = 'Ratna Wulandari'")
    assert (ratna["appearances"], ratna["latest_position"]) == (2, "Kepala Dinas Air")
    counted = {row["person_id"]: row["appearances"] for row in rows(examples, "people_overview")}
    assert counted == {row.person_id: row.appearances for row in query.people(examples)}


def test_organizations_have_their_events_counted(examples: Database) -> None:
    (water,) = rows(examples, "organization_overview", "acronym = 'DA'")
    assert (water["appearances"], water["organized"]) == (4, 3)


@pytest.mark.parametrize("view", VIEWS[:2])
def test_what_is_asked_of_kept_sums_says_what_the_facts_say(examples: Database, view: str) -> None:
    renewing.renew(examples)
    kept = rows(examples, view)
    with transaction(examples):
        examples.execute("UPDATE sums SET is_current = 0")
    assert kept
    assert sorted(kept, key=repr) == sorted(rows(examples, view), key=repr)


def test_attendance_tells_who_is_counted_and_what_is_certain(examples: Database) -> None:
    found = rows(
        examples, "attendance_overview", "title = 'Lokakarya Taman Hujan' ORDER BY attendance_id"
    )
    assert [(row["counts"], row["lower"], row["upper"]) for row in found] == [
        ("people", 0, None),
        ("institutions", 12, None),
    ]


def test_focus_areas_have_a_row_a_report(examples: Database) -> None:
    found = rows(examples, "focus_area_overview", "focus_area = 3")
    assert [(row["topics"], row["conclusions_count"]) for row in found] == [
        ("air bersih", 2),
        ("sumur resapan", 1),
    ]


def test_participation_tells_who_it_is_and_how_the_page_writes_the_name(
    examples: Database,
) -> None:
    with transaction(examples):
        examples.execute("UPDATE people SET name = 'Tegar B. Prakoso' WHERE name LIKE 'Tegar%'")
    row = rows(examples, "participation_overview", "name LIKE 'Tegar%'")[0]
    assert (row["person"], row["name"]) == ("Tegar B. Prakoso", "Tegar Prakoso")


@pytest.mark.parametrize("view", VIEWS)
def test_page_that_is_gone_is_in_no_overview(view: str, examples: Database) -> None:
    with transaction(examples):
        examples.execute("UPDATE pages SET state = 'gone'")
    assert rows(examples, view) == []


@pytest.mark.parametrize("view", VIEWS)
def test_any_sqlite_tool_can_ask(view: str, folder: Path, examples: Database) -> None:
    assert examples["activities"].count
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as plain:
        assert plain.execute(f"SELECT * FROM {view}").fetchall()  # noqa: S608 - the tests' own words
