"""One way to find a site's posts while it is read: what it told, what failed, how it ended."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import ModuleType

from archive.site_ways import WayState
from crawler.discovery import Found, Post, Way, addresses, feed, listing, rest, sitemap

MODULES: dict[Way, ModuleType] = {
    "rest": rest,
    "sitemap": sitemap,
    "feed": feed,
    "listing": listing,
}
ENUMERATING: tuple[Way, ...] = ("rest", "sitemap")
"""Ways that name every post; the others show the newest, page by page."""
MOST_PAGES = 2000
"""Of one way of a site; more than the largest has, so that one without end is noticed."""


@dataclass
class WayReading:
    """The reading of one way in one crawl."""

    name: Way
    before: WayState | None = None
    """How the last crawl left it."""
    candidates: list[tuple[str, ...]] = field(default_factory=list)
    """First pages to try, the likeliest first; those of one tuple together."""
    announced: bool = False
    """Whether the site itself, or an earlier crawl, says that the way is there."""
    waiting: int = 0
    """Answers that are still to come."""
    worked: bool = False
    whole: bool = True
    """False once a page was not followed because nothing was new on the one before."""
    posts: dict[str, Post] = field(default_factory=dict)
    """By the key of their address."""
    entries: int = 0
    total: int | None = None
    pages: int = 0
    seen: set[str] = field(default_factory=set)
    """Keys of the addresses asked for."""
    held: list[tuple[str, Found]] = field(default_factory=list)
    """First pages whose next ones wait for the enumerating ways: (address, what it told)."""
    troubles: dict[str, str] = field(default_factory=dict)
    """What could not be read, by address, in sentences."""
    off: str | None = None
    """Why the way is taken to be switched off."""
    beyond: dict[tuple[str, int], str] = field(default_factory=dict)
    """Pages of a listing that were not there, with the reason: (listing, number)."""
    last_page: dict[str, int] = field(default_factory=dict)
    """The highest page of each listing that was read."""
    shown: dict[str, set[str]] = field(default_factory=dict)
    """Keys of the posts that each listing has shown."""
    validators: tuple[str | None, str | None] = (None, None)
    url: str | None = None
    unchanged: bool = False
    """Whether the server says that its first page is as it was."""

    def add(self, found: Found) -> None:
        """Takes in what one page tells."""
        self.entries += found.entries
        self.total = found.total if found.total is not None else self.total
        for post in found.posts:
            key = addresses.key(post.url)
            self.posts[key] = merged(self.posts.get(key), post)

    def is_new_page(self, url: str) -> bool:
        """True the first time that a page is met, as long as there are not too many."""
        key = addresses.key(url)
        if key in self.seen:
            return False
        self.seen.add(key)
        self.pages += 1
        if self.pages > MOST_PAGES:
            self.troubles.setdefault(
                f"{self.name}: too many",
                f"The {self.name} has more than {MOST_PAGES} pages; {url} was not read.",
            )
            return False
        return True

    def conclude(self) -> None:
        """Notes what only the end shows: pages that were missing in the middle."""
        for (base, number), reason in self.beyond.items():
            if number < self.last_page.get(base, 0):
                self.troubles[f"{base}#{number}"] = reason
        if self.worked and self.total is not None and self.entries < self.total:
            self.troubles[f"{self.url} (end)"] = (
                f"{self.url} ended early: it tells of {self.total} posts and listed {self.entries}."
            )

    @property
    def is_complete(self) -> bool:
        """Whether it was read to its proper end: then a post that it does not name is unlisted."""
        short = self.total is not None and self.entries < self.total
        read = self.worked and self.whole and bool(self.posts)
        return read and not (self.unchanged or self.troubles or short)

    def state(self) -> WayState:
        """How this crawl leaves it."""
        known_whole = self.before.complete_at if self.before else None
        if not self.worked:
            name = "failed" if self.troubles else "off"
        elif self.troubles:
            name = "failed"
        else:
            name = "complete" if self.is_complete else "partial"
        etag, last_modified = self.validators if not self.troubles else (None, None)
        return WayState(
            name,
            known_whole,
            len(self.posts),
            self.url,
            etag,
            last_modified,
            " ".join(self.troubles.values()) or (None if self.worked else self.off),
        )


def merged(one: Post | None, other: Post) -> Post:
    """What two tellings of one post say together; of two times the more exact, then the later."""
    if one is None:
        return other
    return replace(
        one,
        modified=_better(one.modified, other.modified),
        published=one.published or other.published,
        number=one.number or other.number,
        protected=one.protected or other.protected,
    )


def _better(one: str | None, other: str | None) -> str | None:
    return max((time for time in (one, other) if time), key=lambda t: (len(t), t), default=None)
