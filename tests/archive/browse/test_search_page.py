"""What the search page shows: hits with their marks, what narrows them, what else to ask."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from archive_samples import fetch, report_of_nothing, store_page
from file_samples import PDF, fill
from sqlite_utils import Database
from told_reports import asked, get, keep, organization

from archive.browse.pages import search
from archive.browse.pages.search import Shown


@pytest.fixture
def filled(db: Database) -> Database:
    keep(db, 1, "Rapat air", "Warga mengelola sampah di tepi sungai.")
    keep(db, 2, "Pengelolaan sampah", "Kota belajar dari desa.", type="workshop")
    keep(db, 3, "Kunjungan", "Sampah dikelola bank sampah.", type="visit",
         organizations=(organization("Dinas Air"),), start_date="2018-03-03")  # fmt: skip
    return db


def shown(db: Database, **options: str) -> dict[str, Any]:
    return dict(search.load(db, asked("/search", **options)))


def titles(values: dict[str, Any]) -> set[str]:
    return {row.hit.title for row in values["rows"]}


def marked(row: Shown) -> list[str]:
    return [words for words, is_hit in (*row.title, *row.words) if is_hit]


def test_nothing_is_searched_for_without_a_word(filled: Database):
    assert shown(filled)["found"] is None
    assert shown(filled, q="  ", type="visit")["found"] is None


def test_all_forms_are_found_marked_and_told(filled: Database):
    values = shown(filled, q="pengelolaan sampah")
    assert titles(values) == {"Rapat air", "Pengelolaan sampah", "Kunjungan"}
    assert values["forms"] == ("dikelola", "mengelola")
    assert {word.lower() for row in values["rows"] for word in marked(row)} == {
        "mengelola", "pengelolaan", "dikelola", "sampah",
    }  # fmt: skip


def test_a_hit_leads_to_its_activity(filled: Database):
    (row,) = shown(filled, q="sungai")["rows"]
    assert row.address == f"/activity/{row.hit.activity_id}"


def test_an_article_that_reports_nothing_is_read_in_its_table(filled: Database):
    url = "https://kota.example/pengumuman/"
    nothing = report_of_nothing(url=url, title="Jadwal kapal", text="Jadwal kapal")
    store_page(filled, nothing, fetch(url), body=b"kapal")
    (row,) = shown(filled, q="kapal")["rows"]
    (page_id,) = filled.execute("SELECT id FROM pages WHERE url = ?", [url]).fetchone()
    assert row.address == f"/archive/articles?page_id={page_id}"


def test_a_hit_in_a_file_leads_to_its_page(db: Database, folder: Path):
    fill(db, folder)
    (row,) = shown(db, q="biopori")["rows"]
    (number,) = row.hit.pages
    address = f"/material?url={PDF.replace(':', '%3A').replace('/', '%2F')}#page-{number}"
    assert row.address == address
    assert row.pages == ((number, address),)


def test_facets_are_links_with_the_hits_they_leave(filled: Database):
    values = shown(filled, q="sampah")
    (year, *_) = values["groups"]
    assert [(one.label, one.hits) for one in year.links] == [("2018", 1), ("2019", 2)]
    narrowed = shown(filled, q="sampah", since="2018-01-01", until="2018-12-31")
    assert titles(narrowed) == {"Kunjungan"}
    assert [link.label for link in narrowed["standing"]] == ["Tahun: 2018"]


def test_an_organization_is_named_where_its_hits_are_shown(filled: Database):
    (key,) = filled.execute("SELECT id FROM organizations").fetchone()
    values = shown(filled, q="sampah", organization_id=str(key))
    assert [link.label for link in values["standing"]] == ["Lembaga: Dinas Air"]
    assert titles(values) == {"Kunjungan"}


def test_a_word_that_nothing_has_is_told_with_words_near_it(filled: Database):
    values = shown(filled, q="sanpah sungai", lang="id")
    assert values["found"].total == 0
    (unknown,) = values["unknown"]
    assert unknown.word == "sanpah"
    assert [link.address for link in unknown.near] == ["/search?q=sampah+sungai&lang=id"]


def test_less_is_offered_where_it_finds_more(filled: Database):
    values = shown(filled, q="sungai desa", type="workshop")
    offers = [(key, link.label, link.hits) for key, link in values["wider"]]
    assert offers == [("search_page.any_word", "sungai OR desa", 1)]
    values = shown(filled, q="sungai", type="workshop")
    assert values["wider"][0][1].address == "/search?q=sungai"


def test_the_form_keeps_the_filters_that_it_does_not_ask_for(filled: Database, folder: Path):
    options = {"q": "sampah", "type": "visit", "since": "2018-01-01", "slides": "1", "page": "2"}
    assert shown(filled, **options)["kept"] == {"type": "visit", "slides": "1"}
    page = get(folder, "/search?q=sampah&type=visit&gone=1").text
    assert '<input type="hidden" name="type" value="visit">' in page
    assert 'name="gone" value="1" checked' in page


def test_hits_come_in_pages(filled: Database):
    for number in range(4, 26):
        keep(filled, number, f"Bank sampah {number}", "Warga menimbang.")
    first, second = shown(filled, q="sampah"), shown(filled, q="sampah", page="2")
    assert (first["pager"].first, first["pager"].last, first["pager"].total) == (1, 20, 25)
    assert first["pager"].after == "/search?q=sampah&page=2"
    assert len(second["rows"]) == 5
    assert second["pager"].after is None
    assert not titles(first) & titles(second)


def test_there_is_a_page_after_this_where_not_all_hits_were_counted(
    filled: Database, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("archive.search.asking.MOST_RANKED", 1)
    monkeypatch.setattr("archive.search.asking.MOST_COUNTED", 2)
    monkeypatch.setattr("archive.browse.pages.search.PAGE_LENGTH", 2)
    values = shown(filled, q="sampah")
    assert not values["found"].is_total_exact
    assert values["pager"].after == "/search?q=sampah&page=2"


def test_a_list_ends_where_nobody_reads_further(filled: Database, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("archive.browse.pages.search.PAGE_LENGTH", 1)
    monkeypatch.setattr("archive.browse.pages.search._LAST_PAGE", 2)
    assert shown(filled, q="sampah")["pager"].after == "/search?q=sampah&page=2"
    for page in ("2", "3", "999999"):
        values = shown(filled, q="sampah", page=page)
        assert (values["pager"].first, values["pager"].after) == (2, None)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("a*", "“a*” mewakili terlalu banyak kata."),
        ("-air", "Pertanyaan hanya menyebut yang tidak dicari."),
        ("***", "Tidak ada kata dalam pertanyaan."),
        (" ".join(map(str, range(40))), "Pertanyaan berisi 40 kata"),
        ("a" * 3000, "Pertanyaan berisi 3000 huruf"),
    ],
)
def test_a_query_that_cannot_be_asked_is_told_in_the_readers_language(
    filled: Database, folder: Path, query: str, words: str
):
    assert shown(filled, q=query)["found"] is None
    answer = get(folder, f"/search?q={query}", accept_language="id")
    assert answer.status_code == 200
    assert words in answer.text


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("id", ("3 hasil", "Juga ditemukan: dikelola, mengelola.", "Saring hasil", "Lokakarya")),
        ("en", ("3 hits", "Also found: dikelola, mengelola.", "Narrow the hits", "Workshop")),
    ],
)
@pytest.mark.usefixtures("filled")
def test_the_page_is_written_in_both_languages(folder: Path, code: str, words: tuple[str, ...]):
    page = get(folder, "/search?q=pengelolaan+sampah", accept_language=code).text
    assert all(one in page for one in words)
    assert "<mark>dikelola</mark>" in page


def test_no_word_of_a_page_or_of_the_reader_is_markup(db: Database, folder: Path):
    keep(db, 1, "Rapat <script>alert(1)</script>", "<img src=x onerror=alert(1)> banjir <b>rob</b>",
         organizations=(organization("<i>Dinas</i>"),))  # fmt: skip
    keep(db, 2, "Banjir", "banjir")
    page = get(folder, '/search?q=banjir+"<u>"&person=<s>&site="><script>').text
    found = get(folder, "/search?q=banjir").text
    for whole in (page, found):
        assert "<script>alert" not in whole
        assert not any(tag in whole for tag in ("<img", "<u>", "<b>", "<i>", "<s>", '"><script'))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in found
    assert "<mark>banjir</mark> &lt;b&gt;rob" in found


@pytest.mark.usefixtures("filled")
def test_the_feeds_of_a_search_ask_for_the_same(folder: Path):
    page = get(folder, "/search?q=sampah&type=visit&page=1", accept_language="en").text
    assert 'href="/feed.atom?q=sampah&amp;type=visit&amp;lang=en"' in page
    assert 'href="/calendar.ics?q=sampah&amp;type=visit&amp;lang=en"' in page
