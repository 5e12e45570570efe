"""A crawl killed at any moment is completed by the next, as if it had not been interrupted."""

from __future__ import annotations

import random
import time
from pathlib import Path

from crawling import rows
from swift_crawls import crawl, running

from crawler.samplesite.posts import bundled_posts
from crawler.samplesite.server import SampleSite

MOMENTS = 20
LONGEST = 1.0
"""Seconds after its begin at which a crawl is killed at the latest: about when it ends."""
PAGES = "SELECT url, state, title, text_digest FROM pages JOIN articles ON page_id = pages.id ORDER BY 1"
FACTS = """
SELECT 'date', url, date FROM activity_dates JOIN activities ON activities.id = activity_id
  JOIN pages ON pages.id = page_id UNION ALL
SELECT role, url, name FROM participations JOIN activities ON activities.id = activity_id
  JOIN pages ON pages.id = page_id ORDER BY 1, 2, 3
"""


def content(folder: Path) -> list[list[tuple[object, ...]]]:
    """What an archive says, without keys and times."""
    versions = "SELECT url, title FROM versions JOIN pages ON pages.id = page_id ORDER BY 1, 2"
    return [rows(folder, sql) for sql in (PAGES, FACTS, versions, "SELECT count(*) FROM captures")]


def test_twenty_kills_and_the_crawls_after_them(tmp_path: Path) -> None:
    chance = random.Random(2018)  # noqa: S311 - no secret
    posts = [post for post in bundled_posts() if post.status == 200][:8]
    unfinished = 0
    with SampleSite(posts=posts) as site:
        url = f"{site.base_url}/"
        crawl(url, tmp_path / "whole")
        whole = content(tmp_path / "whole")
        site.delay = 0.03
        for moment in range(MOMENTS):
            folder = tmp_path / str(moment)
            before = len(site.requests)
            with running(url, folder) as child:
                time.sleep(chance.uniform(0.05, LONGEST))
                child.kill()
                child.join()
            stored: set[str] = set()
            if (folder / "archive.db").exists() and rows(folder, "PRAGMA table_list(site_ways)"):
                assert rows(folder, "PRAGMA integrity_check") == [("ok",)]
                known = rows(folder, "SELECT url FROM pages WHERE state = 'fetched'")
                stored = {address.removeprefix(site.base_url) for (address,) in known}
                unfinished += rows(
                    folder, "SELECT count(*) FROM crawls WHERE status = 'running'"
                ) == [(1,)]
            told = crawl(url, folder)
            assert (told.status, told.gaps) == (0, "")
            assert content(folder) == whole
            paths = [request.path for request in site.requests[before:]]
            assert all(paths.count(path) == 1 for path in stored)
    assert unfinished > MOMENTS / 4
