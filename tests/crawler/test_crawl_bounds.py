"""What a person limits: --since, --limit, --dry-run; and what a site asks for: its pace."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from crawling import listing, post, rows, run, tiny_site
from swift_crawls import crawl

from crawler.bounds import Bounds
from crawler.politeness import seconds_of
from crawler.samplesite.server import SampleSite

NOW = datetime(2019, 3, 5, 10, tzinfo=UTC)


def pace(seconds: float) -> dict[str, tuple[int, dict[str, str], str]]:
    """A robots.txt that asks for a pace."""
    words = f"User-agent: *\nCrawl-delay: {seconds}\n"
    return {"/robots.txt": (200, {"Content-Type": "text/plain"}, words)}


def test_since_leaves_older_posts_alone_and_a_later_crawl_finds_them(tmp_path: Path) -> None:
    with SampleSite() as site:
        middle = site.posts[len(site.posts) // 2].date.date()
        younger = [p for p in site.posts if p.date.date() >= middle]
        crawl(f"{site.base_url}/", tmp_path, Bounds(since=middle.isoformat()))
        assert rows(tmp_path, "SELECT count(*) FROM pages") == [(len(younger),)]
        crawl(f"{site.base_url}/", tmp_path)
        assert rows(tmp_path, "SELECT count(*) FROM pages") == [(len(site.posts),)]


def test_a_limit_leaves_the_rest_to_the_next_run(tmp_path: Path) -> None:
    with SampleSite() as site:
        command = ("crawl", site.base_url, "--archive", str(tmp_path), "--limit", "7")
        first = run(*command)
        assert "13 more pages are left to the next run by --limit" in first.stdout
        assert rows(
            tmp_path, "SELECT state, count(*) FROM pages WHERE state != 'failed' GROUP BY 1"
        )[-1] == ("pending", len(site.posts) - 7)
        crawl(f"{site.base_url}/", tmp_path)
        assert rows(tmp_path, "SELECT count(*) FROM pages WHERE state = 'pending'") == [(0,)]
        paths = [request.path for request in site.requests if request.status == 200]
        posts = [path for path in paths if path.startswith("/20")]
        assert len(posts) == len(set(posts))


def test_a_dry_run_tells_what_would_be_asked_for_and_keeps_nothing(tmp_path: Path) -> None:
    with SampleSite() as site:
        folder = tmp_path / "arsip"
        dry = run("crawl", site.base_url, "--archive", str(folder), "--dry-run", "--format", "json")
        pages = json.loads(dry.stdout)["pages"]
        assert {page["url"] for page in pages} == {site.addresses.post(p) for p in site.posts}
        assert {page["why"] for page in pages} == {"new"}
        assert not folder.exists()
        assert not any(request.path.startswith("/20") for request in site.requests)
        crawl(f"{site.base_url}/", folder)
        site.change(site.posts[0].id, title="Lain")
        told = crawl(f"{site.base_url}/", folder, Bounds(dry_run=True)).result
    assert (site.addresses.post(site.posts[0]), "changed") in told.planned
    assert rows(folder, "SELECT count(*) FROM crawls") == [(1,)]


def test_the_pace_that_robots_txt_asks_for_is_kept(tmp_path: Path) -> None:
    with tiny_site({**pace(1.0), "/": listing("/?p=1"), "/?p=1": post("Satu")}) as site:
        crawl(site.url, tmp_path, ways=("listing",))
        times = [
            asked
            for asked, path in zip(site.times, site.paths, strict=True)
            if path != "/robots.txt"
        ]
    assert len(times) == 2
    # A busy machine notes an arrival late; without the pace both come at once.
    assert all(later - earlier > 0.4 for earlier, later in pairwise(times))


def test_a_busy_site_is_asked_again_when_it_said(tmp_path: Path) -> None:
    pages = {"/": listing("/?p=1", "/?p=2"), "/?p=1": (429, {"Retry-After": "2"}, "")}
    with tiny_site({**pace(0.05), **pages}) as site:
        crawl(site.url, tmp_path, ways=("listing",))
        busy = site.paths.index("/?p=1")
        times = site.times[busy : busy + 2]
    assert times[1] - times[0] > 1.0
    assert site.paths.count("/?p=1") == 3


def test_a_site_that_wants_to_be_left_alone_for_long_is(tmp_path: Path) -> None:
    pages = {"/": listing("/?p=1", "/?p=2", "/?p=3"), "/?p=1": (503, {"Retry-After": "86400"}, "")}
    with tiny_site({**pace(0.05), **pages}) as site:
        told = crawl(site.url, tmp_path, ways=("listing",))
        assert site.paths.count("/?p=1") == 1
        assert "/?p=3" not in site.paths
    assert told.status == 1
    assert any("come back much later" in reason for _, reason in told.result.failures)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (b"120", 120),
        (b"Tue, 05 Mar 2019 10:01:00 GMT", 60),
        (b"Tue, 05 Mar 2019 09:00:00 GMT", 0),
        (b"besok", 0),
        (b"-5", 0),
        (b"", 0),
        (None, 0),
    ],
)
def test_retry_after_is_a_number_of_seconds_or_a_date(header: bytes | None, seconds: float) -> None:
    assert seconds_of(header, NOW) == seconds
