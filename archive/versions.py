"""What a page's article said before: every text that a visit found, with when it was first seen."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Version:
    """An article as it was from `first_seen_at` (UTC) until the next version."""

    first_seen_at: str
    title: str
    text: str
    text_digest: str


def of_page(db: Database, page_id: int) -> list[Version]:
    """The versions of a page, the oldest first."""
    return [
        Version(*row)
        for row in db.execute(
            "SELECT first_seen_at, title, text, text_digest FROM versions"
            " WHERE page_id = ? ORDER BY id",
            (page_id,),
        )
    ]


def note(db: Database, page_id: int, version: Version, *, crawl_id: int | None) -> bool:
    """Keep what a page says now; whether it differs from what it said last.

    To be called inside the transaction that stores the page.
    """
    last = db.execute(
        "SELECT title, text_digest FROM versions WHERE page_id = ? ORDER BY id DESC LIMIT 1",
        (page_id,),
    ).fetchone()
    if last == (version.title, version.text_digest):
        return False
    db.execute(
        "INSERT INTO versions (page_id, crawl_id, first_seen_at, title, text, text_digest)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            page_id,
            crawl_id,
            version.first_seen_at,
            version.title,
            version.text,
            version.text_digest,
        ),
    )
    return True
