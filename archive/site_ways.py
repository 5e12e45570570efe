"""How far each of a site's lists of posts was read, so that the next crawl can read less."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from archive.storage import transaction
from archive.timestamps import utc_now


@dataclass(frozen=True, slots=True)
class WayState:
    """One way to find a site's posts, as the last crawl left it."""

    state: str
    """`reading` (the crawl did not end), `complete`, `partial` (to where nothing was new),
    `failed`, or `off` (the site does not offer it)."""
    complete_at: str | None = None
    """When it was last read to its end."""
    posts: int | None = None
    """How many posts it named."""
    url: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    reason: str | None = None
    """Why it is `failed` or `off`; None in every other state."""


def of_site(db: Database, site: str) -> dict[str, WayState]:
    """The ways of a site by their names: rest, sitemap, feed, listing."""
    return {
        way: WayState(*rest)
        for way, *rest in db.execute(
            "SELECT way, state, complete_at, posts, url, etag, last_modified, reason"
            " FROM site_ways WHERE site = ?",
            (site,),
        )
    }


def begin(db: Database, site: str, ways: tuple[str, ...]) -> None:
    """Note that these ways are being read: until `end` none of them counts as read."""
    with transaction(db):
        for way in ways:
            db.execute(
                "INSERT INTO site_ways (site, way, state, checked_at)"
                " VALUES (?, ?, 'reading', ?) ON CONFLICT (site, way)"
                " DO UPDATE SET state = excluded.state, checked_at = excluded.checked_at,"
                " reason = NULL",
                (site, way, utc_now()),
            )


def end(db: Database, site: str, way: str, state: WayState) -> None:
    """Note how far a way was read; a complete one is complete as of now."""
    now = utc_now()
    with transaction(db):
        db.execute(
            "INSERT INTO site_ways (site, way, state, checked_at, complete_at, posts, url, etag,"
            " last_modified, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (site, way) DO UPDATE SET state = excluded.state,"
            " checked_at = excluded.checked_at,"
            " complete_at = coalesce(excluded.complete_at, complete_at),"
            " posts = excluded.posts, url = excluded.url, etag = excluded.etag,"
            " last_modified = excluded.last_modified, reason = excluded.reason",
            (
                site,
                way,
                state.state,
                now,
                now if state.state == "complete" else state.complete_at,
                state.posts,
                state.url,
                state.etag,
                state.last_modified,
                state.reason,
            ),
        )
