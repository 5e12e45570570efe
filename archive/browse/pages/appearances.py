"""What the pages of a person and of an organization have in common: where they appeared.

A reader of an archive asks what was, so pages that are gone from their site count here, and are
marked; lists leave them out unless they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlite_utils import Database

from archive import query
from archive.browse import filters
from archive.browse.answering import Values
from archive.browse.asked import Asked
from archive.browse.gone import gone
from archive.browse.paging import pager
from archive.errors import UsageError

MOST_MET = 30
"""People or organizations that were met that the page names."""

Detail = TypeVar("Detail", query.PersonDetail, query.OrganizationDetail)


def load(db: Database, asked: Asked, find: Callable[..., Detail]) -> Values | None:
    """A page of the appearances of whomever the address names, by date; None where there is none.

    `find` is the question for all of one.
    """
    page = filters.read(asked.options)
    limits = {"limit": filters.PAGE_LENGTH, "offset": page.offset, "most_met": MOST_MET}
    try:
        detail = find(db, asked.number("id"), gone=True, **limits)
    except UsageError:
        return None
    return {
        "detail": detail,
        "row": detail.row,
        "met": detail.met,
        "gone": gone(db, (one.activity_id for one in detail.appearances)),
        "pager": pager(asked, page.page, sum(one.mentions for one in detail.years)),
    }
