"""One request to one of the site's own pages: asked of the archive, and sent as HTML."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from datasette import Response
from sqlite_utils import Database

from archive.browse import archives, language, rendering, security
from archive.browse.asked import Asked

Values = dict[str, Any]
View = Callable[..., Awaitable[Response]]
_YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class Page:
    """One of the site's pages."""

    pattern: str
    """Its addresses, a regular expression whose named groups are its parts."""
    template: str
    load: Callable[[Database, Asked], Values | None]
    """What the template needs; None where the archive has nothing there."""
    has_totals: bool = False
    """Whether it shows totals of the whole archive, which may be older than the rest."""


def view(page: Page) -> View:
    """The page as Datasette calls it."""

    async def answer(request: Any, datasette: Any) -> Response:
        asked = asked_of(request, datasette)

        def made(db: Database, counted_at: str | None = None) -> tuple[int, str]:
            told = replace(asked, counted_at=counted_at)
            values = page.load(db, told)
            if values is None:
                return 404, rendering.html("not_found.html", told, {})
            return 200, rendering.html(page.template, told, values)

        status, body = await (archives.ask_totals if page.has_totals else archives.ask)(
            datasette, made
        )
        return _with_language(html(body, status), request, asked)

    return answer


def html(body: str, status: int = 200) -> Response:
    """HTML under the policy of the site's own pages."""
    return Response.html(body, status=status, headers={"content-security-policy": security.OWN})


def asked_of(request: Any, datasette: Any) -> Asked:
    """What a request asks for, in the language that suits whoever sent it."""
    options = {name: request.args[name] for name in request.args}
    code = language.chosen(
        options.pop("lang", None),
        request.cookies.get(language.COOKIE),
        request.headers.get("accept-language"),
    )
    base = str(datasette.urls.instance())
    return Asked(request.url_vars, options, language.language(code), request.path, base)


def _with_language(response: Response, request: Any, asked: Asked) -> Response:
    """The response; a language that the address asks for is kept for the next pages."""
    if request.args.get("lang") == asked.language.code:
        response.set_cookie(language.COOKIE, asked.language.code, max_age=_YEAR, samesite="lax")
    return response
