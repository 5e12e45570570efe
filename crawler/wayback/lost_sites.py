"""Sites that a live crawl found to be no more, or something else: the Wayback Machine's case."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from archive import gaps, site_ways
from crawler.discovery import addresses
from crawler.sites import Site

_READ = frozenset(("complete", "partial"))
_WORDPRESS = ("rest", "sitemap", "feed")
"""Ways that a site of another kind does not offer."""
_STILL_THERE = frozenset((401, 403, 429, 503))
"""Answers of a home that is there, and refuses or is busy for now."""


def among(db: Database, crawl_id: int, sites: Iterable[Site]) -> tuple[Site, ...]:
    """Those of the sites whose home could not be reached by that live crawl, or showed no post.

    Not lost is a site that still looks like WordPress, that is busy or refuses to be read, or
    whose robots.txt forbids it: what its owner closes is not taken from elsewhere unasked.
    """
    return tuple(site for site in sites if _is_lost(db, crawl_id, site))


def _is_lost(db: Database, crawl_id: int, site: Site) -> bool:
    ways = site_ways.of_site(db, site.name)
    if any(way.posts for way in ways.values() if way.state != "reading"):
        return False
    if any(ways[name].state in _READ for name in _WORDPRESS if name in ways):
        return False
    reasons = [gap.reason for gap in gaps.of_crawl(db, crawl_id) if gap.site == site.name]
    if any("robots.txt" in reason and "forbids" in reason for reason in reasons):
        return False
    return _status_of_home(db, crawl_id, site) not in _STILL_THERE


def _status_of_home(db: Database, crawl_id: int, site: Site) -> int | None:
    """The last answer of the page that the crawl began with; None where there was none."""
    first = addresses.key(site.first_listing)
    answered = [
        int(status)
        for url, status in db.execute(
            "SELECT url, status FROM captures WHERE crawl_id = ? ORDER BY id", (crawl_id,)
        )
        if addresses.key(url) == first
    ]
    return answered[-1] if answered else None
