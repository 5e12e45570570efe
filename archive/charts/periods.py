"""Periods on an axis: `2018-10`, `2018-Q4` and `2018` as the days on which they begin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import altair as alt

from archive.charts import style
from archive.query import By

_UNITS: dict[By, Literal["utcyearmonth", "utcyearquarter", "utcyear"]] = {
    "month": "utcyearmonth",
    "quarter": "utcyearquarter",
    "year": "utcyear",
}
_FORMATS: dict[By, str] = {"month": "%b %Y", "quarter": "Q%q %Y", "year": "%Y"}
_MONTHS: dict[By, int] = {"month": 1, "quarter": 3, "year": 12}
_WIDEST = 60
"""Pixels of a period at most: few periods make a narrow chart, and no wide bars."""


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


def periods_of(days: Iterable[str], by: By) -> list[str]:
    """The first days of all periods from the first of these days to the last.

    >>> periods_of(["2019-01-01", "2018-10-01"], "month")
    ['2018-10-01', '2018-11-01', '2018-12-01', '2019-01-01']
    """
    months = sorted(12 * int(day[:4]) + int(day[5:7]) - 1 for day in set(days))
    if not months:
        return []
    each = range(months[0], months[-1] + 1, _MONTHS[by])
    return [f"{month // 12:04d}-{month % 12 + 1:02d}-01" for month in each]


def width_of(periods: list[str]) -> int:
    """Pixels across for a chart of these periods."""
    return min(style.WIDTH, _WIDEST * max(len(periods), 1))


def time_axis(by: By, periods: list[str], *, middle: bool = False) -> alt.X:
    """The field `day` along the bottom, a place for each of the periods, empty ones too.

    A period's name stands below the middle of its place. `middle` is for marks without a width,
    which stand there too.
    """
    return alt.X(
        "day:T",
        timeUnit=_UNITS[by],
        title=None,
        bandPosition=0.5 if middle else alt.Undefined,
        axis=alt.Axis(
            format=_FORMATS[by],
            values=periods,
            labelOffset={"expr": f"width / {2 * max(len(periods), 1)}"},
            labelOverlap=True,
            grid=False,
            labelFlush=False,
        ),
    )
