"""Days and periods as a report writes them."""

from __future__ import annotations

from archive.query import By

UNDATED = "undated"


def date_range(start: str | None, end: str | None) -> str:
    """A range of ISO dates without what both have in common: `2018-10-24–26`, `2018-10-31–11-02`."""
    if start is None:
        return UNDATED
    if end is None or end == start:
        return start
    for shared in (8, 5):
        if start[:shared] == end[:shared]:
            return f"{start}–{end[shared:]}"
    return f"{start}–{end}"


def from_to(first: str | None, last: str | None) -> str:
    """The first and the last of several days: `2018-02-15 to 2019-09-30`."""
    if first is None or last is None:
        return first or last or UNDATED
    return first if first == last else f"{first} to {last}"


def moment(time: str) -> str:
    """A time of archive.timestamps in words: `2026-11-22 07:30 UTC`."""
    return f"{time[:10]} {time[11:16]} UTC"


def period_of(date: str | None, by: By) -> str | None:
    """The period that an ISO date is in, as archive.query writes it.

    >>> period_of("2018-11-15", "quarter")
    '2018-Q4'
    """
    if date is None or by == "year":
        return date and date[:4]
    return date[:7] if by == "month" else f"{date[:4]}-Q{(int(date[5:7]) + 2) // 3}"
