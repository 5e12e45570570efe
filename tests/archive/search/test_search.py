"""What is found in a real archive: articles, conclusions, slides; ranked, chosen, kept in step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from archive_samples import URL, activity, article, fetch, record, report_of_nothing, store_page
from file_samples import PDF, fill, pdf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from archive import file_store, storage
from archive.errors import UsageError
from archive.records import Article
from archive.search import asking, index, search, suggestions


def keep(db: Database, number: int, title: str, body: str, **changes: Any) -> None:
    """Stores a page that reports a meeting of that title."""
    url = f"https://kota.example/berita/{number}/"
    text = f"{title}\n{body}"
    told: Article = article(url=url, title=title, text=text, **changes.pop("article", {}))
    facts = {"type": "meeting", "start_date": f"2019-03-{number:02}", "end_date": None, **changes}
    empty = {
        "dates": (), "venue": None, "venue_evidence": (), "attendance": (), "people": (),
        "organizations": (), "groups": (), "materials": (),
    }  # fmt: skip
    page = replace(record(article=told), activity=activity(title=title, **{**empty, **facts}))
    store_page(db, replace(page, findings=()), fetch(url), body=url.encode())


def titles(db: Database, query: str, **selected: Any) -> list[str]:
    return [hit.title for hit in search(db, query, **selected).hits]


@pytest.fixture
def filled(db: Database) -> Database:
    keep(db, 1, "Rapat air", "Warga mengelola sampah di tepi sungai.", type="meeting")
    keep(db, 2, "Pengelolaan sampah", "Kota belajar dari desa.", type="workshop")
    keep(db, 3, "Kunjungan", "Sampah dikelola bank sampah; tata kelola air.", type="visit")
    keep(db, 4, "Banjir rob", "Tata ruang dan air; kelola pantai.", type="seminar")
    return db


def test_a_word_finds_all_its_forms_titles_first(filled: Database):
    assert titles(filled, "pengelolaan sampah")[0] == "Pengelolaan sampah"
    assert set(titles(filled, "mengelola sampah")) == {
        "Rapat air", "Pengelolaan sampah", "Kunjungan",
    }  # fmt: skip


def test_a_phrase_is_found_as_it_stands(filled: Database):
    assert titles(filled, '"tata kelola"') == ["Kunjungan"]
    assert titles(filled, '"pengelolaan"') == ["Pengelolaan sampah"]


def test_beginnings_alternatives_and_exclusions(filled: Database):
    assert titles(filled, "kunj*") == ["Kunjungan"]
    assert set(titles(filled, "kunjungan OR rob")) == {"Kunjungan", "Banjir rob"}
    assert set(titles(filled, "sampah -sungai -bank")) == {"Pengelolaan sampah"}


def test_hits_tell_their_activity_and_mark_what_was_found(filled: Database):
    (hit,) = search(filled, "dikelola bank").hits
    assert (hit.kind, hit.type, hit.start_date) == ("article", "visit", "2019-03-03")
    assert hit.url == "https://kota.example/berita/3/"
    text = filled.execute("SELECT text FROM articles WHERE title = 'Kunjungan'").fetchone()[0]
    assert text[hit.excerpt.start : hit.excerpt.end] == hit.excerpt.text
    marked = [hit.excerpt.text[mark.start : mark.end] for mark in hit.excerpt.marks]
    assert marked == ["dikelola", "bank", "kelola"]
    assert not hit.excerpt.text.startswith("Kunjungan")


def test_filters_are_those_of_all_questions(filled: Database):
    assert titles(filled, "sampah", type="workshop") == ["Pengelolaan sampah"]
    assert titles(filled, "sampah", since="2019-03-03") == ["Kunjungan"]
    assert titles(filled, "sampah", until="2019-03-01", site="kota") == ["Rapat air"]
    assert titles(filled, "sampah", person="Siapa") == []
    with pytest.raises(TypeError, match="There is no filter colour"):
        search(filled, "sampah", colour="red")  # type: ignore[call-arg]


def test_hits_come_in_pages_of_which_the_total_tells(filled: Database):
    whole = search(filled, "sampah")
    assert (whole.total, whole.is_total_exact, whole.order) == (3, True, "relevance")
    one_by_one = [search(filled, "sampah", limit=1, offset=n).hits[0] for n in range(3)]
    assert tuple(one_by_one) == whole.hits
    assert search(filled, "sampah", offset=3).hits == ()


def test_pages_that_report_nothing_are_found_unless_activities_are_chosen(filled: Database):
    words = report_of_nothing(url=f"{URL}x", title="Pengumuman", text="Pengumuman\nLelang kapal.")
    told = replace(words.activity, title=None, organizations=(), materials=())
    nothing = replace(words, activity=told)
    store_page(filled, nothing, fetch(f"{URL}x"), body=b"x")
    (hit,) = search(filled, "kapal").hits
    assert (hit.title, hit.type) == ("Pengumuman", None)
    assert titles(filled, "kapal", since="1900-01-01") == []


def test_gone_pages_are_found_when_they_are_asked_for(filled: Database):
    filled.execute(
        "UPDATE pages SET state = 'gone', gone_at = '2020-01-01T00:00:00Z' WHERE url LIKE '%/3/'"
    )
    assert "Kunjungan" not in titles(filled, "sampah")
    (hit,) = search(filled, "bank", gone=True).hits
    assert (hit.title, hit.gone_at) == ("Kunjungan", "2020-01-01T00:00:00Z")


def test_conclusions_weigh_more_than_other_words(db: Database):
    store_page(db, record(), fetch())
    heading, _, body = record().article.text.partition("\n")
    keep(db, 7, heading, body)
    assert [hit.type for hit in search(db, "sumur resapan").hits] == ["workshop", "meeting"]


def test_slides_are_found_with_their_pages_and_the_post_that_links_to_them(
    db: Database, folder: Path
):
    fill(db, folder)
    (hit,) = search(db, "resapan biopori").hits
    assert (hit.kind, hit.title, hit.pages) == ("file", "Paparan Dinas Air", (3,))
    assert (hit.file_url, hit.start_date) == (PDF, "2019-03-04")
    assert "\x1b" in hit.excerpt.text
    assert titles(db, "biopori", type="workshop") == ["Paparan Dinas Air"]
    assert titles(db, "biopori", type="seminar") == []


def test_a_file_is_one_hit_whatever_the_number_of_its_pages(db: Database, folder: Path):
    files = fill(db, folder)
    (file_id,) = db.execute("SELECT file_id FROM file_links WHERE url = ?", (PDF,)).fetchone()
    texts = ("Tanggul", "Peta tanggul laut dan tanggul sungai", "Penutup")
    file_store.note_reading(db, files.folder, file_id, pdf(texts=texts))
    found = search(db, "tanggul")
    assert (found.total, set(found.hits[0].pages)) == (1, {1, 2})
    assert titles(db, "biopori") == []


def test_a_page_that_is_read_otherwise_is_found_by_its_new_words_alone(filled: Database):
    keep(filled, 3, "Kunjungan", "Kolam retensi.", start_date="2020-01-01")
    assert titles(filled, "bank") == []
    assert titles(filled, "retensi", since="2020-01-01") == ["Kunjungan"]
    (documents,) = filled.execute("SELECT count(*) FROM search_documents").fetchone()
    assert documents == 4


def test_a_page_that_is_removed_leaves_no_words(filled: Database):
    store_page(filled, record(), fetch())
    with storage.transaction(filled):
        filled.execute("DELETE FROM pages")
    assert filled.execute("SELECT count(*) FROM search_index").fetchone() == (0,)


def test_an_index_of_other_rules_is_made_anew_when_the_archive_is_opened(
    filled: Database, folder: Path
):
    before = titles(filled, "mengelola sampah")
    filled.execute("UPDATE search_rules SET version = 'older'")
    filled.execute("DELETE FROM search_documents")
    storage.close(filled)
    opened = storage.open_archive(folder)
    assert titles(opened, "mengelola sampah") == before
    storage.close(opened)


def test_the_index_is_sound(filled: Database):
    filled.execute("INSERT INTO search_index (search_index) VALUES ('integrity-check')")


def test_words_on_every_page_come_by_date_and_are_counted_so_far(
    filled: Database, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(asking, "MOST_RANKED", 2)
    monkeypatch.setattr(asking, "MOST_COUNTED", 2)
    found = search(filled, "sampah", limit=2)
    assert (found.order, found.total, found.is_total_exact) == ("date", 2, False)
    assert [hit.start_date for hit in found.hits] == ["2019-03-03", "2019-03-02"]
    assert titles(filled, "sampah", limit=2, offset=2) == ["Rapat air"]
    few = search(filled, "sampah", since="2019-03-02", until="2019-03-02")
    assert (few.order, few.total, few.is_total_exact) == ("relevance", 1, True)
    monkeypatch.setattr(asking, "MOST_CHOSEN", 1)
    many = search(filled, "sampah", until="2019-03-02")
    assert [hit.start_date for hit in many.hits] == ["2019-03-02", "2019-03-01"]


def test_near_words_are_told_of_those_that_nothing_has(filled: Database):
    (first, second) = suggestions(filled, "sanpah bannjir kota")
    assert (first.word, first.near) == ("sanpah", ("sampah",))
    assert (second.word, second.near) == ("bannjir", ("banjir",))
    assert suggestions(filled, "banjir bank") == ()
    assert suggestions(filled, "xyzzy")[0].near == ()


def test_the_functions_answer_in_plain_sql(filled: Database):
    rows = filled.execute(
        "SELECT articles.title, search_snippet(articles.text, 'bank dikelola')"
        " FROM search_index JOIN search_documents ON search_documents.id = search_index.rowid >> 16"
        " JOIN articles ON articles.page_id = search_documents.page_id"
        " WHERE search_index MATCH search_match('bank dikelola') ORDER BY rank"
    ).fetchall()
    assert rows[0][0] == "Kunjungan"
    assert "Sampah **dikelola** **bank** sampah" in rows[0][1]
    nothing = "SELECT count(*) FROM search_index WHERE search_index MATCH search_match('-x')"
    assert filled.execute(nothing).fetchone() == (0,)


def test_a_reader_may_search_an_archive_that_it_may_not_write(filled: Database, folder: Path):
    storage.close(filled)
    reader = storage.open_read_only(folder)
    assert titles(reader, "kunjungan") == ["Kunjungan"]
    storage.close(reader)
    opened = storage.open_archive(folder)
    assert index.is_current(opened)
    storage.close(opened)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text() | st.text(alphabet='kelo air"-*OR ()'))
def test_no_question_raises_anything_but_a_usage_error(filled: Database, query: str):
    try:
        found = search(filled, query)
        if not found.total:
            suggestions(filled, query)
    except UsageError:
        return
    for hit in found.hits:
        assert all(0 <= m.start < m.end <= len(hit.excerpt.text) for m in hit.excerpt.marks)
        assert all(0 <= m.start < m.end <= len(hit.title) for m in hit.title_marks)
