"""The date in a material's label or file name: `2018.10.25_`, `20181011_`, `(25 Oktober 2018)`."""

from __future__ import annotations

import datetime as dt
import re

from crawler.extraction.dates.grammar import find_expressions

_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)([._-]?)(\d\d)\2(\d\d)(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d\d)([._-]?)(\d\d)\2((?:19|20)\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"^(\d\d)(\d\d)(\d\d)[a-z]?(?=[\s_.-])")
_LONGEST = 400


def date_in(label: str) -> str | None:
    """The day that a label names, ISO 8601; None where it names none or a range."""
    label = label[:_LONGEST]
    for found in _YEAR_FIRST.finditer(label):
        day = _day(found[1], found[3], found[4])
        if day:
            return day
    for found in _DAY_FIRST.finditer(label):
        day = _day(found[4], found[3], found[1])
        if day:
            return day
    short = _SHORT_YEAR.match(label)
    if short:
        return _day("20" + short[1], short[2], short[3])
    for expression in find_expressions(label.replace("_", " ").replace("-", " ")):
        point = expression.points[0]
        if len(expression.points) == 1 and point.year:
            return _day(str(point.year), str(point.month), str(point.day))
    return None


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
