"""The condition of an archive: its last crawls, its sites' pages and facts, what is due."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from archive import coverage, frontier, gaps
from archive.crawls import Counts, Via
from archive.frontier import NextDue
from archive.gaps import Gap
from archive.health import SiteRun

_RUNS = """
SELECT id, complete, sites,
  started_at, finished_at, status, duration_seconds, exit_status, reason,
  via, found, new, changed, unchanged, failed, activities, gone
FROM crawls ORDER BY id DESC LIMIT ?
"""

# A crawl is a site's last where its row names the site and it is not still at work.
_LAST_OF_SITES = """
SELECT named.value, max(crawls.id) FROM crawls, json_each(crawls.sites) AS named
WHERE via != 'files' AND (status != 'running' OR :abandoned)
GROUP BY named.value ORDER BY named.value
"""

_VISITS = """
SELECT coalesce(sum(listed), 0), count(*), count(*) FILTER (WHERE outcome = 'failed')
FROM crawl_pages JOIN pages ON pages.id = page_id WHERE crawl_id = :crawl AND site = :site
"""

# A list that is as the crawl before left it is not read again, and names its posts all the same.
_KNOWN_LISTS = """
SELECT coalesce(max(posts), 0) FROM site_ways
WHERE site = :site AND state IN ('complete', 'partial')
"""

_KILLED = "The process ended before the crawl did."
_EARLIER = 5
"""How many earlier crawls the coverage is held against."""


@dataclass(frozen=True, slots=True)
class Run:
    """A crawl as its row tells it."""

    id: int
    started_at: str
    finished_at: str | None
    status: str
    complete: bool | None
    """Whether every list of posts could be read; None while it runs."""
    duration_seconds: int | None
    exit_status: int | None
    sites: tuple[str, ...]
    reason: str | None
    via: Via
    """Whether it asked sites, a Wayback Machine, or for files."""
    counts: Counts
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class SiteCondition:
    """A site's pages by state, what is due, and its last crawl."""

    site: str
    states: dict[str, int]
    due: NextDue
    last: SiteRun | None


def last_runs(db: Database, number: int) -> list[Run]:
    """The last crawls, the latest first, a running one included."""
    return [_run(db, *row) for row in db.execute(_RUNS, (number,)).fetchall()]


def _run(db: Database, crawl_id: int, complete: int | None, sites: str, *row: Any) -> Run:
    started_at, finished_at, status, duration_seconds, exit_status, reason, via, *counts = row
    return Run(
        id=crawl_id,
        started_at=started_at,
        finished_at=finished_at,
        status=status,
        complete=None if complete is None else bool(complete),
        duration_seconds=duration_seconds,
        exit_status=exit_status,
        sites=tuple(json.loads(sites)),
        reason=reason,
        via=via,
        counts=Counts(*counts),
        gaps=tuple(gaps.of_crawl(db, crawl_id)),
    )


def sites(db: Database, *, crawling: bool) -> list[SiteCondition]:
    """The sites with pages, and those of the last crawl.

    `crawling` tells that a crawl is at work: only then is a row that still runs no crawl whose
    process has died.
    """
    last = dict(db.execute(_LAST_OF_SITES, {"abandoned": not crawling}).fetchall())
    newest = max(last.values(), default=None)
    known = [site for (site,) in db.execute("SELECT DISTINCT site FROM pages ORDER BY site")]
    names = dict.fromkeys([*known, *(site for site in last if last[site] == newest)])
    return [
        SiteCondition(
            site,
            frontier.states(db, site=site),
            frontier.next_due(db, site=site),
            site_run(db, last[site], site) if site in last else None,
        )
        for site in names
    ]


def site_run(db: Database, crawl_id: int, site: str) -> SiteRun:
    """What a crawl that has ended, in whatever way, came to for one of its sites."""
    started_at, finished_at, status, reason = db.execute(
        "SELECT started_at, finished_at, status, reason FROM crawls WHERE id = ?", (crawl_id,)
    ).fetchone()
    if status == "running":
        status, reason = "interrupted", _KILLED
    asked = {"crawl": crawl_id, "site": site}
    listed, found, failed = db.execute(_VISITS, asked).fetchone()
    return SiteRun(
        site=site,
        crawl_id=crawl_id,
        started_at=started_at,
        finished_at=finished_at,
        status=status,
        reason=reason,
        listed=listed or db.execute(_KNOWN_LISTS, asked).fetchone()[0],
        found=found,
        failed=failed,
        gaps=tuple(gap for gap in gaps.of_crawl(db, crawl_id) if gap.site in {site, None}),
        latest=coverage.of_latest(db, crawl_id, site),
        now=coverage.in_archive(db, site),
        before=tuple(coverage.before(db, crawl_id, site, most=_EARLIER)),
    )


def last_end(db: Database) -> str | None:
    """When the last crawl that ended did so; None where none has."""
    ended: str | None = db.execute(
        "SELECT max(coalesce(finished_at, started_at)) FROM crawls WHERE status != 'running'"
    ).fetchone()[0]
    return ended


def findings(db: Database) -> dict[str, int]:
    """How many findings each check of the reading has made, the most first."""
    rows: list[Any] = db.execute(
        "SELECT check_name, count(*) FROM findings GROUP BY 1 ORDER BY 2 DESC, 1"
    ).fetchall()
    return dict(rows)


def doubts(db: Database) -> dict[str, int]:
    """How many pairs of each kind wait for a person to say whether they are one: kind -> pairs."""
    rows: list[Any] = db.execute(
        "SELECT kind, count(*) FROM identity_doubts GROUP BY 1 ORDER BY 1 DESC"
    ).fetchall()
    return dict(rows)
