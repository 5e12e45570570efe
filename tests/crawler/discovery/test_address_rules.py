"""Which addresses of a WordPress site are one, lie on the site, are posts or listings."""

from __future__ import annotations

import pytest

from crawler.discovery import addresses

HOME = "https://kota.example/berita/"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("HTTPS://Kota.Example:443/berita/?p=7#respond", "https://kota.example/berita/?p=7"),
        ("http://kota.example", "http://kota.example/"),
        ("/berita/page/1/", "https://kota.example/berita/"),
        ("?cat=2&paged=1", "https://kota.example/berita/?cat=2"),
        ("?paged=3&cat=2", "https://kota.example/berita/?cat=2&paged=3"),
        ("?p=7&utm_source=x&fbclid=y", "https://kota.example/berita/?p=7"),
        ("rapat warga/", "https://kota.example/berita/rapat%20warga/"),
        ("//kota.example:8443/x", "https://kota.example:8443/x"),
    ],
)
def test_an_address_has_one_form(written: str, canonical: str) -> None:
    assert addresses.canonical(written, HOME) == canonical


@pytest.mark.parametrize(
    "written",
    [
        "mailto:a@b.example",
        "javascript:void(0)",
        "ftp://kota.example/",
        "http://[x/",
        "http://a:b/",
    ],
)
def test_what_is_no_web_address_has_none(written: str) -> None:
    assert addresses.canonical(written) is None


def test_an_address_too_long_for_a_post_has_none() -> None:
    assert addresses.canonical("https://kota.example/" + "a" * 5000) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://kota.example/berita/?p=1",
        "https://kota.example/berita/2018/10/25/lokakarya/",
        "https://kota.example/berita/2018/10/25/12345/",
        "https://kota.example/berita/2018/10/lokakarya/",
        "https://kota.example/berita/index.php/2018/10/25/lokakarya/",
    ],
)
def test_dated_and_numbered_addresses_are_posts(url: str) -> None:
    assert addresses.shape(url, HOME) == "post"


@pytest.mark.parametrize(
    "url",
    [
        "https://kota.example/berita/",
        "https://kota.example/berita/page/2/",
        "https://kota.example/berita/?paged=2",
        "https://kota.example/berita/?cat=2&paged=2",
        "https://kota.example/berita/category/kegiatan/",
        "https://kota.example/berita/category/kegiatan/rapat/page/12/",
    ],
)
def test_pages_of_the_home_and_of_categories_are_listings(url: str) -> None:
    assert addresses.shape(url, HOME) == "listing"


@pytest.mark.parametrize(
    "url",
    [
        "https://kota.example/berita/wp-admin/post.php?post=1",
        "https://kota.example/berita/wp-login.php",
        "https://kota.example/berita/feed/",
        "https://kota.example/berita/2018/10/25/lokakarya/feed/",
        "https://kota.example/berita/category/kegiatan/feed/",
        "https://kota.example/berita/tag/air/",
        "https://kota.example/berita/tag/air/page/2/",
        "https://kota.example/berita/author/redaksi/",
        "https://kota.example/berita/2018/",
        "https://kota.example/berita/2018/10/",
        "https://kota.example/berita/2018/10/25/",
        "https://kota.example/berita/2018/10/page/2/",
        "https://kota.example/berita/2018/10/25/lokakarya/2/",
        "https://kota.example/berita/2018/10/25/lokakarya/attachment/foto/",
        "https://kota.example/berita/2018/10/25/lokakarya/?replytocom=3",
        "https://kota.example/berita/?p=1&preview=1",
        "https://kota.example/berita/?p=satu",
        "https://kota.example/berita/?attachment_id=3",
        "https://kota.example/berita/?author=1",
        "https://kota.example/berita/?s=air",
        "https://kota.example/berita/?m=201810",
        "https://kota.example/berita/?feed=rss2",
        "https://kota.example/berita/wp-content/uploads/2018/10/paparan.pdf",
        "https://kota.example/berita/paparan.pptx",
    ],
)
def test_administration_feeds_files_and_other_archives_are_nothing_to_follow(url: str) -> None:
    assert addresses.shape(url, HOME) is None


def test_a_bare_slug_may_be_a_post() -> None:
    assert addresses.shape("https://kota.example/berita/rapat-warga/", HOME) == "entry"


@pytest.mark.parametrize(
    "url",
    [
        "http://kota.example/berita/?p=1",
        "https://www.kota.example/berita/?p=1",
        "https://lama.example/?p=1",
    ],
)
def test_an_alias_of_the_home_is_the_home(url: str) -> None:
    assert addresses.settle(url, (HOME, "http://lama.example/")) == f"{HOME}?p=1"


@pytest.mark.parametrize(
    "url",
    [
        "https://kota.example/lain/?p=1",
        "https://kota.example/beritabaru/?p=1",
        "https://kota.example.org/berita/?p=1",
        "https://kota.example:8443/berita/?p=1",
        "https://sub.kota.example/berita/?p=1",
    ],
)
def test_other_hosts_ports_and_folders_are_other_sites(url: str) -> None:
    assert addresses.settle(url, (HOME,)) is None


@pytest.mark.parametrize(
    ("start", "home"),
    [
        ("http://kota.example/berita/?cat=2&paged=3", "http://kota.example/berita/"),
        ("http://kota.example/berita/page/2/", "http://kota.example/berita/"),
        ("http://kota.example/category/kegiatan/page/2/", "http://kota.example/"),
        ("http://kota.example/berita/2018/10/25/rapat/", "http://kota.example/berita/"),
        ("http://kota.example/index.php/category/x/", "http://kota.example/"),
        ("http://kota.example/berita", "http://kota.example/berita/"),
    ],
)
def test_a_listing_tells_its_sites_home(start: str, home: str) -> None:
    assert addresses.home_of(start) == home


def test_the_same_page_by_other_schemes_and_slashes_has_one_key() -> None:
    keys = {
        addresses.key("http://www.kota.example/berita/rapat/"),
        addresses.key("https://kota.example/berita/rapat"),
    }
    assert len(keys) == 1


def test_pages_of_one_listing_share_its_address() -> None:
    assert addresses.paging(f"{HOME}category/x/page/12/") == (f"{HOME}category/x/", 12)
    assert addresses.paging(f"{HOME}?cat=2&paged=3") == (f"{HOME}?cat=2", 3)
    assert addresses.paging(HOME) == (HOME, 1)
