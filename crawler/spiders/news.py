"""The live crawl: lists lead to posts, posts go to the archive."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from twisted.python.failure import Failure

from archive.crawls import Via
from archive.known_pages import KnownPage
from crawler import reasons, sites
from crawler.bounds import Bounds
from crawler.discovery import Post, addresses
from crawler.discovery.search import Ask, Search
from crawler.recording import Recorder
from crawler.sites import Site
from crawler.spiders import answers, planning
from crawler.spiders.answers import NotFollowedError
from crawler.spiders.asking import error_of, request_of
from crawler.spiders.planning import Step
from crawler.spiders.visits import Visits
from crawler.user_agent import user_agent

# Lists go first: the sooner all posts are known, the less a killed crawl has to find again.
_FIRST = 10


class NewsSpider(Spider):
    """Crawls sites by their names (`-a site=tarulh,tataruang`) or an address (`-a start=URL`)."""

    name = "news"
    via: Via = "live"
    recorder: Recorder
    """Set by the pipeline before the first request."""

    def __init__(
        self,
        site: str = "",
        start: str = "",
        chosen: Iterable[Site] = (),
        bounds: Bounds | None = None,
        **kwargs: Any,
    ) -> None:
        """The sites named by `site` and `start`, or those `chosen`; all profiles if none.

        Raises UnknownSiteError for a name or address that cannot be crawled.
        """
        super().__init__(**kwargs)
        wanted = tuple(word for word in [*site.split(","), start] if word)
        self.sites = tuple(chosen) or sites.choose(wanted)
        self.bounds = bounds or Bounds()
        self.planned: list[Step] = []
        """What was, or in a dry run would be, asked for."""
        self.beyond_limit = 0
        """Pages left for the next run by the limit."""
        self._sites = {site.name: site for site in self.sites}
        self._searches: dict[str, Search] = {}
        self._pages: dict[str, dict[str, KnownPage]] = {}
        self._robots: dict[str, RobotParser] = {}
        self._visits: Visits

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """The spider, which begins as gently as the most delicate of its sites needs."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        delays = [0.0 if sites.is_loopback(site) else site.delay for site in spider.sites]
        crawler.settings.set("DOWNLOAD_DELAY", min(delays), priority="spider")
        crawler.settings.set("AUTOTHROTTLE_START_DELAY", max(delays), priority="spider")
        crawler.settings.set("AUTOTHROTTLE_ENABLED", max(delays) > 0, priority="spider")
        agent = user_agent(crawler.settings["CONTACT"])
        crawler.settings.set("USER_AGENT", agent, priority="spider")
        crawler.signals.connect(spider.robots_parsed, signal=signals.robots_parsed)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """The first list of each site."""
        self._visits = Visits(self.recorder, self._sites)
        for site in self.sites:
            known = self._known(site)
            search = Search(site, self.recorder.begin_ways(site.name, site.ways), frozenset(known))
            self._searches[site.name] = search
            self._pages[site.name] = known
            for request in self._ask(search, search.begin()):
                yield request

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Keeps a host's rules: what they forbid is never noted, what they announce is read."""
        host = urlsplit(request.url).netloc
        self._robots[host] = robotparser
        announced = tuple(getattr(getattr(robotparser, "rp", None), "sitemaps", ()))
        for search in self._searches.values():
            if urlsplit(search.site.home).netloc == host:
                search.robots = announced

    def parse_list(self, response: Response, asked: tuple[str, Ask]) -> Iterator[Request]:
        """A page of a list: its posts are noted, the pages after it asked for."""
        search, ask = self._searches[asked[0]], asked[1]
        if response.status in answers.REDIRECTS:
            yield from self._follow_list(response, search, ask)
            return
        if response.status == answers.NOT_MODIFIED:
            yield from self._ask(search, search.not_modified(ask))
            return
        trouble = answers.trouble_of_list(response, html=ask.way == "listing")
        if trouble:
            reason = _reason_of(search, ask, trouble)
            yield from self._ask(search, search.fail(ask, reason, response.status))
            return
        if ask.first and ask.way == "listing":
            self._settle_down(search, response.url)
        asks = search.read(ask, answers.answer_of(response))
        self._discover(search)
        yield from self._ask(search, asks)

    def list_failed(self, asked: tuple[str, Ask], url: str, failure: Failure) -> Iterator[Request]:
        """A page of a list that no answer came for."""
        search, ask = self._searches[asked[0]], asked[1]
        error = error_of(failure)
        if ask.first and ask.way == "listing":
            search.give_up(ask, reasons.of_unreachable(error, url))
            asks = []
        else:
            reason = f"{ask.url}: {reasons.of_exception(error, url)}"
            asks = search.fail(ask, reason)
        yield from self._ask(search, asks)

    def _ask(self, search: Search, asks: list[Ask]) -> Iterator[Request]:
        """Requests for pages of lists; once there are no more, for posts."""
        waiting = list(asks)
        while waiting:
            ask = waiting.pop(0)
            first = ask.first and ask.way == "listing"
            if first or self._is_allowed(ask.url, tell=not ask.first):
                yield self._list_request(search, ask)
            elif ask.first:
                waiting += search.fail(ask, f"robots.txt forbids {ask.url}.", 403)
            else:
                waiting += search.skip(ask)
        if search.is_done and search.site.name in self._searches:
            del self._searches[search.site.name]
            yield from self._visit(search)

    def _follow_list(self, response: Response, search: Search, ask: Ask) -> Iterator[Request]:
        try:
            target = answers.target_of(response, ask.via, search.site)
        except NotFollowedError as error:
            reason = _reason_of(search, ask, str(error))
            yield from self._ask(search, search.fail(ask, reason, response.status))
            return
        if ask.first or ask.via or search.is_new(ask, target):
            yield self._list_request(search, ask.after(response.url), target)
        else:
            yield from self._ask(search, search.skip(ask))

    def _settle_down(self, search: Search, url: str) -> None:
        """Takes the site as it calls itself: https, www."""
        site = search.site
        own = urlsplit(url)
        home = urlsplit(site.home)._replace(scheme=own.scheme, netloc=own.netloc).geturl()
        if addresses.settle(home, (site.home,)) is not None and home != site.home:
            site = replace(site, home=home, aliases=(site.home, *site.aliases))
            self._sites[site.name] = search.site = site

    def _known(self, site: Site) -> dict[str, KnownPage]:
        """The keys of all addresses known of the site -> the page."""
        return {
            addresses.key(address): page
            for page in self.recorder.known_pages(site.name)
            for address in (page.url, *page.addresses)
        }

    def _discover(self, search: Search) -> None:
        """Notes the posts of the last answer that were not told before."""
        known = self._pages[search.site.name]
        urls = [
            known[key].url if (key := addresses.key(post.url)) in known else post.url
            for post in search.take_told()
            if self._is_wanted(post) and not post.protected
        ]
        self.recorder.discover(urls, search.site.name)

    def _visit(self, search: Search) -> Iterator[Request]:
        """What the search came to, and the pages to visit after it."""
        site = search.site
        search.conclude()
        told = search.told
        for post, page in planning.renamed(told.values(), self._pages[site.name], site.home):
            self.recorder.move(page.url, post.url)
        for post in told.values():
            if post.protected and self._is_wanted(post):
                self.recorder.leave_out(post.url)
        known = self.recorder.known_pages(site.name)
        for way, url, reason in search.gaps(any_known=bool(known)):
            self.recorder.fail_listing(url, reason, way=way, site=site.name)
        for reading in search.ways.values():
            state = search.state_of(reading, self.bounds.since)
            self.recorder.end_way(site.name, reading.name, state)
        if not any(way.worked for way in search.ways.values()):
            return
        plan = planning.plan(
            [
                page
                for page in known
                if self._is_allowed(planning.address_of(page, planning.told_of(page, told)))
            ],
            told,
            complete=any(way.is_complete for way in search.ways.values()),
            since=self.bounds.since,
            now=datetime.now(UTC),
        )
        self.recorder.mark_unlisted(plan.unlisted)
        self.recorder.verify(plan.verified)
        steps = self._within_limit(plan.steps)
        self.planned += steps
        if not self.bounds.dry_run:
            yield from self._visits.ask(steps, site)

    def _within_limit(self, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        if self.bounds.limit is None:
            return steps
        left = max(0, self.bounds.limit - len(self.planned))
        self.beyond_limit += len(steps[left:])
        return steps[:left]

    def _is_wanted(self, post: Post) -> bool:
        older = planning.is_older(post, None, self.bounds.since)
        return not older and self._is_allowed(post.url)

    def _is_allowed(self, url: str, *, tell: bool = True) -> bool:
        rules = self._robots.get(urlsplit(url).netloc)
        if rules is None or rules.allowed(url, self.settings["USER_AGENT"]):
            return True
        if tell:
            self.recorder.left_out[url] = None
        return False

    def _list_request(self, search: Search, ask: Ask, url: str | None = None) -> Request:
        conditions = {"If-None-Match": ask.etag, "If-Modified-Since": ask.last_modified}
        headers = {name: value for name, value in conditions.items() if value}
        asked = (search.site.name, ask)
        return request_of(
            url or ask.url,
            asked,
            self.parse_list,
            self.list_failed,
            headers=headers,
            priority=_FIRST,
        )


def _reason_of(search: Search, ask: Ask, trouble: str) -> str:
    if ask.first and ask.way == "listing":
        return reasons.of_unreadable(trouble, search.site.first_listing)
    return f"{ask.url}: {trouble}"
