"""What is new in the archive: the activities that it had last, whenever they took place."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Unpack

from sqlite_utils import Database

from archive.query import ActivityRow, Selected, condition
from archive.query.activities import activity_rows
from archive.search.matching import activities_matching

_BEGINNING = 1000
"""Characters of an article's text that are read for its beginning."""

# A page's activity gets its key when the page is first read, and keeps it.
_NEWEST = """
SELECT activities.id FROM activities WHERE {condition} ORDER BY activities.id DESC LIMIT :limit
"""

# What was kept elsewhere before came into the archive when it was brought in, not when it was
# fetched there.
_ARRIVED = f"""
SELECT
  activities.id, articles.title, substr(articles.text, 1, {_BEGINNING}),
  coalesce(
    (
      SELECT min(CASE captures.source
        WHEN 'live' THEN captures.fetched_at
        WHEN 'import' THEN imports.imported_at
        ELSE crawls.started_at END)
      FROM captures
      LEFT JOIN imports ON imports.id = captures.import_id
      LEFT JOIN crawls ON crawls.id = captures.crawl_id
      WHERE captures.page_id = activities.page_id AND captures.version_id IS NOT NULL
    ),
    pages.discovered_at
  ),
  (SELECT max(first_seen_at) FROM versions WHERE versions.page_id = activities.page_id),
  (
    SELECT max(made_at) FROM corrections
    WHERE corrections.page_id = activities.page_id AND corrections.state != 'withdrawn'
  )
FROM activities
JOIN articles ON articles.page_id = activities.page_id
JOIN pages ON pages.id = activities.page_id
WHERE activities.id IN (SELECT value FROM json_each(?))
"""  # noqa: S608 - a fixed number


@dataclass(frozen=True, slots=True)
class Arrival:
    """An activity that came into the archive."""

    row: ActivityRow
    heading: str
    """The article's title."""
    text: str
    """How the article's text begins."""
    arrived_at: str
    """When the archive first had its page, UTC."""
    changed_at: str
    """When the page last said something new or was corrected, UTC; not before it arrived."""


def newest(
    db: Database, *, limit: int, query: str | None = None, **selected: Unpack[Selected]
) -> list[Arrival]:
    """The activities that the archive had last, of those that pass the filters and the query.

    Raises QueryError for a query that cannot be asked.
    """
    with db.atomic():  # one state of the archive for all parts, whoever writes meanwhile
        wanted = condition(db, selected)
        words, parameters = activities_matching(query) if query else ("true", {})
        sql = _NEWEST.format(condition=f"{wanted.sql} AND {words}")
        found = db.execute(sql, {**wanted.parameters, **parameters, "limit": limit})
        ids = [number for (number,) in found.fetchall()]
        arrived = {number: rest for number, *rest in db.execute(_ARRIVED, (json.dumps(ids),))}
        rows = activity_rows(db, ids)
    return [_arrival(row, *arrived[row.activity_id]) for row in rows]


def _arrival(
    row: ActivityRow,
    heading: str,
    text: str,
    arrived_at: str,
    said_at: str | None,
    corrected_at: str | None,
) -> Arrival:
    changed_at = max(filter(None, (arrived_at, said_at, corrected_at)))
    return Arrival(row, heading, text, arrived_at, changed_at)
