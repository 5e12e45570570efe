"""One person: where they appeared, as what, with whom, what they said and what they showed."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from archive import query
from archive.browse.answering import Values
from archive.browse.asked import Asked
from archive.browse.pages import appearances
from archive.names import name_key

_PRESENTED = """
SELECT DISTINCT materials.url, materials.label, materials.kind, presenter, start_date,
  activities.id AS activity_id, activities.title, files.sha256, files.picture, files.pages,
  files.type, pages.state = 'gone' AS is_gone
FROM participations
CROSS JOIN materials ON materials.activity_id = participations.activity_id
CROSS JOIN activities ON activities.id = materials.activity_id
CROSS JOIN pages ON pages.id = activities.page_id
LEFT JOIN file_links ON file_links.url = materials.url
LEFT JOIN files ON files.id = file_links.file_id
WHERE person_id = ? AND presenter IS NOT NULL
ORDER BY start_date IS NULL, start_date, materials.id
"""


def load(db: Database, asked: Asked) -> Values | None:
    """A page of the appearances of the person that the address names, by date."""
    with db.atomic():  # one state of the archive, so that all numbers agree
        values = appearances.load(db, asked, query.person)
        if values is None:
            return None
        detail = values["detail"]
        years = [(one.year, one.events) for one in detail.years if one.year]
        return {**values, "years": years, "presented": _presented(db, detail)}


def _presented(db: Database, detail: query.PersonDetail) -> list[dict[str, Any]]:
    """The materials of the person's activities that are said to be theirs, by any of the names."""
    names = (detail.row.name, *detail.row.aliases)
    keys = {name_key(name) for name in names}
    offered = db.query(_PRESENTED, [detail.row.person_id])
    return [material for material in offered if name_key(material["presenter"]) in keys]
