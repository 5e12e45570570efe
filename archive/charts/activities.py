"""Activities over time, by type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import altair as alt

from archive.charts import style
from archive.charts.periods import first_day, periods_of, time_axis, width_of
from archive.query import ActivityTypePeriod, By

_OTHERS = "Other types"
_HEIGHT = 240
_TICKS = 6


def activities_over_time(rows: Sequence[ActivityTypePeriod], by: By) -> dict[str, Any]:
    """Stacked bars: events a period, in a colour for each of the most frequent types.

    More types than there are colours that everybody can tell apart share grey. Undated events
    are left out.
    """
    names = _names(rows)
    values: list[dict[str, Any]] = [
        {
            "day": first_day(row.period),
            "type": names.get(row.type, _OTHERS),
            "activities": row.activities,
        }
        for row in rows
        if row.period is not None
    ]
    order = [*names.values(), *([_OTHERS] if len(names) < len({row.type for row in rows}) else [])]
    colors = [*style.CATEGORIES[: len(names)], style.THE_REST][: len(order)]
    periods = periods_of((value["day"] for value in values), by)
    chart = (
        alt.Chart(alt.InlineData(values=values), width=width_of(periods), height=_HEIGHT)
        .transform_calculate(place=f"indexof({style.literal(order)}, datum.type)")
        .mark_bar(stroke=style.QUIET, strokeWidth=0.4)
        .encode(
            x=time_axis(by, periods),
            y=alt.Y(
                "sum(activities):Q",
                title="events",
                axis=alt.Axis(tickCount=min(_highest(values), _TICKS), format="d"),
            ),
            color=alt.Color(
                "type:N",
                scale=alt.Scale(domain=order, range=colors),
                legend=alt.Legend(title=None, orient="bottom", columns=3),
            ),
            order=alt.Order("place:Q"),
        )
    )
    return style.configured(chart.to_dict())


def _names(rows: Sequence[ActivityTypePeriod]) -> dict[str, str]:
    """What the most frequent types are called, by code, the most frequent first."""
    often: Counter[str] = Counter()
    labels = {}
    for row in rows:
        often[row.type] += row.activities
        labels[row.type] = (
            row.label_en if row.label_en == row.label_id else f"{row.label_en} ({row.label_id})"
        )
    return {code: labels[code] for code, _ in often.most_common(len(style.CATEGORIES))}


def _highest(values: Sequence[dict[str, Any]]) -> int:
    """The events of the period that has most."""
    stacked: Counter[str] = Counter()
    for value in values:
        stacked[value["day"]] += value["activities"]
    return max(stacked.values(), default=1)
