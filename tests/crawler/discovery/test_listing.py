"""A listing page -> its posts and the listings after it."""

from __future__ import annotations

from dataclasses import replace

from crawler.discovery import Answer, Found, listing
from crawler.sites import Site

SITE = Site("kota", "Kota", "https://kota.example/berita/")
HOME = SITE.home


def found(html: str, url: str = HOME, site: Site = SITE) -> Found:
    return listing.find(Answer(url, html.encode()), site)


def test_dated_and_numbered_links_are_posts_wherever_they_stand() -> None:
    html = '<aside><a href="2018/10/25/rapat/">R</a></aside><a href="?p=7">7</a>'
    assert found(html).urls == (f"{HOME}2018/10/25/rapat/", f"{HOME}?p=7")


def test_a_bare_slug_is_a_post_where_it_is_an_entrys_title() -> None:
    html = """
        <nav><a href="/berita/tentang-kami/">Tentang</a></nav>
        <h2 class="entry-title"><a href="/berita/rapat-warga/">Rapat</a></h2>
        <h2 class="post-box-title"><a href="/berita/lokakarya/">Lokakarya</a></h2>
        <article><h3><a href="/berita/kunjungan/">Kunjungan</a></h3></article>
        <a rel="bookmark" href="/berita/arsip/pelatihan/">Pelatihan</a>"""
    assert found(html).urls == tuple(
        f"{HOME}{slug}/" for slug in ("rapat-warga", "lokakarya", "kunjungan", "arsip/pelatihan")
    )


def test_each_post_is_named_once_in_the_order_of_the_page() -> None:
    html = """<a href="?p=2">b</a><a href="?p=1">a</a><a href="?p=2#comments">b</a>
        <a href="http://www.kota.example/berita/?p=1">a</a>"""
    assert found(html).urls == (f"{HOME}?p=2", f"{HOME}?p=1")


def test_pagination_and_categories_lead_to_more() -> None:
    html = """<a href="/berita/page/2/">2</a><a href="/berita/page/9/">last</a>
        <a href="/berita/category/kegiatan/">Kegiatan</a><a href="?cat=3">Berita</a>"""
    assert found(html).more == tuple(
        f"{HOME}{rest}" for rest in ("page/2/", "page/9/", "category/kegiatan/", "?cat=3")
    )


def test_the_next_page_of_a_plain_category_is_found() -> None:
    html = '<a class="next page-numbers" href="?cat=2&#038;paged=3">Next</a>'
    assert found(html, f"{HOME}?cat=2&paged=2").more == (f"{HOME}?cat=2&paged=3",)


def test_a_category_under_a_name_of_the_sites_own_is_found_by_its_mark() -> None:
    html = '<a rel="category tag" href="/berita/topik/air/">Air</a>'
    assert found(html).more == (f"{HOME}topik/air/",)
    html = '<a href="/berita/topik/air/page/2/">2</a>'
    assert found(html, f"{HOME}topik/air/").more == (f"{HOME}topik/air/page/2/",)


def test_a_link_in_the_head_to_the_next_page_counts() -> None:
    html = '<head><link rel="next" href="/berita/page/2/"><link rel="prev" href="/berita/page/9/">'
    assert found(html).more == (f"{HOME}page/2/",)


def test_other_sites_tags_authors_dates_and_feeds_lead_nowhere() -> None:
    html = """<a href="https://lain.example/2018/10/25/rapat/">x</a><a href="/lain/?p=3">x</a>
        <a href="tag/air/">x</a><a href="author/redaksi/">x</a><a href="2018/10/">x</a>
        <a href="feed/">x</a><a href="#">x</a><a href="">x</a><a>x</a>
        <a href="?p=7&replytocom=3#respond">x</a>
        <article><h2><a href="wp-content/uploads/a.pdf">x</a></h2></article>"""
    assert found(html) == Found((), ())


def test_a_listing_does_not_lead_to_itself() -> None:
    assert found('<a href="/berita/page/2/">2</a>', f"{HOME}page/2/").more == ()


def test_a_site_of_plain_permalinks_has_no_posts_at_pretty_paths() -> None:
    html = '<article><h2><a href="menu/1/">x</a></h2></article><a href="?p=7">y</a>'
    assert found(html, site=replace(SITE, permalinks="plain")).urls == (f"{HOME}?p=7",)


def test_an_alias_reads_as_the_home() -> None:
    site = replace(SITE, aliases=("http://lama.example/",))
    assert found('<a href="http://lama.example/?p=7">y</a>', site=site).urls == (f"{HOME}?p=7",)


def test_the_base_of_the_page_is_kept() -> None:
    html = '<head><base href="https://kota.example/berita/"></head><a href="?p=7">y</a>'
    assert found(html, "https://kota.example/berita/category/x/").urls == (f"{HOME}?p=7",)


def test_bytes_that_are_no_html_list_nothing() -> None:
    assert listing.find(Answer(HOME, b"\x00\xff\xfe<a href='http://["), SITE) == Found((), ())
