"""Which pages are to be read anew, and keeping what they are now read to say."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from archive import rows, versions, writer
from archive.errors import ArchiveError
from archive.records import EXTRACTOR_VERSION, Record
from archive.storage import transaction
from archive.timestamps import utc_now
from archive.versions import Version

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Former:
    """By what a page's facts are known to have been read."""

    page_id: int
    url: str
    capture_id: int | None
    article_digest: str | None
    extractor_version: str


_NEWER = (
    "EXISTS (SELECT 1 FROM captures AS later WHERE later.page_id = pages.id"
    " AND later.version_id IS NOT NULL AND later.fetched_at > captures.fetched_at)"
)
"""A capture newer than the one that the facts are read from, which could not be read then."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which pages are meant: all that have an article, but for these bounds."""

    site: str | None = None
    since: str | None = None
    """Only pages whose present capture was made on or after that day, YYYY-MM-DD."""
    by_today: bool = False
    """Also pages that today's extractor has read already from their newest capture."""

    def where(self) -> tuple[str, list[str]]:
        """The bounds as a condition of SQL and its values."""
        conditions, values = ["1"], []
        if self.site is not None:
            conditions.append("pages.site = ?")
            values.append(self.site)
        if self.since is not None:
            conditions.append("coalesce(captures.fetched_at, pages.fetched_at) >= ?")
            values.append(self.since)
        if not self.by_today:
            conditions.append(f"(articles.extractor_version <> ? OR {_NEWER})")
            values.append(EXTRACTOR_VERSION)
        return " AND ".join(conditions), values


_FROM = (
    "FROM articles JOIN pages ON pages.id = articles.page_id"
    " LEFT JOIN captures ON captures.id = articles.capture_id"
)


def count(db: Database, chosen: Chosen) -> int:
    """How many pages are meant."""
    where, values = chosen.where()
    row = db.execute(f"SELECT count(*) {_FROM} WHERE {where}", values).fetchone()
    return int(row[0])


def pages(db: Database, chosen: Chosen) -> Iterator[Former]:
    """The pages meant, in the order of their ids; some hundred are in memory at once."""
    where, values = chosen.where()
    last = 0
    while True:
        found = db.execute(
            "SELECT pages.id, pages.url, articles.capture_id, article_digest, extractor_version"
            f" {_FROM} WHERE pages.id > ? AND {where} ORDER BY pages.id LIMIT {_AT_ONCE}",
            [last, *values],
        ).fetchall()
        if not found:
            return
        yield from (Former(*row) for row in found)
        last = found[-1][0]


def sites(db: Database) -> list[str]:
    """The sites of which the archive has pages, by name."""
    return [row[0] for row in db.execute("SELECT DISTINCT site FROM pages ORDER BY site")]


def confirm(db: Database, former: Former, *, article_digest: str) -> None:
    """Note that today's extractor reads exactly the facts that are there; no fact is rewritten."""
    with transaction(db):
        db.execute(
            "UPDATE articles SET extractor_version = ?, extracted_at = ? WHERE page_id = ?",
            (EXTRACTOR_VERSION, utc_now(), former.page_id),
        )
        db.execute(
            "UPDATE pages SET article_digest = ? WHERE id = ?", (article_digest, former.page_id)
        )


def keep(db: Database, former: Former, record: Record, *, capture_id: int) -> None:
    """Make a new reading of a capture what the archive holds of its page, or change nothing.

    The page's facts are written anew, whatever the archive was thought to hold.
    """
    with transaction(db):
        db.execute("UPDATE pages SET article_digest = NULL WHERE id = ?", (former.page_id,))
        writer.store_reading(db, record, page_id=former.page_id, capture_id=capture_id)


def keep_history(db: Database, former: Former, readings: Sequence[tuple[int, str, str]]) -> None:
    """Note what captures of the page's history are read to say: (capture's id, title, text).

    So that the page's versions differ by what its site changed, not by what its reader did.
    Versions that no capture says any more are removed. Raises ArchiveError where the database
    refuses; nothing of it is then written.
    """
    try:
        with transaction(db):
            for capture_id, title, text in readings:
                _note(db, former.page_id, capture_id, title, text)
            versions.remove_unseen(db, former.page_id)
            _date(db, former.page_id)
    except sqlite3.Error as error:
        raise ArchiveError(
            f"The history of {former.url} cannot be stored: {error}. Nothing of it was written;"
            " check the space and rights of the archive's folder."
        ) from error


def _note(db: Database, page_id: int, capture_id: int, title: str, text: str) -> None:
    fetched_at, crawl_id = db.execute(
        "SELECT fetched_at, crawl_id FROM captures WHERE id = ?", (capture_id,)
    ).fetchone()
    said = Version(fetched_at, rows.storable(title), rows.storable(text), rows.text_digest(text))
    noted = versions.note(db, page_id, said, capture_id=capture_id, crawl_id=crawl_id)
    db.execute("UPDATE versions SET text = ? WHERE id = ?", (said.text, noted.version_id))


def _date(db: Database, page_id: int) -> None:
    """Let each version begin with its first capture."""
    db.execute(
        "UPDATE versions SET (first_seen_at, crawl_id) ="
        " (SELECT fetched_at, crawl_id FROM captures WHERE version_id = versions.id"
        " ORDER BY fetched_at, id LIMIT 1)"
        " WHERE page_id = ? AND EXISTS (SELECT 1 FROM captures WHERE version_id = versions.id)",
        (page_id,),
    )
