"""What the date grammar finds: expressions made of points, still without missing years."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from archive.records import Span


@dataclass(frozen=True, slots=True)
class Point:
    """One day as written; `weekday` is ISO, Monday 1."""

    day: int
    month: int
    year: int | None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """A single date, a range (two points) or a list of dates, as one stretch of text."""

    start: int
    end: int
    points: tuple[Point, ...]
    ranged: bool = False
    numeric: bool = False
    """Written in figures alone, so that day and month may stand the other way round."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


_LEAP_YEAR = 2000
_MONTHS = range(1, 13)


def is_day(day: int, month: int) -> bool:
    """Whether some year has this day."""
    return month in _MONTHS and 1 <= day <= monthrange(_LEAP_YEAR, month)[1]


def day_of(point: Point) -> date | None:
    """The day of a point on the calendar; None without a year, or where the year has no such day."""
    try:
        return date(point.year, point.month, point.day) if point.year else None
    except ValueError:
        return None
