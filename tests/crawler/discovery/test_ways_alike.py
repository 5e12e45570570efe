"""REST, sitemap and feed: what one answer tells, in both permalink styles."""

from __future__ import annotations

import gzip
import json

import pytest

from crawler.discovery import Answer, NotThisWayError, Post, announcements, feed, rest, sitemap
from crawler.discovery.moments import universal
from crawler.sites import Site

SITE = Site("kota", "Kota", "https://kota.example/berita/")
HOME = SITE.home
FIRST = rest.starts(SITE)[0]


def rest_rows(*numbers: int) -> bytes:
    return json.dumps(
        [
            {
                "id": number,
                "link": f"http://www.kota.example/berita/2019/03/05/rapat-{number}/",
                "date_gmt": "2019-03-05T01:02:03",
                "modified_gmt": "2019-03-06T01:02:03",
            }
            for number in numbers
        ]
    ).encode()


def rest_answer(body: bytes, url: str = FIRST, total: int = 0, pages: int = 0) -> Answer:
    return Answer(url, body, {"x-wp-total": str(total), "x-wp-totalpages": str(pages)})


def urlset(*entries: tuple[str, str], kind: str = "url", root: str = "urlset") -> bytes:
    listed = "".join(
        f"<{kind}><loc> {loc} </loc><lastmod>{modified}</lastmod></{kind}>"
        for loc, modified in entries
    )
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0"?><{root} xmlns="{space}">{listed}</{root}>'.encode()


def test_rest_begins_where_the_permalinks_put_it() -> None:
    pretty, plain = rest.starts(SITE)
    assert pretty.startswith(f"{HOME}wp-json/wp/v2/posts?per_page=100&page=1&")
    assert plain.startswith(f"{HOME}?rest_route=/wp/v2/posts&per_page=100&page=1&")
    assert rest.start_at(f"{HOME}?rest_route=/") == plain


def test_rest_tells_addresses_times_and_the_next_page() -> None:
    found = rest.find(rest_answer(rest_rows(7, 8), total=250, pages=3), SITE)
    assert found.posts[0] == Post(
        f"{HOME}2019/03/05/rapat-7/", "2019-03-06T01:02:03Z", "2019-03-05T01:02:03Z", 7
    )
    assert (found.total, found.entries) == (250, 2)
    (more,) = found.more
    assert "page=2" in more
    assert (
        rest.find(rest_answer(rest_rows(9), more.replace("page=2", "page=3"), 250, 3), SITE).more
        == ()
    )


def test_rest_without_totals_goes_on_after_a_full_page_alone() -> None:
    assert rest.find(Answer(FIRST, rest_rows(*range(100))), SITE).more
    assert not rest.find(Answer(FIRST, rest_rows(*range(99))), SITE).more


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b'{"code": "rest_no_route"}', b"[1]", b"[" * 9000]
)
def test_an_answer_that_is_no_list_of_posts_is_not_rest(body: bytes) -> None:
    with pytest.raises(NotThisWayError):
        rest.find(Answer(FIRST, body), SITE)


def test_rest_leaves_out_posts_of_other_hosts_and_rows_without_a_link() -> None:
    rows = [{"id": 1, "link": "https://lain.example/?p=1"}, {"id": 2}, {"link": 3}]
    found = rest.find(Answer(FIRST, json.dumps(rows).encode()), SITE)
    assert (found.posts, found.entries) == ((), 3)


def test_a_sitemap_tells_posts_with_their_last_change() -> None:
    body = urlset(
        (f"{HOME}2019/03/05/rapat/", "2019-03-06T08:00:00+07:00"),
        (f"{HOME}?p=7", "2019-03-06"),
        (f"{HOME}tentang-kami/", "2019-01-01"),
        ("https://lain.example/?p=8", ""),
    )
    found = sitemap.find(Answer(f"{HOME}sitemap.xml", body), SITE)
    assert found.posts == (
        Post(f"{HOME}2019/03/05/rapat/", "2019-03-06T01:00:00Z"),
        Post(f"{HOME}?p=7", "2019-03-06"),
    )
    assert found.entries == 4


@pytest.mark.parametrize("name", ["wp-sitemap-posts-post-1.xml", "post-sitemap2.xml"])
def test_in_a_sitemap_of_posts_a_bare_slug_is_a_post(name: str) -> None:
    body = urlset((f"{HOME}rapat-warga/", ""))
    assert sitemap.find(Answer(HOME + name, body), SITE).urls == (f"{HOME}rapat-warga/",)


def test_an_index_leads_to_the_sitemaps_of_posts_alone() -> None:
    names = (
        "wp-sitemap-posts-post-1.xml",
        "post-sitemap.xml",
        "?sitemap=posts&amp;sitemap-subtype=post&amp;paged=2",
        "wp-sitemap-posts-page-1.xml",
        "wp-sitemap-taxonomies-category-1.xml",
        "?sitemap=taxonomies&amp;sitemap-subtype=category&amp;paged=1",
        "wp-sitemap-users-1.xml",
        "category-sitemap.xml",
        "author-sitemap.xml",
        "page-sitemap.xml",
    )
    body = urlset(*((HOME + name, "") for name in names), kind="sitemap", root="sitemapindex")
    found = sitemap.find(Answer(f"{HOME}wp-sitemap.xml", body), SITE)
    assert found.more == (
        f"{HOME}wp-sitemap-posts-post-1.xml",
        f"{HOME}post-sitemap.xml",
        f"{HOME}?paged=2&sitemap=posts&sitemap-subtype=post",
    )


