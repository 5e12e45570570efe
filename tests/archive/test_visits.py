"""What a crawl's visits came to, and what an interrupted crawl leaves to the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from archive_samples import due

from archive import crawls, frontier, storage, visits
from archive.addresses import find_page, join_address
from archive.frontier import record_visit

ONE, TWO = "http://kota.example/?p=1", "http://kota.example/2019/01/02/rapat/"


def test_a_crawls_end_is_its_row(tmp_path: Path) -> None:
    db = storage.open_archive(tmp_path)
    crawl = crawls.start(db, ["kota"])
    assert visits.end_of(db, crawl).status == "running"
    crawls.finish(db, crawl, status="failed", counts=crawls.Counts(found=3, failed=1), reason="x")
    end = visits.end_of(db, crawl)
    assert (end.status, end.counts, end.reason) == ("failed", crawls.Counts(3, failed=1), "x")
    assert (end.exit_status, end.complete) == (1, False)
    with pytest.raises(KeyError):
        visits.end_of(db, crawl + 1)
    storage.close(db)


def test_failures_are_those_of_one_crawl(tmp_path: Path) -> None:
    db = storage.open_archive(tmp_path)
    first = crawls.start(db, ["kota"])
    frontier.mark_failed(db, ONE, site="kota", reason="gone", http_status=410, crawl_id=first)
    second = crawls.start(db, ["kota"])
    assert visits.failures(db, first) == [(ONE, "gone")]
    assert visits.failures(db, second) == []
    storage.close(db)


def test_only_interrupted_crawls_leave_their_visits_to_the_next(tmp_path: Path) -> None:
    db = storage.open_archive(tmp_path)
    for status, url in (("finished", ONE), ("interrupted", TWO)):
        crawl = crawls.start(db, ["kota"])
        frontier.discover(db, [url], site="kota", crawl_id=crawl)
        page = find_page(db, url)
        assert page is not None
        record_visit(db, page, outcome="new", http_status=200, reason=None, crawl_id=crawl)
        crawls.finish(db, crawl, status=status, counts=crawls.count(db, crawl), reason=None)
    assert visits.before_interruption(db, crawls.start(db, ["kota"])) == {TWO}
    db.execute("UPDATE crawl_pages SET visited_at = '2019-01-02T03:04:05Z'")
    assert visits.before_interruption(db, crawls.start(db, ["kota"])) == frozenset()
    storage.close(db)


def test_an_address_that_leads_to_a_page_becomes_one_of_its_own(tmp_path: Path) -> None:
    db = storage.open_archive(tmp_path)
    crawl = crawls.start(db, ["kota"])
    frontier.discover(db, [ONE, TWO], site="kota", crawl_id=crawl)
    join_address(db, ONE, to=TWO)
    assert find_page(db, ONE) == find_page(db, TWO)
    assert due(db, crawl_id=crawl) == [TWO]
    join_address(db, ONE, to="http://kota.example/tidak-dikenal/")
    assert due(db, crawl_id=crawl) == [TWO]
    storage.close(db)
