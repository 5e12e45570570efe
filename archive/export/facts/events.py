"""What took place, each event once with what all its exported reports tell of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from archive.export.facts import identifiers
from archive.export.facts.event import (
    Area,
    Count,
    Event,
    Involved,
    Material,
    Participant,
    Report,
)

_EVENTS = 200
"""Events that are read together."""

_KEYS = "SELECT DISTINCT event_key FROM temp.exported ORDER BY event_key"

_REPORTS = """
SELECT
  event_key, activities.id AS activity_id, type, label_id, label_en, activities.title,
  articles.title AS headline, start_date, end_date, venue, place, url,
  coalesce(fetched_at, discovered_at) AS fetched_at, published_at, author,
  coalesce(
    (
      SELECT first_page.url FROM activities AS first
      JOIN pages AS first_page ON first_page.id = first.page_id
      WHERE first.event_id = activities.event_id ORDER BY first.id LIMIT 1
    ),
    url
  ) AS first_url
FROM temp.exported
JOIN activities ON activities.id = exported.activity_id
JOIN activity_types ON activity_types.code = type
JOIN pages ON pages.id = exported.page_id
JOIN articles ON articles.page_id = exported.page_id
LEFT JOIN events ON events.id = event_id
WHERE event_key IN (SELECT value FROM json_each(?))
ORDER BY event_key, activities.id IS NOT events.activity_id, activities.id
"""
"""The fullest report of each event first."""

_PARTS = {
    "people": """
SELECT DISTINCT event_key, person_id, people.name, role, position, organization
FROM temp.exported JOIN participations USING (activity_id) JOIN people ON people.id = person_id
""",
    "organizations": """
SELECT DISTINCT event_key, organization_id, organizations.name, role
FROM temp.exported JOIN organization_roles USING (activity_id)
JOIN organizations ON organizations.id = organization_id
""",
    "counts": """
SELECT event_key, count, qualifier, unit, min(evidence_quote)
FROM temp.exported JOIN attendance USING (activity_id)
""",
    "areas": """
SELECT DISTINCT event_key, number, label_id, label_en
FROM temp.exported
JOIN (SELECT activity_id, focus_area FROM discussion_groups) USING (activity_id)
JOIN focus_areas ON focus_areas.number = focus_area
""",
    "materials": """
SELECT event_key, kind, label, materials.url, presenter, min(sha256), min(media_type)
FROM temp.exported JOIN materials USING (activity_id)
LEFT JOIN file_links ON file_links.url = materials.url LEFT JOIN files ON files.id = file_id
""",
}
Row = dict[str, Any]

_CHOSEN = "WHERE event_key IN (SELECT value FROM json_each(?))"
_ORDER = {
    "people": "ORDER BY event_key, person_id, role, position, organization",
    "organizations": "ORDER BY event_key, organization_id, role",
    "counts": "GROUP BY event_key, count, qualifier, unit ORDER BY event_key, min(attendance.id)",
    "areas": "ORDER BY event_key, number",
    "materials": (
        "GROUP BY event_key, kind, label, materials.url, presenter"
        " ORDER BY event_key, min(materials.id)"
    ),
}


def events(db: Database) -> Iterator[Event]:
    """The events of the reports in `temp.exported`."""
    keys = db.execute(_KEYS)
    while batch := keys.fetchmany(_EVENTS):
        asked = json.dumps([key for (key,) in batch])
        reports: dict[int, list[Row]] = defaultdict(list)
        for report in db.query(_REPORTS, (asked,)):
            reports[report["event_key"]].append(report)
        parts = {name: _part(db, name, asked) for name in _PARTS}
        for key, told in reports.items():
            yield _event(told, {name: rows[key] for name, rows in parts.items()})


def _part(db: Database, name: str, asked: str) -> dict[int, list[tuple[Any, ...]]]:
    """The facts of one kind by event."""
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for key, *values in db.execute(f"{_PARTS[name]} {_CHOSEN} {_ORDER[name]}", (asked,)):
        found[key].append(tuple(values))
    return found


def _event(reports: list[Row], parts: dict[str, list[tuple[Any, ...]]]) -> Event:
    fullest = reports[0]
    # The days of the fullest report that gives any, and likewise where it was.
    dated = next((report for report in reports if report["start_date"]), fullest)
    placed = next((report for report in reports if report["venue"] or report["place"]), fullest)
    return Event(
        id=identifiers.event(fullest["first_url"]),
        type=fullest["type"],
        label_id=fullest["label_id"],
        label_en=fullest["label_en"],
        title=fullest["title"] or fullest["headline"],
        start_date=dated["start_date"],
        end_date=dated["end_date"],
        venue=placed["venue"],
        place=placed["place"],
        reports=tuple(
            Report(**{field: report[field] for field in Report.__slots__}) for report in reports
        ),
        people=tuple(Participant(*row) for row in parts["people"]),
        organizations=tuple(Involved(*row) for row in parts["organizations"]),
        counts=tuple(Count(*row) for row in parts["counts"]),
        areas=tuple(Area(*row) for row in parts["areas"]),
        materials=tuple(Material(*row) for row in parts["materials"]),
    )
