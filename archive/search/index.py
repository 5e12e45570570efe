"""Keeping the words of articles and files for search, in the transaction of what they belong to."""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database

from archive.search import stems
from archive.search.words import as_indexed

PAGE_BITS = 16
"""A row of search_index is numbered by its document and, in so many bits, the page of a file."""
LAST_PAGE = 2**PAGE_BITS - 1
"""The last page of a file whose words are kept."""
_DAY_BITS = 20
"""Documents of one day are numbered in so many bits."""

Columns = tuple[str, ...]
"""The words of title, text and conclusions, and the stems of each."""

_ARTICLE = """
SELECT articles.title, articles.text, activities.id, activities.title,
  coalesce(activities.start_date, articles.published_at)
FROM articles LEFT JOIN activities ON activities.page_id = articles.page_id
WHERE articles.page_id = ?
"""

_CONCLUSIONS = "SELECT evidence_quote FROM conclusions WHERE activity_id = ? ORDER BY id"

_FILES_OF_PAGE = """
SELECT DISTINCT file_links.file_id
FROM activities
JOIN materials ON materials.activity_id = activities.id
JOIN file_links ON file_links.url = materials.url
WHERE activities.page_id = ? AND file_links.file_id IS NOT NULL
"""

_DATE_OF_FILE = """
SELECT max(activities.start_date)
FROM file_links
JOIN materials ON materials.url = file_links.url
JOIN activities ON activities.id = materials.activity_id
WHERE file_links.file_id = ?
"""

# Rows that come in the order of their numbers are written many times faster.
_PAGES_BY_DATE = """
SELECT articles.page_id
FROM articles LEFT JOIN activities ON activities.page_id = articles.page_id
ORDER BY coalesce(activities.start_date, articles.published_at), articles.page_id
"""

_FILES_BY_DATE = """
SELECT file_id
FROM (SELECT DISTINCT file_id FROM file_texts) AS read
ORDER BY (
  SELECT max(activities.start_date)
  FROM file_links
  JOIN materials ON materials.url = file_links.url
  JOIN activities ON activities.id = materials.activity_id
  WHERE file_links.file_id = read.file_id
), file_id
"""

_KEPT = """
SELECT title, text, conclusions, title_stems, text_stems, conclusions_stems
FROM search_index WHERE rowid = ?
"""

