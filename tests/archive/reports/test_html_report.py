"""The HTML report: one file, printable, readable by anybody, and deaf to what pages say."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest
from lxml import html
from report_samples import HOSTILE, MADE_AT, made
from sqlite_utils import Database

from archive.reports import making

KINDS = list(making.KINDS)
CHARTS = {"activities": 1, "focus-areas": 1, "attendance": 2}


def page(db: Database, kind: str, **asked: Any) -> str:
    return making.FORMATS["html"](made(db, kind, **asked))


@pytest.fixture
def documents(filled: Database) -> dict[str, Any]:
    """The page of every kind, with its charts."""
    return {kind: html.fromstring(page(filled, kind, with_charts=True)) for kind in KINDS}


def test_page_asks_for_nothing_and_runs_nothing(documents: dict[str, Any]) -> None:
    for document in documents.values():
        assert not document.xpath("//script | //link | //img | //iframe | //object | //embed")
        assert not document.xpath("//@src | //@style | //@srcset | //@background")
        names = {name for element in document.iter() for name in element.attrib}
        assert not [name for name in names if name.startswith("on")]
        (style,) = document.xpath("//style/text()")
        assert not re.search(r"url\(|@import|@font-face", style)


def test_policy_allows_its_one_style_sheet_alone(documents: dict[str, Any]) -> None:
    for document in documents.values():
        (policy,) = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        (style,) = document.xpath("//style/text()")
        digest = b64encode(sha256(style.encode()).digest()).decode()
        assert f"default-src 'none'; style-src 'sha256-{digest}'" in policy


def test_words_of_pages_stay_words(filled: Database) -> None:
    for kind in ("activities", "materials", "attendance", "people"):
        written = page(filled, kind, with_charts=True)
        assert "<script" not in written
        if kind != "people":
            assert HOSTILE in html.fromstring(written).text_content()


def test_only_addresses_of_the_web_are_links(documents: dict[str, Any]) -> None:
    for document in documents.values():
        for address in document.xpath("//a/@href"):
            assert re.match(r"https?://|#", address)
    text = documents["materials"].text_content()
    assert "paparan" in text
    assert not documents["materials"].xpath("//a[text()='paparan']")


def test_links_to_sources_arrive(documents: dict[str, Any]) -> None:
    for document in documents.values():
        places = document.xpath("//@id")
        assert len(places) == len(set(places))
        for address in document.xpath("//a/@href[starts-with(., '#')]"):
            assert address[1:] in places


def test_tables_are_told_to_those_who_do_not_see_them(documents: dict[str, Any]) -> None:
    for document in documents.values():
        assert document.xpath("/html/@lang") == ["en"]
        assert len(document.xpath("//h1")) == 1
        for table in document.xpath("//table"):
            assert table.xpath("./caption")[0].text_content().strip()
            assert not table.xpath("./thead//th[not(@scope='col')]")
            for row in table.xpath("./tbody/tr"):
                assert len(row.xpath("./th[@scope='row']")) == 1


def test_charts_are_images_with_words(documents: dict[str, Any]) -> None:
    for kind, document in documents.items():
        drawings = document.xpath("//figure//*[local-name() = 'svg']")
        assert len(drawings) == CHARTS.get(kind, 0)
        for drawing in drawings:
            assert drawing.get("role") == "img"
            named = drawing.get("aria-labelledby").split()
            assert [drawing.xpath(f".//*[@id='{name}']")[0].tag for name in named] == [
                "title",
                "desc",
            ]


def test_page_says_of_what_it_tells_and_when_it_was_made(filled: Database) -> None:
    written = page(
        filled,
        "activities",
        selected={"since": "2019-01-01", "until": "2020-12-31", "type": "workshop", "person": "r"},
    )
    head = " ".join(html.fromstring(written).xpath("//header")[0].text_content().split())
    for words in ("data", "kota", "2019-01-01 to 2020-12-31", "Workshop (Lokakarya)", "Person r"):
        assert words in head
    assert f'datetime="{MADE_AT}"' in written


def test_page_says_what_is_uncertain(filled: Database) -> None:
    text = " ".join(html.fromstring(page(filled, "attendance")).text_content().split())
    assert "5 reports tell of 4 events" in text
    assert "Reports without a date of the activity: 1" in text
    assert "People, at most open" in text


def test_indonesian_stands_beside_english_and_is_marked(filled: Database) -> None:
    document = html.fromstring(page(filled, "activities"))
    marked = {element.text_content() for element in document.xpath("//*[@lang='id']")}
    assert {"Kegiatan", "Lokakarya", "Rapat", "Lokakarya Taman Hujan"} <= marked


def test_printed_pages_have_the_title_and_their_number(filled: Database) -> None:
    (style,) = html.fromstring(page(filled, "attendance")).xpath("//style/text()")
    assert "size: A4" in style
    assert 'content: "Attendance"' in style
    assert 'content: counter(page) " / " counter(pages)' in style


def test_same_archive_gives_the_same_bytes(filled: Database) -> None:
    assert page(filled, "attendance", with_charts=True) == page(
        filled, "attendance", with_charts=True
    )


def test_what_people_corrected_is_marked(filled: Database) -> None:
    with filled.atomic():
        filled.execute(
            "INSERT INTO corrections (id, page_id, action, fact, author, made_at, reason)"
            " VALUES (1, 1, 'add', 'attendance', 'Sari', '2026-01-02T03:04:05Z', 'daftar hadir')"
        )
        filled.execute(
            "UPDATE attendance SET correction_id = 1, evidence_quote = NULL"
            " WHERE activity_id = 1 AND unit = 'peserta'"
        )
    text = " ".join(html.fromstring(page(filled, "attendance")).text_content().split())
    assert "not in the words of the page corrected by a person" in text
    assert "Reports corrected by people: 1 (the corrections are in all numbers)" in text
