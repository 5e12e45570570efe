"""Rules of the crawl of a Wayback Machine that need none: addresses, headers, the pace."""

from __future__ import annotations

import asyncio
import gzip
from urllib.parse import parse_qs, urlsplit

import pytest
from scrapy.http import HtmlResponse, Request

from archive.mementos import Memento
from crawler.discovery.web_archive import INTERNET_ARCHIVE, WebArchive
from crawler.spiders.wayback import LOOK_UPS_A_MINUTE
from crawler.wayback import originals
from crawler.wayback.pace import Pace

URL = "http://kota.example/2018/10/25/rapat/"
PYWB = WebArchive("http://localhost:8080/kota")
ARCHIVE = WebArchive(INTERNET_ARCHIVE)
MEMENTO = Memento(1, URL, URL, "2018-10-25T09:41:08Z", "")


def test_the_index_of_the_internet_archive_is_asked_in_its_own_words() -> None:
    asked = ARCHIVE.look_up(
        "http://kota.example/", captured_from="2018-01-02", resume_key="example%2Ckota%29 2018"
    )
    parts = urlsplit(asked)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{INTERNET_ARCHIVE}/cdx/search/cdx"
    words = {name: value for name, (value,) in parse_qs(parts.query).items()}
    assert words == {
        "url": "http://kota.example/",
        "matchType": "prefix",
        "output": "json",
        "fl": "timestamp,original,mimetype,statuscode,digest",
        "filter": "statuscode:200|-",
        "collapse": "digest",
        "limit": "5000",
        "showResumeKey": "true",
        "from": "20180102000000",
        "resumeKey": "example%2Ckota%29 2018",
    }


def test_a_collection_of_pywb_has_its_index_and_mementos_below_it() -> None:
    asked = PYWB.look_up("http://kota.example/", captured_to="2018-12-31")
    assert asked.startswith("http://localhost:8080/kota/cdx?url=http%3A%2F%2Fkota.example%2F&")
    assert "limit=" not in asked
    assert "to=20181231235959" in asked
    assert PYWB.memento("20181025094108", URL) == f"{PYWB.base}/20181025094108id_/{URL}"
    assert ARCHIVE.memento("2018", URL) == f"https://web.archive.org/web/2018id_/{URL}"


@pytest.mark.parametrize(
    ("location", "target"),
    [
        (f"https://web.archive.org/web/20190101000000id_/{URL}", ("20190101000000", URL)),
        (f"/web/20190101000000id_/{URL}?p=1", ("20190101000000", f"{URL}?p=1")),
        ("/web/20190101/http:/kota.example/x/", ("20190101", "http://kota.example/x/")),
        ("https://kota.example/lain/", ("2018", "https://kota.example/lain/")),
        ("/lain/", ("2018", "http://kota.example/lain/")),
        ("?p=12", ("2018", f"{URL}?p=12")),
    ],
)
def test_a_redirect_leads_inside_the_wayback_machine(
    location: str, target: tuple[str, str]
) -> None:
    assert ARCHIVE.target(location, "2018", URL) == target


@pytest.mark.parametrize(
    "home", ["http://127.0.0.1:8017/", "http://10.0.0.7/", "http://localhost/", "http://x.invalid/"]
)
def test_the_internet_archive_is_not_asked_for_what_is_on_no_public_network(home: str) -> None:
    assert not ARCHIVE.may_have(home)
    assert PYWB.may_have(home)
    assert ARCHIVE.may_have("https://kota.go.id/")


def answered(headers: dict[str, str | list[str]], body: bytes = b"isi") -> HtmlResponse:
    return HtmlResponse("http://wayback.example/", headers=headers, body=body)


def exchange(headers: dict[str, str | list[str]], body: bytes = b"isi"):
    request = Request("http://wayback.example/", meta={originals.MEMENTO: MEMENTO})
    return originals.exchange_of(request, answered(headers, body))


