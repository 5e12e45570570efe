"""Which captures of a site may be of its posts, and of which page each is."""

from __future__ import annotations

from collections.abc import Iterable

from archive.known_pages import KnownPage
from archive.mementos import Found
from crawler.discovery import addresses, cdx
from crawler.discovery.cdx import Captured
from crawler.sites import Site

_MEDIA_TYPES = frozenset(("text/html", "application/xhtml+xml", "warc/revisit", "unk", "-", ""))


class SitePages:
    """A site, and the pages that the archive knows of it."""

    def __init__(self, site: Site, pages: Iterable[KnownPage]) -> None:
        """`pages` are found by any of their addresses."""
        self.site = site
        self.known = {
            addresses.key(address): page
            for page in pages
            for address in (page.url, *page.addresses)
        }

    def found(self, captures: Iterable[Captured]) -> list[Found]:
        """The distinct captures of posts, those of a page together and the newest first."""
        named: dict[str, str] = {}
        for one in captures:
            page_url = self._page_of(one)
            if page_url is not None:
                named[one.url] = page_url
        mine = [one for one in captures if one.url in named]
        pages = cdx.collapsed(mine, lambda url: addresses.key(named[url]))
        return [
            Found(one.url, named[one.url], one.made_at, one.digest)
            for page in pages
            for one in page
        ]

    def is_post(self, page_url: str) -> bool:
        """Whether it is certain that a post is there, if anything is."""
        known = addresses.key(page_url) in self.known
        homes = (self.site.home, *self.site.aliases)
        settled = addresses.settle(page_url, homes) or page_url
        return known or addresses.shape(settled, self.site.home) == "post"

    def _page_of(self, one: Captured) -> str | None:
        """The address of the post that a capture may be of, as the archive calls it."""
        if one.media_type not in _MEDIA_TYPES:
            return None
        site = self.site
        url = addresses.canonical(one.url)
        settled = url and addresses.settle(url, (site.home, *site.aliases))
        if not settled:
            return None
        page = self.known.get(addresses.key(settled))
        if page is not None:
            return page.url
        shape = addresses.shape(settled, site.home)
        # `/slug/` may be a post; its body says so.
        may_be = shape == "post" or (shape == "entry" and site.permalinks != "plain")
        return settled if may_be else None
