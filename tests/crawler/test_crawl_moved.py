"""Pages whose addresses change: asked for where the lists name them, and still one page each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from crawling import listing, post, rows, tiny_site
from swift_crawls import crawl

from crawler.samplesite.posts import bundled_posts
from crawler.samplesite.server import SampleSite

HOME = '<html><body class="home blog"><article><h2><a href="/?p=2">Dua</a></h2></article>'
PAGES = "SELECT state, count(*) FROM pages GROUP BY 1"


@pytest.fixture
def site() -> Iterator[SampleSite]:
    with SampleSite(posts=[post for post in bundled_posts() if post.status == 200]) as served:
        yield served


def test_after_a_change_of_permalinks_an_edited_post_is_asked_for_at_its_new_address(
    site: SampleSite, tmp_path: Path
) -> None:
    url, total, chosen = f"{site.base_url}/", len(site.posts), site.posts[3]
    crawl(url, tmp_path)
    site.switch_permalinks("plain", falls_back=True)
    site.change(chosen.id, title="Judul yang Berubah", body="<p>Isi yang berubah sama sekali.</p>")
    told = crawl(url, tmp_path)
    assert (told.counts, told.status) == ({"changed": 1, "unchanged": total - 1}, 0)
    assert rows(tmp_path, PAGES) == [("fetched", total)]
    changed = rows(
        tmp_path,
        "SELECT url, title FROM articles JOIN pages ON pages.id = page_id WHERE url LIKE '%?%'",
    )
    assert changed == [(f"{url}?p={chosen.id}", "Judul yang Berubah")]
    assert crawl(url, tmp_path).counts == {"unchanged": total}


def test_a_deleted_post_at_whose_old_address_the_home_page_answers_is_gone(
    site: SampleSite, tmp_path: Path
) -> None:
    url, total, removed = f"{site.base_url}/", len(site.posts), site.posts[3]
    crawl(url, tmp_path)
    site.switch_permalinks("plain", falls_back=True)
    site.remove(removed.id)
    told = crawl(url, tmp_path)
    assert (told.counts, told.status) == ({"gone": 1, "unchanged": total - 1}, 0)
    ((title, reason),) = rows(
        tmp_path,
        "SELECT title, reason FROM articles JOIN pages ON pages.id = page_id WHERE state = 'gone'",
    )
    assert title == removed.title
    assert "list of posts" in reason
    site.restore(removed.id)
    assert crawl(url, tmp_path).counts == {"unchanged": total}


def test_a_listed_post_at_whose_address_the_home_page_answers_has_failed(tmp_path: Path) -> None:
    with tiny_site({"/?p=1": post("Satu"), "/": listing("/?p=1", "/?p=2")}) as site:
        site.pages["/?p=2"] = HOME
        told = crawl(site.url, tmp_path)
    assert (told.counts, told.status) == ({"new": 1, "failed": 1}, 1)
    assert "list of posts" in str(told.result.failures)


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [({}, "unchanged"), ({"title": "Judul Baru", "body": "<p>Isi yang baru.</p>"}, "changed")],
)
def test_a_post_with_a_new_slug_is_the_page_that_it_was(
    changes: dict[str, str], outcome: str, site: SampleSite, tmp_path: Path
) -> None:
    url, total, chosen = f"{site.base_url}/", len(site.posts), site.posts[3]
    crawl(url, tmp_path)
    old = site.addresses.post(chosen)
    site.change(chosen.id, slug="alamat-baru", **changes)
    told = crawl(url, tmp_path)
    expected = {"unchanged": total - 1}
    expected[outcome] = expected.get(outcome, 0) + 1
    assert (told.counts, told.status) == (expected, 0)
    assert old not in [f"{site.base_url}{request.path}" for request in site.requests[-12:]]
    assert rows(tmp_path, "SELECT url FROM pages WHERE url LIKE '%alamat-baru/'") == [
        (site.addresses.post(site.post(chosen.id)),)
    ]
    assert (old,) in rows(tmp_path, "SELECT address FROM page_addresses")
    assert crawl(url, tmp_path).counts == {"unchanged": total}


def test_a_listed_address_that_redirects_to_the_page_s_own_need_not_send_it_twice(
    tmp_path: Path,
) -> None:
    with tiny_site({"/": listing("/?p=1"), "/?p=1": (301, {"Location": "/satu/"}, "")}) as site:
        site.pages["/satu/"] = (200, {"ETag": '"satu"'}, post("Satu"))
        crawl(site.url, tmp_path)
        site.pages["/satu/"] = (304, {"ETag": '"satu"'}, "")
        assert crawl(site.url, tmp_path).counts == {"unchanged": 1}
        sent = [headers.get("If-None-Match") for path, headers in site.headers if path == "/satu/"]
    assert sent == [None, '"satu"']


def test_a_list_that_writes_an_address_otherwise_costs_no_redirect(tmp_path: Path) -> None:
    with tiny_site({"/": listing("/2019/01/02/satu")}) as site:
        site.pages["/2019/01/02/satu"] = (301, {"Location": "/2019/01/02/satu/"}, "")
        site.pages["/2019/01/02/satu/"] = post("Satu")
        for _ in range(2):
            crawl(site.url, tmp_path)
    assert site.paths.count("/2019/01/02/satu") == 1
    assert site.paths.count("/2019/01/02/satu/") == 2


def test_a_new_slug_without_rest_is_known_by_the_article(site: SampleSite, tmp_path: Path) -> None:
    site.switch_off("rest")
    site.switch_off("feed")
    url, total, chosen = f"{site.base_url}/", len(site.posts), site.posts[3]
    crawl(url, tmp_path)
    site.change(chosen.id, slug="alamat-baru")
    told = crawl(url, tmp_path)
    assert told.counts.get("new") is None
    assert rows(tmp_path, PAGES) == [("fetched", total)]
    assert crawl(url, tmp_path).counts == {"unchanged": total}


def test_another_post_under_the_number_of_an_old_one_is_a_new_page(
    site: SampleSite, tmp_path: Path
) -> None:
    url, total, old = f"{site.base_url}/", len(site.posts), site.posts[3]
    crawl(url, tmp_path)
    site.add(
        replace(site.posts[0], id=old.id, slug="lain", title="Lain", body="<p>Kabar yang lain.</p>")
    )
    assert crawl(url, tmp_path).counts == {"new": 1, "gone": 1, "unchanged": total - 1}
    assert rows(tmp_path, "SELECT count(*) FROM articles") == [(total + 1,)]
