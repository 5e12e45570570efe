"""How many came, with what is certain of it: a bound is drawn as a bound, not as a number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import altair as alt

from archive.charts import style
from archive.charts.periods import period_begin, periods_of, time_axis, width_of
from archive.query import AttendanceCountRow, By

MOST_EVENTS = 30
"""So many events can be named beside a chart that fits a page."""
_EVENT = 22
_HEIGHT = 220
_OPEN_END = 26
"""Pixels of the dashed line that leads on from a number that may be higher."""
_LETTERS = 44

_EXACT, _ABOUT, _AT_LEAST, _AT_MOST = "exact", "about", "at least", "at most"
_BETWEEN = "at least, with an end"
_SHAPES = {
    _EXACT: ("circle", style.BLUE),
    _ABOUT: ("diamond", "#e69f00"),
    _AT_LEAST: ("triangle-right", style.VERMILION),
    _AT_MOST: ("triangle-left", "#009e73"),
    _BETWEEN: ("square", "#cc79a7"),
}
_CERTAIN, _ESTIMATED = "certain", "as estimates add"


def attendance_over_time(rows: Sequence[AttendanceCountRow], by: By) -> dict[str, Any]:
    """Bars by period: so many came at least, what estimates add, and where it may be more.

    A triangle over a bar tells that more may have come to an event of the period.
    Undated events are left out. Rows are of events whose people were counted.
    """
    certain: dict[str, int] = defaultdict(int)
    added: dict[str, int] = defaultdict(int)
    open_days = set()
    for row in rows:
        if row.start_date is not None:
            day = period_begin(row.start_date, by)
            certain[day] += row.lower
            added[day] += max((row.estimate or 0) - row.lower, 0)
            if row.upper is None or row.upper > max(row.lower, row.estimate or 0):
                open_days.add(day)
    values = [
        {"day": day, "part": part, "people": people[day], "place": place}
        for place, (part, people) in enumerate(((_CERTAIN, certain), (_ESTIMATED, added)))
        for day in certain
    ]
    tops = [{"day": day, "people": certain[day] + added[day]} for day in sorted(open_days)]
    periods = periods_of(certain, by)
    bars = (
        alt.Chart(alt.InlineData(values=values))
        .mark_bar(stroke="#ffffff", strokeWidth=0.7)
        .encode(
            x=time_axis(by, periods),
            y=alt.Y("sum(people):Q", title="people", axis=alt.Axis(format="d")),
            color=alt.Color(
                "part:N",
                scale=alt.Scale(
                    domain=[_CERTAIN, _ESTIMATED], range=[style.BLUE, style.CATEGORIES[4]]
                ),
                legend=alt.Legend(title=None, orient="bottom"),
            ),
            order=alt.Order("place:Q"),
        )
    )
    arrows = (
        alt.Chart(alt.InlineData(values=tops))
        .mark_point(
            shape="triangle-up", filled=True, color=style.VERMILION, size=60, yOffset=-8, opacity=1
        )
        .encode(x=time_axis(by, periods, middle=True), y="people:Q")
    )
    layers = alt.layer(bars, arrows).properties(width=width_of(periods), height=_HEIGHT)
    return style.configured(layers.to_dict())


def attendance_with_bounds(rows: Sequence[AttendanceCountRow]) -> dict[str, Any]:
    """The largest events by date, each with its number and how far that number goes.

    A solid line is certain, a dashed one possible. A dot is an exact number, a diamond about so
    many, a triangle a bound: on from `at least` there is no end.
    Rows are of events whose people were counted.
    """
    shown = largest(rows)
    values = [_value(place, row) for place, row in enumerate(shown)]
    names = [_name(row) for row in shown]
    present = [kind for kind in _SHAPES if any(value["kind"] == kind for value in values)]
    most = max((value["people"] for value in values), default=1)
    across = alt.X("people:Q", title="people", scale=alt.Scale(domain=[0, most * 1.12], nice=False))
    down = alt.Y(
        "place:O",
        title=None,
        scale=alt.Scale(domain=list(range(len(names)))),
        axis=alt.Axis(
            labelExpr=f"{style.literal(names)}[datum.value]",
            labelLimit=300,
            domain=False,
            ticks=False,
        ),
    )
    base = alt.Chart(alt.InlineData(values=values)).encode(y=down)
    sure = (
        base.transform_filter("datum.low > 0")
        .mark_rule(color=style.QUIET, strokeWidth=1.5)
        .encode(x=alt.X("zero:Q"), x2="low:Q")
    )
    possible = (
        base.transform_filter("datum.high > datum.low")
        .mark_rule(color=style.QUIET, strokeDash=[2, 3])
        .encode(x=alt.X("low:Q"), x2="high:Q")
    )
    onward = (
        base.transform_filter("datum.open")
        .mark_rule(color=style.QUIET, strokeDash=[2, 3], x2Offset=_OPEN_END)
        .encode(x=across, x2="people:Q")
    )
    marks = base.mark_point(filled=True, size=85, opacity=1).encode(
        x=across,
        shape=alt.Shape(
            "kind:N",
            scale=alt.Scale(domain=present, range=[_SHAPES[kind][0] for kind in present]),
            legend=alt.Legend(title=None, orient="bottom"),
        ),
        color=alt.Color(
            "kind:N",
            scale=alt.Scale(domain=present, range=[_SHAPES[kind][1] for kind in present]),
            legend=alt.Legend(title=None, orient="bottom"),
        ),
    )
    layers = alt.layer(sure, possible, onward, marks).properties(
        width=style.WIDTH - 290, height=_EVENT * max(len(shown), 1)
    )
    return style.configured(layers.to_dict())


def largest(rows: Iterable[AttendanceCountRow]) -> list[AttendanceCountRow]:
    """The MOST_EVENTS rows with the highest numbers of people, in the order in which they come."""
    counted = list(enumerate(rows))
    counted.sort(key=lambda placed: (-_number(placed[1]), placed[0]))
    return [row for _, row in sorted(counted[:MOST_EVENTS], key=lambda placed: placed[0])]


def _number(row: AttendanceCountRow) -> int:
    """The number where one is given, else the lower bound, else the upper one."""
    if row.estimate is not None:
        return row.estimate
    return row.lower or row.upper or 0


def _value(place: int, row: AttendanceCountRow) -> dict[str, Any]:
    kind = _kind(row)
    return {
        "place": place,
        "kind": kind,
        "people": _number(row),
        "zero": 0,
        "low": row.lower,
        "high": _number(row) if row.upper is None else row.upper,
        "open": kind == _AT_LEAST,
    }


def _kind(row: AttendanceCountRow) -> str:
    if row.estimate is not None:
        return _EXACT if row.lower == row.upper else _ABOUT
    if not row.lower:
        return _AT_MOST
    return _AT_LEAST if row.upper is None else _BETWEEN


def _name(row: AttendanceCountRow) -> str:
    title = row.title or "(untitled)"
    short = title if len(title) <= _LETTERS else f"{title[: _LETTERS - 1].rstrip()}…"
    return f"{row.start_date or 'undated'}  {short}"
