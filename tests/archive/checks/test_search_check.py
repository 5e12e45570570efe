"""The index of words against what the archive has: `resilience check` tells where they differ."""

from __future__ import annotations

from pathlib import Path

import pytest
from archive_samples import fetch, record, store_page
from file_samples import fill
from sqlite_utils import Database

from archive import storage
from archive.checks.search import check_search
from archive.search import index, search


@pytest.fixture
def filled(db: Database, folder: Path) -> Database:
    store_page(db, record(), fetch())
    fill(db, folder)
    return db


def faults(db: Database, *, quick: bool = False) -> list[tuple[str, str]]:
    return [(fault.where, fault.message) for fault in check_search(db, quick=quick)]


def test_an_archive_as_it_is_written_has_no_fault(filled: Database):
    assert faults(filled) == []
    assert faults(filled, quick=True) == []


def test_an_article_that_is_not_in_the_index_is_told(filled: Database):
    (page_id,) = filled.execute("SELECT min(page_id) FROM articles").fetchone()
    filled.execute("DELETE FROM search_documents WHERE page_id = ?", (page_id,))
    told = [(f"articles, page {page_id}", "1 row of search_index: missing.")]
    assert faults(filled) == told
    assert faults(filled, quick=True) == told


def test_words_that_are_not_those_of_the_article_are_told(filled: Database):
    (page_id,) = filled.execute("SELECT min(page_id) FROM articles").fetchone()
    filled.execute("UPDATE articles SET text = text || ' tambahan' WHERE page_id = ?", (page_id,))
    ((where, message),) = faults(filled)
    assert where == f"articles, page {page_id}"
    assert message == "1 row of search_index: other than what is stored."
    assert faults(filled, quick=True) == []


def test_a_page_of_a_file_with_other_words_is_told(filled: Database):
    filled.execute("UPDATE file_texts SET text = 'Lain sama sekali'")
    ((where, message),) = faults(filled)
    assert where.startswith("file_texts, file ")
    assert "other than what is stored" in message


def test_rows_that_belong_to_nothing_are_told(filled: Database):
    filled.execute("INSERT INTO search_index (rowid, text) VALUES (12345678901, 'hantu')")
    told = [("search_index", "1 row of search_index: of no article and no file.")]
    assert faults(filled) == told


def test_what_the_remedy_names_makes_the_index_anew(filled: Database, folder: Path):
    filled.execute("DELETE FROM search_index")
    (fault,) = check_search(filled, quick=True)
    assert "DELETE FROM search_rules" in fault.remedy
    assert "'resilience status'" in fault.remedy
    filled.execute("DELETE FROM search_rules")
    filled.conn.commit()
    storage.close(filled)
    opened = storage.open_archive(folder)
    assert faults(opened) == []
    assert index.is_current(opened)
    assert search(opened, "biopori").total == 1
    storage.close(opened)
