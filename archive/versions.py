"""What a page's article said, and when: the texts that its captures were read to be."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Version:
    """An article as it was from `first_seen_at` (UTC) on."""

    first_seen_at: str
    title: str
    text: str
    text_digest: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A version that was noted: its id, and whether the page was not known to say that before."""

    version_id: int
    is_new: bool


def of_page(db: Database, page_id: int) -> list[Version]:
    """What a page said, one after the other: a text that came back stands there again.

    By the times of its captures, the oldest first.
    """
    said: list[Version] = []
    for row in db.execute(
        "SELECT coalesce(fetched_at, first_seen_at) AS seen_at, title, text, text_digest"
        " FROM versions LEFT JOIN captures ON version_id = versions.id"
        " WHERE versions.page_id = ? ORDER BY seen_at, captures.id, versions.id",
        (page_id,),
    ):
        version = Version(*row)
        last = said[-1] if said else None
        if last is None or (last.title, last.text_digest) != (version.title, version.text_digest):
            said.append(version)
    return said


def note(
    db: Database, page_id: int, version: Version, *, capture_id: int, crawl_id: int | None
) -> Noted:
    """Keep what a page said in a capture. The caller holds the transaction."""
    row = db.execute(
        "SELECT id, first_seen_at FROM versions WHERE page_id = ? AND title = ? AND text_digest = ?"
        " ORDER BY id DESC LIMIT 1",
        (page_id, version.title, version.text_digest),
    ).fetchone()
    if row is None:
        version_id = _insert(db, page_id, version, crawl_id)
    else:
        version_id = int(row[0])
        db.execute(
            "UPDATE versions SET first_seen_at = min(first_seen_at, ?) WHERE id = ?",
            (version.first_seen_at, version_id),
        )
    db.execute("UPDATE captures SET version_id = ? WHERE id = ?", (version_id, capture_id))
    return Noted(version_id, is_new=row is None)


def remove_unseen(db: Database, page_id: int) -> None:
    """Remove versions that no capture of the page is read to be any more.

    Such are those that an earlier extractor made of a capture that is now read otherwise.
    The caller holds the transaction.
    """
    db.execute(
        "DELETE FROM versions WHERE page_id = ?"
        " AND NOT EXISTS (SELECT 1 FROM captures WHERE version_id = versions.id)",
        (page_id,),
    )


def _insert(db: Database, page_id: int, version: Version, crawl_id: int | None) -> int:
    cursor = db.execute(
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
    assert cursor.lastrowid is not None  # noqa: S101 - an INSERT has a row id
    return cursor.lastrowid
