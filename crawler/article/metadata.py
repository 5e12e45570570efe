"""What a page says of itself: address, author, and when it was published.

Sources, best first: Open Graph and schema.org marks, JSON-LD, the theme's own date line,
the date in a WordPress permalink.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from typing import Any
from urllib.parse import urljoin

from lxml.html import HtmlElement

_URL_DATE = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})/")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$")
_SITE_NAME = re.compile(r"\s+[|»–—-]\s+[^|»–—]*$")
_WRITTEN_DATE = re.compile(
    r"\d{1,2}\s+[A-Za-z]+\s+\d{4}|[A-Za-z]+\s+\d{1,2},\s+\d{4}|\d{1,2}/\d{1,2}/\d{4}"
)


def title_of(root: HtmlElement) -> str | None:
    """The title by Open Graph, else by the head; the site's name at its end stays off."""
    og = _meta(root, "og:title")
    if og:
        return og
    title = " ".join("".join(root.xpath("string(//title)")).split())
    return _SITE_NAME.sub("", title) or None


def canonical_of(root: HtmlElement, url: str) -> str | None:
    """The address that the page calls its own, absolute."""
    href = next(iter(root.xpath("//link[@rel='canonical']/@href")), None) or _meta(root, "og:url")
    if not href:
        return None
    try:
        return str(urljoin(url, href.strip()))
    except ValueError:
        return None


def author_of(root: HtmlElement) -> str | None:
    """The author by meta marks."""
    return _meta(root, "author") or _meta(root, "article:author")


def published_of(root: HtmlElement, printed: str | None, url: str) -> str | None:
    """When the page was published, ISO 8601; `printed` is the theme's date line."""
    marked = _first_iso(_marks(root, "article:published_time", "datePublished"))
    marked = marked or _first_iso(root.xpath("//time/@datetime")[:1])
    return marked or (read_written_date(printed) if printed else None) or _url_date(url)


def modified_of(root: HtmlElement) -> str | None:
    """When the page was last changed, as it says itself."""
    return _first_iso(_marks(root, "article:modified_time", "dateModified"))


@cache
def read_written_date(words: str) -> str | None:
    """A date line of a theme in Indonesian or English, as an ISO date."""
    found = _WRITTEN_DATE.search(words)
    if not found:
        return None
    import dateparser  # noqa: PLC0415 - slow to import, and most pages mark their date

    read = dateparser.parse(
        found[0], languages=["id", "en"], settings={"DATE_ORDER": "DMY", "STRICT_PARSING": True}
    )
    return str(read.date().isoformat()) if read else None


def _meta(root: HtmlElement, name: str) -> str | None:
    for attribute in ("property", "name"):
        for content in root.xpath(f"//meta[@{attribute}=$name]/@content", name=name):
            if content.strip():
                return " ".join(content.split())
    return None


def _marks(root: HtmlElement, open_graph: str, schema_org: str) -> Iterator[str]:
    """The values of a mark wherever a page may carry it, best first, found as needed."""
    marked = _meta(root, open_graph)
    if marked:
        yield marked
    for attribute in ("datetime", "content", "title"):
        yield from root.xpath(f"//*[@itemprop=$name]/@{attribute}", name=schema_org)
    yield from _json_ld(root, schema_org)


def _first_iso(values: Iterable[str]) -> str | None:
    for value in values:
        stripped = value.strip()
        if not _ISO.match(stripped):
            continue
        try:
            datetime.fromisoformat(stripped)
        except ValueError:
            continue
        return stripped
    return None


def _url_date(url: str) -> str | None:
    found = _URL_DATE.search(url)
    if not found:
        return None
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return None


def _json_ld(root: HtmlElement, key: str) -> Iterator[str]:
    for script in root.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            if isinstance(node.get(key), str):
                yield node[key]


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    listed = data if isinstance(data, list) else [data]
    for node in listed:
        if isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            if isinstance(graph, list):
                yield from (inner for inner in graph if isinstance(inner, dict))
