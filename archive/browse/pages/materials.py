"""All slides and documents that activities offered, by date."""

from __future__ import annotations

from sqlite_utils import Database

from archive import query
from archive.browse import filters
from archive.browse.answering import Values
from archive.browse.asked import Asked
from archive.browse.gone import gone
from archive.browse.paging import pager


def load(db: Database, asked: Asked) -> Values:
    """A page of the list."""
    wanted = filters.read(asked.options)
    total = query.count_materials(db, **wanted.selected)
    rows = query.materials(db, limit=filters.PAGE_LENGTH, offset=wanted.offset, **wanted.selected)
    return {
        "rows": rows,
        "gone": gone(db, (row.activity_id for row in rows)),
        "filters": wanted,
        "pager": pager(asked, wanted.page, total),
    }
