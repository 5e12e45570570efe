"""Dates in figures: `Rabu (12/07/23)`, `(22-23/10)`, `20-10-2018`, `2018-10-25`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from crawler import lexicon
from crawler.extraction.dates.expressions import Expression, Point, is_day
from crawler.extraction.dates.prefix import Prefix, read_prefix
from crawler.extraction.dates.rows import LIST, RANGE, read_row
from crawler.extraction.dates.words import is_no_day

_WINDOW = 80
_HEAD, _PLACE_WORDS = 60, 3
_END = r"(?![^\W_]|[/:.,-]\d)"
# Every pattern begins with its figure and looks back then: so the search skips ahead to figures.
_ALONE = r"(?<![\w/.:-]\d)"
_DAY_FIRST = re.compile(
    rf"(?P<days>\d{_ALONE}\d?(?:[ \xa0]?(?:{RANGE}|{LIST})[ \xa0]?\d\d?(?![\d-])){{0,6}})"
    rf"(?P<sep>[/.-])(?P<month>\d\d?)(?:(?P=sep)(?P<year>\d{{4}}|\d\d))?{_END}"
)
_SPAN = re.compile(
    rf"(?P<day>\d{_ALONE}\d?)(?P<sep>[/.])(?P<month>\d\d?)(?:(?P=sep)(?P<year>\d{{4}}|\d\d))?"
    rf"[ \xa0]?(?:{RANGE})[ \xa0]?(?P<last>\d\d?)(?P=sep)(?P<last_month>\d\d?)"
    rf"(?:(?P=sep)(?P<last_year>\d{{4}}|\d\d))?{_END}"
)
_YEAR_FIRST = re.compile(
    rf"(?P<year>[12]{_ALONE}(?:(?<=1)9|(?<=2)0)\d\d)(?P<sep>[/.-]?)(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?)"
    rf"{_END}"
)
_LEADS = re.compile(r"(?:[^\W\d][.,:–-]?\s{0,2}|,\s?|(?:^|\n)\s?)\(?\s?\Z")
_NAME_PART = re.compile(r"[^\s()\[\]\"“”‘’,;]*")
_BREAK = re.compile(r"[\s()\[\]\"“”‘’,;]")
_CLOSING = re.compile(r"\s?\)")


def find_figures(text: str) -> Iterator[Expression]:
    """The dates in figures, in no order."""
    yield from _spans(text)
    yield from _day_first(text)
    yield from _year_first(text)


def _spans(text: str) -> Iterator[Expression]:
    """Ranges that name both months: `(30/4-1/5)`."""
    for match in _SPAN.finditer(text):
        prefix = read_prefix(text, _floor(text, match.start()), match.start())
        last_year, year = _full_year(match["last_year"]), _full_year(match["year"])
        if not (prefix.cued or prefix.bracketed or last_year):
            continue
        first = Point(int(match["day"]), int(match["month"]), year or last_year)
        last = Point(int(match["last"]), int(match["last_month"]), last_year or year)
        if (first.month, first.day) < (last.month, last.day) and all(
            is_day(point.day, point.month) for point in (first, last)
        ):
            found = _expression(text, match.end(), prefix, (first, last))
            yield replace(found, ranged=True)


def _day_first(text: str) -> Iterator[Expression]:
    for match in _DAY_FIRST.finditer(text):
        if match["year"] is None and not _LEADS.search(
            text, max(0, match.start() - 6), match.start()
        ):
            continue
        prefix = read_prefix(text, _floor(text, match.start()), match.start())
        if not _states_date(text, match, prefix) or _is_label(text, match.start(), match.end()):
            continue
        month, year = int(match["month"]), _full_year(match["year"])
        row = read_row(match["days"], month, year)
        if row.start:
            start = match.start() + row.start
            prefix = read_prefix(text, _floor(text, start), start)
        points = row.points
        if len(points) == 1 and not is_day(points[0].day, month) and is_day(month, points[0].day):
            points = (Point(month, points[0].day, year),)
        if points and all(is_day(point.day, point.month) for point in points):
            found = _expression(text, match.end(), prefix, points)
            yield replace(found, ranged=row.ranged)


def _year_first(text: str) -> Iterator[Expression]:
    for match in _YEAR_FIRST.finditer(text):
        prefix = read_prefix(text, _floor(text, match.start()), match.start())
        bare = not match["sep"]
        if bare and (len(match[0]) != len("YYYYMMDD") or not prefix.cued):
            continue
        if _is_label(text, match.start(), match.end()) or is_no_day(text, match.start()):
            continue
        point = Point(int(match["day"]), int(match["month"]), int(match["year"]))
        if is_day(point.day, point.month):
            yield _expression(text, match.end(), prefix, (point,))


def _expression(text: str, end: int, prefix: Prefix, points: tuple[Point, ...]) -> Expression:
    """The points with the weekdays before them, and the bracket closed that was opened."""
    if prefix.weekdays:
        same = len(prefix.weekdays) == len(points)
        weekdays = prefix.weekdays if same else prefix.weekdays[:1]
        named = [replace(p, weekday=w) for p, w in zip(points, weekdays, strict=False)]
        points = (*named, *points[len(named) :])
    closing = _CLOSING.match(text, end) if prefix.bracketed and prefix.cued else None
    return Expression(prefix.start, closing.end() if closing else end, points, numeric=True)


def _states_date(text: str, match: re.Match[str], prefix: Prefix) -> bool:
    """Whether figures with marks between them are a date and no fraction, version or number."""
    if is_no_day(text, match.start()):
        return False
    if match["year"] is None:
        if match["sep"] != "/":
            return False
        return prefix.cued or (prefix.bracketed and _is_head(text, match))
    if len(match["year"]) == len("YY"):
        return prefix.cued or (prefix.bracketed and match["sep"] != ".")
    return True


def _is_head(text: str, match: re.Match[str]) -> bool:
    """Whether a bracket stands in a line's dateline: `Bandung, Nama Kantor (22/10) – `.

    After a place alone it needs no dash: `Bandung (22/10) Rapat`.
    """
    floor = _floor(text, match.start())
    closing = _CLOSING.match(text, match.end())
    if closing is None or match.start() - floor > _HEAD or (floor and text[floor - 1] != "\n"):
        return False
    tail = text[closing.end() : closing.end() + 3].lstrip()
    place = text[floor : match.start()].rstrip(" (\xa0")
    return bool(tail) and (tail[0] in "-–—:.,|" or (tail[0].isupper() and _is_place(place)))


def _is_place(words: str) -> bool:
    """Whether words can be a place and no more: up to three, each with a capital."""
    return len(words.split()) <= _PLACE_WORDS and all(w[0].isupper() for w in words.split())


def _floor(text: str, at: int) -> int:
    """Where the line begins, or a bounded window before `at`."""
    low = max(0, at - _WINDOW)
    return max(low, text.rfind("\n", low, at) + 1)


def _full_year(year: str | None) -> int | None:
    if year is None:
        return None
    return int(year) if len(year) == len("YYYY") else 2000 + int(year)


def _is_label(text: str, start: int, end: int) -> bool:
    """Whether the figures are part of a file's name or an address."""
    before = text[max(0, start - _WINDOW) : start]
    head = _BREAK.split(before)[-1] if before and not before[-1].isspace() else ""
    stop = _NAME_PART.match(text, end, end + _WINDOW)
    label = (head + text[start : stop.end() if stop else end]).lower()
    endings = tuple(lexicon.load("date_cues")["file_endings"]["endings"])
    return (
        "_" in label
        or "//" in label
        or "@" in label
        or label.startswith("www.")
        or label.endswith(endings)
    )
