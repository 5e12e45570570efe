"""The index of words against the articles and files whose words it has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from sqlite_utils import Database

from archive.checks.fault import Fault
from archive.search import index

_REMEDY = (
    "Make it anew: sqlite3 archive.db 'DELETE FROM search_rules', and then 'resilience status',"
    " which writes the words of all articles and files again."
)

Compared = tuple[str, index.Columns | None, index.Columns | None]
"""Where it stands, what the index has of it, and what it should have."""

_ARTICLES = """
SELECT articles.page_id, documents.id
FROM articles LEFT JOIN search_documents AS documents ON documents.page_id = articles.page_id
ORDER BY articles.page_id
"""

_TEXTS = """
SELECT file_texts.file_id, file_texts.page, file_texts.text, documents.id
FROM file_texts LEFT JOIN search_documents AS documents ON documents.file_id = file_texts.file_id
WHERE file_texts.page BETWEEN 1 AND ?
ORDER BY file_texts.file_id, file_texts.page
"""

# Every row of the index has one there, and they are counted without reading the words.
_ROWS = "SELECT count(*) FROM search_index_docsize"


def check_search(db: Database, *, quick: bool) -> Iterator[Fault]:
    """Articles and pages of files that search does not find, or finds by other words than theirs.

    A fault for each kind, with how many there are and the first of them. `quick` looks whether
    they are there, and compares no words.
    """
    missing, other = [], []
    known = 0
    for where, kept, wanted in chain(_articles(db, quick=quick), _texts(db, quick=quick)):
        known += kept is not None
        if kept is None:
            missing.append(where)
        elif not quick and kept != wanted:
            other.append(where)
    if missing:
        yield _fault(missing[0], len(missing), "missing")
    if other:
        yield _fault(other[0], len(other), "other than what is stored")
    (rows,) = db.execute(_ROWS).fetchone()
    if rows > known:
        yield _fault("search_index", rows - known, "of no article and no file")


def _fault(where: str, number: int, what: str) -> Fault:
    rows = "row" if number == 1 else "rows"
    return Fault("search", where, f"{number} {rows} of search_index: {what}.", _REMEDY)


def _articles(db: Database, *, quick: bool) -> Iterator[Compared]:
    for page_id, document in db.execute(_ARTICLES).fetchall():
        kept = None if document is None else index.words_kept(db, document)
        wanted = None if quick else index.words_of_page(db, page_id)
        yield f"articles, page {page_id}", kept, wanted


def _texts(db: Database, *, quick: bool) -> Iterator[Compared]:
    for file_id, page, text, document in db.execute(_TEXTS, (index.LAST_PAGE,)):
        kept = None if document is None else index.words_kept(db, document, page)
        wanted = None if quick else index.words_of_text(text)
        yield f"file_texts, file {file_id}, page {page}", kept, wanted
