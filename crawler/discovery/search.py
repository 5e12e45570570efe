"""The search for a site's posts by all its ways, one answer at a time: decisions, no network.

First the home page, which says where the other ways begin. Then REST, sitemap and the newest
page of the feed. Last, where those leave anything open, the further pages of feed and listings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from archive.site_ways import WayState
from archive.timestamps import later
from crawler.discovery import (
    Answer,
    Found,
    NotThisWayError,
    Post,
    Way,
    addresses,
    announcements,
)
from crawler.discovery.way import ENUMERATING, MODULES, WayReading, merged
from crawler.sites import Site

WHOLE_AGAIN_HOURS = 30 * 24
"""After that long feed and listings are read to their end again."""

_SWITCHED_OFF = frozenset((400, 401, 403, 404, 405, 410, 501))
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_PAST_THE_END = frozenset((400, 404, 410))


@dataclass(frozen=True, slots=True)
class Ask:
    """A page of one of the ways to ask for."""

    way: Way
    url: str
    first: bool = False
    via: tuple[str, ...] = ()
    etag: str | None = None
    last_modified: str | None = None

    def after(self, url: str) -> Ask:
        """The same, one redirect later; `url` is the address that redirected."""
        return replace(self, via=(*self.via, url))


class Search:
    """The state of the search on one site. Each answer gives the pages to ask for next."""

    def __init__(
        self, site: Site, before: Mapping[str, WayState], known: frozenset[str] = frozenset()
    ) -> None:
        """`before` is how the last crawl left the ways; `known` the keys of all addresses of
        the site that the archive knows.
        """
        self.site = site
        self.ways = {name: WayReading(name, before.get(name)) for name in site.ways}
        self.robots: tuple[str, ...] = ()
        """The sitemaps that robots.txt names, to be set before the first answer."""
        self._known = known
        self._told: dict[str, Post] = {}
        self._taken: set[str] = set()
        self._stage: Literal["home", "lists", "rest", "done"] = "home"
        self.unreachable: str | None = None
        """Why not even the first page could be asked for."""

    @property
    def is_done(self) -> bool:
        """Whether no answer is to come any more."""
        return self._stage == "done"

    @property
    def told(self) -> dict[str, Post]:
        """All posts that any way told, by the key of their address."""
        return dict(self._told)

    def take_told(self) -> list[Post]:
        """The posts told since this was last asked, each once in a search."""
        new = [post for key, post in self._told.items() if key not in self._taken]
        self._taken.update(addresses.key(post.url) for post in new)
        return new

    def begin(self) -> list[Ask]:
        """The first pages to ask for."""
        if "listing" not in self.ways:
            return self._begin_lists(None)
        return self._ask(self.ways["listing"], (self.site.first_listing,), first=True)

    def read(self, ask: Ask, answer: Answer) -> list[Ask]:
        """Takes in an answer that came well."""
        way = self.ways[ask.way]
        way.waiting -= 1
        try:
            found: Found = MODULES[ask.way].find(answer, self.site)
        except NotThisWayError as error:
            return self._miss(ask, way, f"{answer.url}: {error}") + self._go_on(None)
        if ask.first and not found.entries and not found.more and ask.way != "listing":
            way.off = f"{answer.url} lists nothing."
            return self._next_candidate(way) + self._go_on(None)
        if found.trouble:
            way.troubles[answer.url] = f"{answer.url}: {found.trouble}"
        fresh = self._fresh(found)
        way.worked = True
        way.add(found)
        for post in found.posts:
            key = addresses.key(post.url)
            self._told[key] = merged(self._told.get(key), post)
        if ask.first:
            way.url = way.url or ask.url
            way.validators = (answer.headers.get("etag"), answer.headers.get("last-modified"))
        if ask.way in ENUMERATING:
            return self._ask(way, found.more) + self._go_on(None)
        here = self._settled(answer.url)
        if self._stage == "rest":
            return self._follow(way, here, found, fresh=fresh) + self._go_on(None)
        way.held.append((here, found))
        return self._go_on(answer if ask.first and ask.way == "listing" else None)

    def not_modified(self, ask: Ask) -> list[Ask]:
        """Takes in that a first page is as it was when the last crawl read it."""
        way = self.ways[ask.way]
        way.waiting -= 1
        way.worked = way.unchanged = True
        way.url, way.validators = ask.url, (ask.etag, ask.last_modified)
        return self._go_on(None)

    def fail(self, ask: Ask, reason: str, status: int | None = None) -> list[Ask]:
        """Takes in that a page could not be had; `reason` is a sentence that names it."""
        way = self.ways[ask.way]
        way.waiting -= 1
        if not ask.first and status in _PAST_THE_END and ask.way != "sitemap":
            base, number = addresses.paging(self._settled(ask.url))
            if ask.way != "listing":
                return self._go_on(None)
            if number > 1:
                way.beyond[base, number] = reason
                return self._go_on(None)
        elsewhere = status in _REDIRECTS and ask.way != "listing"
        if ask.first and (status in _SWITCHED_OFF or elsewhere):
            return self._miss(ask, way, reason) + self._go_on(None)
        if ask.first and not way.announced and ask.way != "listing":
            return self._miss(ask, way, reason) + self._go_on(None)
        way.troubles[ask.url] = reason
        return self._go_on(None)

    def skip(self, ask: Ask) -> list[Ask]:
        """Takes in that a page is not to be asked for: robots.txt, or it was read already."""
        self.ways[ask.way].waiting -= 1
        return self._go_on(None)

    def give_up(self, ask: Ask, reason: str) -> None:
        """Takes in that the site itself cannot be reached: nothing else is asked."""
        self.ways[ask.way].waiting -= 1
        self.unreachable = reason
        self._stage = "done"

    def is_new(self, ask: Ask, url: str) -> bool:
        """Whether a redirect leads to a page that was not asked for."""
        same = addresses.key(url) == addresses.key(ask.url)
        return same or self.ways[ask.way].is_new_page(url)

    def conclude(self) -> None:
        """To be called once when all is done, before the ways are looked at."""
        for way in self.ways.values():
            way.conclude()

    def gaps(self, *, any_known: bool) -> list[tuple[Way, str, str]]:
        """(way, address, reason) of what could not be read, so that posts may be missing."""
        first = self.site.first_listing
        if self.unreachable:
            return [("listing", first, self.unreachable)]
        gaps = [
            (way.name, url, reason)
            for way in self.ways.values()
            for url, reason in way.troubles.items()
        ]
        if gaps or (any_known and any(way.worked for way in self.ways.values())):
            return gaps
        if not any(way.posts for way in self.ways.values()):
            way = self.ways.get("listing") or next(iter(self.ways.values()))
            nothing = (
                f"{first} links to no post; check that it is the address of"
                " a WordPress site or of one of its listings."
            )
            gaps.append((way.name, first, nothing if way.worked else way.off or nothing))
        return gaps

    def state_of(self, way: WayReading, since: str | None) -> WayState:
        """How this crawl leaves a way; with a `since` older posts were not noted."""
        state = way.state()
        if self.unreachable:
            return replace(state, state="failed", reason=self.unreachable)
        if since and state.state == "complete":
            return replace(state, state="partial")
        return state

    def _miss(self, ask: Ask, way: WayReading, reason: str) -> list[Ask]:
        """A page that is none of its way: switched off, if it was the first."""
        if not ask.first:
            way.troubles[ask.url] = reason
            return []
        way.off = way.off or reason
        return self._next_candidate(way)

    def _next_candidate(self, way: WayReading) -> list[Ask]:
        if way.waiting or way.worked or not way.candidates:
            return []
        urls = way.candidates.pop(0)
        return self._ask(way, urls, first=True) or self._next_candidate(way)

    def _go_on(self, home: Answer | None) -> list[Ask]:
        """The next stage, once every answer of the present one is there."""
        asks: list[Ask] = []
        while not self.is_done and not any(way.waiting for way in self.ways.values()):
            if self._stage == "home":
                asks += self._begin_lists(home)
            elif self._stage == "lists":
                self._stage = "rest"
                asks += self._begin_rest()
            else:
                self._stage = "done"
        return asks

    def _begin_lists(self, home: Answer | None) -> list[Ask]:
        self._stage = "lists"
        said = announcements.find(home, self.site) if home else announcements.Announced()
        robots = tuple(url for line in self.robots if (url := self._own(line)))
        announced: dict[Way, tuple[str, ...]] = {
            "rest": said.rest,
            "sitemap": robots,
            "feed": said.feed,
        }
        asks: list[Ask] = []
        for name, urls in announced.items():
            if name not in self.ways:
                continue
            way = self.ways[name]
            earlier = (way.before.url,) if way.before and way.before.url else ()
            way.announced = bool(urls or earlier)
            groups = (urls, earlier, *((start,) for start in MODULES[name].starts(self.site)))
            way.candidates = [group for group in groups if group]
            asks += self._next_candidate(way)
        return asks

    def _begin_rest(self) -> list[Ask]:
        asks: list[Ask] = []
        for way in self.ways.values():
            for url, found in way.held:
                asks += self._follow(way, url, found, fresh=self._fresh(found))
            way.held = []
        return asks

    def _follow(self, way: WayReading, url: str, found: Found, *, fresh: bool) -> list[Ask]:
        """The pages after a page of the feed or of a listing, as far as they may tell more."""
        short = self._may_be_short(way)
        base, number = addresses.paging(url)
        way.last_page[base] = max(number, way.last_page.get(base, 0))
        shown = way.shown.setdefault(base, set())
        keys = {addresses.key(post.url) for post in found.posts}
        advances = not keys <= shown
        shown |= keys
        enumerated = any(self._is_complete(name) for name in ENUMERATING)
        chosen = []
        for more in found.more:
            other_base = addresses.paging(more)[0]
            paging = way.name == "feed" or other_base == base
            wanted = (fresh or not short) and advances if paging else not (short and enumerated)
            if wanted:
                chosen.append(more)
            elif short or not paging:
                way.whole = False
        return self._ask(way, chosen)

    def _may_be_short(self, way: WayReading) -> bool:
        """Whether a page without anything new may end the reading of a feed or of listings."""
        if self._is_complete("rest"):
            return True
        before = way.before
        if before is None or before.state not in {"complete", "partial", "off"}:
            return False
        return (before.complete_at or "") > later(hours=-WHOLE_AGAIN_HOURS)

    def _is_complete(self, name: Way) -> bool:
        return name in self.ways and self.ways[name].is_complete

    def _fresh(self, found: Found) -> bool:
        """Whether a page tells of a post that neither archive nor an enumerating way knows."""
        told = [self.ways[name].posts for name in ENUMERATING if name in self.ways]
        keys = (addresses.key(post.url) for post in found.posts)
        return any(key not in self._known and not any(key in ones for ones in told) for key in keys)

    def _ask(self, way: WayReading, urls: Iterable[str], *, first: bool = False) -> list[Ask]:
        asks = list(self._asks(way, urls, first=first))
        way.waiting += len(asks)
        return asks

    def _asks(self, way: WayReading, urls: Iterable[str], *, first: bool) -> Iterator[Ask]:
        for url in urls:
            if way.is_new_page(url):
                before = way.before
                same = first and way.name == "feed" and before is not None and before.url == url
                etag, moment = (
                    (before.etag, before.last_modified) if same and before else (None, None)
                )
                yield Ask(way.name, url, first, (), etag, moment)

    def _settled(self, url: str) -> str:
        return addresses.settle(url, (self.site.home, *self.site.aliases)) or url

    def _own(self, url: str) -> str | None:
        address = addresses.canonical(url, self.site.home)
        return addresses.settle(address, (self.site.home, *self.site.aliases)) if address else None
