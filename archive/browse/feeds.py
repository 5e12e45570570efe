"""Lists to be followed: new activities as a feed, and any list of activities as a calendar."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from datasette import Response
from sqlite_utils import Database

from archive.browse import archives, atom, filters
from archive.browse.answering import asked_of
from archive.browse.calendars import calendar_of
from archive.browse.following import Wanted
from archive.browse.new_activities import feed as feed_of
from archive.search import QueryError

ATOM = r"^/feed\.atom$"
CALENDAR = r"^/calendar\.ics$"

_CALENDAR_TYPE = "text/calendar; charset=utf-8"
_SECONDS = 300
"""How long an answer may be shown without asking again."""


async def feed(request: Any, datasette: Any) -> Response:
    """The activities that the archive had last, as an Atom feed."""
    return await _answer(request, datasette, feed_of, atom.MEDIA_TYPE)


async def calendar(request: Any, datasette: Any) -> Response:
    """Activities by their dates, as an iCalendar file."""
    return await _answer(request, datasette, calendar_of, _CALENDAR_TYPE)


async def _answer(
    request: Any, datasette: Any, make: Callable[[Database, Wanted], bytes], media_type: str
) -> Response:
    """What is made of the address's filters; 400 where one of them cannot be used."""
    asked = asked_of(request, datasette)
    wanted = Wanted(
        asked,
        filters.read(asked.options),
        asked.options.get("q", "").strip(),
        lambda path: str(datasette.absolute_url(request, path)),
    )
    if wanted.filters.refused:
        names = ", ".join(wanted.filters.refused)
        return Response.text(asked.language.say("list.refused", names=names), status=400)
    try:
        body = await archives.ask(datasette, lambda db: make(db, wanted))
    except QueryError as error:
        said = asked.language.say(f"search_fault.{error.fault}", **error.values)
        return Response.text(said, status=400)
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    headers = {
        "cache-control": f"max-age={_SECONDS}",
        "vary": "accept-language, cookie",
        "etag": tag,
    }
    if request.headers.get("if-none-match") == tag:
        return Response("", status=304, headers=headers)
    return Response(body, content_type=media_type, headers=headers)
