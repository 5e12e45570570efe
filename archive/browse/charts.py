"""The chart of the pages, as a specification that the browser draws."""

from __future__ import annotations

import json
from typing import Any, cast

from datasette import Response
from sqlite_utils import Database

from archive import query
from archive.browse import archives, chart_words, filters
from archive.browse.answering import asked_of
from archive.browse.asked import Asked
from archive.query import By

PATTERN = r"^/chart/activities\.json$"
_PERIODS = ("month", "quarter", "year")
_SECONDS = 300
"""How long a browser may show a chart without asking again."""


async def answer(request: Any, datasette: Any) -> Response:
    """The specification of activities over time, of the reports that the address selects."""
    asked = asked_of(request, datasette)
    body = await archives.ask_totals(datasette, lambda db, _: json.dumps(_activities(db, asked)))
    headers = {"cache-control": f"max-age={_SECONDS}", "vary": "accept-language, cookie"}
    return Response(body, content_type="application/json", headers=headers)


def _activities(db: Database, asked: Asked) -> dict[str, Any]:
    from archive.charts.activities import activities_over_time  # noqa: PLC0415 - altair is slow

    by = cast("By", asked.options["by"] if asked.options.get("by") in _PERIODS else "year")
    rows = query.activities_by_type(db, by=by, **filters.read(asked.options).selected)
    specification = activities_over_time(chart_words.labelled(rows, asked.language), by)
    translated: dict[str, Any] = chart_words.translated(specification, asked.language)
    return translated
