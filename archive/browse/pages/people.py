"""All people, those who appeared most often first."""

from __future__ import annotations

from sqlite_utils import Database

from archive import query
from archive.browse import filters
from archive.browse.answering import Values
from archive.browse.asked import Asked
from archive.browse.paging import pager


def load(db: Database, asked: Asked) -> Values:
    """A page of the list; the option `name` is a part of the names that are looked for."""
    wanted = filters.read(asked.options)
    named = asked.options.get("name", "").strip() or None
    total = query.count_people(db, named=named, **wanted.selected)
    rows = query.people(
        db, named=named, limit=filters.PAGE_LENGTH, offset=wanted.offset, **wanted.selected
    )
    return {"rows": rows, "filters": wanted, "pager": pager(asked, wanted.page, total)}
