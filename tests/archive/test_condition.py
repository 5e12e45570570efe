"""The condition of an archive: what its last crawls came to for each of its sites."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from archive_samples import URL, fetch, record, store_page
from sqlite_utils import Database

from archive import condition, crawls, frontier, gaps, site_ways
from archive.gaps import Gap
from archive.site_ways import WayState
from archive.timestamps import written

FAILED = "https://kota.example/kedua/"


def crawled(db: Database) -> int:
    """A crawl of two sites that stored one page of the first, failed at another, and ended."""
    crawl_id = crawls.start(db, ["kota", "desa"])
    frontier.discover(db, [URL, FAILED], site="kota", crawl_id=crawl_id)
    store_page(db, record(), fetch(URL, crawl_id=crawl_id))
    frontier.mark_failed(
        db, FAILED, site="kota", reason="It broke.", http_status=500, crawl_id=crawl_id
    )
    gaps.note(db, crawl_id, Gap("https://desa.example/feed/", "No feed.", "feed", "desa"))
    counts = crawls.count(db, crawl_id)
    crawls.finish(db, crawl_id, status="failed", counts=counts, reason="No feed.")
    return crawl_id


def test_run_of_a_site_has_its_own_figures_and_gaps_alone(db: Database) -> None:
    crawl_id = crawled(db)
    kota = condition.site_run(db, crawl_id, "kota")
    assert (kota.listed, kota.found, kota.failed, kota.gaps) == (2, 2, 1, ())
    assert kota.now.activities == 1
    desa = condition.site_run(db, crawl_id, "desa")
    assert (desa.listed, desa.found, desa.failed) == (0, 0, 0)
    assert [gap.way for gap in desa.gaps] == ["feed"]


def test_lists_that_need_no_reading_still_name_their_posts(db: Database) -> None:
    crawl_id = crawled(db)
    site_ways.end(db, "desa", "sitemap", WayState("complete", posts=40))
    assert condition.site_run(db, crawl_id, "desa").listed == 40
    site_ways.end(db, "desa", "sitemap", WayState("failed", posts=40))
    assert condition.site_run(db, crawl_id, "desa").listed == 0


def test_last_runs_are_told_as_their_rows_tell(db: Database) -> None:
    crawl_id = crawled(db)
    crawls.start(db, ["kota"])
    running, ended = condition.last_runs(db, 5)
    assert (running.status, running.complete, running.exit_status) == ("running", None, None)
    assert (ended.id, ended.status, ended.complete, ended.exit_status) == (
        crawl_id,
        "failed",
        False,
        1,
    )
    assert (ended.sites, ended.counts.new, len(ended.gaps)) == (("kota", "desa"), 1, 1)
    assert len(condition.last_runs(db, 1)) == 1


def test_page_that_rests_after_failures_is_not_due_before_its_time(db: Database) -> None:
    crawled(db)
    db.execute("UPDATE pages SET next_try_at = '2099-01-01T00:00:00Z' WHERE state = 'failed'")
    db.execute("UPDATE pages SET site_modified_at = '2019-03-05T00:00:00Z'")
    due = frontier.next_due(db, site="kota")
    assert (due.pages, due.earliest) == (0, "2099-01-01T00:00:00Z")
    db.execute("UPDATE pages SET next_try_at = '2019-01-01T00:00:00Z' WHERE state = 'failed'")
    assert frontier.next_due(db, site="kota") == frontier.NextDue(1, None)


def test_fetched_page_is_due_by_its_age_unless_a_list_tells_of_its_edits(db: Database) -> None:
    crawled(db)
    db.execute("DELETE FROM pages WHERE state = 'failed'")
    db.execute("UPDATE pages SET site_modified_at = NULL, verified_at = '2019-03-06T00:00:00Z'")
    assert frontier.next_due(db, site="kota") == frontier.NextDue(1, None)
    yesterday = datetime.now(UTC) - timedelta(days=1)
    db.execute("UPDATE pages SET verified_at = ?", (written(yesterday),))
    due = frontier.next_due(db, site="kota")
    assert (due.pages, due.earliest) == (0, written(yesterday + timedelta(days=180)))
    db.execute("UPDATE pages SET site_modified_at = '2019-03-05T00:00:00Z'")
    assert frontier.next_due(db, site="kota") == frontier.NextDue(0, None)
    db.execute("UPDATE pages SET unlisted_at = '2019-03-07T00:00:00Z'")
    assert frontier.next_due(db, site="kota").earliest is not None
    db.execute("UPDATE pages SET state = 'gone'")
    assert frontier.next_due(db, site="kota") == frontier.NextDue(0, None)


def test_findings_are_counted_by_check(db: Database) -> None:
    crawled(db)
    assert condition.findings(db) == {"weekday": 1}


def test_doubts_about_who_is_who_are_counted_by_kind(db: Database) -> None:
    for kind, first in (("person", 1), ("event", 1), ("person", 2)):
        db.execute(
            "INSERT INTO identity_doubts (kind, first_id, second_id, score, reason)"
            " VALUES (?, ?, 9, 0.5, 'They are alike.')",
            (kind, first),
        )
    assert condition.doubts(db) == {"person": 2, "event": 1}
