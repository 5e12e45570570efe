"""One linked file: who offered it, what became of it, and what it says."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from archive import file_queries
from archive.browse.answering import Values
from archive.browse.asked import Asked


def load(db: Database, asked: Asked) -> Values | None:
    """What the archive knows of the address that is asked for, and the file's words by page."""
    offers = _rows(
        db,
        "SELECT activity_id, start_date, activities.title, kind, label, presenter,"
        " state = 'gone' AS is_gone FROM materials"
        " JOIN activities ON activities.id = activity_id JOIN pages ON pages.id = page_id"
        " WHERE materials.url = ? AND type IS NOT NULL ORDER BY start_date, materials.id",
        asked.options.get("url", ""),
    )
    known = _rows(
        db,
        "SELECT file_links.url, state, file_links.reason, checked_at, files.id AS file_id,"
        " files.type, files.length, files.pages, files.title, files.author, files.created_at,"
        " files.sha256, files.picture, files.is_scanned, files.reason AS unread"
        " FROM file_links LEFT JOIN files ON files.id = file_id WHERE file_links.url = ?",
        asked.options.get("url", ""),
    )
    if not offers and not known:
        return None
    file = known[0] if known else None
    has_file = file is not None and file["file_id"] is not None
    return {
        "url": asked.options["url"],
        "offers": offers,
        "file": file,
        "texts": file_queries.texts_of(db, file["file_id"]) if file and has_file else {},
    }


def _rows(db: Database, sql: str, url: str) -> list[dict[str, Any]]:
    return list(db.query(sql, [url]))
