"""A page of an RSS or Atom feed -> posts with the time of their publication.

https://www.rssboard.org/rss-specification, https://www.rfc-editor.org/rfc/rfc4287
"""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from lxml import etree

from crawler.discovery import Answer, Found, NotThisWayError, Post, addresses, documents
from crawler.discovery.moments import universal
from crawler.sites import Site

_FEEDS = frozenset(("rss", "feed", "RDF"))


def starts(site: Site) -> tuple[str, ...]:
    """Where the feed is on a site that does not say it."""
    pretty, plain = f"{site.home}feed/", f"{site.home}?feed=rss2"
    return (plain, pretty) if site.permalinks == "plain" else (pretty, plain)


def find(answer: Answer, site: Site) -> Found:
    """The posts of one page of the feed, and the next page. Raises NotThisWayError."""
    posts: dict[str, Post] = {}
    entries, is_feed = 0, False
    for element in documents.elements(answer.body):
        name = documents.name_of(element)
        is_feed = is_feed or name in _FEEDS
        if not is_feed or name not in {"item", "entry"}:
            continue
        entries += 1
        post = _post(element, answer.url, site)
        if post is not None:
            posts[post.url] = post
    if not is_feed:
        raise NotThisWayError("The answer is no feed.")
    more = (_next(answer.url),) if entries else ()
    return Found(tuple(posts.values()), more, entries=entries)


def _post(entry: etree._Element, base: str, site: Site) -> Post | None:
    written = (
        documents.text_of(entry, "link") or _alternate(entry) or documents.text_of(entry, "guid")
    )
    address = addresses.canonical(written, base) if written else None
    settled = addresses.settle(address, (site.home, *site.aliases)) if address else None
    if settled is None:
        return None
    published = documents.text_of(entry, "pubDate") or documents.text_of(entry, "published")
    return Post(
        settled,
        modified=universal(documents.text_of(entry, "updated")),
        published=universal(published or documents.text_of(entry, "date")),
        number=_number(documents.text_of(entry, "guid") or documents.text_of(entry, "id")),
    )


def _alternate(entry: etree._Element) -> str | None:
    for link in entry.iterchildren("{*}link"):
        if link.get("rel", "alternate") == "alternate" and link.get("href"):
            return str(link.get("href"))
    return None


def _number(guid: str | None) -> int | None:
    """The post's number, which WordPress' own guid (`?p=12`) tells."""
    try:
        written = dict(parse_qsl(urlsplit(guid or "").query)).get("p", "")
    except ValueError:
        return None
    return int(written) if written.isdecimal() and len(written) < 10 else None  # noqa: PLR2004 - digits


def _next(url: str) -> str:
    parts = urlsplit(url)
    parameters = dict(parse_qsl(parts.query))
    page = parameters.get("paged", "1")
    parameters["paged"] = str(int(page) + 1 if page.isdecimal() else 2)
    query = urlencode(sorted(parameters.items()))
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))
