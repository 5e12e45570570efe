"""Which captures are exported: all that are kept, or those of a site or since a day."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from sqlite_utils import Database

from archive.errors import ArchiveError
from archive.query.sites import refuse_unknown_site


@dataclass(frozen=True, slots=True)
class Selection:
    """The captures of an export."""

    ids: frozenset[int]
    newest: str
    """The time of the newest one, UTC: the date of what is written, so that it is always the same."""
    fingerprint: str
    """SHA-256 over what they are: of equal selections equal."""


def select(db: Database, *, site: str | None = None, since: str | None = None) -> Selection:
    """The kept captures of a site, of `since` (a day) and later, or all.

    A site's are those of its pages and of the hosts of its pages: its lists and robots.txt. What
    a chosen capture repeats the body of is chosen too. Raises UsageError for a site that the
    archive does not have, and ArchiveError where nothing is chosen.
    """
    refuse_unknown_site(db, site)
    hosts = None if site is None else _hosts(db, site)
    chosen: set[int] = set()
    for row, url, fetched_at, of_site, original in db.execute(
        "SELECT captures.id, captures.url, captures.fetched_at, pages.site, original_id"
        " FROM captures LEFT JOIN pages ON pages.id = page_id WHERE file IS NOT NULL"
    ):
        if since is not None and fetched_at < since:
            continue
        if hosts is not None and of_site != site and (of_site or _host(url) not in hosts):
            continue
        chosen.update(one for one in (row, original) if one is not None)
    if not chosen:
        raise ArchiveError(
            "There is nothing to export: no capture is kept"
            f"{f' of {site}' if site else ''}{f' since {since}' if since else ''}."
            " Leave out an option, or fill the archive with 'resilience crawl'."
        )
    newest, fingerprint = _told(db, chosen)
    return Selection(frozenset(chosen), newest, fingerprint)


def _hosts(db: Database, site: str) -> frozenset[str]:
    return frozenset(_host(url) for (url,) in db.execute(_ADDRESSES, (site, site)))


_ADDRESSES = """
SELECT url FROM pages WHERE site = ?
UNION SELECT captures.url FROM captures JOIN pages ON pages.id = page_id WHERE site = ?
"""


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""


def _told(db: Database, chosen: set[int]) -> tuple[str, str]:
    digest = hashlib.sha256()
    newest = ""
    for row in _rows(db):
        if row[0] in chosen:
            newest = max(newest, row[2])
            digest.update("\t".join(row[1:]).encode("utf-8", "surrogateescape") + b"\n")
    return newest, digest.hexdigest()


def _rows(db: Database) -> Iterator[tuple[int, str, str, str, str]]:
    yield from db.execute(
        "SELECT id, url, fetched_at, record_type, payload_sha256 FROM captures"
        ' WHERE file IS NOT NULL ORDER BY file, "offset"'
    )
