"""Which pages are known, which a crawl has still to visit, and which failed.

The frontier is the archive's own `pages` table, so that a killed crawl forgets nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from archive.addresses import find_page
from archive.storage import transaction
from archive.timestamps import utc_now

STATES = ("pending", "fetched", "failed", "gone")

_DUE = """
SELECT url FROM pages
LEFT JOIN crawl_pages ON crawl_pages.crawl_id = ? AND crawl_pages.page_id = pages.id
WHERE site = ? AND state != 'gone' AND outcome IS NULL
ORDER BY CASE state WHEN 'pending' THEN 0 WHEN 'failed' THEN 1 ELSE 2 END, fetched_at, pages.id
"""


def discover(db: Database, urls: Iterable[str], *, site: str, crawl_id: int) -> list[str]:
    """Note that the crawl found these addresses; those that were unknown, in their order.

    Unknown ones become pending pages. An address under which a page is known (its own, a
    redirect to it, its canonical address or shortlink) makes no second page.
    """
    listed = list(dict.fromkeys(urls))
    discovered = []
    with transaction(db):
        for url in listed:
            page_id = find_page(db, url)
            if page_id is None:
                page_id = _insert_pending(db, url, site=site, crawl_id=crawl_id)
                discovered.append(url)
            db.execute(
                "INSERT INTO crawl_pages (crawl_id, page_id) VALUES (?, ?)"
                " ON CONFLICT (crawl_id, page_id) DO NOTHING",
                (crawl_id, page_id),
            )
    return discovered


def due(db: Database, *, site: str, crawl_id: int) -> list[str]:
    """Addresses of the site's pages that this crawl has not visited yet.

    Pending ones first, then those that failed in an earlier crawl, then known ones, the
    longest unvisited first. A page that already failed in this crawl is not due again.
    """
    return [url for (url,) in db.execute(_DUE, (crawl_id, site))]


def mark_failed(
    db: Database, url: str, *, site: str, reason: str, http_status: int | None, crawl_id: int
) -> None:
    """Note that a visit failed and why; what an earlier visit stored of the page stays."""
    with transaction(db):
        page_id = find_page(db, url)
        if page_id is None:
            page_id = _insert_pending(db, url, site=site, crawl_id=crawl_id)
        record_failure(db, page_id, reason=reason, http_status=http_status, crawl_id=crawl_id)


def record_failure(
    db: Database, page_id: int, *, reason: str, http_status: int | None, crawl_id: int | None
) -> None:
    """The same for a page whose id is known, inside the caller's transaction."""
    db.execute(
        "UPDATE pages SET state = 'failed', reason = ?, http_status = ?, attempts = attempts + 1,"
        " last_crawl_id = coalesce(?, last_crawl_id) WHERE id = ?",
        (reason, http_status, crawl_id, page_id),
    )
    record_visit(
        db, page_id, outcome="failed", http_status=http_status, reason=reason, crawl_id=crawl_id
    )


def record_visit(
    db: Database,
    page_id: int,
    *,
    outcome: str,
    http_status: int | None,
    reason: str | None,
    crawl_id: int | None,
) -> None:
    """Note what a crawl's visit to a page came to; nothing where no crawl visited it.

    A page that this crawl found new or changed stays so when the crawl meets it once more.
    """
    if crawl_id is None:
        return
    db.execute(
        "INSERT INTO crawl_pages (crawl_id, page_id, outcome, http_status, reason, visited_at)"
        " VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (crawl_id, page_id) DO UPDATE SET"
        " outcome = CASE WHEN outcome = 'new' AND excluded.outcome IN ('changed', 'unchanged')"
        " OR outcome = 'changed' AND excluded.outcome = 'unchanged'"
        " THEN outcome ELSE excluded.outcome END,"
        " http_status = excluded.http_status, reason = excluded.reason,"
        " visited_at = excluded.visited_at",
        (crawl_id, page_id, outcome, http_status, reason, utc_now()),
    )


def states(db: Database) -> dict[str, int]:
    """How many pages are in each state; every state has its number."""
    counted = dict(db.execute("SELECT state, count(*) FROM pages GROUP BY state"))
    return {state: counted.get(state, 0) for state in STATES}


def _insert_pending(db: Database, url: str, *, site: str, crawl_id: int) -> int:
    cursor = db.execute(
        "INSERT INTO pages (url, site, state, discovered_at, first_crawl_id)"
        " VALUES (?, ?, 'pending', ?, ?)",
        (url, site, utc_now(), crawl_id),
    )
    assert cursor.lastrowid is not None  # noqa: S101 - an INSERT has a row id
    return cursor.lastrowid