_INSERT = """
INSERT INTO search_index
  (rowid, title, text, conclusions, title_stems, text_stems, conclusions_stems)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""


def write_page(db: Database, page_id: int) -> None:
    """Make the index know a page as its article, activity and conclusions are stored now.

    Files that the page links to take their date from it. The caller holds the transaction.
    """
    found = _article(db, page_id)
    if found is None:
        _remove(db, "page_id", page_id)
        return
    parts, on = found
    _insert(db, _document(db, "page_id", page_id, _day(on)), 0, parts)
    for (file_id,) in db.execute(_FILES_OF_PAGE, (page_id,)).fetchall():
        _date_file(db, file_id)


def write_file(db: Database, file_id: int) -> None:
    """Make the index know the pages of a file as they are stored now.

    The caller holds the transaction.
    """
    texts = db.execute(
        "SELECT page, text FROM file_texts WHERE file_id = ? AND page BETWEEN 1 AND ?",
        (file_id, LAST_PAGE),
    ).fetchall()
    if not texts:
        _remove(db, "file_id", file_id)
        return
    document = _document(db, "file_id", file_id, _day_of_file(db, file_id))
    for page, text in texts:
        _insert(db, document, page, ("", text, ""))


def first_row_of(day: str) -> int:
    """The number below which no row of the index is that is of an ISO date or newer."""
    return _day(day) << _DAY_BITS << PAGE_BITS


def first_row_behind(day: str | None) -> int:
    """The number below which every row of the index is that is not newer than an ISO date."""
    if day is None:
        return 2**63 - 1
    return (_day(day) + 1) << _DAY_BITS << PAGE_BITS


def is_current(db: Database) -> bool:
    """Whether the index was made by the rules that questions are asked by now."""
    row = db.execute("SELECT version FROM search_rules").fetchone()
    return row is not None and row[0] == stems.version()


def rebuild(db: Database) -> None:
    """Make the index anew from what the archive has; the caller holds the transaction."""
    db.execute("DELETE FROM search_index")
    db.execute("DELETE FROM search_documents")
    for (page_id,) in db.execute(_PAGES_BY_DATE).fetchall():
        write_page(db, page_id)
    for (file_id,) in db.execute(_FILES_BY_DATE).fetchall():
        write_file(db, file_id)
    db.execute("DELETE FROM search_rules")
    db.execute("INSERT INTO search_rules (version) VALUES (?)", (stems.version(),))


def words_of_page(db: Database, page_id: int) -> Columns | None:
    """What the index should know of a page; None of one that has no article."""
    found = _article(db, page_id)
    return None if found is None else _columns(found[0])


def words_of_text(text: str) -> Columns:
    """What the index should know of a page of a file that has this text."""
    return _columns(("", text, ""))


def words_kept(db: Database, document: int, page: int = 0) -> Columns | None:
    """What the index knows of an article, or of a page of a file; None where it has no row."""
    row: Columns | None = db.execute(_KEPT, (document << PAGE_BITS | page,)).fetchone()
    return row


def _article(db: Database, page_id: int) -> tuple[tuple[str, str, str], str | None] | None:
    """(title, text and conclusions, the date) of a page; None of one that has no article."""
    row = db.execute(_ARTICLE, (page_id,)).fetchone()
    if row is None:
        return None
    title, text, activity_id, activity_title, on = row
    points = db.execute(_CONCLUSIONS, (activity_id,)).fetchall()
    titles = title if activity_title in {None, title} else f"{title}\n{activity_title}"
    return (titles, text, "\n".join(point or "" for (point,) in points)), on


def _columns(parts: tuple[str, str, str]) -> Columns:
    words, stems_ = zip(*map(as_indexed, parts), strict=True)
    return *words, *stems_


def _insert(db: Database, document: int, page: int, parts: tuple[str, str, str]) -> None:
    db.execute(_INSERT, (document << PAGE_BITS | page, *_columns(parts)))


def _date_file(db: Database, file_id: int) -> None:
    """Number a known file by its day where that is another than it was."""
    known = _known(db, "file_id", file_id)
    if known is not None and known >> _DAY_BITS != _day_of_file(db, file_id):
        write_file(db, file_id)


def _document(db: Database, column: str, owner: int, day: int) -> int:
    """The number of the document of a page or file, without rows; a new one on another day."""
    known = _known(db, column, owner)
    if known is not None:
        if known >> _DAY_BITS == day:
            _empty(db, known)
            return known
        _remove(db, column, owner)
    first = day << _DAY_BITS
    (last,) = db.execute(
        "SELECT max(id) FROM search_documents WHERE id >= ? AND id < ?",
        (first, first + (1 << _DAY_BITS)),
    ).fetchone()
    number = first if last is None else int(last) + 1
    db.execute(
        f"INSERT INTO search_documents (id, {column}) VALUES (?, ?)",  # noqa: S608 - fixed names
        (number, owner),
    )
    return number


def _known(db: Database, column: str, owner: int) -> int | None:
    row = db.execute(
        f"SELECT id FROM search_documents WHERE {column} = ?",  # noqa: S608 - fixed names
        (owner,),
    ).fetchone()
    return None if row is None else int(row[0])


def _empty(db: Database, document: int) -> None:
    first = document << PAGE_BITS
    db.execute("DELETE FROM search_index WHERE rowid BETWEEN ? AND ?", (first, first + LAST_PAGE))


def _remove(db: Database, column: str, owner: int) -> None:
    db.execute(
        f"DELETE FROM search_documents WHERE {column} = ?",  # noqa: S608 - fixed names
        (owner,),
    )


def _day_of_file(db: Database, file_id: int) -> int:
    """The day of the latest activity whose post links to the file."""
    return _day(db.execute(_DATE_OF_FILE, (file_id,)).fetchone()[0])


def _day(on: str | None) -> int:
    """A date's number in the calendar, 0 where there is none."""
    try:
        return date.fromisoformat((on or "")[:10]).toordinal()
    except ValueError:
        return 0
