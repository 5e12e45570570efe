"""Runs: their counts come from the archive, and a killed one is known for what it is."""

from __future__ import annotations

from pathlib import Path

from archive_samples import TEXT, URL, article, fetch, record, report_of_nothing, store_page
from sqlite_utils import Database

from archive import crawls, frontier
from archive.crawls import Counts
from archive.storage import close, open_archive

OTHER = "https://kota.example/kedua/"
THIRD = "https://kota.example/ketiga/"


def first_crawl(db: Database) -> int:
    """A crawl that finds three pages: an activity, an announcement, and one that fails."""
    crawl_id = crawls.start(db, ["kota"])
    frontier.discover(db, [URL, OTHER, THIRD], site="kota", crawl_id=crawl_id)
    store_page(db, record(), fetch(URL, crawl_id=crawl_id))
    store_page(db, report_of_nothing(), fetch(OTHER, crawl_id=crawl_id))
    frontier.mark_failed(db, THIRD, site="kota", reason="Lost.", http_status=404, crawl_id=crawl_id)
    return crawl_id


def test_counts_are_of_what_the_archive_holds_of_the_crawl(db: Database) -> None:
    assert crawls.count(db, first_crawl(db)) == Counts(found=3, new=2, failed=1, activities=1)


def test_counts_of_a_crawl_stay_its_own_after_the_next(db: Database) -> None:
    first = first_crawl(db)
    second = crawls.start(db, ["kota"])
    store_page(db, record(article=article(text=f"{TEXT}\nBaru")), fetch(URL, crawl_id=second))
    store_page(db, report_of_nothing(), fetch(OTHER, crawl_id=second))
    assert crawls.count(db, second) == Counts(found=2, changed=1, unchanged=1, activities=1)
    assert crawls.count(db, first).new == 2


def test_page_met_twice_by_one_crawl_counts_once_and_as_new(db: Database) -> None:
    crawl_id = crawls.start(db, ["kota"])
    store_page(db, record(), fetch(URL, crawl_id=crawl_id))
    store_page(db, record(), fetch(URL, crawl_id=crawl_id))
    assert crawls.count(db, crawl_id) == Counts(found=1, new=1, activities=1)


def test_finished_crawl_keeps_its_counts_and_reason(db: Database) -> None:
    crawl_id = first_crawl(db)
    crawls.finish(
        db, crawl_id, status="failed", counts=crawls.count(db, crawl_id), reason="1 page failed."
    )
    row = db["crawls"].get(crawl_id)
    assert (row["status"], row["found"], row["failed"]) == ("failed", 3, 1)
    assert row["reason"] == "1 page failed."
    assert row["finished_at"].endswith("Z")
    assert row["sites"] == '["kota"]'


def test_crawl_of_a_killed_process_is_marked_interrupted_with_its_counts(
    folder: Path, db: Database
) -> None:
    killed = first_crawl(db)
    again = open_archive(folder)
    assert crawls.interrupted(again) == killed
    row = again["crawls"].get(killed)
    assert (row["status"], row["new"], row["failed"]) == ("interrupted", 2, 1)
    assert row["finished_at"] is not None
    assert crawls.interrupted(again) is None
    close(again)


def test_start_marks_earlier_crawls_that_still_run_as_interrupted(db: Database) -> None:
    killed = crawls.start(db, ["kota"])
    running = crawls.start(db, ["kota"])
    assert db["crawls"].get(killed)["status"] == "interrupted"
    assert db["crawls"].get(running)["status"] == "running"


def test_crawl_that_found_nothing_counts_nothing(db: Database) -> None:
    assert crawls.count(db, crawls.start(db, [])) == Counts()
