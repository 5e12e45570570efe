"""Where a site itself says that its REST interface and its feed are: in its home page.

https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.article.markup import parse
from crawler.discovery import Answer, addresses, rest
from crawler.sites import Site

_REST = "https://api.w.org/"
_LINK = re.compile(r"<([^<>]{1,2000})>\s*;([^<]{0,500})")
_FEED_TYPES = frozenset(("application/rss+xml", "application/atom+xml"))
# The feeds of comments, of one category or of one search are not the site's feed of posts.
_OTHER_FEED = re.compile(r"comments|/category/|/tag/|[?&](?:cat|tag|s)=")


@dataclass(frozen=True, slots=True)
class Announced:
    """First pages that the site announces; empty where it announces none."""

    rest: tuple[str, ...] = ()
    feed: tuple[str, ...] = ()


def find(answer: Answer, site: Site) -> Announced:
    """What a page of the site announces, on the site itself alone. Never raises."""
    root = parse(answer.body)
    roots = [
        url for url, said in _LINK.findall(answer.headers.get("link", "")) if _REST in said
    ] + root.xpath(f"//link[@rel='{_REST}']/@href")
    feeds = [
        link.get("href") or ""
        for link in root.xpath("//link[contains(concat(' ', @rel, ' '), ' alternate ')]")
        if (link.get("type") or "").lower() in _FEED_TYPES
    ]
    own = _own(feeds, answer.url, site)
    return Announced(
        rest=tuple(rest.start_at(url) for url in _own(roots, answer.url, site)[:1]),
        feed=tuple(url for url in own if not _OTHER_FEED.search(url))[:1],
    )


def _own(urls: list[str], base: str, site: Site) -> list[str]:
    """Those of the addresses that lie on the site, in canonical form, each once."""
    canonical = (addresses.canonical(url, base) for url in urls)
    settled = (addresses.settle(url, (site.home, *site.aliases)) for url in canonical if url)
    return list(dict.fromkeys(url for url in settled if url))
