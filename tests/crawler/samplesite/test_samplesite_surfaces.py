"""Listings, posts, sitemap, feed and robots.txt over HTTP, in both permalink styles."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import etree
from lxml import html as lxml_html

from crawler.samplesite.addresses import Listing
from crawler.samplesite.server import SampleSite

ATOM = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def listed(page: bytes) -> list[str]:
    tree = lxml_html.fromstring(page.decode())
    found = tree.cssselect("#posts-container h2.post-title a, .archive-box h2 a")
    return [link.get("href") for link in found]


def walk(site: SampleSite, fetch: Any, listing: Listing) -> tuple[list[str], int]:
    """The posts of all of a listing's pages, and the number of the first that answers 404."""
    links: list[str] = []
    for page in range(1, 50):
        answer = fetch(site.addresses.listing(Listing(listing.kind, listing.name, page)))
        if answer.status == 404:
            return links, page
        links += listed(answer.body)
    raise AssertionError("the listing has no end")


def test_the_home_page_lists_every_post_six_a_page(site: SampleSite, fetch: Any) -> None:
    links, end = walk(site, fetch, Listing())
    assert links == [site.addresses.post(post) for post in site.posts]
    assert end == -(-len(links) // 6) + 1


@pytest.mark.parametrize("name", ["kegiatan", "berita", "kota-tangguh", "artikel"])
def test_categories_list_their_posts(name: str, site: SampleSite, fetch: Any) -> None:
    links, _ = walk(site, fetch, Listing("category", name))
    assert links == [site.addresses.post(p) for p in site.posts if name in p.categories]


@pytest.mark.parametrize(
    "listing", [Listing("month", "201810"), Listing("tag", "air"), Listing("author", "fajar")]
)
def test_months_tags_and_authors_list_their_posts(
    listing: Listing, site: SampleSite, fetch: Any
) -> None:
    links, _ = walk(site, fetch, listing)
    assert len(links) >= 2


def test_pages_of_a_listing_name_the_next(site: SampleSite, fetch: Any) -> None:
    page = fetch(site.base_url + "/").text
    following = site.addresses.listing(Listing(page=2)).replace("&", "&amp;")
    assert f'href="{following}"' in page


def test_every_post_is_at_its_address_with_its_marks(site: SampleSite, fetch: Any) -> None:
    for post in site.posts:
        answer = fetch(site.addresses.post(post))
        assert answer.status == post.status
        assert "ETag" not in answer.headers
        assert "Last-Modified" not in answer.headers
        if post.status == 200:
            assert f'<link rel="canonical" href="{site.addresses.post(post)}" />' in answer.text
            assert f'<link rel="shortlink" href="{site.base_url}/?p={post.id}" />' in answer.text
            moment = post.date.isoformat()
            assert moment.endswith("+07:00")
            assert f'<meta property="article:published_time" content="{moment}" />' in answer.text


def test_numbers_lead_to_the_pretty_permalink(pretty: SampleSite, fetch: Any) -> None:
    answer = fetch(pretty.base_url + "/?p=112")
    assert answer.status == 301
    assert answer.headers["Location"] == pretty.addresses.post(pretty.post(112))


def test_a_permalink_without_its_last_slash_leads_to_the_one_with_it(
    pretty: SampleSite, fetch: Any
) -> None:
    url = pretty.addresses.post(pretty.post(112))
    assert fetch(url.rstrip("/")).headers["Location"] == url
    assert (
        fetch(pretty.base_url + "/?cat=3&paged=2")
        .headers["Location"]
        .endswith("/category/berita/page/2/")
    )


@pytest.mark.parametrize(
    "path",
    [
        "/2018/02/19/peluncuran-program-kota-tangguh-tirtasari/",
        "/page/2/",
        "/feed/",
        "/wp-sitemap.xml",
    ],
)
def test_addresses_in_words_are_unknown_to_the_plain_style(
    path: str, plain: SampleSite, fetch: Any
) -> None:
    assert fetch(plain.base_url + path).status == 404


def test_the_wrong_day_in_a_permalink_leads_nowhere(pretty: SampleSite, fetch: Any) -> None:
    post = pretty.post(112)
    assert fetch(f"{pretty.base_url}/2017/01/01/{post.slug}/").status == 404


def test_the_sitemap_names_every_post_and_when_it_changed(site: SampleSite, fetch: Any) -> None:
    index = etree.fromstring(fetch(site.addresses.sitemap()).body)
    maps = [loc.text for loc in index.iter(f"{ATOM}loc")]
    assert maps[0] == site.addresses.sitemap("posts")
    posts = etree.fromstring(fetch(maps[0]).body)
    found = [(url[0].text, url[1].text) for url in posts]
    assert found == [(site.addresses.post(p), p.modified.isoformat()) for p in site.posts]
    assert all(fetch(url).status == 200 for url in maps)


def test_the_feed_has_two_pages_and_an_end(site: SampleSite, fetch: Any) -> None:
    joint = "&" if "?" in site.addresses.feed() else "?"
    links: list[str] = []
    for page in (1, 2):
        tree = etree.fromstring(fetch(f"{site.addresses.feed()}{joint}paged={page}").body)
        links += [link.text or "" for link in tree.iterfind(".//item/link")]
    assert links == [site.addresses.post(post) for post in site.posts]
    assert fetch(f"{site.addresses.feed()}{joint}paged=3").status == 404


def test_the_feed_says_whether_it_has_changed(site: SampleSite, fetch: Any) -> None:
    url = site.addresses.feed()
    first = fetch(url)
    marks = {"If_None_Match": first.headers["ETag"]}
    assert fetch(url, **marks).status == 304
    assert fetch(url, If_Modified_Since=first.headers["Last-Modified"]).status == 304
    site.change(112, title="Peluncuran Kota Tangguh")
    assert fetch(url, **marks).status == 200
    assert fetch(url, If_Modified_Since=first.headers["Last-Modified"]).status == 200


def test_robots_txt_keeps_out_of_a_page_that_is_there_and_linked(
    site: SampleSite, fetch: Any
) -> None:
    robots = fetch(site.base_url + "/robots.txt").text
    assert "Disallow: /wp-admin/" in robots
    assert "Crawl-delay" not in robots
    assert f"Sitemap: {site.addresses.sitemap()}" in robots
    assert fetch(site.base_url + "/wp-admin/").status == 200
    assert f'href="{site.base_url}/wp-admin/"' in fetch(site.base_url + "/").text


def test_links_within_the_site_lead_somewhere(site: SampleSite, fetch: Any) -> None:
    page = fetch(site.addresses.post(site.post(176))).text
    links = set(re.findall(rf'(?:href|value)="({re.escape(site.base_url)}[^"#]*)"', page))
    assert len(links) > 20
    for link in links:
        assert fetch(link.replace("&amp;", "&")).status in {200, 301, 500}, link
