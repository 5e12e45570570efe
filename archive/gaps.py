"""What a crawl could not read of a site's lists of posts, so that posts may be missing."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from archive.storage import transaction


@dataclass(frozen=True, slots=True)
class Gap:
    """A list of posts, or a part of one, that a crawl could not read."""

    url: str
    reason: str
    """A sentence for people."""
    way: str = "listing"
    """How the posts were looked for: listing, feed, sitemap, rest, ..."""
    site: str | None = None


def note(db: Database, crawl_id: int, gap: Gap) -> None:
    """Keep a gap of the crawl; of two at one address the later one."""
    with transaction(db):
        db.execute(
            "INSERT INTO crawl_gaps (crawl_id, site, way, url, reason) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (crawl_id, url) DO UPDATE SET"
            " site = excluded.site, way = excluded.way, reason = excluded.reason",
            (crawl_id, gap.site, gap.way, gap.url, gap.reason),
        )


def of_crawl(db: Database, crawl_id: int) -> list[Gap]:
    """The gaps of a crawl, in the order in which they were met."""
    return [
        Gap(*row)
        for row in db.execute(
            "SELECT url, reason, way, site FROM crawl_gaps WHERE crawl_id = ? ORDER BY id",
            (crawl_id,),
        )
    ]
