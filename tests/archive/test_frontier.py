"""The frontier: what is known, what is due, what failed."""

from __future__ import annotations

from archive_samples import URL, due, fetch, record, store_page
from sqlite_utils import Database

from archive import crawls, frontier

OTHER = "https://kota.example/kedua/"


def test_unknown_addresses_become_pending_pages_once(db: Database) -> None:
    crawl_id = crawls.start(db, ["kota"])
    found = frontier.discover(db, iter([URL, OTHER, URL]), site="kota", crawl_id=crawl_id)
    assert found == [URL, OTHER]
    assert frontier.discover(db, [OTHER], site="kota", crawl_id=crawl_id) == []
    assert frontier.states(db) == {"pending": 2, "fetched": 0, "failed": 0, "gone": 0}


def test_only_the_pages_of_the_site_are_due(db: Database) -> None:
    crawl_id = crawls.start(db, ["kota", "desa"])
    frontier.discover(db, [URL], site="kota", crawl_id=crawl_id)
    frontier.discover(db, ["https://desa.example/a/"], site="desa", crawl_id=crawl_id)
    assert due(db, crawl_id=crawl_id) == [URL]


def test_page_is_due_until_this_crawl_has_fetched_it(db: Database) -> None:
    crawl_id = crawls.start(db, ["kota"])
    frontier.discover(db, [URL, OTHER], site="kota", crawl_id=crawl_id)
    store_page(db, record(), fetch(URL, crawl_id=crawl_id))
    assert due(db, crawl_id=crawl_id) == [OTHER]


def test_next_crawl_takes_pending_pages_first_then_failed_then_known_ones(db: Database) -> None:
    first = crawls.start(db, ["kota"])
    third = "https://kota.example/ketiga/"
    frontier.discover(db, [URL, OTHER, third], site="kota", crawl_id=first)
    store_page(db, record(), fetch(URL, crawl_id=first))
    frontier.mark_failed(
        db, OTHER, site="kota", reason="No answer in time.", http_status=None, crawl_id=first
    )
    second = crawls.start(db, ["kota"])
    assert due(db, crawl_id=second) == [third, OTHER, URL]


def test_failed_page_is_not_tried_twice_by_one_crawl(db: Database) -> None:
    crawl_id = crawls.start(db, ["kota"])
    frontier.mark_failed(
        db, URL, site="kota", reason="The site answered 503.", http_status=503, crawl_id=crawl_id
    )
    assert due(db, crawl_id=crawl_id) == []
    assert frontier.states(db)["failed"] == 1
    assert next(db["crawl_failures"].rows) | {"visited_at": ""} == {
        "crawl_id": crawl_id,
        "visited_at": "",
        "page_id": 1,
        "site": "kota",
        "url": URL,
        "http_status": 503,
        "reason": "The site answered 503.",
    }


def test_failure_keeps_the_facts_of_an_earlier_visit(db: Database) -> None:
    store_page(db, record(), fetch(URL))
    crawl_id = crawls.start(db, ["kota"])
    frontier.mark_failed(
        db, URL, site="kota", reason="The site answered 500.", http_status=500, crawl_id=crawl_id
    )
    assert db["pages"].get(1)["state"] == "failed"
    assert db["participations"].count == 2
    assert store_page(db, record(), fetch(URL, crawl_id=crawl_id)) == "unchanged"
    assert db["pages"].get(1)["reason"] is None


def test_page_that_is_gone_is_not_due(db: Database) -> None:
    crawl_id = crawls.start(db, ["kota"])
    frontier.discover(db, [URL], site="kota", crawl_id=crawl_id)
    db["pages"].update(1, {"state": "gone"})
    assert due(db, crawl_id=crawl_id) == []
