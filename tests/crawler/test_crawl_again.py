"""Later crawls: what did not change is not asked for, what changed or is gone stays known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from crawling import listing, post, rows, run, tiny_site
from swift_crawls import crawl

from crawler.samplesite.posts import bundled_posts
from crawler.samplesite.server import SampleSite, Surface

FACTS = """
SELECT 'activity', id, page_id FROM activities UNION ALL
SELECT 'date', id, activity_id FROM activity_dates UNION ALL
SELECT 'person', id, activity_id FROM participations UNION ALL
SELECT 'version', id, page_id FROM versions UNION ALL
SELECT 'article ' || extracted_at, id, page_id FROM articles ORDER BY 1, 2
"""
GONE = "SELECT url, gone_at IS NOT NULL, reason FROM pages WHERE state = 'gone'"


@pytest.fixture
def site() -> Iterator[SampleSite]:
    with SampleSite(posts=[post for post in bundled_posts() if post.status == 200]) as served:
        yield served


def many_posts(number: int) -> list[object]:
    """So many posts, made of the bundled ones, a day apart."""
    models = [post for post in bundled_posts() if post.status == 200]
    return [
        replace(
            models[index % len(models)],
            id=10_000 + index,
            slug=f"kabar-{index}",
            title=f"Kabar {index}",
            date=models[0].date - timedelta(days=index),
            modified=models[0].date,
        )
        for index in range(number)
    ]


def asked_since(site: SampleSite, number: int) -> list[str]:
    return [request.path for request in site.requests[number:]]


def test_an_unchanged_site_costs_a_few_requests_and_rewrites_no_fact(tmp_path: Path) -> None:
    with SampleSite(posts=many_posts(120)) as site:  # type: ignore[arg-type]
        first = crawl(f"{site.base_url}/", tmp_path)
        number = len(site.requests)
        facts = rows(tmp_path, FACTS)
        second = crawl(f"{site.base_url}/", tmp_path)
        again = asked_since(site, number)
    assert first.counts == {"new": 120}
    assert second.counts == {"unchanged": 120}
    assert second.result.end.complete
    assert len(again) <= 8
    assert rows(tmp_path, FACTS) == facts


def test_a_change_is_fetched_and_both_versions_stay_known(site: SampleSite, tmp_path: Path) -> None:
    url = f"{site.base_url}/"
    crawl(url, tmp_path)
    chosen = site.posts[3]
    site.change(chosen.id, title="Judul yang Berubah")
    number = len(site.requests)
    assert crawl(url, tmp_path).counts == {"changed": 1, "unchanged": len(site.posts) - 1}
    path = site.addresses.post(chosen).removeprefix(site.base_url)
    assert [p for p in asked_since(site, number) if p.startswith("/20")] == [path]
    versions = (
        "SELECT title FROM versions JOIN pages ON pages.id = page_id WHERE url LIKE ? ORDER BY 1"
    )
    assert {title for (title,) in rows(tmp_path, versions.replace("?", f"'%{path}'"))} == {
        chosen.title,
        "Judul yang Berubah",
    }


def test_an_edit_that_leaves_the_article_as_it_was_is_no_change(
    site: SampleSite, tmp_path: Path
) -> None:
    crawl(f"{site.base_url}/", tmp_path)
    facts = rows(tmp_path, "SELECT count(*) FROM versions")
    site.change(site.posts[0].id, tags=("lain",))
    assert crawl(f"{site.base_url}/", tmp_path).counts == {"unchanged": len(site.posts)}
    assert rows(tmp_path, "SELECT count(*) FROM versions") == facts


@pytest.mark.parametrize("way", ["rest", "sitemap", "feed", "listing"])
def test_by_each_way_alone_changed_added_removed_and_returning_posts_are_found(
    way: Surface, site: SampleSite, tmp_path: Path
) -> None:
    url = f"{site.base_url}/"
    ways: tuple[Surface, ...] = ("rest", "sitemap", "feed", "listing")
    for other in ways:
        if other != way:
            site.switch_off(other)
    total = len(site.posts)
    assert crawl(url, tmp_path).counts == {"new": total}
    oldest, newest = site.posts[-1], site.posts[0]
    site.change(newest.id, title="Judul yang Berubah")
    site.add(
        replace(
            newest, id=9001, slug="tambahan", title="Tambahan", date=newest.date + timedelta(days=1)
        )
    )
    site.remove(oldest.id)
    assert crawl(url, tmp_path).counts == {
        "changed": 1,
        "new": 1,
        "gone": 1,
        "unchanged": total - 2,
    }
    ((gone, dated, reason),) = rows(tmp_path, GONE)
    assert (gone, dated) == (site.addresses.post(oldest), 1)
    assert "404" in reason
    third = crawl(url, tmp_path)
    assert (third.counts["unchanged"], third.status) == (total, 0)
    site.restore(oldest.id)
    assert crawl(url, tmp_path).counts == {"unchanged": total + 1}
    assert rows(tmp_path, GONE) == []


def test_what_is_gone_stays_out_of_reports_unless_asked_for(
    site: SampleSite, tmp_path: Path
) -> None:
    crawl(f"{site.base_url}/", tmp_path)
    activities = rows(tmp_path, "SELECT url FROM activity_overview")
    removed = next(post for post in site.posts if (site.addresses.post(post),) in activities)
    site.remove(removed.id)
    crawl(f"{site.base_url}/", tmp_path)
    assert (site.addresses.post(removed),) not in rows(
        tmp_path, "SELECT url FROM activity_overview"
    )
    words = ("report", "--archive", str(tmp_path), "--format", "json")
    assert site.addresses.post(removed) not in run(*words).stdout
    assert site.addresses.post(removed) in run(*words, "--gone").stdout
    assert rows(tmp_path, "SELECT count(*) FROM articles") == [(len(site.posts) + 1,)]


def test_410_and_a_redirect_to_the_home_page_are_gone_too(tmp_path: Path) -> None:
    with tiny_site({}) as site:
        site.pages["/"] = listing("/?p=1", "/?p=2", "/?p=3")
        site.pages |= {f"/?p={number}": post(f"Kabar {number}") for number in (1, 2, 3)}
        crawl(site.url, tmp_path)
        site.pages["/"] = listing("/?p=3")
        site.pages["/?p=1"] = (410, {}, "gone")
        site.pages["/?p=2"] = (302, {"Location": "/"}, "")
        told = crawl(site.url, tmp_path)
        assert (told.counts, told.status) == ({"gone": 2, "unchanged": 1}, 0)
        assert crawl(site.url, tmp_path).counts == {"unchanged": 1}


def test_a_page_missing_from_the_lists_that_is_still_there_stays(tmp_path: Path) -> None:
    with tiny_site({"/?p=1": post("Satu"), "/?p=2": post("Dua")}) as site:
        entry = "<url><loc>{}/?p={}</loc><lastmod>2019-01-02T03:04:05Z</lastmod></url>"
        both = [entry.format(site.url, number) for number in (1, 2)]
        site.pages["/sitemap.xml"] = f"<urlset>{''.join(both)}</urlset>"
        crawl(site.url, tmp_path)
        site.pages["/sitemap.xml"] = f"<urlset>{both[0]}</urlset>"
        assert crawl(site.url, tmp_path).counts == {"unchanged": 2}
        assert site.paths.count("/?p=2") == 2
        assert site.paths.count("/?p=1") == 1


def test_the_feed_is_asked_for_only_if_it_changed(site: SampleSite, tmp_path: Path) -> None:
    crawl(f"{site.base_url}/", tmp_path)
    crawl(f"{site.base_url}/", tmp_path)
    statuses = [request.status for request in site.requests if request.path == "/feed/"]
    assert statuses == [200, 304]


def test_a_server_that_gives_validators_need_not_send_a_page_twice(tmp_path: Path) -> None:
    with tiny_site({"/": listing("/?p=1")}) as site:
        site.pages["/?p=1"] = (200, {"ETag": '"satu"'}, post("Satu"))
        crawl(site.url, tmp_path)
        site.pages["/?p=1"] = (304, {"ETag": '"satu"'}, "")
        told = crawl(site.url, tmp_path)
        headers = [sent for path, sent in site.headers if path == "/?p=1"]
    assert told.counts == {"unchanged": 1}
    assert [sent.get("If-None-Match") for sent in headers] == [None, '"satu"']
    assert rows(tmp_path, "SELECT count(*) FROM captures WHERE version_id IS NOT NULL") == [(1,)]


def test_a_page_that_fails_again_and_again_is_asked_for_less_and_less(tmp_path: Path) -> None:
    with tiny_site({"/": listing("/?p=1", "/?p=2"), "/?p=2": post("Dua")}) as site:
        for _ in range(4):
            crawl(site.url, tmp_path)
        assert site.paths.count("/?p=1") == 3
    ((failures, waits),) = rows(
        tmp_path,
        "SELECT failures, next_try_at > fetched_now FROM pages, (SELECT"
        " strftime('%Y-%m-%dT%H:%M:%SZ') AS fetched_now) WHERE state = 'failed'",
    )
    assert (failures, waits) == (3, 1)
