"""Which sites a user's words choose."""

from __future__ import annotations

import pytest

from crawler import sites
from crawler.discovery import addresses
from crawler.sites import UnknownSiteError


def test_no_word_chooses_every_known_site() -> None:
    assert sites.choose(()) == tuple(sites.profiles().values())


def test_every_profile_can_be_crawled() -> None:
    for site in sites.profiles().values():
        assert addresses.canonical(site.home) == site.home
        assert site.home.endswith("/")
        assert site.delay >= 1
        assert not sites.is_loopback(site)


def test_a_site_is_chosen_once() -> None:
    assert len(sites.choose(("tarulh", "tarulh"))) == 1


def test_the_address_of_a_known_site_is_that_site() -> None:
    assert sites.choose(("https://www.tarulh.com/category/kegiatan/",))[0].name == "tarulh"


def test_any_address_is_a_site_of_its_own() -> None:
    (site,) = sites.choose(("http://Kota.example:8080/berita/?paged=2",))
    assert site.name == "kota.example:8080/berita"
    assert site.home == "http://kota.example:8080/berita/"
    assert site.first_listing == "http://kota.example:8080/berita/?paged=2"


def test_an_unknown_name_is_answered_with_the_nearest_and_all() -> None:
    with pytest.raises(UnknownSiteError, match=r"Did you mean tarulh\?.*tataruang") as raised:
        sites.choose(("tarul",))
    assert raised.value.exit_code == 2


def test_a_name_near_to_none_is_answered_with_all() -> None:
    with pytest.raises(UnknownSiteError, match="Known sites: ") as raised:
        sites.choose(("zzzzzz",))
    assert "Did you mean" not in str(raised.value)


@pytest.mark.parametrize("word", ["ftp://kota.example/", "http://", "file:///etc/passwd"])
def test_other_schemes_are_refused(word: str) -> None:
    with pytest.raises(UnknownSiteError, match="not a web address"):
        sites.choose((word,))


def test_the_address_of_one_post_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnknownSiteError, match="resilience extract"):
        sites.choose(("http://kota.example/2018/10/25/rapat/",))


@pytest.mark.parametrize("host", ["127.0.0.1:80", "localhost", "[::1]:8017", "a.localhost"])
def test_this_machine_needs_no_sparing(host: str) -> None:
    assert sites.is_loopback(sites.choose((f"http://{host}/",))[0])
