"""Runs of the crawler: when they ran, how they ended, and what the archive says they did."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlite_utils import Database

from archive.storage import transaction
from archive.timestamps import utc_now

_COUNT = """
SELECT
  count(*) AS found,
  count(*) FILTER (WHERE outcome = 'new') AS new,
  count(*) FILTER (WHERE outcome = 'changed') AS changed,
  count(*) FILTER (WHERE outcome = 'unchanged') AS unchanged,
  count(*) FILTER (WHERE outcome = 'failed') AS failed,
  count(activities.type) FILTER (WHERE outcome != 'failed') AS activities
FROM crawl_pages
LEFT JOIN activities ON activities.page_id = crawl_pages.page_id
WHERE crawl_id = ?
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """Pages of one crawl by what became of them; pages found and not visited are in `found`."""

    found: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: int = 0
    activities: int = 0
    """Pages visited without failure that report an activity."""


def start(db: Database, sites: Sequence[str]) -> int:
    """Begin a crawl of these sites; its id. Earlier ones still running become interrupted."""
    with transaction(db):
        interrupted(db)
        cursor = db.execute(
            "INSERT INTO crawls (started_at, status, sites) VALUES (?, 'running', ?)",
            (utc_now(), json.dumps(list(sites))),
        )
    assert cursor.lastrowid is not None  # noqa: S101 - an INSERT has a row id
    return cursor.lastrowid


def finish(db: Database, crawl_id: int, *, status: str, counts: Counts, reason: str | None) -> None:
    """End a crawl as `finished`, `failed` or `interrupted`; `reason` says why, for people."""
    with transaction(db):
        _end(db, crawl_id, status=status, finished_at=utc_now(), counts=counts, reason=reason)


def interrupted(db: Database) -> int | None:
    """Mark crawls whose process ended without a word as interrupted; the last one's id.

    To be called before `start`, when no other crawl of this archive is running. The time of
    their end is that of their last visit; None where there was no such crawl.
    """
    with transaction(db):
        rows = db.execute("SELECT id FROM crawls WHERE status = 'running' ORDER BY id").fetchall()
        for (crawl_id,) in rows:
            last_visit = db.execute(
                "SELECT max(visited_at) FROM crawl_pages WHERE crawl_id = ?", (crawl_id,)
            ).fetchone()[0]
            _end(
                db,
                crawl_id,
                status="interrupted",
                finished_at=last_visit,
                counts=count(db, crawl_id),
                reason="The process ended before the crawl did.",
            )
    return rows[-1][0] if rows else None


def count(db: Database, crawl_id: int) -> Counts:
    """What the archive holds of a crawl, running or ended."""
    return Counts(*db.execute(_COUNT, (crawl_id,)).fetchone())


def _end(
    db: Database,
    crawl_id: int,
    *,
    status: str,
    finished_at: str | None,
    counts: Counts,
    reason: str | None,
) -> None:
    db.execute(
        "UPDATE crawls SET status = :status, finished_at = :finished_at, reason = :reason,"
        " found = :found, new = :new, changed = :changed, unchanged = :unchanged,"
        " failed = :failed, activities = :activities WHERE id = :id",
        {
            "id": crawl_id,
            "status": status,
            "finished_at": finished_at,
            "reason": reason,
            **asdict(counts),
        },
    )
