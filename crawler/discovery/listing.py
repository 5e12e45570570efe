"""A listing page -> its posts and the listing pages after it.

Themes differ in their markup, but WordPress makes the addresses: dated and numbered ones are
posts wherever they are linked; a bare slug is one where it is linked as an entry's title.
"""

from __future__ import annotations

from functools import cache

from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement

from crawler.article.markup import parse
from crawler.discovery import Answer, Found, Post, addresses
from crawler.sites import Site

# How themes mark the title of an entry in a list: the classes of WordPress' own themes
# (https://developer.wordpress.org/themes/), rel=bookmark of their permalinks, HTML5's article.
_ENTRY_TITLE = (
    "a[rel~=bookmark], .entry-title a, .post-title a, .post-box-title a, "
    "article h1 a, article h2 a, article h3 a"
)
_CATEGORY = "a[rel~=category]"


@cache
def _selector(css: str) -> CSSSelector:
    return CSSSelector(css)


def starts(site: Site) -> tuple[str, ...]:
    """The listing that a crawl of the site begins with."""
    return (site.first_listing,)


def find(answer: Answer, site: Site) -> Found:
    """The posts and further listings that a listing page links to, on `site` alone.

    In the page's order, each once, in canonical form below the site's home.
    """
    url = answer.url
    root = parse(answer.body)
    titles = set(_selector(_ENTRY_TITLE)(root))
    categories = set(_selector(_CATEGORY)(root))
    base = next(iter(root.xpath("//base/@href")), None)
    base = addresses.canonical(base, url) if base else url
    here = addresses.canonical(url) or url
    here = addresses.settle(here, (site.home, *site.aliases)) or here
    posts: dict[str, None] = {}
    more: dict[str, None] = {}
    for link in root.iter("a", "link"):
        address = _address(link, base or url, site)
        if address is None:
            continue
        if _is_post(address, site, titled=link in titles):
            posts[address] = None
        elif address != here and _is_listing(address, here, site, category=link in categories):
            more[address] = None
    return Found(tuple(map(Post, posts)), tuple(more), entries=len(posts))


def _address(link: HtmlElement, base: str, site: Site) -> str | None:
    """The link's address on the site; None for other sites and for what is not followed."""
    href = link.get("href")
    if not href or href.startswith("#") or (link.tag == "link" and link.get("rel") != "next"):
        return None
    address = addresses.canonical(href, base)
    return addresses.settle(address, (site.home, *site.aliases)) if address else None


def _is_post(address: str, site: Site, *, titled: bool) -> bool:
    shape = addresses.shape(address, site.home)
    if site.permalinks == "plain":
        # What lies at a pretty path of such a site is not WordPress' own.
        return shape == "post" and "?p=" in address
    return shape == "post" or (shape == "entry" and titled and addresses.paging(address)[1] == 1)


def _is_listing(address: str, here: str, site: Site, *, category: bool) -> bool:
    if category or addresses.shape(address, site.home) == "listing":
        return addresses.shape(address, site.home) is not None
    listing, number = addresses.paging(address)
    return number > 1 and listing == addresses.paging(here)[0]
