"""What a crawl's row tells of its end, its gaps, and the coverage that was then."""

from __future__ import annotations

import pytest
from archive_samples import URL, fetch, record, report_of_nothing, store_page
from sqlite_utils import Database

from archive import coverage, crawls, frontier, gaps
from archive.crawls import Counts, exit_status
from archive.gaps import Gap

OTHER = "https://kota.example/kedua/"


def ended(db: Database, crawl_id: int, status: str = "finished") -> dict[str, object]:
    """The crawl's row after its end."""
    crawls.finish(db, crawl_id, status=status, counts=crawls.count(db, crawl_id), reason=None)
    row: dict[str, object] = db["crawls"].get(crawl_id)
    return row


@pytest.mark.parametrize(
    ("status", "counts", "expected"),
    [
        ("finished", Counts(found=3), 0),
        ("finished", Counts(found=3, failed=1), 1),
        ("finished", Counts(), 0),
        ("failed", Counts(found=3), 1),
        ("failed", Counts(), 3),
        ("interrupted", Counts(found=3), 130),
    ],
)
def test_exit_status_follows_from_end_and_counts(
    status: str, counts: Counts, expected: int
) -> None:
    assert exit_status(status, counts) == expected


def test_finished_crawl_without_gaps_is_complete(db: Database) -> None:
    crawl_id = crawls.start(db, ["kota"])
    assert db["crawls"].get(crawl_id)["complete"] is None
    row = ended(db, crawl_id)
    assert (row["complete"], row["exit_status"]) == (1, 0)
    assert row["duration_seconds"] in {0, 1}


def test_gap_makes_a_crawl_incomplete_and_says_what_could_not_be_read(db: Database) -> None:
    crawl_id = crawls.start(db, ["kota"])
    page = "https://kota.example/page/7/"
    gaps.note(db, crawl_id, Gap(page, "It answered 500."))
    gaps.note(db, crawl_id, Gap("https://kota.example/feed/", "No feed.", "feed", "kota"))
    gaps.note(db, crawl_id, Gap(page, "It answered 503."))
    assert ended(db, crawl_id)["complete"] == 0
    assert gaps.of_crawl(db, crawl_id) == [
        Gap(page, "It answered 503.", "listing", None),
        Gap("https://kota.example/feed/", "No feed.", "feed", "kota"),
    ]
    assert gaps.of_crawl(db, crawl_id + 1) == []


@pytest.mark.parametrize("status", ["failed", "interrupted"])
def test_crawl_that_did_not_finish_is_not_complete(db: Database, status: str) -> None:
    assert ended(db, crawls.start(db, ["kota"]), status)["complete"] == 0


def test_killed_crawl_has_no_exit_status_and_lasted_until_its_last_visit(db: Database) -> None:
    crawl_id = crawls.start(db, ["kota"])
    store_page(db, record(), fetch(crawl_id=crawl_id))
    crawls.interrupted(db)
    row = db["crawls"].get(crawl_id)
    assert (row["complete"], row["exit_status"]) == (0, None)
    assert row["duration_seconds"] is not None
    assert coverage.of_latest(db, crawl_id, "kota") is not None


def test_listed_pages_are_told_from_those_that_the_archive_alone_knows(db: Database) -> None:
    crawl_id = crawls.start(db, ["kota"])
    store_page(db, record(), fetch(URL, crawl_id=crawl_id))
    frontier.discover(db, [OTHER], site="kota", crawl_id=crawl_id)
    asked = "SELECT url, listed FROM crawl_pages JOIN pages ON pages.id = page_id ORDER BY url"
    assert db.execute(asked).fetchall() == [(URL, 0), (OTHER, 1)]
    frontier.discover(db, [URL], site="kota", crawl_id=crawl_id)
    assert {listed for _, listed in db.execute(asked)} == {1}


def test_coverage_of_archive_and_of_latest_pages_are_kept_with_each_crawl(db: Database) -> None:
    first = crawls.start(db, ["kota", "desa"])
    store_page(db, record(), fetch(URL, crawl_id=first))
    ended(db, first)
    second = crawls.start(db, ["kota"])
    store_page(db, record(), fetch(URL, crawl_id=second))
    store_page(db, report_of_nothing(), fetch(OTHER, crawl_id=second))
    ended(db, second)
    assert coverage.of_latest(db, second, "kota") == coverage.Coverage(
        "kota", 1, 0, 0, 0, 0, 0, 0, 0
    )
    (before,) = coverage.before(db, second, "kota", most=5)
    assert before == coverage.Coverage("kota", 1, 1, 1, 1, 1, 1, 1, 1)
    assert coverage.before(db, second, "desa", most=5) == []
    now = coverage.in_archive(db, "kota")
    assert now == coverage.Coverage("kota", 2, 1, 1, 1, 1, 1, 1, 1)
    assert (now.share("activity"), now.share("date")) == (0.5, 1.0)


def test_latest_pages_are_those_that_came_after_the_first_crawl_and_stay_so(db: Database) -> None:
    for url in (URL, OTHER, "https://kota.example/ketiga/"):
        crawl_id = crawls.start(db, ["kota"])
        store_page(db, record(), fetch(url, crawl_id=crawl_id))
        ended(db, crawl_id)
    quiet = crawls.start(db, ["kota"])
    ended(db, quiet)
    latest = [coverage.of_latest(db, crawl_id, "kota") for crawl_id in range(1, quiet + 1)]
    assert [figures and figures.pages for figures in latest] == [0, 1, 2, 2]


def test_pages_that_are_gone_do_not_count_in_the_coverage(db: Database) -> None:
    store_page(db, record(), fetch())
    db["pages"].update(1, {"state": "gone"})
    assert coverage.in_archive(db, "kota").share("date") is None
