"""Who appears with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import altair as alt

from archive.charts import style
from archive.charts.focus_areas import fields_with_numbers
from archive.query import PairRow

MOST_NAMES = 15
"""So many names can be read beside a matrix on an A4 page."""
_FIELD = 26
_LABEL_POINTS = 230


def co_appearance_matrix(pairs: Sequence[PairRow]) -> dict[str, Any]:
    """Half a matrix of the names in the strongest pairs: how many events two of them share."""
    names = strongest(pairs)
    places = {key: place for place, (key, _) in enumerate(names)}
    values = []
    for pair in pairs:
        if pair.first_id in places and pair.second_id in places:
            upper, lower = sorted((pair.first_id, pair.second_id), key=places.__getitem__)
            values.append(
                {"row": places[lower], "column": places[upper], "activities": pair.activities}
            )
    labels = [label for _, label in names]
    rows, columns = ({value[side] for value in values} for side in ("row", "column"))
    most = max((pair.activities for pair in pairs), default=1)
    grid = alt.Chart(
        alt.InlineData(values=values), width=_FIELD * len(columns), height=_FIELD * len(rows)
    ).encode(
        x=alt.X(
            "column:O",
            title=None,
            scale=alt.Scale(domain=sorted(columns)),
            axis=_axis(labels, orient="top", labelAngle=-45, labelAlign="left"),
        ),
        y=alt.Y(
            "row:O",
            title=None,
            scale=alt.Scale(domain=sorted(rows)),
            axis=_axis(labels, orient="left"),
        ),
    )
    return style.configured(alt.layer(*fields_with_numbers(grid, most)).to_dict())


def strongest(pairs: Sequence[PairRow]) -> list[tuple[int, str]]:
    """Keys and names in the strongest pairs, at most MOST_NAMES, by the events they share."""
    chosen: dict[int, str] = {}
    for pair in sorted(pairs, key=lambda pair: (-pair.activities, pair.first_id, pair.second_id)):
        added = {pair.first_id: pair.first, pair.second_id: pair.second}
        if len(chosen | added) <= MOST_NAMES:
            chosen |= added
    shared: Counter[int] = Counter()
    for pair in pairs:
        if pair.first_id in chosen and pair.second_id in chosen:
            shared[pair.first_id] += pair.activities
            shared[pair.second_id] += pair.activities
    return sorted(chosen.items(), key=lambda named: (-shared[named[0]], named[1], named[0]))


def _axis(labels: Sequence[str], **kind: Any) -> alt.Axis:
    """An axis that writes the name of each place: two people of one name have two places."""
    return alt.Axis(
        labelExpr=f"{style.literal(labels)}[datum.value]",
        labelLimit=_LABEL_POINTS,
        domain=False,
        ticks=False,
        **kind,
    )
