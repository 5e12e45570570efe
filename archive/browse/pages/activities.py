"""All activities that pass the reader's filters, the latest first."""

from __future__ import annotations

from sqlite_utils import Database

from archive import query
from archive.browse import filters
from archive.browse.answering import Values
from archive.browse.asked import Asked
from archive.browse.paging import pager
from archive.vocabularies import activity_types, focus_areas

# Sites are few and their pages many: each is looked up once, the next by the index.
_SITES = """
WITH RECURSIVE sites (site) AS (
  SELECT min(site) FROM pages
  UNION ALL SELECT (SELECT min(site) FROM pages WHERE site > sites.site)
  FROM sites WHERE sites.site IS NOT NULL
)
SELECT site FROM sites WHERE site IS NOT NULL
"""


def load(db: Database, asked: Asked) -> Values:
    """A page of the list, with the filters as they stand."""
    wanted = filters.read(asked.options)
    total = query.count_activities(db, **wanted.selected)
    rows = query.activities(
        db, order="-date", limit=filters.PAGE_LENGTH, offset=wanted.offset, **wanted.selected
    )
    return {
        "rows": rows,
        "filters": wanted,
        "pager": pager(asked, wanted.page, total),
        "types": activity_types(),
        "areas": focus_areas(),
        "sites": [site for (site,) in db.execute(_SITES)],
    }