def test_a_sitemap_of_fifty_thousand_entries_is_read_and_a_larger_one_said_to_be_cut() -> None:
    entries = [(f"{HOME}?p={number}", "2019-03-06") for number in range(1, 50_002)]
    whole = sitemap.find(Answer(f"{HOME}sitemap.xml", urlset(*entries[:-1])), SITE)
    assert (len(whole.posts), whole.trouble) == (50_000, None)
    cut = sitemap.find(Answer(f"{HOME}sitemap.xml", urlset(*entries)), SITE)
    assert len(cut.posts) == 50_000
    assert "more than 50000 entries" in (cut.trouble or "")


def test_a_packed_sitemap_is_unpacked_but_no_bomb() -> None:
    body = gzip.compress(urlset((f"{HOME}?p=7", "")))
    assert sitemap.find(Answer(f"{HOME}sitemap.xml.gz", body), SITE).urls == (f"{HOME}?p=7",)
    bomb = gzip.compress(b" " * (60 * 1024 * 1024))
    assert "larger than" in (sitemap.find(Answer(HOME, bomb), SITE).trouble or "")
    with pytest.raises(NotThisWayError):
        sitemap.find(Answer(HOME, body[:40]), SITE)


def test_entities_of_a_sitemap_are_not_resolved() -> None:
    body = b"""<!DOCTYPE urlset [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY f SYSTEM "file:///etc/hostname">]>
        <urlset><url><loc>https://kota.example/berita/?p=7</loc></url><url><loc>&f;</loc></url>
        <url><loc>&b;</loc></url></urlset>"""
    assert sitemap.find(Answer(HOME, body), SITE).urls == (f"{HOME}?p=7",)


@pytest.mark.parametrize("body", [b"", b"<html><body>x", b"\x00\xff", b"<urlset", b"{}"])
def test_what_is_no_sitemap_or_feed_is_neither(body: bytes) -> None:
    for way in (sitemap, feed):
        try:
            assert way.find(Answer(HOME, body), SITE).posts == ()
        except NotThisWayError:
            continue


RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><link>{HOME}</link><item>
  <title>Rapat</title><link>{HOME}2019/03/05/rapat/?utm_source=rss</link>
  <pubDate>Tue, 05 Mar 2019 08:02:03 +0700</pubDate>
  <guid isPermaLink="false">{HOME}?p=7</guid></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><link href="{HOME}"/><entry>
  <link rel="replies" href="{HOME}x/"/><link href="{HOME}2019/03/05/rapat/"/>
  <id>{HOME}?p=7</id><published>2019-03-05T01:02:03Z</published>
  <updated>2019-03-06T01:02:03Z</updated></entry></feed>"""


def test_a_feed_tells_posts_with_their_publication() -> None:
    found = feed.find(Answer(f"{HOME}feed/", RSS.encode()), SITE)
    assert found.posts == (Post(f"{HOME}2019/03/05/rapat/", None, "2019-03-05T01:02:03Z", 7),)
    assert found.more == (f"{HOME}feed/?paged=2",)
    atom = feed.find(Answer(f"{HOME}?feed=atom&paged=2", ATOM.encode()), SITE)
    assert atom.posts == (
        Post(f"{HOME}2019/03/05/rapat/", "2019-03-06T01:02:03Z", "2019-03-05T01:02:03Z", 7),
    )
    assert atom.more == (f"{HOME}?feed=atom&paged=3",)


def test_a_feed_without_items_is_its_end() -> None:
    assert feed.find(Answer(HOME, b"<rss><channel></channel></rss>"), SITE).more == ()


def test_a_home_page_announces_its_interface_and_its_feed_of_posts() -> None:
    html = f"""<head><link rel="alternate" type="application/rss+xml" href="{HOME}comments/feed/">
        <link rel="alternate" type="application/rss+xml" href="/berita/feed/">"""
    link = f'<{HOME}wp-json/>; rel="https://api.w.org/", <https://x.example/>; rel=shortlink'
    said = announcements.find(Answer(HOME, html.encode(), {"link": link}), SITE)
    assert said.feed == (f"{HOME}feed/",)
    assert said.rest == (FIRST,)
    element = f'<link rel="https://api.w.org/" href="{HOME}index.php?rest_route=/">'
    (start,) = announcements.find(Answer(HOME, element.encode()), SITE).rest
    assert start.startswith(f"{HOME}index.php?rest_route=/wp/v2/posts&")


def test_what_lies_on_another_host_is_not_announced() -> None:
    html = '<link rel="https://api.w.org/" href="https://lain.example/wp-json/">'
    assert announcements.find(Answer(HOME, html.encode()), SITE) == announcements.Announced()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2019-03-06T08:00:00+07:00", "2019-03-06T01:00:00Z"),
        ("2019-03-06T01:00:00.123Z", "2019-03-06T01:00:00Z"),
        ("2019-03-06T01:00:00", "2019-03-06T01:00:00Z"),
        ("Wed, 06 Mar 2019 01:00:00 GMT", "2019-03-06T01:00:00Z"),
        ("2019-03-06", "2019-03-06"),
        ("2019-13-45", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("kemarin", None),
        ("", None),
        (None, None),
    ],
)
def test_moments_have_one_form(written: str | None, said: str | None) -> None:
    assert universal(written) == said
