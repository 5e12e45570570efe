"""Sums that a reader adds up aside answer as those that the archive keeps."""

from __future__ import annotations

from pathlib import Path

import pytest
from archive_samples import fetch, store_page
from question_samples import fill, report
from sqlite_utils import Database

from archive import query
from archive.query import sums_aside
from archive.query.sums import are_current
from archive.storage import DATABASE_NAME, close, open_archive, open_read_only


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive to which a crawl has written since its sums were renewed."""
    db = open_archive(tmp_path / "data")
    fill(db)
    write_a_page(db, "baru")
    close(db)
    return tmp_path / "data"


def write_a_page(db: Database, slug: str) -> None:
    address = f"https://kota.example/{slug}/"
    store_page(db, report("2021-05-06", title="Rapat Embung", type="meeting"), fetch(address))


def asked(db: Database) -> list[object]:
    return [
        query.people(db),
        query.count_people(db, role="moderator"),
        query.organizations(db),
        query.count_activities(db),
        query.count_events(db),
        query.activities_by_type(db, by="year"),
        query.focus_areas(db),
        query.attendance(db, by="year"),
        query.co_appearances(db),
        query.coverage(db),
    ]


def test_they_give_the_answers_that_the_facts_give(folder: Path, tmp_path: Path) -> None:
    db = open_read_only(folder)
    assert not are_current(db)
    of_facts = asked(db)
    sums_aside.make(folder / DATABASE_NAME, tmp_path / "aside.db")
    sums_aside.use(db, tmp_path / "aside.db")
    assert are_current(db)
    assert asked(db) == of_facts
    close(db)


def test_they_stay_those_of_their_moment_until_they_are_left(folder: Path, tmp_path: Path) -> None:
    sums_aside.make(folder / DATABASE_NAME, tmp_path / "aside.db")
    writer = open_archive(folder)
    write_a_page(writer, "lebih-baru")
    db = open_read_only(folder)
    now = query.count_events(db)
    sums_aside.use(db, tmp_path / "aside.db")
    assert query.count_events(db) == now - 1
    sums_aside.leave(db)
    assert query.count_events(db) == now
    close(db)
    close(writer)


def test_newer_ones_take_the_place_of_older_ones(folder: Path, tmp_path: Path) -> None:
    db = open_read_only(folder)
    now = query.count_events(db)
    sums_aside.make(folder / DATABASE_NAME, tmp_path / "1.db")
    sums_aside.use(db, tmp_path / "1.db")
    writer = open_archive(folder)
    write_a_page(writer, "lebih-baru")
    sums_aside.make(folder / DATABASE_NAME, tmp_path / "2.db")
    sums_aside.use(db, tmp_path / "2.db")
    assert query.count_events(db) == now + 1
    close(db)
    close(writer)


def test_making_them_leaves_the_archive_as_it_was(folder: Path, tmp_path: Path) -> None:
    before = (folder / DATABASE_NAME).read_bytes()
    sums_aside.make(folder / DATABASE_NAME, tmp_path / "aside.db")
    assert (folder / DATABASE_NAME).read_bytes() == before
