"""Totals on the pages while a crawl writes: added up aside, told with their time."""

from __future__ import annotations

import asyncio
import re
import time
from pathlib import Path

import pytest
from archive_samples import article, fetch, record, store_page
from sqlite_utils import Database

from archive.browse import serving, totals
from archive.query import renewing
from archive.storage import close, open_archive, open_read_only

NOTE = re.compile(r"Totals of the whole archive were added up on \d+ \w+ \d{4} at \d\d:\d\d UTC")


@pytest.fixture
def writer(tmp_path: Path) -> Database:
    """A crawl that writes to the archive in tmp_path / "data"."""
    db = open_archive(tmp_path / "data")
    write(db, "satu")
    return db


def write(db: Database, slug: str) -> None:
    address = f"https://kota.example/{slug}/"
    store_page(db, record(article=article(url=address, title=slug)), fetch(address))


def page(folder: Path, address: str) -> str:
    response = asyncio.run(serving.site(folder).client.get(address))
    assert response.status_code == 200
    return str(response.text)


def test_pages_say_when_totals_were_added_up_that_are_not_of_now(
    writer: Database, tmp_path: Path
) -> None:
    assert NOTE.search(page(tmp_path / "data", "/?lang=en"))
    close(writer)


def test_pages_say_nothing_where_the_archive_keeps_current_ones(
    writer: Database, tmp_path: Path
) -> None:
    renewing.renew(writer)
    close(writer)
    assert not NOTE.search(page(tmp_path / "data", "/?lang=en"))


def test_pages_without_totals_say_nothing(writer: Database, tmp_path: Path) -> None:
    close(writer)
    assert not NOTE.search(page(tmp_path / "data", "/activity/1?lang=en"))


def test_they_are_made_anew_after_something_was_written(writer: Database, tmp_path: Path) -> None:
    of_site = totals.Totals(tmp_path / "data")
    db = open_read_only(tmp_path / "data")
    first = of_site.now(db)
    assert first is not None
    write(writer, "dua")
    patience = time.monotonic() + 30
    while of_site.now(db) == first and time.monotonic() < patience:
        time.sleep(0.05)
    assert of_site.now(db) != first
    close(db)
    close(writer)


def test_they_are_not_made_anew_where_nothing_was_written(
    writer: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(totals, "_REST", 0)
    of_site = totals.Totals(tmp_path / "data")
    db = open_read_only(tmp_path / "data")
    first = of_site.now(db)
    assert [of_site.now(db) for _ in range(3)] == [first] * 3
    close(db)
    close(writer)
