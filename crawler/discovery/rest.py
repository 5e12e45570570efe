"""The REST interface of WordPress -> posts with their times, a hundred a page.

https://developer.wordpress.org/rest-api/reference/posts/
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from crawler.discovery import Answer, Found, NotThisWayError, Post, addresses
from crawler.discovery.moments import universal
from crawler.sites import Site

_ROUTE = "/wp/v2/posts"
# In the order of their numbers a post that is published meanwhile moves no other one.
_QUESTION = {
    "per_page": "100",
    "page": "1",
    "orderby": "id",
    "order": "asc",
    "_fields": "id,link,date_gmt,modified_gmt,content.protected",
}


def starts(site: Site) -> tuple[str, ...]:
    """Where the interface is on a site that does not say it, in both permalink styles."""
    pretty, plain = f"{site.home}wp-json/", f"{site.home}?rest_route=/"
    roots = (plain, pretty) if site.permalinks == "plain" else (pretty, plain)
    return tuple(start_at(root) for root in roots)


def start_at(root: str) -> str:
    """The first page of posts of the interface whose root the site announces."""
    parts = urlsplit(root)
    parameters = dict(parse_qsl(parts.query))
    if "rest_route" in parameters:
        parameters["rest_route"] = _ROUTE
        path = parts.path
    else:
        path = parts.path.rstrip("/") + _ROUTE
    query = urlencode({**parameters, **_QUESTION}, safe="/,")
    return urlunsplit((parts.scheme, parts.netloc, path, query, ""))


def find(answer: Answer, site: Site) -> Found:
    """The posts of one page, and the next page. Raises NotThisWayError."""
    try:
        rows = json.loads(answer.body)
    except (ValueError, RecursionError) as error:
        raise NotThisWayError("The REST interface does not answer with JSON.") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise NotThisWayError("The REST interface does not answer with a list of posts.")
    posts = tuple(post for row in rows if (post := _post(row, answer.url, site)))
    total, pages = (_count(answer, name) for name in ("x-wp-total", "x-wp-totalpages"))
    parts = urlsplit(answer.url)
    parameters = dict(parse_qsl(parts.query))
    page = int(parameters["page"]) if parameters.get("page", "").isdecimal() else 1
    more: tuple[str, ...] = ()
    if rows and (page < pages if pages is not None else len(rows) >= int(_QUESTION["per_page"])):
        query = urlencode({**parameters, "page": str(page + 1)}, safe="/,")
        more = (urlunsplit((parts.scheme, parts.netloc, parts.path, query, "")),)
    return Found(posts, more, entries=len(rows), total=total)


def _post(row: dict[str, Any], base: str, site: Site) -> Post | None:
    link, number = row.get("link"), row.get("id")
    address = addresses.canonical(link, base) if isinstance(link, str) else None
    settled = addresses.settle(address, (site.home, *site.aliases)) if address else None
    if settled is None:
        return None
    modified, published = (_moment(row, name) for name in ("modified_gmt", "date_gmt"))
    content = row.get("content")
    return Post(
        settled,
        modified,
        published,
        number if isinstance(number, int) else None,
        protected=isinstance(content, dict) and content.get("protected") is True,
    )


def _moment(row: dict[str, Any], name: str) -> str | None:
    written = row.get(name)
    return universal(written) if isinstance(written, str) else None


def _count(answer: Answer, name: str) -> int | None:
    written = answer.headers.get(name, "").strip()
    return int(written) if written.isdecimal() and len(written) < 10 else None  # noqa: PLR2004 - digits
