"""What hits have in common is counted so that a number is what a filter leaves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from archive_samples import activity, article, fetch, record, store_page
from file_samples import fill
from sqlite_utils import Database

from archive.search import asking, search
from archive.search.counting import Facets, facets


def keep(db: Database, number: int, words: str, **facts: Any) -> None:
    """Stores a page of the invented city's workshop with other words and facts."""
    url = f"https://kota.example/{number}/"
    told = article(url=url, text=f"{article().text}\n{words}")
    changes = {"title": f"Kegiatan {number}", **facts}
    page = record(article=told, activity=activity(**changes))
    store_page(db, page, fetch(url), body=url.encode())


@pytest.fixture
def filled(db: Database) -> Database:
    keep(db, 1, "Kolam retensi.", type="meeting", start_date="2018-12-30", end_date="2019-01-02")
    keep(db, 2, "Kolam renang.", materials=())
    keep(db, 3, "Kolam ikan.", type="visit", groups=(), organizations=(), materials=())
    keep(db, 4, "Tidak ada.")
    return db


def pairs(found: Facets, name: str) -> list[tuple[str | int, int]]:
    return [(one.value, one.hits) for one in getattr(found, name)]


def test_hits_are_counted_by_what_their_activities_are(filled: Database):
    found = facets(filled, "kolam")
    assert pairs(found, "years") == [("2018", 1), ("2019", 3)]
    assert pairs(found, "types") == [("meeting", 1), ("visit", 1), ("workshop", 1)]
    assert pairs(found, "focus_areas") == [(3, 2)]
    assert [(one.name, one.hits) for one in found.organizations] == [("Dinas Air", 2)]
    assert found.slides == 1
    assert found.is_exact


def test_each_number_is_how_many_hits_its_filter_leaves(filled: Database):
    found = facets(filled, "kolam")
    for one in found.types:
        assert search(filled, "kolam", type=str(one.value)).total == one.hits
    for one in found.years:
        since, until = f"{one.value}-01-01", f"{one.value}-12-31"
        assert search(filled, "kolam", since=since, until=until).total == one.hits
    for one in found.organizations:
        assert search(filled, "kolam", organization_id=int(one.value)).total == one.hits
    assert search(filled, "kolam", slides=True).total == found.slides


def test_filters_narrow_what_is_counted(filled: Database):
    found = facets(filled, "kolam", type="visit")
    assert pairs(found, "types") == [("visit", 1)]
    assert (found.organizations, found.slides) == ((), 0)


def test_a_file_counts_by_the_activities_that_offered_it(db: Database, folder: Path):
    fill(db, folder)
    found = facets(db, "biopori")
    assert search(db, "biopori").hits[0].kind == "file"
    assert pairs(found, "types") == [("workshop", 1)]
    assert found.slides == 1


def test_of_very_many_hits_the_newest_are_counted(
    filled: Database, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(asking, "MOST_RANKED", 1)
    monkeypatch.setattr(asking, "MOST_COUNTED", 2)
    found = facets(filled, "kolam")
    assert not found.is_exact
    assert sum(one.hits for one in found.types) == 2
    few = facets(filled, "kolam", type="visit")
    assert few.is_exact
    assert pairs(few, "types") == [("visit", 1)]


def test_nothing_found_has_no_facets(filled: Database):
    found = facets(filled, "xyzzy")
    assert (found.years, found.types, found.slides) == ((), (), 0)
