"""A sitemap or an index of sitemaps -> posts with the time of their last change.

https://www.sitemaps.org/protocol.html, as WordPress itself, Yoast, Rank Math and Jetpack write it.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from crawler.discovery import Answer, Found, NotThisWayError, Post, addresses, documents
from crawler.discovery.moments import universal
from crawler.sites import Site

MOST_ENTRIES = 50_000
"""Of one sitemap, by the protocol."""

# Sitemaps of things that are no posts, by the names that WordPress and its plugins give them.
_OF_OTHERS = re.compile(
    r"taxonom|users?\b|author|category|post_tag|tag-|posts-page|\bpages?-sitemap|attachment"
    r"|image|video|product|sitemap-subtype=(?:category|post_tag|page)|sitemap=(?:taxonomies|users)"
)
_OF_POSTS = re.compile(r"posts?-(?:post|sitemap)|sitemap-posttype-post|sitemap-subtype=post\b")


def starts(site: Site) -> tuple[str, ...]:
    """Where sitemaps are on a site that does not say it."""
    pretty = tuple(f"{site.home}{name}" for name in ("wp-sitemap.xml", "sitemap.xml"))
    plain = (f"{site.home}?sitemap=index",)
    return plain + pretty if site.permalinks == "plain" else pretty + plain


def find(answer: Answer, site: Site) -> Found:
    """The posts of a sitemap, or the sitemaps of an index. Raises NotThisWayError."""
    try:
        body = documents.unpacked(answer.body)
    except documents.TooLargeError:
        return Found((), trouble=f"The sitemap is larger than {documents.MOST_BYTES} bytes.")
    except ValueError as error:
        raise NotThisWayError("The sitemap cannot be unpacked.") from error
    posts: dict[str, Post] = {}
    more: dict[str, None] = {}
    entries, kind = 0, None
    of_posts = _OF_POSTS.search(_name_of(answer.url)) is not None
    for element in documents.elements(body):
        name = documents.name_of(element)
        kind = kind or (name if name in {"urlset", "sitemapindex"} else None)
        if kind is None or name not in {"url", "sitemap"}:
            continue
        entries += 1
        if entries > MOST_ENTRIES:
            break
        address = _address(documents.text_of(element, "loc"), answer.url, site)
        if address is None:
            continue
        if name == "sitemap":
            if not _OF_OTHERS.search(_name_of(address)):
                more[address] = None
        elif _is_post(address, site, of_posts=of_posts):
            posts[address] = Post(address, universal(documents.text_of(element, "lastmod")))
    if kind is None:
        raise NotThisWayError("The answer is no sitemap.")
    trouble = f"The sitemap has more than {MOST_ENTRIES} entries; the rest was not read."
    return Found(
        tuple(posts.values()),
        tuple(more),
        entries=entries,
        trouble=trouble if entries > MOST_ENTRIES else None,
    )


def _name_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path.rpartition('/')[2]}?{parts.query}"


def _address(written: str | None, base: str, site: Site) -> str | None:
    address = addresses.canonical(written, base) if written else None
    return addresses.settle(address, (site.home, *site.aliases)) if address else None


def _is_post(address: str, site: Site, *, of_posts: bool) -> bool:
    """A bare slug may be a page of another kind, but not in a sitemap of posts alone."""
    shape = addresses.shape(address, site.home)
    return shape == "post" or (shape == "entry" and of_posts)
