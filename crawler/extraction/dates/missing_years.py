"""The years that a page leaves out, and whether its publication can be believed.

A missing year is the one that brings the day nearest to the page's own time: its head's full
date, else its publication, else a full date of the text. A weekday that is named must agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice

from crawler import lexicon
from crawler.extraction.dates.expressions import Expression, Point, day_of

_FAR = timedelta(days=150)
_SOON = timedelta(days=45)
_RECENT = timedelta(days=60)
_AHEAD = timedelta(days=3)
_MOST = 200
"""So many full dates are compared, the first of the text: a bound for pages that are no prose."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a page says of its own time."""

    head: date | None
    """The full date of its dateline."""
    published: date | None
    written: tuple[date, ...]
    """The days that its text names in full."""
    years: dict[tuple[int, int], int]
    """The year of each such day, by day and month."""


def calendar_of(
    expressions: tuple[Expression, ...], published: date | None, head: date | None
) -> Calendar:
    """The calendar of a page from its expressions, its publication and its head's full date."""
    points = [point for expression in expressions for point in expression.points if point.year]
    years = {(p.day, p.month): p.year for p in reversed(points) if p.year}
    return Calendar(head, published, _written(expressions), years)


def believed(published: date | None, expressions: tuple[Expression, ...]) -> date | None:
    """The publication, unless every full date of the text is long after it.

    Nobody reports ahead: what was read as the publication is then another date of the page.
    """
    written = _written(expressions)
    if published and written and min(written) > published + _SOON:
        return None
    return published


def _written(expressions: tuple[Expression, ...]) -> tuple[date, ...]:
    """The days that are named in full."""
    days = (day_of(point) for expression in expressions for point in expression.points)
    return tuple(day for day in islice(days, _MOST) if day)


def completed(point: Point, calendar: Calendar, bias: str | None, earlier: int | None) -> Point:
    """The point with its year, which stays None where nothing tells it.

    `bias` is "past" or "future" where a word beside the date says so; `earlier` is the last
    year written before it.
    """
    if point.year is not None:
        return point
    year = calendar.years.get((point.day, point.month))
    if year is None:
        year = _year_of(point, calendar, bias, earlier)
    return Point(point.day, point.month, year, point.weekday)


def _year_of(point: Point, calendar: Calendar, bias: str | None, earlier: int | None) -> int | None:
    anchor = calendar.head or calendar.published
    if anchor is None and earlier is not None:
        anchor = date(earlier, 7, 1)
    if anchor is None:
        return None
    if bias:
        return _nearest_year(point, calendar.published or anchor, bias)
    year = _nearest_year(point, anchor, None)
    if calendar.head is None and calendar.published and not _is_recent(point, year, anchor):
        return _year_beside(point, calendar.written) or year
    return year


def _is_recent(point: Point, year: int, published: date) -> bool:
    """Whether the day is one that the publication may report, by its weekday also."""
    day = day_of(Point(point.day, point.month, year))
    if day is None or (point.weekday and day.isoweekday() != point.weekday):
        return False
    return published - _RECENT <= day <= published + _AHEAD


def _year_beside(point: Point, written: tuple[date, ...]) -> int | None:
    """The year that brings the day, on its weekday, near to a day that the text names in full."""
    for near in written:
        for year in (near.year, near.year - 1, near.year + 1):
            day = day_of(Point(point.day, point.month, year))
            agrees = day and point.weekday in {None, day.isoweekday()}
            if day and agrees and abs(day - near) <= _SOON:
                return year
    return None


@lru_cache(maxsize=4096)
def _nearest_year(point: Point, anchor: date, bias: str | None) -> int:
    choices = [
        day
        for year in range(anchor.year - 2, anchor.year + 3)
        if (day := day_of(Point(point.day, point.month, year)))
    ]
    if bias == "past":
        choices = [day for day in choices if day <= anchor + timedelta(days=1)] or choices
    if bias == "future":
        choices = [day for day in choices if day >= anchor - timedelta(days=1)] or choices
    named = [d for d in choices if d.isoweekday() == point.weekday and abs(d - anchor) < _FAR * 2]
    nearest = min(named or choices, key=lambda day: abs(day - anchor), default=None)
    return nearest.year if nearest else anchor.year


def bias_of(words: list[str]) -> str | None:
    """Whether the words right after a date say that it is behind or ahead."""
    nearest = lexicon.load("date_cues")["nearest"]
    if words and words[0] in nearest["past"]:
        return "past"
    if words and (words[0] in nearest["future"] or " ".join(words[:2]) in nearest["future"]):
        return "future"
    return None
