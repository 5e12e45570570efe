"""One organization: where it was named, as what, who came for it, and with which others."""

from __future__ import annotations

from sqlite_utils import Database

from archive import query
from archive.browse import filters
from archive.browse.answering import Values
from archive.browse.asked import Asked
from archive.browse.pages.person import MOST_MET
from archive.browse.paging import pager
from archive.errors import UsageError


def load(db: Database, asked: Asked) -> Values | None:
    """A page of the appearances of the organization that the address names, by date."""
    page = filters.read(asked.options)
    try:
        detail = query.organization(
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
        "pager": pager(asked, page.page, sum(one.mentions for one in detail.years)),
    }
