"""The site's own files: styles and scripts, served from the package."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from datasette import Response

PATTERN = r"^/-/resilience/(?P<name>[a-z-]+\.(?P<ending>css|js))$"
_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}


async def answer(request: Any) -> Response:
    """The file that an address names; 404 for any other."""
    content = _content(request.url_vars["name"])
    if content is None:
        return Response.text("", status=404)
    return Response(
        content,
        content_type=_TYPES[request.url_vars["ending"]],
        headers={"cache-control": "max-age=3600"},
    )


@cache
def _content(name: str) -> str | None:
    file = resources.files("archive").joinpath("browse", "static", name)
    return file.read_text("utf-8") if file.is_file() else None
