"""Rows of facts become those of a record in its order, and what is so already stays."""

from __future__ import annotations

import pytest
from archive_samples import fetch, record, store_page
from sqlite_utils import Database

from archive import fact_rows
from archive.rows import Row


def count(number: int) -> Row:
    return {"count": number, "qualifier": "exact", "unit": "orang", "evidence": "[]"}


def write(db: Database, numbers: str) -> list[int]:
    return fact_rows.of_activity(db, "attendance", 1, [count(int(one)) for one in numbers])


def stored(db: Database) -> dict[int, int]:
    return dict(db.execute("SELECT id, count FROM attendance ORDER BY id").fetchall())


@pytest.fixture
def page(db: Database) -> Database:
    store_page(db, record(), fetch())
    write(db, "")
    return db


@pytest.mark.parametrize(
    ("before", "after", "written"),
    [
        ("123", "123", 0),
        ("123", "143", 1),
        ("123", "13", 1),
        ("123", "23", 1),
        ("123", "12", 1),
        ("112", "12", 1),
        ("123", "1234", 1),
        ("123", "4123", 4),
        ("123", "", 3),
        ("", "12", 2),
        ("1234", "56", 4),
        ("11", "111", 1),
    ],
)
def test_as_little_is_written_as_keeps_the_order(
    before: str, after: str, written: int, page: Database
) -> None:
    write(page, before)
    changes = page.conn.total_changes
    ids = write(page, after)
    assert page.conn.total_changes - changes == written
    assert "".join(map(str, stored(page).values())) == after
    assert ids == list(stored(page))


def test_a_row_that_says_something_else_keeps_its_key(page: Database) -> None:
    ids = write(page, "123")
    assert write(page, "193") == ids
    assert stored(page)[ids[1]] == 9
