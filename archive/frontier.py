"""Which pages are known, which a crawl has still to visit, and which failed.

The frontier is the archive's own `pages` table, so that a killed crawl forgets nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlite_utils import Database

from archive import revisits
from archive.addresses import find_page
from archive.storage import transaction
from archive.timestamps import later, utc_now, written

STATES = ("pending", "fetched", "failed", "gone")

_RETRY_HOURS = (0, 0, 1, 6, 24, 72, 168, 720)
"""How long a page rests after its first, second ... failed visit in a row."""


# A list that tells of a page's edits spares the page its visits, as long as it names the page.
_UNTOLD = """
SELECT coalesce(site_published_at, articles.published_at), discovered_at, verified_at
FROM pages LEFT JOIN articles ON articles.page_id = pages.id
WHERE site = ? AND state = 'fetched' AND (site_modified_at IS NULL OR unlisted_at IS NOT NULL)
"""


@dataclass(frozen=True, slots=True)
class NextDue:
    """Pages that the next crawl is to ask for, whatever the site's lists will tell of others."""

    pages: int
    """How many are due now."""
    earliest: str | None
    """When the next of those that rest is due, UTC; None where none rests."""


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
                "INSERT INTO crawl_pages (crawl_id, page_id, listed) VALUES (?, ?, 1)"
                " ON CONFLICT (crawl_id, page_id) DO UPDATE SET listed = 1",
                (crawl_id, page_id),
            )
            db.execute(
                "UPDATE pages SET unlisted_at = NULL WHERE id = ? AND unlisted_at IS NOT NULL",
                (page_id,),
            )
    return discovered


def verify(
    db: Database, told: Iterable[tuple[int, str | None, str | None]], *, crawl_id: int
) -> None:
    """Note that pages are as they were, though none was asked for: a list of the site says so.

    `told` are (page's id, when it was last edited, when it was published) as the list tells.
    """
    with transaction(db):
        for page_id, modified, published in told:
            db.execute(
                "UPDATE pages SET verified_at = ?, last_crawl_id = ?,"
                " site_modified_at = coalesce(?, site_modified_at),"
                " site_published_at = coalesce(?, site_published_at) WHERE id = ?",
                (utc_now(), crawl_id, modified, published, page_id),
            )
            record_visit(
                db, page_id, outcome="unchanged", http_status=None, reason=None, crawl_id=crawl_id
            )


def verify_visited(db: Database, url: str, *, http_status: int, crawl_id: int) -> None:
    """Note that a page, asked for, is as it was (304)."""
    page_id = find_page(db, url)
    if page_id is None:
        return
    with transaction(db):
        db.execute(
            "UPDATE pages SET state = 'fetched', verified_at = ?, last_crawl_id = ?,"
            " http_status = ?, reason = NULL, attempts = attempts + 1, failures = 0,"
            " next_try_at = NULL, gone_at = NULL WHERE id = ?",
            (utc_now(), crawl_id, http_status, page_id),
        )
        record_visit(
            db,
            page_id,
            outcome="unchanged",
            http_status=http_status,
            reason=None,
            crawl_id=crawl_id,
        )


def mark_unlisted(db: Database, page_ids: Iterable[int]) -> None:
    """Note that no complete list of their site names these pages any more."""
    with transaction(db):
        db.conn.executemany(
            "UPDATE pages SET unlisted_at = coalesce(unlisted_at, ?) WHERE id = ?",
            [(utc_now(), page_id) for page_id in page_ids],
        )


def mark_gone(
    db: Database, url: str, *, reason: str, http_status: int | None, crawl_id: int
) -> None:
    """Note that the site says a page is no more, since when, and how it says so.

    What the archive holds of it stays. Only its own address tells that: one that it had before
    may well be gone.
    """
    row = db.execute("SELECT id FROM pages WHERE url = ?", (url,)).fetchone()
    if row is None:
        return
    page_id = int(row[0])
    with transaction(db):
        db.execute(
            "UPDATE pages SET state = 'gone', gone_at = coalesce(gone_at, ?), reason = ?,"
            " http_status = ?, attempts = attempts + 1, failures = 0, next_try_at = NULL,"
            " last_crawl_id = ? WHERE id = ?",
            (utc_now(), reason, http_status, crawl_id, page_id),
        )
        record_visit(
            db, page_id, outcome="gone", http_status=http_status, reason=reason, crawl_id=crawl_id
        )


def leave_out(db: Database, url: str) -> None:
    """Forget a page of which the archive has nothing; of another one, that visits to it failed.

    For pages that the site lists and does not show, so that it is no failure not to have them.
    """
    page_id = find_page(db, url)
    if page_id is None:
        return
    with transaction(db):
        db.execute(
            "DELETE FROM pages WHERE id = :id"
            " AND NOT EXISTS (SELECT 1 FROM articles WHERE page_id = :id)",
            {"id": page_id},
        )
        db.execute(
            "UPDATE pages SET state = 'fetched', reason = NULL, failures = 0, next_try_at = NULL,"
            " gone_at = NULL WHERE id = ? AND state != 'fetched'",
            (page_id,),
        )


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
    (failures,) = db.execute("SELECT failures FROM pages WHERE id = ?", (page_id,)).fetchone()
    db.execute(
        "UPDATE pages SET state = 'failed', reason = ?, http_status = ?, attempts = attempts + 1,"
        " failures = failures + 1, next_try_at = ?,"
        " last_crawl_id = coalesce(?, last_crawl_id) WHERE id = ?",
        (reason, http_status, next_try(failures + 1), crawl_id, page_id),
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


def next_try(failures: int) -> str:
    """From when on a page that failed so many times in a row may be asked for again."""
    hours = _RETRY_HOURS[min(failures, len(_RETRY_HOURS)) - 1]
    return later(hours=hours)


def next_due(db: Database, *, site: str) -> NextDue:
    """What is due of the pages that the archive knows of a site.

    Those that were never had, those that failed and have rested, and, where no list tells when
    pages are edited, those that were left alone for as long as their age allows.
    """
    now = datetime.now(UTC)
    times = [
        next_try_at or written(now)
        for (next_try_at,) in db.execute(
            "SELECT next_try_at FROM pages WHERE site = ? AND state IN ('pending', 'failed')",
            (site,),
        )
    ]
    for published, discovered_at, verified_at in db.execute(_UNTOLD, (site,)):
        due = revisits.due_at(
            now, published=published, discovered_at=discovered_at, verified_at=verified_at
        )
        times.append(written(due))
    later_ones = [time for time in times if time > written(now)]
    return NextDue(len(times) - len(later_ones), min(later_ones, default=None))


def states(db: Database, *, site: str | None = None) -> dict[str, int]:
    """How many pages, of one site or of all, are in each state; every state has its number."""
    counted = dict(
        db.execute(
            "SELECT state, count(*) FROM pages WHERE site = coalesce(?, site) GROUP BY state",
            (site,),
        )
    )
    return {state: counted.get(state, 0) for state in STATES}


def _insert_pending(db: Database, url: str, *, site: str, crawl_id: int) -> int:
    cursor = db.execute(
        "INSERT INTO pages (url, site, state, discovered_at, first_crawl_id)"
        " VALUES (?, ?, 'pending', ?, ?)",
        (url, site, utc_now(), crawl_id),
    )
    assert cursor.lastrowid is not None  # noqa: S101 - an INSERT has a row id
    return cursor.lastrowid
