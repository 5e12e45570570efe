"""What a page says of itself: its address, and when it was published.

Sources, best first: Open Graph and schema.org marks, JSON-LD, the theme's own date line,
the date in a WordPress permalink.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from urllib.parse import urljoin

from lxml.html import HtmlElement

from crawler.article.marks import Marks

_URL_DATE = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})/")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$")
_WRITTEN_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2} [A-Za-z]{3,10} \d{4}|[A-Za-z]{3,10} \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{4})"
)


def canonical_of(root: HtmlElement, marks: Marks, url: str) -> str | None:
    """The address that the page calls its own, absolute."""
    links = (link.get("href") for link in root.iter("link") if link.get("rel") == "canonical")
    href = next(filter(None, links), None) or marks.meta("og:url")
    if not href:
        return None
    try:
        return str(urljoin(url, href.strip()))
    except ValueError:
        return None


def published_of(root: HtmlElement, marks: Marks, printed: str, url: str) -> str | None:
    """When the page was published, ISO 8601; `printed` are the words with the theme's date line."""
    marked = _first_iso(marks.values("article:published_time", "datePublished"))
    marked = marked or _first_iso(root.xpath("//time/@datetime")[:1])
    return marked or last_written_date(printed) or _url_date(url)


def modified_of(marks: Marks) -> str | None:
    """When the page was last changed, as it says itself."""
    return _first_iso(marks.values("article:modified_time", "dateModified"))


def last_written_date(words: str) -> str | None:
    """The last date, as an ISO date, in words of Indonesian or English.

    The last one stands nearest to the article; a clock or a ticker at the page's top does not.
    """
    found = _WRITTEN_DATE.findall(words)
    return next(filter(None, map(_read_date, reversed(found))), None)


@lru_cache(maxsize=4096)
def _read_date(words: str) -> str | None:
    import dateparser  # noqa: PLC0415 - slow to import, and most pages mark their date

    read = dateparser.parse(
        words, languages=["id", "en"], settings={"DATE_ORDER": "DMY", "STRICT_PARSING": True}
    )
    return str(read.date().isoformat()) if read else None


def _first_iso(values: Iterable[str]) -> str | None:
    return next((value.strip() for value in values if _is_iso(value.strip())), None)


def _is_iso(value: str) -> bool:
    if not _ISO.match(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _url_date(url: str) -> str | None:
    found = _URL_DATE.search(url)
    if not found:
        return None
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return None
