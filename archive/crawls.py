"""Runs of the crawler: when they ran, how they ended, and what the archive says they did."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from sqlite_utils import Database

from archive import coverage
from archive.storage import transaction
from archive.timestamps import utc_now

Via = Literal["live", "wayback", "files"]
"""What a crawl asks for: pages of the sites themselves or of a Wayback Machine, or files."""

FAILED, UNREACHED, INTERRUPTED = 1, 3, 130
"""Values of `exit_status`."""

_COUNT = """
SELECT
  count(*) AS found,
  count(*) FILTER (WHERE outcome = 'new') AS new,
  count(*) FILTER (WHERE outcome = 'changed') AS changed,
  count(*) FILTER (WHERE outcome = 'unchanged') AS unchanged,
  count(*) FILTER (WHERE outcome = 'failed') AS failed,
  count(activities.type) FILTER (WHERE outcome NOT IN ('failed', 'gone')) AS activities,
  count(*) FILTER (WHERE outcome = 'gone') AS gone
FROM (
  SELECT page_id, outcome FROM crawl_pages WHERE crawl_id = :crawl
  UNION ALL SELECT NULL, outcome FROM crawl_files WHERE crawl_id = :crawl
) AS visits
LEFT JOIN activities ON activities.page_id = visits.page_id
"""

_END = """
UPDATE crawls SET
  status = :status, finished_at = :finished_at, reason = :reason, exit_status = :exit_status,
  found = :found, new = :new, changed = :changed, unchanged = :unchanged, failed = :failed,
  activities = :activities, gone = :gone, forbidden = :forbidden, protected = :protected,
  duration_seconds =
    CAST(strftime('%s', :finished_at) AS INTEGER) - CAST(strftime('%s', started_at) AS INTEGER),
  complete = :status = 'finished'
    AND NOT EXISTS (SELECT 1 FROM crawl_gaps WHERE crawl_id = crawls.id)
WHERE id = :id
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """Pages or files of one crawl by what became of them; `found` has those not visited too."""

    found: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: int = 0
    activities: int = 0
    """Pages visited without failure that report an activity."""
    gone: int = 0
    """Pages of which the site said that they are no more."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Posts that a crawl did not ask for, and that are neither pages of it nor failures."""

    forbidden: int = 0
    """By robots.txt."""
    protected: int = 0
    """By a password."""


def exit_status(status: str, counts: Counts) -> int:
    """What a command ends with after such a crawl.

    0 all well; 1 something failed; 3 nothing could be reached; 130 interrupted, what a shell
    gives for a program that Ctrl-C ended.
    """
    if status == "finished":
        return FAILED if counts.failed else 0
    if status == "failed":
        return FAILED if counts.found else UNREACHED
    return INTERRUPTED


def start(db: Database, sites: Sequence[str], *, via: Via = "live") -> int:
    """Begin a crawl of these sites, themselves or from a Wayback Machine; its id.

    Earlier ones still running become interrupted.
    """
    with transaction(db):
        interrupted(db)
        cursor = db.execute(
            "INSERT INTO crawls (started_at, status, sites, via) VALUES (?, 'running', ?, ?)",
            (utc_now(), json.dumps(list(sites)), via),
        )
    assert cursor.lastrowid is not None  # noqa: S101 - an INSERT has a row id
    return cursor.lastrowid


def finish(
    db: Database,
    crawl_id: int,
    *,
    status: str,
    counts: Counts,
    reason: str | None,
    left_out: LeftOut | None = None,
) -> None:
    """End a crawl as `finished`, `failed` or `interrupted`; `reason` says why, for people.

    Its row then also tells the exit status and whether the crawl was complete: finished, with
    no gap noted. The coverage of its sites is kept beside it.
    """
    with transaction(db):
        _end(
            db,
            crawl_id,
            status=status,
            finished_at=utc_now(),
            counts=counts,
            reason=reason,
            exit_status=exit_status(status, counts),
            left_out=left_out or LeftOut(),
        )


def interrupted(db: Database) -> int | None:
    """Mark crawls whose process ended without a word as interrupted; the last one's id.

    To be called before `start`, when no other crawl of this archive is running. The time of
    their end is that of their last visit; None where there was no such crawl.
    """
    with transaction(db):
        rows = db.execute("SELECT id FROM crawls WHERE status = 'running' ORDER BY id").fetchall()
        for (crawl_id,) in rows:
            last_visit = db.execute(
                "SELECT max(visited_at) FROM (SELECT visited_at FROM crawl_pages"
                " WHERE crawl_id = :crawl UNION ALL SELECT visited_at FROM crawl_files"
                " WHERE crawl_id = :crawl)",
                {"crawl": crawl_id},
            ).fetchone()[0]
            _end(
                db,
                crawl_id,
                status="interrupted",
                finished_at=last_visit,
                counts=count(db, crawl_id),
                reason="The process ended before the crawl did.",
                exit_status=None,
                left_out=None,
            )
    return rows[-1][0] if rows else None


def count(db: Database, crawl_id: int) -> Counts:
    """What the archive holds of a crawl, running or ended."""
    return Counts(*db.execute(_COUNT, {"crawl": crawl_id}).fetchone())


def _end(
    db: Database,
    crawl_id: int,
    *,
    status: str,
    finished_at: str | None,
    counts: Counts,
    reason: str | None,
    exit_status: int | None,
    left_out: LeftOut | None,
) -> None:
    db.execute(
        _END,
        {
            "id": crawl_id,
            "status": status,
            "finished_at": finished_at,
            "reason": reason,
            "exit_status": exit_status,
            "forbidden": left_out and left_out.forbidden,
            "protected": left_out and left_out.protected,
            **asdict(counts),
        },
    )
    sites, via = db.execute("SELECT sites, via FROM crawls WHERE id = ?", (crawl_id,)).fetchone()
    # Files change nothing of what pages say; the crawl of the pages has kept its own.
    for site in json.loads(sites) if via != "files" else ():
        coverage.keep(db, crawl_id, site)