def test_headers_are_those_of_the_original_on_the_internet_archive() -> None:
    kept = exchange(
        {
            "Server": "nginx",
            "Date": "Sun, 22 Nov 2026 04:33:42 GMT",
            "X-Archive-Orig-Server": "Apache",
            "X-Archive-Orig-Link": f"<{URL}?p=1>; rel=shortlink",
            "X-Archive-Guessed-Charset": "utf-8",
            "Content-Type": "text/html",
            "Cache-Control": "max-age=1800",
            "Memento-Datetime": "Thu, 25 Oct 2018 09:41:09 GMT",
        }
    )
    assert dict(kept.headers) == {
        "Server": "Apache",
        "Link": f"<{URL}?p=1>; rel=shortlink",
        "Content-Type": "text/html",
    }
    assert (kept.url, kept.fetched_at) == (URL, "2018-10-25T09:41:09Z")
    assert (kept.source_url, kept.request) == ("http://wayback.example/", None)


def test_headers_are_those_of_the_original_on_pywb() -> None:
    kept = exchange(
        {
            "X-Archive-Orig-Date": "Thu, 25 Oct 2018 09:41:08 GMT",
            "Date": "Sun, 22 Nov 2026 04:33:42 GMT",
            "ETag": '"7"',
            "Link": [f"<{URL}?p=1>; rel=shortlink", f'<{URL}>; rel="original"'],
            "Content-Location": "http://localhost:8080/kota/x",
        }
    )
    assert sorted(kept.headers) == [
        ("Date", "Thu, 25 Oct 2018 09:41:08 GMT"),
        ("Etag", '"7"'),
        ("Link", f"<{URL}?p=1>; rel=shortlink"),
    ]
    assert kept.fetched_at == "2018-10-25T09:41:08Z"


@pytest.mark.parametrize(
    ("told", "sent", "body", "kept"),
    [
        ("gzip", "gzip", gzip.compress(b"isi", mtime=0), gzip.compress(b"isi", mtime=0)),
        (None, "gzip", gzip.compress(b"isi", mtime=0), b"isi"),
        ("gzip", None, b"isi", b"isi"),
    ],
)
def test_headers_and_body_agree_on_the_content_coding(
    told: str | None, sent: str | None, body: bytes, kept: bytes
) -> None:
    headers: dict[str, str | list[str]] = {"X-Archive-Src": "x.warc.gz"}
    headers |= {"X-Archive-Orig-Content-Encoding": told} if told else {}
    headers |= {"Content-Encoding": sent} if sent else {}
    result = exchange(headers, body)
    assert result.body == kept
    assert ("Content-Encoding" in dict(result.headers)) == (kept != b"isi")


def test_look_ups_come_no_faster_than_24_a_minute() -> None:
    clock = [1000.0]
    turns: list[float] = []

    async def sleep(seconds: float) -> None:
        clock[0] += seconds

    async def take_turns() -> None:
        pace = Pace(LOOK_UPS_A_MINUTE, 60.0, now=lambda: clock[0], sleep=sleep)
        for number in range(100):
            await pace.turn()
            turns.append(clock[0])
            clock[0] += 20.0 if number == 50 else 0.1  # one answer that took long

    asyncio.run(take_turns())
    for begin in turns:
        assert sum(begin <= turn < begin + 60 for turn in turns) <= 24
    assert turns[0] == 1000.0


def test_after_a_trouble_the_next_turn_is_held_back() -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    async def take_turns() -> None:
        pace = Pace(LOOK_UPS_A_MINUTE, 60.0, now=lambda: 7.0, sleep=sleep)
        await pace.turn()
        pace.rest(40.0)
        await pace.turn()

    asyncio.run(take_turns())
    assert waited == [40.0]


def test_a_page_of_the_internet_archive_that_tells_no_time_is_no_memento() -> None:
    offline = HtmlResponse("https://web.archive.org/web/2018id_/http://kota.example/", body=b"x")
    assert not originals.is_memento(offline)
    assert originals.is_memento(answered({}))


def test_without_a_limit_no_turn_has_to_wait() -> None:
    async def sleep(_: float) -> None:
        pytest.fail("It waits.")

    async def take_turns() -> None:
        pace = Pace(LOOK_UPS_A_MINUTE, 0.0, now=lambda: 7.0, sleep=sleep)
        for _ in range(100):
            await pace.turn()

    asyncio.run(take_turns())
