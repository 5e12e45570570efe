"""Posts are found by REST, sitemap, feed and listings: alone, together, and when one breaks off."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from crawling import listing, post, rows, tiny_site
from swift_crawls import crawl

from crawler.discovery import Way
from crawler.samplesite.addresses import Permalinks
from crawler.samplesite.server import SampleSite, Surface

WAYS: tuple[Surface, ...] = ("rest", "sitemap", "feed", "listing")
BOTH: tuple[Permalinks, ...] = ("pretty", "plain")
LINK = {"Link": '</wp-json/>; rel="https://api.w.org/"'}
JSON = {"Content-Type": "application/json"}
_QUESTION = "orderby=id&order=asc&_fields=id,link,date_gmt,modified_gmt,content.protected"


def titles(folder: Path) -> set[str]:
    return {title for (title,) in rows(folder, "SELECT title FROM articles")}


def sound_posts(site: SampleSite) -> set[str]:
    return {post.title for post in site.posts if post.status == 200}


@pytest.mark.parametrize("permalinks", BOTH)
@pytest.mark.parametrize("way", WAYS)
def test_each_way_alone_finds_every_post(way: Way, permalinks: Permalinks, tmp_path: Path) -> None:
    with SampleSite(permalinks=permalinks) as site:
        for other in WAYS:
            if other != way:
                site.switch_off(other)
        told = crawl(f"{site.base_url}/", tmp_path)
    assert titles(tmp_path) == sound_posts(site)
    assert told.gaps == ""
    assert told.counts == {"new": len(site.posts) - 1, "failed": 1}


@pytest.mark.parametrize("way", WAYS)
def test_a_way_that_is_switched_off_is_no_error_as_long_as_others_work(
    way: Way, tmp_path: Path
) -> None:
    with SampleSite() as site:
        site.switch_off(way)
        told = crawl(f"{site.base_url}/", tmp_path)
    assert titles(tmp_path) == sound_posts(site)
    assert told.gaps == ""
    states = dict(rows(tmp_path, "SELECT way, state FROM site_ways"))
    assert states[way] == "off"


def test_a_way_that_works_keeps_no_reason_why_an_address_of_it_did_not(tmp_path: Path) -> None:
    with SampleSite(permalinks="plain") as site:
        site.switch_off("rest")
        crawl(f"{site.base_url}/", tmp_path)
        reasons = "SELECT state, reason IS NULL FROM site_ways WHERE way = '{}'"
        assert rows(tmp_path, reasons.format("sitemap")) == [("complete", 1)]
        assert rows(tmp_path, reasons.format("rest")) == [("off", 0)]
        site.switch_on("rest")
        site.switch_off("sitemap")
        crawl(f"{site.base_url}/", tmp_path)
    assert rows(tmp_path, reasons.format("sitemap")) == [("off", 0)]
    assert rows(tmp_path, reasons.format("rest")) == [("complete", 1)]


def rest_page(url: str, *numbers: int) -> str:
    rows_ = [
        {"id": n, "link": f"{url}/?p={n}", "modified_gmt": "2019-01-02T03:04:05"} for n in numbers
    ]
    return json.dumps(rows_)


def test_what_one_way_alone_names_is_joined_to_what_the_others_name(tmp_path: Path) -> None:
    with tiny_site({}) as site:
        site.pages |= {f"/?p={number}": post(f"Kabar {number}") for number in (1, 2, 3)}
        site.pages["/"] = listing("/?p=1")
        site.pages["/sitemap.xml"] = f"<urlset><url><loc>{site.url}/?p=2</loc></url></urlset>"
        item = f"<item><link>{site.url}/?p=3</link></item>"
        site.pages["/feed/"] = f"<rss><channel>{item}</channel></rss>"
        told = crawl(site.url, tmp_path)
    assert told.counts == {"new": 3}
    assert told.gaps == ""


def test_a_rest_page_that_fails_in_the_middle_makes_the_run_incomplete(tmp_path: Path) -> None:
    with tiny_site({}) as site:
        many = {f"/?p={number}": post(f"Kabar {number}") for number in range(1, 4)}
        head = {**JSON, "X-WP-Total": "203", "X-WP-TotalPages": "3"}
        first, second = (
            f"/wp-json/wp/v2/posts?per_page=100&page={page}&{_QUESTION}" for page in (1, 2)
        )
        site.pages |= many
        site.pages["/"] = (200, LINK, listing("/?p=3"))
        site.pages[first] = (200, head, rest_page(site.url, 1, 2))
        site.pages[second] = (500, {}, "oops")
        told = crawl(site.url, tmp_path)
        assert told.status == 1
        assert "500" in told.gaps
        assert told.counts == {"new": 3}
        site.pages[second] = (400, JSON, '{"code": "rest_post_invalid_page_number"}')
        early = crawl(site.url, tmp_path)
    assert early.status == 1
    assert "tells of 203 posts and listed 2" in early.gaps


@pytest.mark.parametrize(("status", "exit_status"), [(404, 0), (500, 1)])
def test_beyond_the_last_page_of_the_feed_404_is_the_end_and_500_is_not(
    status: int, exit_status: int, tmp_path: Path
) -> None:
    with tiny_site({}) as site:
        item = f"<item><link>{site.url}/?p=1</link></item>"
        site.pages |= {
            "/?p=1": post("Kabar"),
            "/feed/": f"<rss><channel>{item}</channel></rss>",
            "/feed/?paged=2": (status, {}, "no more"),
        }
        assert crawl(site.url, tmp_path).status == exit_status


def test_a_listing_page_missing_in_the_middle_is_a_gap_and_at_the_end_is_none(
    tmp_path: Path,
) -> None:
    with tiny_site({}) as site:
        pages = ("/page/2/", "/page/3/", "/page/4/")
        site.pages |= {
            "/": listing("/?p=1", more=pages),
            "/page/2/": listing("/?p=2", more=pages),
            "/page/3/": listing("/?p=3", more=pages),
            **{f"/?p={number}": post(f"Kabar {number}") for number in (1, 2, 3)},
        }
        assert crawl(site.url, tmp_path / "end").status == 0
        del site.pages["/page/2/"]
        told = crawl(site.url, tmp_path / "middle")
    assert told.status == 1
    assert "/page/2/" in told.gaps


def test_the_sitemaps_that_robots_txt_names_are_read(tmp_path: Path) -> None:
    with tiny_site({"/?p=7": post("Kabar"), "/": "<html><body>Selamat datang"}) as site:
        robots = f"User-agent: *\nDisallow:\nSitemap: {site.url}/peta.xml\n"
        site.pages["/robots.txt"] = (200, {"Content-Type": "text/plain"}, robots)
        site.pages["/peta.xml"] = f"<urlset><url><loc>{site.url}/?p=7</loc></url></urlset>"
        told = crawl(site.url, tmp_path)
    assert (told.counts, told.gaps) == ({"new": 1}, "")


def test_a_profile_may_name_the_ways(tmp_path: Path) -> None:
    with SampleSite() as site:
        crawl(f"{site.base_url}/", tmp_path, ways=("sitemap",))
        paths = {request.path for request in site.requests}
    assert titles(tmp_path) == sound_posts(site)
    assert not any("wp-json" in path or "feed" in path or path == "/" for path in paths)
