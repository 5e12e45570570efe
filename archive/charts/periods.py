"""Periods on an axis: `2018-10`, `2018-Q4` and `2018` as the days on which they begin."""

from __future__ import annotations

from typing import Literal

import altair as alt

from archive.query import By

_UNITS: dict[By, Literal["utcyearmonth", "utcyearquarter", "utcyear"]] = {
    "month": "utcyearmonth",
    "quarter": "utcyearquarter",
    "year": "utcyear",
}
_FORMATS: dict[By, str] = {"month": "%b %Y", "quarter": "Q%q %Y", "year": "%Y"}


def first_day(period: str) -> str:
    """The first day of a period, ISO 8601.

    >>> first_day("2018-Q4")
    '2018-10-01'
    """
    year, _, part = period.partition("-")
    if part.startswith("Q"):
        return f"{year}-{3 * int(part[1:]) - 2:02d}-01"
    return f"{year}-{part or '01'}-01"


def period_begin(date: str, by: By) -> str:
    """The first day of the period in which a day is, both ISO 8601.

    >>> period_begin("2018-11-15", "quarter")
    '2018-10-01'
    """
    if by == "year":
        return f"{date[:4]}-01-01"
    month = int(date[5:7])
    return f"{date[:5]}{month if by == 'month' else month - (month - 1) % 3:02d}-01"


def time_axis(by: By, *, middle: bool = False) -> alt.X:
    """The field `day` along the bottom, a place for each period, empty ones too.

    `middle` is for marks without a width, which stand in the middle of the period's place.
    """
    return alt.X(
        "day:T",
        timeUnit=_UNITS[by],
        title=None,
        bandPosition=0.5 if middle else alt.Undefined,
        axis=alt.Axis(format=_FORMATS[by], labelOverlap=True, grid=False, labelFlush=False),
    )
