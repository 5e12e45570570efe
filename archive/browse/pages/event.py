"""One event: all reports of it side by side."""

from __future__ import annotations

from sqlite_utils import Database

from archive.browse.answering import Values
from archive.browse.asked import Asked
from archive.query.activities import activity_rows

_REPORTS = """
SELECT activities.id
FROM activities LEFT JOIN events ON events.activity_id = activities.id
WHERE event_id = ? AND type IS NOT NULL
ORDER BY events.id IS NULL, activities.id
"""


def load(db: Database, asked: Asked) -> Values | None:
    """The reports of the event that the address names, the fullest first; gone ones too."""
    ids = [activity_id for (activity_id,) in db.execute(_REPORTS, [asked.number("id")])]
    if not ids:
        return None
    return {"reports": activity_rows(db, ids)}
