"""Rows of days before one month: `24`, `24 s.d. 26`, `3, 4, dan 7`, `Rabu 9 dan Kamis 10`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from crawler.extraction.dates.expressions import Point
from crawler.extraction.dates.words import weekday_of, weekday_pattern
from crawler.extraction.numbers import number_word_pattern, value_of_words

RANGE = r"[-–—−‑]+|s\s?\.?\s?[/.]?\s?d\b\.?|sampai\s+dengan\b|sampai\b|hingga\b|to\b|until\b"
"""A regular expression for what stands between the first and the last day of a range."""
LIST = r",\s*(?:dan|serta|and|&)|,|dan\b|serta\b|and\b|&"
"""A regular expression for what stands between the days of a list."""


@dataclass(frozen=True, slots=True)
class Row:
    """The days of a row; `start` is where the first of them begins in it."""

    points: tuple[Point, ...]
    ranged: bool
    start: int


@cache
def _parts() -> re.Pattern[str]:
    """One day of a row, with its weekday, or what joins it to the next."""
    words = number_word_pattern()
    return re.compile(
        rf"(?P<weekday>{weekday_pattern()})|(?P<day>\d\d?)(?:\s?\([^()]*\))?|(?P<words>{words})(?:\s?\([^()]*\))?"
        r"|(?P<range>[-–—−‑]+|s\s?\.?\s?[/.]?\s?d\b|sampai|hingga|\bto\b|until)"
        r"|(?P<and>dan\b|serta\b|and\b|&)|(?P<comma>,)",
        re.IGNORECASE,
    )


def read_row(row: str, month: int, year: int | None) -> Row:
    """The days of a row in a month; no points where it has none.

    Days must rise; commas alone join no days (`Lantai 23, 12 Mei`), so that then only the
    last one counts.
    """
    points: list[Point] = []
    weekday, ranged, joint, starts = None, False, "", [0]
    listed = False
    for part in _parts().finditer(row):
        if part.lastgroup in {"range", "and", "comma"}:
            joint = joint if part.lastgroup == "comma" and joint else part.lastgroup
            continue
        if part.lastgroup == "weekday":
            weekday = weekday_of(part[0])
            continue
        day = int(part["day"]) if part["day"] else value_of_words(part["words"]) or 0
        if points and day <= points[-1].day:
            points, starts, listed, ranged = [], [], False, False
        listed, ranged = listed or joint == "and", ranged or (joint == "range" and bool(points))
        points.append(Point(day, month, year, weekday))
        starts.append(part.start())
        weekday, joint = None, ""
    starts = starts[-len(points) :] if points else [0]
    if len(points) > 1 and not (listed or ranged):
        points, starts = points[-1:], starts[-1:]
    if ranged:
        points = [points[0], points[-1]]
    return Row(tuple(points), ranged, starts[0])
