"""The library that draws charts in the browser: Vega, Vega-Lite and Vega-Embed in one file.

vl_convert, which draws the same charts for print, has them within it; so nothing is fetched from
anywhere, and this package holds no copy of its own.
"""

from __future__ import annotations

import asyncio
from functools import cache

import vl_convert
from datasette import Response

PATTERN = r"^/-/resilience/charts-library\.js$"
_DAY = 24 * 3600


@cache
def source() -> str:
    """The library as one script, which gives the page `vegaEmbed`; it takes a second to make."""
    return vl_convert.javascript_bundle()  # type: ignore[call-arg]  # the stub asks for an option


async def answer() -> Response:
    """The script, made in a thread where it is asked for first."""
    script = await asyncio.get_running_loop().run_in_executor(None, source)
    return Response(
        script,
        content_type="text/javascript; charset=utf-8",
        headers={"cache-control": f"max-age={_DAY}"},
    )
