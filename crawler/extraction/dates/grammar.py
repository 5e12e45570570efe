"""Finds and bounds date expressions: days with a month's name, and days in figures.

A month's name is the anchor of the first kind; the days stand before it (`24 s.d. 26 April
2019`) or after it (`October 25, 2018`). What looks like a date but is a law, a letter number,
a file name or an address is left out. Every search is bounded, so reading is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import islice

from crawler import lexicon
from crawler.extraction.dates.expressions import Expression, Point
from crawler.extraction.dates.figures import find_figures
from crawler.extraction.dates.prefix import Prefix, read_prefix
from crawler.extraction.dates.rows import LIST, RANGE, read_row
from crawler.extraction.dates.words import (
    is_holiday,
    is_no_day,
    month_name,
    month_of,
    weekday_pattern,
)
from crawler.extraction.numbers import (
    number_ending_words,
    number_opening_words,
    number_word_pattern,
    value_of_words,
)
from crawler.extraction.page_words import words_of

_WINDOW = 160
_JOINT = 40
_LONGEST_NAME = 10
_MOST = 5000
"""So many dates of each kind are read, the first of the text: a bound for pages that are no prose."""
_YEARS = range(1900, 2101)
_NAME = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,10}(?![^\W_])")
_LAST_WORD = re.compile(r"(\d|\)|(?:st|nd|rd|th)\b|[^\W\d_]+)[ \t\xa0]*[-–/.]?[ \t\xa0]*$")
_YEAR = re.compile(
    r"\.?(?:[ \t\xa0]*[,/-][ \t\xa0]*|[ \t\xa0]*)(?:tahun[ \t\xa0]+|thn\.?[ \t\xa0]+)?"
    r"(?:(?P<full>(?:19|20)\d\d)|['’](?P<short>\d\d))(?!\d|[.,]\d{3}(?!\d))",
    re.IGNORECASE,
)
_GLUED_YEAR = re.compile(r"[-/](\d\d)(?![\d\w])")
_WORDED_YEAR = re.compile(r"\s+tahun\s+((?:dua\s+ribu|seribu)(?:\s+[a-z]+){0,5})", re.IGNORECASE)
_AFTER = re.compile(
    r"\.?\s{1,2}(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
    r"(?:\s?[-–]\s?(?P<last>0?[1-9]|[12]\d|3[01]))?,?\s{1,2}(?P<year>(?:19|20)\d\d)(?!\d)"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@\S+")
_MARK = re.compile(r"@|//|www\.")
# What begins with a set of letters is searched for quickly, so that looks back come second.
_GAP = re.compile(r"[ \t\xa0]{0,6}[-–/.]?[ \t\xa0]{0,6}(?=[^\W\d_]{3})")
_AFTER_FIGURE = re.compile(rf"[\d)](?:(?<=\d)(?:st|nd|rd|th)\b)?{_GAP.pattern}", re.IGNORECASE)
_DAY_AFTER = re.compile(r"\d(?=\d?(?:st|nd|rd|th)?[\d\s,–-]{1,8}(?:19|20)\d\d)")
_NAME_END = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,10}(?=\.?\s{1,2}\Z)")
_WORD = re.compile(r"\w+")
_CLOSING = re.compile(r"\s?\)")


@cache
def _days() -> re.Pattern[str]:
    """The days before a month: figures or words, in a row, a range or both."""
    words = number_word_pattern()
    figure = rf"(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?(?:\s?\(\s?(?:{words})\s?\))?"
    lead = rf"(?:(?:hari\s+)?{weekday_pattern()},?\s+)?(?:tan?g+al\s+|tgl\.?\s*)?"
    day = rf"(?:{figure}|{words}(?:\s?\(\s?\d\d?\s?\))?)"
    joint = rf"\s*(?:{RANGE}|{LIST})\s*"
    return re.compile(
        rf"(?<!\d[-–,/.:])(?P<days>{day}(?:{joint}{lead}{day}){{0,8}})"
        r"\s*[-–/.]?\s*(?:bulan\s+)?$",
        re.IGNORECASE,
    )


_BETWEEN = re.compile(
    rf"\s*\)?\s*,?\s*(?:{RANGE})\s*(?:(?:pada\s+)?hari\s+)?",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def find_expressions(text: str) -> tuple[Expression, ...]:
    """The date expressions of a text in order, none overlapping; ranges are joined.

    The last texts are remembered, because several readers ask for the same one.
    """
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if _MARK.search(text) else []
    found = sorted(
        [*islice(_named(text), _MOST), *islice(find_figures(text), _MOST)],
        key=lambda found: (found.start, -found.end),
    )
    kept: list[Expression] = []
    for expression in _outside(found, addresses):
        if kept and expression.start < kept[-1].end:
            continue
        if kept and (joined := _joined(text, kept[-1], expression)):
            kept[-1] = joined
        else:
            kept.append(expression)
    return tuple(kept)


def _outside(found: list[Expression], spans: list[tuple[int, int]]) -> Iterator[Expression]:
    """The expressions outside of the spans; both in order, so one pass is enough."""
    at = 0
    for expression in found:
        while at < len(spans) and spans[at][1] <= expression.start:
            at += 1
        if at == len(spans) or expression.end <= spans[at][0]:
            yield expression


def _joined(text: str, first: Expression, second: Expression) -> Expression | None:
    """Two single dates with a word for a range between them, as one range."""
    if len(first.points) > 1 or len(second.points) > 1 or second.start - first.end > _JOINT:
        return None
    if not _BETWEEN.fullmatch(text, first.end, second.start):
        return None
    begin, end = first.points[0], second.points[0]
    if begin.year is None and end.year is not None:
        begin = replace(begin, year=end.year - (begin.month > end.month))
    if None not in (begin.year, end.year) and _order(begin) > _order(end):
        return None
    return Expression(
        first.start, second.end, (begin, end), ranged=True, numeric=first.numeric or second.numeric
    )


def _order(point: Point) -> tuple[int, int, int]:
    return (point.year or 0, point.month, point.day)


def _named(text: str) -> Iterator[Expression]:
    """Expressions with a month's name."""
    floor = 0
    for start in _names(text):
        name = _NAME.match(text, start)
        month = month_of(name[0]) if name else None
        if name is None or month is None:
            continue
        line = text.rfind("\n", max(floor, name.start() - _WINDOW), name.start()) + 1
        found = _before(text, max(floor, line, name.start() - _WINDOW), name, month)
        found = found or _after(text, max(floor, line, name.start() - _WINDOW), name, month)
        if found:
            floor = found.end
            if not _is_file_name(text, found):
                yield found


