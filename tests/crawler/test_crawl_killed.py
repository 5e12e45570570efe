"""A crawl killed at any moment is completed by the next, and each capture it noted is kept."""

from __future__ import annotations

import hashlib
import random
import time
from pathlib import Path

import pytest
from crawling import rows
from swift_crawls import crawl, running

from archive.warc import reading, tails
from archive.warc.exchange import Place
from crawler.samplesite.posts import bundled_posts
from crawler.samplesite.server import SampleSite

MOMENTS = 20
BREATH = 0.05
"""Seconds that a crawl may live on, at most, after the request that it is killed behind."""
PAGES = "SELECT url, state, title, text_digest FROM pages JOIN articles ON page_id = pages.id ORDER BY 1"
FACTS = """
SELECT 'date', url, date FROM activity_dates JOIN activities ON activities.id = activity_id
  JOIN pages ON pages.id = page_id UNION ALL
SELECT role, url, name FROM participations JOIN activities ON activities.id = activity_id
  JOIN pages ON pages.id = page_id ORDER BY 1, 2, 3
"""
WHO = """
SELECT pages.url, participations.name, people.name FROM participations
JOIN people ON people.id = person_id
JOIN activities ON activities.id = activity_id JOIN pages ON pages.id = page_id ORDER BY 1, 2, 3
"""
EVENTS = """
SELECT pages.url, (
  SELECT min(url) FROM activities AS other JOIN pages ON pages.id = other.page_id
  WHERE other.event_id = activities.event_id
) FROM activities JOIN pages ON pages.id = page_id ORDER BY 1
"""
STORED = "SELECT count(*) FROM captures WHERE version_id IS NOT NULL"
PLACES = 'SELECT file, "offset", length, payload_sha256, record_type FROM captures'


def content(folder: Path) -> list[list[tuple[object, ...]]]:
    """What an archive says, without keys and times."""
    versions = "SELECT url, title FROM versions JOIN pages ON pages.id = page_id ORDER BY 1, 2"
    return [rows(folder, sql) for sql in (PAGES, FACTS, WHO, EVENTS, versions, STORED)]


def assert_kept(folder: Path) -> None:
    """Every capture's record can be read, and says what its row says."""
    for file, offset, length, sha256, kind in rows(folder, PLACES):
        kept = reading.read(folder, Place(file, offset, length), verify=True)
        assert (kept.record_type, kept.problems) == (kind, ())
        if kind == "response" and ("Content-Encoding", "gzip") not in kept.headers:
            assert hashlib.sha256(kept.page).hexdigest() == sha256


def wait_for_requests(site: SampleSite, number: int) -> None:
    """Waits until the site has answered so many requests, or for long."""
    for _ in range(3000):
        if len(site.requests) >= number:
            return
        time.sleep(0.01)


@pytest.mark.long
def test_twenty_kills_and_the_crawls_after_them(tmp_path: Path) -> None:
    chance = random.Random(2018)  # noqa: S311 - no secret
    posts = [post for post in bundled_posts() if post.status == 200][:8]
    unfinished = 0
    with SampleSite(posts=posts) as site:
        url = f"{site.base_url}/"
        crawl(url, tmp_path / "whole")
        whole = content(tmp_path / "whole")
        asked_in_all = len(site.requests)
        site.delay = 0.03
        for moment in range(MOMENTS):
            folder = tmp_path / str(moment)
            before = len(site.requests)
            with running(url, folder) as child:
                wait_for_requests(site, before + chance.randint(1, asked_in_all))
                time.sleep(chance.uniform(0, BREATH))
                child.kill()
                child.join()
            stored: set[str] = set()
            if (folder / "archive.db").exists() and rows(folder, "PRAGMA table_list(site_ways)"):
                assert rows(folder, "PRAGMA integrity_check") == [("ok",)]
                known = rows(folder, "SELECT url FROM pages WHERE state = 'fetched'")
                stored = {address.removeprefix(site.base_url) for (address,) in known}
                assert_kept(folder)
                unfinished += rows(
                    folder, "SELECT count(*) FROM crawls WHERE status = 'running'"
                ) == [(1,)]
            told = crawl(url, folder)
            assert (told.status, told.gaps) == (0, "")
            assert content(folder) == whole
            assert_kept(folder)
            assert tails.find(folder, {}) == []
            paths = [request.path for request in site.requests[before:]]
            assert all(paths.count(path) == 1 for path in stored)
    assert unfinished > MOMENTS / 4
