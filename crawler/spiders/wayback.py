"""The crawl of a Wayback Machine: its index leads to mementos, mementos go to the archive."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Self

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from archive import mementos
from archive.crawls import Via
from archive.mementos import Memento
from crawler import progress, reasons, sites
from crawler.bounds import Bounds
from crawler.discovery import Post, addresses, cdx
from crawler.discovery.cdx import Captured, Index, NoIndexError
from crawler.discovery.web_archive import INTERNET_ARCHIVE, WebArchive
from crawler.politeness import AskedToWaitError
from crawler.recording import Recorder
from crawler.sites import Site
from crawler.spiders import planning
from crawler.spiders.asking import error_of, request_of
from crawler.spiders.memento_answers import AskedMemento, Elsewhere, read
from crawler.spiders.wayback_posts import SitePages
from crawler.user_agent import user_agent
from crawler.wayback import originals
from crawler.wayback.memento_visits import MementoVisit
from crawler.wayback.pace import Pace

LOOK_UPS_A_MINUTE = 24
MOST_LOOK_UPS = 2000
"""Of one site; more than the largest needs, so that an index without end is noticed."""

_TRIES = 3
_BUSY = 429
_SERVER_ERRORS = 500
_DELAY = 2.0
"""The least seconds between two requests."""
_FINAL = frozenset(("CannotResolveHostError", "DownloadConnectionRefusedError", "AskedToWaitError"))
"""What is not asked again for in the same run."""
_BACK_OFF = 20.0
"""Seconds before a look-up is tried again; twice as many before the next time."""
_PATIENCE = 120
"""Seconds that an index may take, which are slower than pages."""
_MOST_IN_VAIN = 5
"""Mementos in a row that may fail for a trouble of the Wayback Machine, before it is left alone."""


@dataclass(frozen=True, slots=True)
class LookUp:
    """A look-up in the index: the captures below a home of a site."""

    site: str
    home: str
    resume_key: str | None = None
    tries: int = 1
    number: int = 1
    """The first, second ... of the site."""


class WaybackSpider(Spider):
    """Crawls what a Wayback Machine has of sites (`-a site=tarulh -a wayback=URL`)."""

    name = "wayback"
    via: Via = "wayback"
    recorder: Recorder
    """Set by the pipeline before the first request."""

    def __init__(
        self,
        site: str = "",
        start: str = "",
        chosen: Iterable[Site] = (),
        bounds: Bounds | None = None,
        wayback: str = INTERNET_ARCHIVE,
        **kwargs: Any,
    ) -> None:
        """The sites named by `site` and `start`, or those `chosen`; all profiles if none.

        `wayback` is the base address of the Wayback Machine. Raises UnknownSiteError for a name
        or address that cannot be crawled.
        """
        super().__init__(**kwargs)
        wanted = tuple(word for word in [*site.split(","), start] if word)
        self.sites = tuple(chosen) or sites.choose(wanted)
        self.bounds = bounds or Bounds()
        self.archive = WebArchive(wayback.rstrip("/"))
        self.planned: list[tuple[str, str]] = []
        """(address of the memento, why) of what was, or in a dry run would be, asked for."""
        self.beyond_limit = 0
        """Mementos left for the next run by the limit."""
        self.faults = 0
        """Lines of the index that could not be understood."""
        own = Site("wayback", "Wayback Machine", f"{self.archive.base}/", delay=_DELAY)
        self._delay = 0.0 if sites.is_loopback(own) else _DELAY
        self._pace = Pace(LOOK_UPS_A_MINUTE, 60.0 if self._delay else 0.0)
        self._look_ups: deque[LookUp] = deque()
        self._listed: dict[str, list[Captured]] = {site.name: [] for site in self.sites}
        self._failed_sites: set[str] = set()
        self._pages: dict[str, SitePages] = {}
        self._waiting: deque[AskedMemento] = deque()
        self._failed: dict[str, list[tuple[str, str]]] = {}
        self._in_vain = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """The spider, with its manners.

        The index and the raw mementos are made for programs and bound by the number of look-ups;
        robots.txt of a Wayback Machine tells search engines what not to list.
        """
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.settings.set("ROBOTSTXT_OBEY", value=False, priority="spider")
        crawler.settings.set("DOWNLOAD_DELAY", spider._delay, priority="spider")  # noqa: SLF001 - its own
        crawler.settings.set("AUTOTHROTTLE_ENABLED", spider._delay > 0, priority="spider")  # noqa: SLF001
        agent = user_agent(crawler.settings["CONTACT"])
        crawler.settings.set("USER_AGENT", agent, priority="spider")
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """The first look-up."""
        for site in self.sites:
            self._pages[site.name] = SitePages(site, self.recorder.known_pages(site.name))
            if self.archive.may_have(site.home):
                homes = {addresses.key(home): home for home in (site.home, *site.aliases)}
                self._look_ups += [LookUp(site.name, home) for home in homes.values()]
            else:
                reason = f"{site.home} is on no public network; {self.archive.base} cannot have it."
                self._leave_gap(site.name, self.archive.look_up(site.home), reason)
        async for request in self._go_on():
            yield request

    async def parse_index(self, response: Response, asked: LookUp) -> AsyncIterator[Any]:
        """An answer of the index: its captures are taken in, the rest of it asked for."""
        try:
            if response.status != cdx.OK:
                raise NoIndexError(_said(response.status))  # noqa: TRY301 - one way for all troubles
            index = cdx.read(response.body)
        except NoIndexError as error:
            again = response.status == _BUSY or response.status >= _SERVER_ERRORS
            self._look_up_failed(asked, str(error), again=again)
        else:
            self._take_index(asked, index)
        async for request in self._go_on():
            yield request

    async def index_failed(
        self, asked: LookUp, url: str, failure: Failure
    ) -> AsyncIterator[Request]:
        """A look-up that no answer came for."""
        error = error_of(failure)
        again = type(error).__name__ not in _FINAL
        self._look_up_failed(asked, reasons.of_exception(error, url), again=again)
        async for request in self._go_on():
            yield request

    def parse_memento(self, response: Response, asked: AskedMemento) -> Iterator[Any]:
        """A memento, as it was served, or why there is none; and the next one."""
        trouble = response.status == _BUSY or response.status >= _SERVER_ERRORS
        if trouble and not originals.is_memento(response):
            yield from self._memento_in_vain(asked, _said(response.status))
            return
        self._in_vain = 0
        site = self._pages[asked.site].site
        came = read(response, asked, site, self.archive)
        if isinstance(came, Elsewhere):
            yield self._memento_request(came.asked)
            return
        if came.capture_id is None:
            self._note_failure(asked, str(came.reason))
        yield from self._next_memento()
        yield came

    def memento_failed(self, asked: AskedMemento, url: str, failure: Failure) -> Iterator[Any]:
        """A memento that no answer came for."""
        error = error_of(failure)
        if isinstance(error, AskedToWaitError):
            self._in_vain = _MOST_IN_VAIN
        yield from self._memento_in_vain(asked, reasons.of_exception(error, url))

    async def _go_on(self) -> AsyncIterator[Request]:
        """The next look-up; once there are no more, the first memento."""
        if self._look_ups:
            await self._pace.turn()
            yield self._index_request(self._look_ups.popleft())
            return
        for site in self.sites:
            self._plan(site)
        for request in self._next_memento():
            yield request

    def _index_request(self, look_up: LookUp) -> Request:
        url = self.archive.look_up(
            look_up.home,
            captured_from=self.bounds.captured_from,
            captured_to=self.bounds.captured_to,
            resume_key=look_up.resume_key,
        )
        request = request_of(url, look_up, self.parse_index, self.index_failed)
        # Asked for again by this spider, at the pace of look-ups.
        request.meta.update(dont_retry=True, download_timeout=_PATIENCE)
        return request

    def _take_index(self, asked: LookUp, index: Index) -> None:
        self._listed[asked.site] += index.captures
        if index.faults:
            self.faults += index.faults
            named = "; ".join(index.examples)
            words = f"index     {index.faults} lines with wrong fields, such as: {named}"
            progress.log_event("index_faults", words, site=asked.site, lines=index.faults)
        if index.resume_key is None:
            return
        following = replace(asked, resume_key=index.resume_key, tries=1, number=asked.number + 1)
        if index.resume_key == asked.resume_key or following.number > MOST_LOOK_UPS:
            self._fail_look_up(asked, "The index does not come to an end.")
        else:
            self._look_ups.appendleft(following)

    def _look_up_failed(self, asked: LookUp, reason: str, *, again: bool) -> None:
        if again and asked.tries < _TRIES:
            self._look_ups.appendleft(replace(asked, tries=asked.tries + 1))
            self._pace.rest(_BACK_OFF * asked.tries)
        else:
            self._fail_look_up(asked, reason)

    def _fail_look_up(self, asked: LookUp, reason: str) -> None:
        url = self.archive.look_up(asked.home, resume_key=asked.resume_key)
        self._leave_gap(asked.site, url, f"The index of {self.archive.base}: {reason}")

    def _leave_gap(self, site: str, url: str, reason: str) -> None:
        self._failed_sites.add(site)
        self.recorder.fail_listing(url, reason, way="wayback", site=site)

    def _plan(self, site: Site) -> None:
        """Notes what the index lists of a site, and takes up what is still to be had of it."""
        pages = self._pages[site.name]
        listed = [one for one in self._listed.pop(site.name, []) if self._is_in_time(one)]
        found = pages.found(cdx.wanted(listed))
        if not found and site.name not in self._failed_sites:
            url = self.archive.look_up(site.home)
            reason = f"{self.archive.base} has no capture of a post of {site.home}"
            self._leave_gap(site.name, url, f"{reason} in that time." if listed else f"{reason}.")
        db, names = self.recorder.db, {"wayback": self.archive.base, "site": site.name}
        mementos.discover(db, found, crawl_id=self.recorder.crawl_id, **names)
        steps = [
            AskedMemento(
                site.name,
                memento,
                memento.url,
                memento.timestamp,
                is_post=pages.is_post(memento.page_url),
            )
            for memento in mementos.waiting(db, **names)
            if self._is_wanted(memento, pages)
        ]
        left = len(steps)
        if self.bounds.limit is not None:
            left = max(0, self.bounds.limit - len(self.planned))
        self.beyond_limit += len(steps[left:])
        for asked in steps[:left]:
            why = "failed before" if asked.memento.state == "failed" else "new"
            self.planned.append((self.archive.memento(asked.timestamp, asked.url), why))
        if not self.bounds.dry_run:
            self._waiting += steps[:left]

    def _is_in_time(self, one: Captured) -> bool:
        """Whether a capture was made in the time asked for; not every index obeys that."""
        day = one.made_at[:10]
        since, until = self.bounds.captured_from, self.bounds.captured_to
        return (since is None or day >= since) and (until is None or day <= until)

    def _is_wanted(self, memento: Memento, pages: SitePages) -> bool:
        page = pages.known.get(addresses.key(memento.page_url))
        published = page.published if page else None
        day = memento.made_at[:10]
        since, until = self.bounds.captured_from, self.bounds.captured_to
        if (since is not None and day < since) or (until is not None and day > until):
            return False
        return not planning.is_older(Post(memento.page_url), published, self.bounds.since)

    def _next_memento(self) -> Iterator[Request]:
        """The next memento, or at the end the gap that those left which could not be had."""
        if self._waiting:
            yield self._memento_request(self._waiting.popleft())
            return
        for site, failed in self._failed.items():
            address, reason = failed[0]
            number = len(failed)
            said = f"{number} {'capture' if number == 1 else 'captures'} of {site} could not be had"
            reason = f"{said} from {self.archive.base}; the first is {address}: {reason}"
            self._leave_gap(site, address, reason)
        self._failed.clear()

    def _memento_request(self, asked: AskedMemento) -> Request:
        url = self.archive.memento(asked.timestamp, asked.url)
        request = request_of(url, asked, self.parse_memento, self.memento_failed)
        request.meta[originals.MEMENTO] = replace(asked.memento, url=asked.url)
        return request

    def _memento_in_vain(self, asked: AskedMemento, reason: str) -> Iterator[Any]:
        """A trouble of the Wayback Machine: after several in a row it is left alone."""
        self._in_vain += 1
        self._note_failure(asked, reason)
        if self._in_vain >= _MOST_IN_VAIN and self._waiting:
            for site in {one.site for one in self._waiting}:
                number = sum(one.site == site for one in self._waiting)
                words = f"{number} more captures of {site} are left to the next run: {reason}"
                self._leave_gap(site, self.archive.mementos, words)
            self._waiting.clear()
        yield from self._next_memento()
        address = self.archive.memento(asked.timestamp, asked.url)
        yield MementoVisit(asked.memento, address, asked.site, reason=reason)

    def _note_failure(self, asked: AskedMemento, reason: str) -> None:
        address = self.archive.memento(asked.timestamp, asked.url)
        self._failed.setdefault(asked.site, []).append((address, reason))


def _said(status: int) -> str:
    return reasons.of_status(status).replace("The site", "The Wayback Machine", 1)