def _names(text: str) -> list[int]:
    """Where words begin that stand after or before a day, and so may be a month's name."""
    starts = {match.end() for match in _AFTER_FIGURE.finditer(text)}
    endings = _day_endings()
    for word, _, end in words_of(text):
        if word in endings and (gap := _GAP.match(text, end)):
            starts.add(gap.end())
    for match in _DAY_AFTER.finditer(text):
        name = _NAME_END.search(text, max(0, match.start() - _LONGEST_NAME - 4), match.start())
        if name:
            starts.add(name.start())
    return sorted(starts)


@cache
def _day_endings() -> frozenset[str]:
    """The words, in lower case, that may stand right before a month's name after a day."""
    return frozenset([*number_ending_words(), "bulan"])


def _before(text: str, floor: int, name: re.Match[str], month: int) -> Expression | None:
    """Days before the month: `Kamis, 24 s.d. 26 April 2019`."""
    window = text[floor : name.start()]
    last = _LAST_WORD.search(window[-24:])
    if last is None or (last[1].isalpha() and not _may_end_days(last[1].lower())):
        return None
    days = _days_at_end(window)
    if days is None or not _is_name(name[0], text, name.end()):
        return None
    year, end = _year(text, name.end(), glued=text[name.start() - 1] in "-/")
    row = read_row(days["days"], month, year)
    start = floor + days.start("days") + row.start
    if not row.points:
        return None
    prefix = read_prefix(text, floor, start)
    if not prefix.cued and is_no_day(text, prefix.start):
        return None
    is_feast = is_holiday(text, (prefix.start, end), row.points[0].day, month)
    if year is None and len(row.points) == 1 and is_feast:
        return None
    return _closed(text, prefix, Expression(prefix.start, end, row.points, ranged=row.ranged))


