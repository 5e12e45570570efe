"""The first page: what is in the archive, and where to begin."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from sqlite_utils import Database

from archive import query
from archive.browse.answering import Values
from archive.browse.asked import Asked

_SHOWN = 6
"""How many of the latest and of the largest activities are shown."""


@dataclass(frozen=True)
class Extent:
    """What is in the archive."""

    events: int
    reports: int
    people: int
    organizations: int
    materials: int
    gone: int
    """Pages that are gone from their sites."""
    first_date: str | None
    last_date: str | None
    last_crawl: str | None
    """When the last crawl began, UTC."""


# Asked apart, each is a look at an end of an index.
_DATES = """
SELECT (SELECT min(start_date) FROM activities WHERE type IS NOT NULL AND start_date IS NOT NULL),
  (SELECT max(start_date) FROM activities WHERE type IS NOT NULL AND start_date IS NOT NULL)
"""


_State = tuple[int, str | None]
"""What tells one state of the archive from another, and of its totals."""

_known: WeakKeyDictionary[Database, tuple[_State, Values]] = WeakKeyDictionary()
"""What the page needs, by connection: asked again only after something was written."""


def load(db: Database, asked: Asked) -> Values:
    """Counts, time, focus areas, the latest and the largest activities."""
    state = db.execute("PRAGMA data_version").fetchone()[0], asked.counted_at
    known = _known.get(db)
    if known is None or known[0] != state:
        known = _known[db] = state, _values(db)
    return known[1]


def _values(db: Database) -> Values:
    years = query.activities_by_type(db, by="year")
    return {
        "extent": _extent(db),
        "years": _by_year(years),
        "areas": _focus_areas(db),
        "latest": _events(query.activities(db, order="-date", limit=2 * _SHOWN)),
        "largest": _events(query.activities(db, order="-attendance", limit=2 * _SHOWN)),
    }


def _events(reports: list[query.ActivityRow]) -> list[query.ActivityRow]:
    """The first reports, of each event one."""
    firsts = {report.event_id or -report.activity_id: report for report in reversed(reports)}
    return [one for one in reports if one in firsts.values()][:_SHOWN]


def _extent(db: Database) -> Extent:
    first, last = db.execute(_DATES).fetchone()
    (crawled,) = db.execute("SELECT max(started_at) FROM crawls").fetchone()
    (gone,) = db.execute("SELECT count(*) FROM pages WHERE state = 'gone'").fetchone()
    return Extent(
        events=query.count_events(db),
        reports=query.count_activities(db),
        people=query.count_people(db),
        organizations=query.count_organizations(db),
        materials=query.count_materials(db),
        gone=gone,
        first_date=first,
        last_date=last,
        last_crawl=crawled,
    )


def _by_year(rows: list[query.ActivityTypePeriod]) -> list[tuple[str, int]]:
    """(year, events) in the order of time; undated ones are left out."""
    years: dict[str, int] = {}
    for row in rows:
        if row.period is not None:
            years[row.period] = years.get(row.period, 0) + row.activities
    return sorted(years.items())


def _focus_areas(db: Database) -> list[tuple[int, int]]:
    """(number, events) of each focus area that was worked on."""
    areas: Counter[int] = Counter()
    for row in query.focus_areas(db, by="year"):
        if row.focus_area is not None:
            areas[row.focus_area] += row.activities
    return sorted(areas.items())
