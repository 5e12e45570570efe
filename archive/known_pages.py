"""What the archive knows of a site's pages: what a crawl decides by which of them to ask for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

_KNOWN = """
SELECT
  pages.id, url, state, outcome IS NOT NULL, coalesce(listed, 0), discovered_at, fetched_at,
  verified_at, next_try_at, unlisted_at, site_modified_at,
  coalesce(site_published_at, articles.published_at), etag, last_modified
FROM pages
LEFT JOIN articles ON articles.page_id = pages.id
LEFT JOIN crawl_pages ON crawl_pages.crawl_id = ? AND crawl_pages.page_id = pages.id
WHERE site = ?
ORDER BY CASE state WHEN 'pending' THEN 0 WHEN 'failed' THEN 1 ELSE 2 END, verified_at, pages.id
"""


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A page of a site; times are UTC."""

    id: int
    url: str
    state: str
    """pending, fetched, failed or gone."""
    visited: bool
    """Whether this crawl has visited it already."""
    listed: bool
    """Whether a list of the site has named it to this crawl."""
    discovered_at: str
    fetched_at: str | None
    verified_at: str | None
    """When it was last known to be as the archive has it."""
    next_try_at: str | None
    """Before then a page that failed is not asked for again."""
    unlisted_at: str | None
    """Since when no complete list of the site names it."""
    modified: str | None
    """When it was last edited, as the site told before it was last fetched."""
    published: str | None
    """As the site or the page itself tells, with an offset or a date alone."""
    etag: str | None
    last_modified: str | None
    addresses: tuple[str, ...] = ()
    """Its other addresses."""


def of_site(db: Database, *, site: str, crawl_id: int) -> list[KnownPage]:
    """The site's pages: pending ones, those that failed, then the longest unverified first."""
    others: dict[int, list[str]] = defaultdict(list)
    for page_id, address in db.execute(
        "SELECT page_id, address FROM page_addresses JOIN pages ON pages.id = page_id"
        " WHERE site = ?",
        (site,),
    ):
        others[page_id].append(address)
    pages = []
    for row in db.execute(_KNOWN, (crawl_id, site)):
        addresses = tuple(others[row[0]])
        values: list[Any] = [*row[:3], bool(row[3]), bool(row[4]), *row[5:], addresses]
        pages.append(KnownPage(*values))
    return pages
