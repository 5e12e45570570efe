"""Each theme's pages: the marks that tell them apart, the chrome that changes, the article."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml import html as lxml_html

from crawler.article import read_article
from crawler.samplesite.addresses import Addresses, Listing
from crawler.samplesite.answers import Snapshot
from crawler.samplesite.pages import listing_page, not_found_page, post_page
from crawler.samplesite.posts import Post, bundled_posts

ADDRESSES = Addresses("http://127.0.0.1:8017", "pretty")
POSTS = bundled_posts()
SNAPSHOT = Snapshot(ADDRESSES, POSTS, now=datetime(2020, 8, 16, 20, tzinfo=UTC), views=0)
SAHIFA = next(post for post in POSTS if post.theme == "sahifa")
JANNAH = next(post for post in POSTS if post.theme == "jannah" and post.subtitle)


def marks(page: str, *selectors: str) -> list[str]:
    tree = lxml_html.fromstring(page)
    return [selector for selector in selectors if tree.cssselect(selector)]


def test_sahifa_pages_have_the_marks_of_their_theme() -> None:
    selectors = [
        "#crumbs",
        "h1.name.post-title.entry-title > span[itemprop=name]",
        "p.post-meta .tie-date",
        "div.entry",
        ".share-post",
        ".post-navigation",
        "#related_posts",
        "#check-also-box",
        "#comments",
        "#sidebar .tagcloud",
        "select[name=archive-dropdown]",
    ]
    assert marks(post_page(SAHIFA, SNAPSHOT), *selectors) == selectors


def test_jannah_pages_have_the_marks_of_their_theme() -> None:
    selectors = [
        "#breadcrumb",
        ".post-cat-wrap a.post-cat",
        "h1.post-title.entry-title",
        "h2.entry-sub-title",
        "#single-post-meta .date",
        "div.entry-content.entry",
        ".toggle-post-content",
        "#share-buttons-bottom",
        "#related-posts",
        ".sidebar",
        "#comments",
        ".xyz_fbap_credit",
    ]
    assert marks(post_page(JANNAH, SNAPSHOT), *selectors) == selectors


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post.slug)
def test_the_article_is_the_post_without_the_chrome(post: Post) -> None:
    page = post_page(post, SNAPSHOT)
    article = read_article(page, ADDRESSES.post(post)).article
    body = re.sub(r"<[^<>]*>", " ", post.body_at(ADDRESSES.base_url))
    own = [post.title, post.subtitle or "", html.unescape(body)]
    assert article.text.split() == " ".join(own).split() or joined(article.text) == joined(*own)
    assert (article.title, article.subtitle) == (post.title, post.subtitle)
    assert article.theme == post.theme
    assert article.author == post.author
    assert article.published_at == post.date.isoformat()
    assert article.modified_at == post.modified.isoformat()
    assert article.canonical_url == ADDRESSES.post(post)


def joined(*parts: str) -> str:
    """Words without the space between them, which markup may add or swallow."""
    return "".join("".join(parts).split())


@pytest.mark.parametrize("post", [SAHIFA, JANNAH], ids=lambda post: post.theme)
def test_the_page_changes_with_every_view_and_the_article_does_not(post: Post) -> None:
    page, later = post_page(post, SNAPSHOT), post_page(post, replace(SNAPSHOT, views=7))
    assert page != later
    url = ADDRESSES.post(post)
    assert read_article(page, url).text == read_article(later, url).text


def test_today_is_printed_in_the_site_s_own_time() -> None:
    assert "Monday , August 17, 2020" in post_page(SAHIFA, SNAPSHOT)
    assert "Senin, 17 Agustus 2020" in post_page(JANNAH, SNAPSHOT)


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post.slug)
def test_pages_are_small(post: Post) -> None:
    assert 10_000 < len(post_page(post, SNAPSHOT)) < 35_000


def test_titles_are_escaped() -> None:
    post = replace(SAHIFA, title="Air & <Sampah>")
    snapshot = replace(SNAPSHOT, posts=(post,))
    page = post_page(post, snapshot)
    assert "Air &amp; &lt;Sampah&gt;" in page
    assert read_article(page, ADDRESSES.post(post)).article.title == "Air & <Sampah>"


def test_a_site_without_posts_has_a_home_page_and_no_second() -> None:
    empty = replace(SNAPSHOT, posts=())
    assert listing_page(Listing(), empty)
    assert listing_page(Listing(page=2), empty) is None


def test_the_404_page_is_in_the_theme_and_has_no_entry() -> None:
    page = not_found_page(SNAPSHOT)
    assert marks(page, "#theme-header", ".container-404") == ["#theme-header", ".container-404"]
    assert marks(page, ".entry", ".entry-content") == []