def _days_at_end(window: str) -> re.Match[str] | None:
    """The longest row of days that a text ends with; only words that can begin one are tried."""
    starts = (
        word.start()
        for word in _WORD.finditer(window)
        if word[0][0].isdecimal() or word[0].lower() in number_opening_words()
    )
    return next(filter(None, (_days().match(window, start) for start in starts)), None)


@lru_cache(maxsize=4096)
def _may_end_days(word: str) -> bool:
    """Whether a word can be the last before a month: a number's, or `bulan`."""
    return (
        word in {"bulan", "belas", "puluh", "st", "nd", "rd", "th"}
        or value_of_words(word) is not None
    )


def _after(text: str, floor: int, name: re.Match[str], month: int) -> Expression | None:
    """The day after the month, as in English: `October 25, 2018`."""
    match = _AFTER.match(text, name.end())
    if match is None:
        return None
    year = int(match["year"])
    days = [int(day) for day in (match["day"], match["last"]) if day]
    prefix = read_prefix(text, floor, name.start())
    points = _with_weekdays(tuple(Point(day, month, year) for day in days), prefix.weekdays)
    return Expression(prefix.start, match.end(), points, ranged=len(points) > 1)


def _closed(text: str, prefix: Prefix, expression: Expression) -> Expression:
    """The expression with its weekdays, and the bracket closed that the prefix opened."""
    points = _with_weekdays(expression.points, prefix.weekdays)
    closing = _CLOSING.match(text, expression.end) if prefix.bracketed and prefix.weekdays else None
    return replace(expression, points=points, end=closing.end() if closing else expression.end)


def _with_weekdays(points: tuple[Point, ...], weekdays: tuple[int, ...]) -> tuple[Point, ...]:
    """Each point with the weekday before the days that belongs to it."""
    if len(weekdays) == len(points):
        return tuple(replace(p, weekday=w) for p, w in zip(points, weekdays, strict=True))
    if len(weekdays) == 1:
        return (replace(points[0], weekday=weekdays[0]), *points[1:])
    return points


def _year(text: str, at: int, *, glued: bool) -> tuple[int | None, int]:
    """The year after a month, and where the expression ends."""
    if match := _YEAR.match(text, at):
        return int(match["full"] or 2000 + int(match["short"])), match.end()
    if glued and (match := _GLUED_YEAR.match(text, at)):
        return 2000 + int(match[1]), match.end()
    if match := _WORDED_YEAR.match(text, at):
        words = match[1].split()
        for used in range(len(words), 1, -1):
            value = value_of_words(" ".join(words[:used]))
            if value in _YEARS:
                return value, match.start(1) + len(" ".join(words[:used]))
    return None, at


def _is_name(word: str, text: str, end: int) -> bool:
    """Whether the word stands as a month: one cut short or misspelt needs a capital or a year."""
    month = month_of(word)
    whole = month is not None and word.lower() == month_name(month).lower()
    return whole or word[0].isupper() or bool(_YEAR.match(text, end))


def _is_file_name(text: str, found: Expression) -> bool:
    """Whether the expression is part of a file's name: `Notulen_25 Mei 2018.pdf`."""
    before = text[found.start - 1 : found.start]
    after = text[found.end : found.end + 6].lower()
    endings = tuple(lexicon.load("date_cues")["file_endings"]["endings"])
    return before == "_" or after.startswith(("_", *endings))
