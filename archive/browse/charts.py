"""The charts of the pages, as specifications that the browser draws."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, cast

from datasette import Response
from sqlite_utils import Database

from archive import query
from archive.browse import archives, chart_words, filters, language
from archive.browse.filters import Filters
from archive.browse.language import Language
from archive.query import By

PATTERN = r"^/chart/(?P<name>[a-z-]+)\.json$"
MOST_PAIRS = 60
_PERIODS = ("month", "quarter", "year")
_MINUTES = 300
"""How many seconds a browser may show a chart without asking again."""

Specification = dict[str, Any]


async def answer(request: Any, datasette: Any) -> Response:
    """The specification of the chart that the address names, of the reports it selects."""
    make = _CHARTS.get(request.url_vars["name"])
    if make is None:
        return Response.json({"error": "There is no such chart."}, status=404)
    options = {name: request.args[name] for name in request.args}
    asked = filters.read(options)
    by = cast("By", options["by"] if options.get("by") in _PERIODS else "year")
    spoken = language.language("id" if options.get("lang") == "id" else "en")
    body = await archives.ask_totals(
        datasette,
        lambda db, _: json.dumps(chart_words.translated(make(db, asked, by, spoken), spoken)),
    )
    return Response(
        body, content_type="application/json", headers={"cache-control": f"max-age={_MINUTES}"}
    )


def _activities(db: Database, asked: Filters, by: By, spoken: Language) -> Specification:
    from archive.charts.activities import activities_over_time  # noqa: PLC0415 - altair is slow

    rows = query.activities_by_type(db, by=by, **asked.selected)
    return activities_over_time(chart_words.labelled(rows, spoken), by)


def _focus_areas(db: Database, asked: Filters, by: By, spoken: Language) -> Specification:
    from archive.charts.focus_areas import focus_areas_over_time  # noqa: PLC0415 - likewise

    rows = query.focus_areas(db, by=by, **asked.selected)
    return focus_areas_over_time(chart_words.labelled(rows, spoken))


def _attendance(db: Database, asked: Filters, by: By, spoken: Language) -> Specification:  # noqa: ARG001 - one signature
    from archive.charts.attendance import attendance_over_time  # noqa: PLC0415 - likewise

    return attendance_over_time(query.attendance_counts(db, **asked.selected), by)


def _co_appearances(db: Database, asked: Filters, by: By, spoken: Language) -> Specification:  # noqa: ARG001 - one signature
    from archive.charts.co_appearances import co_appearance_matrix  # noqa: PLC0415 - likewise

    return co_appearance_matrix(query.co_appearances(db, limit=MOST_PAIRS, **asked.selected))


_CHARTS: dict[str, Callable[[Database, Filters, By, Language], Specification]] = {
    "activities": _activities,
    "focus-areas": _focus_areas,
    "attendance": _attendance,
    "co-appearances": _co_appearances,
}
