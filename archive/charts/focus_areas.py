"""Focus areas over time."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import altair as alt

from archive.charts import style
from archive.query import FocusAreaPeriod

_ROW = 46
_LABEL_LETTERS = 34
_NONE = "None of the five"


def focus_areas_over_time(rows: Sequence[FocusAreaPeriod]) -> dict[str, Any]:
    """A field for each focus area and period: the more events, the darker, with their number.

    Undated events are left out.
    """
    dated = [row for row in rows if row.period is not None]
    values = [
        {"period": row.period, "area": _label(row), "activities": row.activities} for row in dated
    ]
    most = max((row.activities for row in dated), default=1)
    areas = [label for _, label in sorted({(row.focus_area or 99, _label(row)) for row in dated})]
    grid = alt.Chart(
        alt.InlineData(values=values),
        width=style.WIDTH - 190,
        height=_ROW * max(len(areas), 1),
    ).encode(
        x=alt.X(
            "period:O", title=None, axis=alt.Axis(orient="top", labelAngle=0, labelOverlap=True)
        ),
        y=alt.Y(
            "area:N",
            title=None,
            sort=areas,
            axis=alt.Axis(
                labelExpr="split(datum.label, '\\n')",
                labelLimit=230,
                domain=False,
                ticks=False,
                labelBaseline="middle",
            ),
        ),
    )
    return style.configured(alt.layer(*fields_with_numbers(grid, most)).to_dict())


def fields_with_numbers(grid: alt.Chart, most: int) -> tuple[alt.Chart, alt.Chart]:
    """Fields of a grid, shaded by `activities`, of which the highest is `most`, and its number."""
    fields = grid.mark_rect(stroke="#ffffff", strokeWidth=1.5).encode(
        color=alt.Color(
            "activities:Q",
            scale=alt.Scale(domain=[0, most], range=list(style.SHADES)),
            legend=None,
        )
    )
    numbers = grid.mark_text(fontSize=11).encode(
        text="activities:Q",
        color=alt.condition(
            alt.datum.activities > most * 0.55, alt.value("#ffffff"), alt.value(style.INK)
        ),
    )
    return fields, numbers


def _label(row: FocusAreaPeriod) -> str:
    if row.focus_area is None:
        return _NONE
    return "\n".join(wrap(f"{row.focus_area} {row.label_en}", _LABEL_LETTERS))
