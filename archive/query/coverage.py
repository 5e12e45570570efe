"""How much of each kind of fact the archive has, by site."""

from __future__ import annotations

from sqlite_utils import Database

from archive.coverage import Coverage
from archive.query.sums import are_current


def coverage(db: Database) -> list[Coverage]:
    """Of each site the pages that are not gone, by the site's name.

    >>> for site in coverage(db):
    ...     print(site.site, site.pages, site.activities, site.share("attendance"))
    kabar 1 1 1.0
    kota 6 5 0.6
    """
    with db.atomic():
        found = "coverage_sums" if are_current(db) else f"({of_sites()})"
        sql = f"SELECT * FROM {found} ORDER BY site"  # noqa: S608 - our own words
        return [Coverage(*values) for values in db.execute(sql)]


def of_sites() -> str:
    """The query for the coverage of all sites, columns in the order of Coverage."""
    return """
    SELECT site, count(*) AS pages, count(type) AS activities,
      count(CASE WHEN type IS NOT NULL THEN start_date END) AS with_date,
      count(CASE WHEN type IS NOT NULL THEN venue END) AS with_venue,
      count(*) FILTER (WHERE type IS NOT NULL AND EXISTS (
        SELECT 1 FROM attendance WHERE activity_id = activities.id)) AS with_attendance,
      count(*) FILTER (WHERE type IS NOT NULL AND EXISTS (
        SELECT 1 FROM participations WHERE activity_id = activities.id)) AS with_people,
      count(*) FILTER (WHERE type IS NOT NULL AND EXISTS (
        SELECT 1 FROM organization_roles WHERE activity_id = activities.id)) AS with_organizations,
      count(*) FILTER (WHERE type IS NOT NULL AND EXISTS (
        SELECT 1 FROM materials WHERE activity_id = activities.id)) AS with_materials
    FROM activities JOIN pages ON pages.id = page_id WHERE state != 'gone' GROUP BY site
    """
