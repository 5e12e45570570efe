"""Which pages of a list are gone from their site, so that the list can say so."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlite_utils import Database

# CROSS JOIN keeps SQLite from beginning with all pages that are gone.
_GONE = """
SELECT activities.id
FROM json_each(?) AS listed
CROSS JOIN activities ON activities.id = listed.value
CROSS JOIN pages ON pages.id = page_id
WHERE state = 'gone'
"""


def gone(db: Database, activities: Iterable[int]) -> frozenset[int]:
    """Those of the activities whose page is gone from its site."""
    found = db.execute(_GONE, (json.dumps(list(activities)),))
    return frozenset(activity_id for (activity_id,) in found)
