"""One person: where they appeared, as what, with whom, what they said and what they showed."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from archive import query
from archive.browse import filters
from archive.browse.answering import Values
from archive.browse.asked import Asked
from archive.browse.paging import pager
from archive.errors import UsageError
from archive.names import name_key

MOST_MET = 30
"""People who were met that the page names."""

_PRESENTED = """
SELECT DISTINCT materials.url, materials.label, materials.kind, presenter, start_date,
  activities.id AS activity_id, activities.title, files.sha256, files.picture, files.pages,
  files.type
FROM participations
CROSS JOIN materials ON materials.activity_id = participations.activity_id
CROSS JOIN activities ON activities.id = materials.activity_id
LEFT JOIN file_links ON file_links.url = materials.url
LEFT JOIN files ON files.id = file_links.file_id
WHERE person_id = ? AND presenter IS NOT NULL
ORDER BY start_date IS NULL, start_date, materials.id
"""


def load(db: Database, asked: Asked) -> Values | None:
    """A page of the appearances of the person that the address names, by date."""
    page = filters.read(asked.options)
    try:
        detail = query.person(
            db,
            asked.number("id"),
            limit=filters.PAGE_LENGTH,
            offset=page.offset,
            most_met=MOST_MET,
        )
    except UsageError:
        return None
    return {
        "detail": detail,
        "row": detail.row,
        "met": detail.met,
        "years": [(one.year, one.events) for one in detail.years if one.year],
        "presented": _presented(db, detail),
        "pager": pager(asked, page.page, sum(one.mentions for one in detail.years)),
    }


def _presented(db: Database, detail: query.PersonDetail) -> list[dict[str, Any]]:
    """The materials of the person's activities that are said to be theirs, by any of the names."""
    names = (detail.row.name, *detail.row.aliases)
    keys = {name_key(name) for name in names}
    offered = db.query(_PRESENTED, [detail.row.person_id])
    return [material for material in offered if name_key(material["presenter"]) in keys]
