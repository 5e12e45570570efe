"""What one crawl's visits came to: its end, its failures, and what it need not visit again."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from archive.crawls import Counts

_RESUMABLE = "-1 day"
"""How long ago an interrupted crawl's visits may lie and still count for the next crawl."""

_BEFORE_INTERRUPTION = """
SELECT DISTINCT url FROM crawl_pages
JOIN pages ON pages.id = page_id
JOIN crawls ON crawls.id = crawl_id AND via = 'live'
WHERE crawl_id < :crawl
  AND crawl_id > coalesce(
    (SELECT max(id) FROM crawls WHERE id < :crawl AND status != 'interrupted' AND via = 'live'), 0
  )
  AND outcome IN ('new', 'changed', 'unchanged')
  AND visited_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', :age)
"""


@dataclass(frozen=True, slots=True)
class End:
    """How a crawl ended: `finished`, `failed`, `interrupted`, or not yet: `running`."""

    status: str
    counts: Counts
    reason: str | None
    exit_status: int | None = None
    """Empty while the crawl runs, and where its process ended without a word."""
    complete: bool = False
    """Whether every list of posts could be read to its end."""
    duration_seconds: int | None = None
    forbidden: int = 0
    """Addresses of posts that robots.txt forbids."""
    protected: int = 0
    """Posts that a password protects."""


def end_of(db: Database, crawl_id: int) -> End:
    """The end of a crawl as its row tells it. Raises KeyError where there is no such crawl."""
    row = db.execute(
        "SELECT status, reason, exit_status, complete, duration_seconds, coalesce(forbidden, 0),"
        " coalesce(protected, 0), found, new, changed, unchanged, failed, activities, gone FROM crawls WHERE id = ?",
        (crawl_id,),
    ).fetchone()
    if row is None:
        raise KeyError(crawl_id)
    status, reason, exit_status, complete, seconds, forbidden, protected, *counts = row
    return End(
        status=status,
        counts=Counts(*counts),
        reason=reason,
        exit_status=exit_status,
        complete=bool(complete),
        duration_seconds=seconds,
        forbidden=forbidden,
        protected=protected,
    )


def failures(db: Database, crawl_id: int) -> list[tuple[str, str]]:
    """(address, reason) of the pages whose visit failed, in the order of their addresses."""
    return _with_reason(db, crawl_id, "failed")


def gone(db: Database, crawl_id: int) -> list[tuple[str, str]]:
    """(address, reason) of the pages that the crawl found to be gone from their site."""
    return _with_reason(db, crawl_id, "gone")


def _with_reason(db: Database, crawl_id: int, outcome: str) -> list[tuple[str, str]]:
    return [
        (url, reason or "No reason was recorded.")
        for url, reason in db.execute(
            "SELECT url, crawl_pages.reason FROM crawl_pages JOIN pages ON pages.id = page_id"
            " WHERE crawl_id = ? AND outcome = ? ORDER BY url",
            (crawl_id, outcome),
        )
    ]


def before_interruption(db: Database, crawl_id: int) -> frozenset[str]:
    """Addresses of the pages that the crawls which this one completes have stored.

    Those are the interrupted crawls directly before it, as far as their visits are less than
    a day old.
    """
    parameters = {"crawl": crawl_id, "age": _RESUMABLE}
    return frozenset(url for (url,) in db.execute(_BEFORE_INTERRUPTION, parameters))
