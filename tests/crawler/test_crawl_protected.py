"""Posts that a password protects: left out and counted, and no failure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from crawling import rows
from swift_crawls import Told, crawl

from archive import crawls, frontier, storage
from crawler import summary
from crawler.samplesite.posts import bundled_posts
from crawler.samplesite.server import SampleSite

PAGES = "SELECT state, count(*) FROM pages GROUP BY 1"


@pytest.fixture
def site() -> Iterator[SampleSite]:
    with SampleSite(posts=[post for post in bundled_posts() if post.status == 200]) as served:
        yield served


def asked(site: SampleSite, number: int) -> int:
    """How often the page of a post was asked for."""
    path = site.addresses.post(site.post(number)).removeprefix(site.base_url)
    return sum(request.path == path for request in site.requests)


def left_out(told: Told) -> int:
    assert "Left out, for a password protects them: 1" in summary.as_text(told.result)
    assert '"left_out_by_password": 1' in summary.as_json(told.result)
    return told.result.end.protected


def test_where_rest_tells_it_a_protected_post_is_not_asked_for(
    site: SampleSite, tmp_path: Path
) -> None:
    total, chosen = len(site.posts), site.posts[0].id
    site.change(chosen, protected=True)
    for outcome in ("new", "unchanged"):
        told = crawl(f"{site.base_url}/", tmp_path)
        assert (told.counts, told.status, left_out(told)) == ({outcome: total - 1}, 0, 1)
    assert asked(site, chosen) == 0
    assert rows(tmp_path, PAGES) == [("fetched", total - 1)]
    assert rows(tmp_path, "SELECT protected, forbidden FROM crawls") == [(1, 0), (1, 0)]


def test_where_only_its_page_tells_it_a_protected_post_is_left_out_too(
    site: SampleSite, tmp_path: Path
) -> None:
    total, chosen = len(site.posts), site.posts[0].id
    site.switch_off("rest")
    site.change(chosen, protected=True)
    told = crawl(f"{site.base_url}/", tmp_path)
    assert (told.counts, told.status, left_out(told)) == ({"new": total - 1}, 0, 1)
    assert asked(site, chosen) == 1
    assert rows(tmp_path, PAGES) == [("fetched", total - 1)]


@pytest.mark.parametrize("rest", [True, False])
def test_a_post_protected_later_keeps_what_the_archive_has_and_is_read_again_when_open(
    rest: bool,  # noqa: FBT001 - a parameter of the test
    site: SampleSite,
    tmp_path: Path,
) -> None:
    if not rest:
        site.switch_off("rest")
    url, total, chosen = f"{site.base_url}/", len(site.posts), site.posts[0].id
    crawl(url, tmp_path)
    site.change(chosen, protected=True)
    told = crawl(url, tmp_path)
    assert (told.counts, told.status, left_out(told)) == ({"unchanged": total - 1}, 0, 1)
    assert rows(tmp_path, "SELECT count(*) FROM articles") == [(total,)]
    assert rows(tmp_path, PAGES) == [("fetched", total)]
    site.change(chosen, protected=False, title="Judul yang Berubah")
    assert crawl(url, tmp_path).counts == {"changed": 1, "unchanged": total - 1}


def test_a_page_that_had_failed_before_it_was_left_out_is_no_failure_any_more(
    tmp_path: Path,
) -> None:
    url = "https://kota.example/terkunci/"
    db = storage.open_archive(tmp_path)
    crawl_id = crawls.start(db, ["kota"])
    frontier.mark_failed(db, url, site="kota", reason="x", http_status=200, crawl_id=crawl_id)
    frontier.leave_out(db, url)
    assert frontier.states(db)["failed"] == 0
    frontier.leave_out(db, "https://kota.example/tidak-dikenal/")
    storage.close(db)
