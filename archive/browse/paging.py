"""Long lists in pages: which page is shown, and the addresses of those beside it."""

from __future__ import annotations

from dataclasses import dataclass

from archive.browse.asked import Asked
from archive.browse.filters import PAGE_LENGTH
from archive.browse.rendering import with_options


@dataclass(frozen=True)
class Pager:
    """Where a page of a list stands."""

    first: int
    """The number of its first row, from 1."""
    last: int
    total: int
    before: str | None
    """The address of the page before; None on the first."""
    after: str | None
    is_beyond: bool = False
    """Whether the list ends before the page."""


def pager(asked: Asked, page: int, total: int, *, length: int = PAGE_LENGTH) -> Pager:
    """The pager of a list of `total` rows at its page, from 1, of `length` rows a page."""
    first = (page - 1) * length + 1
    last_page = max(-(-total // length), 1)

    def at(number: int) -> str:
        return with_options(asked.path, {**asked.options, "page": number})

    return Pager(
        first=min(first, total),
        last=min(page * length, total),
        total=total,
        before=at(min(page - 1, last_page)) if page > 1 else None,
        after=at(page + 1) if page < last_page else None,
        is_beyond=first > total > 0,
    )
