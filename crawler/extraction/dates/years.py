"""From expressions to days of the calendar: slips of the pen, and weekdays that contradict.

A written date whose weekday is wrong is read otherwise only where another reading agrees with weekday and publication both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from archive.records import Finding, Span
from crawler.extraction.dates.expressions import Expression, Point, day_of, is_day
from crawler.extraction.dates.missing_years import bias_of, calendar_of, completed
from crawler.extraction.dates.words import english_weekday, month_name, weekday_name

_NEAR = timedelta(days=45)
_AROUND = 24
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Mention:
    """One date or range at one place in the text, as days of the calendar."""

    start: date
    end: date | None
    weekday_agrees: bool | None
    span: Span
    expression: int
    """The days of one list share the number of their expression."""

    @property
    def last(self) -> date:
        """The last day, also of a single one."""
        return self.end or self.start


def resolve(
    text: str, expressions: tuple[Expression, ...], published: date | None, head: date | None
) -> tuple[list[Mention], list[Finding]]:
    """The expressions as mentions, with findings for what contradicts itself or is no date.

    `head` is the full date at the text's head. An expression whose year nothing tells gives a finding.
    """
    calendar = calendar_of(expressions, published, head)
    mentions: list[Mention] = []
    findings: list[Finding] = []
    earlier = next((p.year for e in expressions for p in e.points if p.year), None)
    for number, expression in enumerate(expressions):
        bias = bias_of(_words_after(text, expression))
        points = [completed(point, calendar, bias, earlier) for point in expression.points]
        earlier = next((p.year for p in expression.points if p.year), earlier)
        days = [day_of(point) for point in points]
        if None in days:
            findings.extend(_not_in_calendar(expression, points))
            continue
        read = [
            _checked(p, d, expression, calendar.published, findings)
            for p, d in zip(points, days, strict=True)
            if d
        ]
        mentions.extend(_mentions(expression, number, points, read))
    return mentions, findings


def full_date(expression: Expression) -> date | None:
    """The first day of an expression that has its year."""
    return day_of(expression.points[0])


def _not_in_calendar(expression: Expression, points: list[Point]) -> list[Finding]:
    """Findings for what is no day: no such day in its year, or a year that nothing tells."""
    findings = []
    for point in points:
        day = f"{point.day} {month_name(point.month)}"
        if point.year is None:
            message = f"nothing tells the year of {day}"
            findings.append(Finding("missing-year", message, (expression.span,)))
        elif day_of(point) is None:
            message = f"{day} {point.year} is no day of the calendar"
            findings.append(Finding("calendar", message, (expression.span,)))
    return findings


def _words_after(text: str, expression: Expression) -> list[str]:
    """The first words after an expression, in lower case."""
    following = text[expression.end : expression.end + _AROUND]
    return [word[0].lower() for word in _WORD.finditer(following)][:2]


def _checked(
    point: Point,
    day: date,
    expression: Expression,
    published: date | None,
    findings: list[Finding],
) -> date:
    """The day as read; a weekday that contradicts makes a finding, and may choose another reading."""
    if point.weekday is None or day.isoweekday() == point.weekday:
        return day
    other = _other_reading(point, day, expression, published)
    said = weekday_name(point.weekday)
    was = english_weekday(day.isoweekday())
    if other is None:
        message = f"{_written(day)} was a {was}, the page says {said}"
    else:
        message = (
            f"{_written(day)} was a {was}, the page says {said}: read as {_written(other)}, "
            "which agrees with weekday and publication"
        )
    findings.append(Finding("weekday", message, (expression.span,)))
    return other or day


def _other_reading(
    point: Point, day: date, expression: Expression, published: date | None
) -> date | None:
    """Another year, or day and month exchanged, that weekday and publication both agree on."""
    if published is None or abs(day - published) <= _NEAR:
        return None
    choices = [day_of(Point(point.day, point.month, published.year + n)) for n in (-1, 0, 1)]
    if expression.numeric and is_day(point.month, point.day):
        choices.append(day_of(Point(point.month, point.day, day.year)))
    fits = [
        c for c in choices if c and c.isoweekday() == point.weekday and abs(c - published) <= _NEAR
    ]
    return min(fits, key=lambda c: abs(c - published), default=None)


def _written(day: date) -> str:
    return f"{day.day} {month_name(day.month)} {day.year}"


def _mentions(
    expression: Expression, number: int, points: list[Point], read: list[date]
) -> list[Mention]:
    agreements = [
        None if p.weekday is None else d.isoweekday() == p.weekday
        for p, d in zip(points, read, strict=True)
    ]
    if expression.ranged and read[0] <= read[-1]:
        named = [agrees for agrees in agreements if agrees is not None]
        agrees = all(named) if named else None
        end = read[-1] if read[-1] > read[0] else None
        return [Mention(read[0], end, agrees, expression.span, number)]
    return [
        Mention(day, None, agrees, expression.span, number)
        for day, agrees in zip(read, agreements, strict=True)
    ]
