"""What the lists of people and of organizations have in common: a box for part of a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlite_utils import Database

from archive.browse import filters
from archive.browse.answering import Values
from archive.browse.asked import Asked
from archive.browse.paging import pager


def listed(
    db: Database, asked: Asked, count: Callable[..., int], rows: Callable[..., list[Any]]
) -> Values:
    """A page of what `rows` gives; the option `name` is a part of the names that are looked for."""
    wanted = filters.read(asked.options)
    named = asked.options.get("name", "").strip() or None
    total = count(db, named=named, **wanted.selected)
    shown = rows(
        db, named=named, limit=filters.PAGE_LENGTH, offset=wanted.offset, **wanted.selected
    )
    return {"rows": shown, "filters": wanted, "pager": pager(asked, wanted.page, total)}
