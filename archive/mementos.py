"""Captures that Wayback Machines say they have: which are still to be had, and what became of them.

The table `mementos` is to a Wayback Machine what the frontier is to the live sites: a killed crawl
forgets nothing, and what was had is never asked for again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from archive import frontier
from archive.addresses import find_page
from archive.storage import transaction
from archive.timestamps import in_digits, utc_now

_INSERT = """
INSERT INTO mementos (wayback, site, url, page_url, made_at, digest, first_crawl_id)
VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (wayback, url, made_at) DO NOTHING
"""

# What the archive has from elsewhere, or from a crawl that was killed before it could say so.
_TAKE_KNOWN = """
UPDATE mementos SET state = 'fetched', capture_id = captures.id, next_try_at = NULL
FROM captures
WHERE mementos.wayback = ? AND mementos.site = ? AND mementos.state != 'fetched'
  AND captures.url = mementos.url AND captures.fetched_at = mementos.made_at
  AND (captures.source = 'wayback' OR captures.payload_digest = 'sha1:' || mementos.digest)
  AND captures.version_id IS NOT NULL
"""

_WAITING = """
SELECT id, url, page_url, made_at, digest, state FROM mementos
WHERE wayback = :wayback AND site = :site
  AND (state = 'pending' OR state = 'failed' AND coalesce(next_try_at, '') <= :now)
ORDER BY row_number() OVER (PARTITION BY page_url ORDER BY made_at DESC), page_url
"""


@dataclass(frozen=True, slots=True)
class Found:
    """A capture that an index lists, and the page that it is of."""

    url: str
    """The original address, as the index writes it."""
    page_url: str
    """The address of the page, as the archive calls it."""
    made_at: str
    """UTC, ISO 8601 with Z."""
    digest: str
    """SHA-1 of its payload in base32 as the index tells it; empty where it does not."""


@dataclass(frozen=True, slots=True)
class Memento:
    """A capture that is to be had."""

    id: int
    url: str
    page_url: str
    made_at: str
    digest: str
    state: str = "pending"
    """pending, or failed: asked for before in vain."""

    @property
    def timestamp(self) -> str:
        """Its time as web archives write it: 20181025094108."""
        return in_digits(self.made_at)


def discover(
    db: Database, found: Iterable[Found], *, wayback: str, site: str, crawl_id: int
) -> None:
    """Note what an index lists; what is known stays as it is. Listed pages are noted as found.

    What the archive has of these captures from elsewhere counts as had.
    """
    listed = list(found)
    with transaction(db):
        for one in listed:
            values = (one.url, one.page_url, one.made_at, one.digest)
            db.execute(_INSERT, (wayback, site, *values, crawl_id))
        db.execute(_TAKE_KNOWN, (wayback, site))
        for page_url in dict.fromkeys(one.page_url for one in listed):
            _note_listed(db, page_url, crawl_id)


def waiting(db: Database, *, wayback: str, site: str) -> list[Memento]:
    """What is still to be had: the newest capture of every page, then the next ones.

    Those that failed rest, the longer the oftener they did.
    """
    given = {"wayback": wayback, "site": site, "now": utc_now()}
    return [Memento(*row) for row in db.execute(_WAITING, given)]


def end(
    db: Database, memento: Memento, *, capture_id: int, reason: str | None, crawl_id: int
) -> None:
    """Note that a memento was had; `reason` says what is wrong with it, or why it is no post.

    Whatever was read from its capture stays.
    """
    with transaction(db):
        db.execute(
            "UPDATE mementos SET state = 'fetched', attempts = attempts + 1, next_try_at = NULL,"
            " reason = ?, capture_id = ?, last_crawl_id = ? WHERE id = ?",
            (reason, capture_id, crawl_id, memento.id),
        )
        page_id = find_page(db, memento.page_url)
        db.execute(
            "UPDATE captures SET page_id = coalesce(page_id, ?), reason = coalesce(?, reason)"
            " WHERE id = ?",
            (page_id, reason, capture_id),
        )
        _note_listed(db, memento.page_url, crawl_id)


def fail(db: Database, memento: Memento, *, reason: str, crawl_id: int) -> None:
    """Note that a memento could not be had, and from when on it may be asked for again."""
    with transaction(db):
        (attempts,) = db.execute(
            "SELECT attempts FROM mementos WHERE id = ?", (memento.id,)
        ).fetchone()
        db.execute(
            "UPDATE mementos SET state = 'failed', attempts = attempts + 1, next_try_at = ?,"
            " reason = ?, last_crawl_id = ? WHERE id = ?",
            (frontier.next_try(attempts + 1), reason, crawl_id, memento.id),
        )


def digest_of(db: Database, capture_id: int) -> str:
    """The digest of what came, as an index would write it."""
    (digest,) = db.execute(
        "SELECT payload_digest FROM captures WHERE id = ?", (capture_id,)
    ).fetchone()
    return str(digest).removeprefix("sha1:")


def failures(db: Database, crawl_id: int) -> list[tuple[str, str]]:
    """(original address and time, reason) of the mementos that a crawl could not have."""
    return _told(db, "state = 'failed'", crawl_id)


def no_posts(db: Database, crawl_id: int) -> list[tuple[str, str]]:
    """The same of those that it had and that are no posts: error pages, forms, lists."""
    return _told(
        db,
        "state = 'fetched' AND reason IS NOT NULL AND"
        " (SELECT version_id FROM captures WHERE captures.id = capture_id) IS NULL",
        crawl_id,
    )


def differing(db: Database, crawl_id: int) -> list[tuple[str, str]]:
    """The same of those that were read though they are not quite what the index says."""
    return _told(
        db,
        "state = 'fetched' AND reason IS NOT NULL AND"
        " (SELECT version_id FROM captures WHERE captures.id = capture_id) IS NOT NULL",
        crawl_id,
    )


def _told(db: Database, condition: str, crawl_id: int) -> list[tuple[str, str]]:
    return [
        (f"{url} ({made_at})", reason)
        for url, made_at, reason in db.execute(
            "SELECT url, made_at, reason FROM mementos"  # noqa: S608 - fixed words
            f" WHERE last_crawl_id = ? AND {condition} ORDER BY url, made_at",
            (crawl_id,),
        )
    ]


def _note_listed(db: Database, page_url: str, crawl_id: int) -> None:
    page_id = find_page(db, page_url)
    if page_id is not None:
        db.execute(
            "INSERT INTO crawl_pages (crawl_id, page_id, listed) VALUES (?, ?, 1)"
            " ON CONFLICT (crawl_id, page_id) DO UPDATE SET listed = 1",
            (crawl_id, page_id),
        )
