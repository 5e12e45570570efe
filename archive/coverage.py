"""How much of each kind of fact the archive has: the share of activities that have it.

A site's pages are read by rules that know its theme. When the theme changes, pages still come
and facts no longer do; the shares of earlier crawls make that visible.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass

from sqlite_utils import Database

FIELDS = ("activity", "date", "venue", "attendance", "people", "organizations", "materials")
"""What is measured: first the share of pages that report an activity, then of activities."""

_COLUMNS = (
    "site, pages, activities, with_date, with_venue, with_attendance, with_people,"
    " with_organizations, with_materials"
)

_MEASURE = """
SELECT
  count(*),
  count(activities.type),
  count(*) FILTER (WHERE activities.type IS NOT NULL AND start_date IS NOT NULL),
  count(*) FILTER (WHERE activities.type IS NOT NULL AND venue IS NOT NULL),
  count(*) FILTER (WHERE activities.type IS NOT NULL AND activities.id IN
    (SELECT activity_id FROM attendance)),
  count(*) FILTER (WHERE activities.type IS NOT NULL AND activities.id IN
    (SELECT activity_id FROM participations)),
  count(*) FILTER (WHERE activities.type IS NOT NULL AND activities.id IN
    (SELECT activity_id FROM organization_roles)),
  count(*) FILTER (WHERE activities.type IS NOT NULL AND activities.id IN
    (SELECT activity_id FROM materials))
FROM pages JOIN activities ON activities.page_id = pages.id
WHERE site = :site
"""

_NOT_GONE = " AND state != 'gone'"

# The first crawl of a site brings pages of all its years; only what came after it is new.
_LATEST = """ AND pages.id IN (
  SELECT page_id FROM crawl_pages JOIN pages AS renewed ON renewed.id = page_id
  WHERE renewed.site = :site AND outcome IN ('new', 'changed') AND crawl_id <= :crawl
    AND crawl_id > (
      SELECT min(crawl_id) FROM crawl_coverage
      WHERE site = :site AND scope = 'archive' AND pages > 0
    )
  GROUP BY page_id ORDER BY max(crawl_id) DESC, max(visited_at) DESC LIMIT :most
)"""
_LATEST_PAGES = 30
"""Enough that chance alone seldom moves a share by 20 points, few enough to show a change soon."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of one site: pages with an article, those that report an activity, and these by fact."""

    site: str
    pages: int
    activities: int
    with_date: int
    with_venue: int
    with_attendance: int
    with_people: int
    with_organizations: int
    with_materials: int

    def share(self, field: str) -> float | None:
        """The share of one of FIELDS, from 0 to 1; None where there is nothing to share."""
        if field == "activity":
            return self.activities / self.pages if self.pages else None
        covered: int = getattr(self, f"with_{field}")
        return covered / self.activities if self.activities else None


def in_archive(db: Database, site: str) -> Coverage:
    """The coverage of all pages of a site that are not gone, as they are now."""
    return Coverage(site, *db.execute(_MEASURE + _NOT_GONE, {"site": site}).fetchone())


def keep(db: Database, crawl_id: int, site: str) -> None:
    """Note the site's coverage at the end of a crawl, inside the caller's transaction.

    Two rows: that of the whole archive, and that of the latest pages that this crawl and those
    before it found new or changed, in which a change shows soon.
    """
    parameters = {"site": site, "crawl": crawl_id, "most": _LATEST_PAGES}
    latest = Coverage(site, *db.execute(_MEASURE + _LATEST, parameters).fetchone())
    for scope, coverage in (("archive", in_archive(db, site)), ("latest", latest)):
        db.execute(
            f"INSERT OR REPLACE INTO crawl_coverage (crawl_id, scope, {_COLUMNS})"  # noqa: S608 - our own words
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (crawl_id, scope, *astuple(coverage)),
        )


def of_latest(db: Database, crawl_id: int, site: str) -> Coverage | None:
    """The coverage of a site's latest pages at the end of a crawl; None where none was noted."""
    row = db.execute(
        f"SELECT {_COLUMNS} FROM crawl_coverage"  # noqa: S608 - our own words
        " WHERE crawl_id = ? AND site = ? AND scope = 'latest'",
        (crawl_id, site),
    ).fetchone()
    return None if row is None else Coverage(*row)


def before(db: Database, crawl_id: int, site: str, *, most: int) -> list[Coverage]:
    """The archive's coverage of a site at the end of earlier crawls, the latest first."""
    return [
        Coverage(*row)
        for row in db.execute(
            f"SELECT {_COLUMNS} FROM crawl_coverage"  # noqa: S608 - our own words
            " WHERE crawl_id < ? AND site = ? AND scope = 'archive' AND pages > 0"
            " ORDER BY crawl_id DESC LIMIT ?",
            (crawl_id, site, most),
        )
    ]
