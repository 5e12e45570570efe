"""Where a link's file is looked for, in which order, and what a search in vain comes to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive.file_links import FileLink
from crawler.discovery.cdx import Captured
from crawler.discovery.web_archive import WebArchive
from crawler.files import hosts, pursuit
from crawler.files.answers import Judged, Verdict
from crawler.files.naming import name_of
from crawler.files.pursuit import Candidate, Pursuit

HOMES = ("https://kota.go.id/berketahanan/", "https://kotalama.or.id/")
URL = "https://kotalama.or.id/wp-content/uploads/2017/05/a.pdf"
LINK = FileLink(1, URL, "kota", "upload", "A", URL)
HERE = "https://kota.go.id/berketahanan/wp-content/uploads/2017/05/a.pdf"
ARCHIVE = WebArchive()


def ways(
    link: FileLink = LINK, where: pursuit.Where = "auto", **more: bool
) -> list[tuple[str, str]]:
    local = more.get("is_local", False)
    found = pursuit.candidates(link, HOMES, where, ARCHIVE, is_local=local)
    return [(one.way, one.url) for one in found]


def of(url: str, **changes: object) -> FileLink:
    return replace(LINK, url=url, direct_url=hosts.recognise(url).direct, **changes)


def test_the_link_goes_before_other_homes_and_those_before_a_wayback_machine():
    assert ways() == [("link", URL), ("home", HERE), ("index", URL)]


def test_an_upload_of_a_strange_home_is_looked_for_under_the_sites_own():
    found = ways(of("http://tua.go.id/x/wp-content/uploads/2016/b.pdf"))
    assert [way for way, _ in found] == ["link", "home", "home", "index"]
    assert found[1][1] == "https://kota.go.id/berketahanan/wp-content/uploads/2016/b.pdf"


def test_live_asks_hosts_alone_and_wayback_no_host():
    assert [way for way, _ in ways(where="live")] == ["link", "home"]
    assert ways(where="wayback") == [("index", URL)]


def test_a_file_that_is_had_is_not_looked_for_elsewhere_again():
    assert ways(replace(LINK, file_id=7)) == [("link", URL)]


def test_a_shared_file_is_in_no_wayback_machine():
    assert [way for way, _ in ways(of("https://drive.google.com/file/d/1AbCdEfGhIjKl/view"))] == [
        "link"
    ]


@pytest.mark.parametrize(
    "url", ["http://10.1.2.3/a.pdf", "http://localhost/a.pdf", "ftp://kota.go.id/a"]
)
def test_a_host_on_no_public_network_is_not_asked_and_the_reason_told(url: str):
    link = of(url)
    assert ways(link) == []
    outcome, reason, _ = Pursuit(link, []).conclude()
    assert outcome == "link"
    assert "public network" in reason or "neither http nor https" in reason


def judged(verdict: Verdict, said: str = "x.") -> Judged:
    return Judged(verdict, said)


def ended(*verdicts: Verdict, failures: int = 0) -> tuple[str, int]:
    """(what it comes to, how many addresses were asked)."""
    candidates = [Candidate(str(number), "link") for number in range(5)]
    begun = Pursuit(replace(LINK, failures=failures), candidates)
    for verdict in verdicts:
        candidate = begun.next()
        if candidate is None:
            break
        begun.note(candidate.url, judged(verdict), None)
    return begun.conclude()[0], len(begun.attempts)


@pytest.mark.parametrize(
    ("verdicts", "outcome", "asked"),
    [
        (("gone", "gone", "gone"), "gone", 3),
        (("failed", "gone"), "failed", 2),
        (("gone", "busy"), "failed", 2),
        (("busy", "gone"), "failed", 1),
        (("refused", "gone"), "refused", 1),
        (("forbidden", "gone"), "refused", 1),
        (("link", "gone"), "link", 1),
        (("gone", "refused"), "refused", 2),
    ],
)
def test_what_a_search_in_vain_comes_to(verdicts: tuple[Verdict, ...], outcome: str, asked: int):
    assert ended(*verdicts) == (outcome, asked)


def test_a_host_that_is_busy_for_long_is_looked_for_elsewhere():
    assert ended("busy", "gone", failures=2)[1] == 2


def test_of_captures_the_newest_different_ones_that_are_no_pages_are_asked_for():
    def capture(
        timestamp: str, digest: str, media_type: str = "application/pdf", url: str = URL
    ) -> Captured:
        return Captured(timestamp, url, digest, 200, media_type)

    listed = [
        capture("20170101000000", "A"),
        capture("20180101000000", "B"),
        capture("20190101000000", "B"),
        capture("20200101000000", "C"),
        capture("20210101000000", "D", "text/html"),
        capture("20220101000000", "E", url=f"{URL}.bak"),
    ]
    found = pursuit.mementos_of(URL, listed, ARCHIVE)
    assert [one.url for one in found] == [
        f"https://web.archive.org/web/20200101000000id_/{URL}",
        f"https://web.archive.org/web/20190101000000id_/{URL}",
    ]


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ('attachment; filename="Paparan Kota.pdf"', "Paparan Kota.pdf"),
        ("attachment; filename*=UTF-8''Paparan%20%C3%A9.pdf", "Paparan é.pdf"),
        ('attachment; filename="C:\\\\data\\\\a.pdf"', "a.pdf"),
        ("attachment", "a.pdf"),
        (None, "a.pdf"),
    ],
)
def test_a_file_is_called_as_its_server_or_address_says(disposition: str | None, name: str):
    assert name_of(disposition, URL, "Label") == name


def test_a_file_whose_address_says_nothing_is_called_by_its_label():
    assert name_of(None, "https://kota.go.id/unduh?id=7", "Paparan Kota") == "Paparan Kota"
