"""The live crawl: listings lead to posts, posts go to the archive."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from twisted.python.failure import Failure

from crawler import reasons, sites
from crawler.discovery import addresses, listing
from crawler.recording import FailedPost, FetchedPost, Recorder
from crawler.sites import Site
from crawler.spiders import answers
from crawler.spiders.answers import Asked, NotFollowedError
from crawler.user_agent import user_agent

_MOST_LISTINGS = 2000
"""Of one site; more than the largest has, so that a listing without end is noticed."""

# Listings go first: the sooner all posts are known, the less a killed crawl has to find again.
_FIRST = 10


class NewsSpider(Spider):
    """Crawls sites by their names (`-a site=tarulh,tataruang`) or an address (`-a start=URL`)."""

    name = "news"
    recorder: Recorder
    """Set by the pipeline before the first request."""

    def __init__(
        self, site: str = "", start: str = "", chosen: Iterable[Site] = (), **kwargs: Any
    ) -> None:
        """The sites named by `site` and `start`, or those `chosen`; all profiles if none.

        Raises UnknownSiteError for a name or address that cannot be crawled.
        """
        super().__init__(**kwargs)
        wanted = tuple(word for word in [*site.split(","), start] if word)
        self.sites = tuple(chosen) or sites.choose(wanted)
        self._sites = {site.name: site for site in self.sites}
        self._known: dict[str, dict[str, str]] = {}
        self._asked: set[str] = set()
        self._aliases: dict[str, list[str]] = {}
        self._had: set[str] = set()
        self._listings: dict[str, int] = dict.fromkeys(self._sites, 0)
        self._robots: dict[str, RobotParser] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """The spider, with the crawl as gentle as the most delicate of its sites needs."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        delay = max(0.0 if sites.is_loopback(site) else site.delay for site in spider.sites)
        for name in ("DOWNLOAD_DELAY", "AUTOTHROTTLE_START_DELAY"):
            crawler.settings.set(name, delay, priority="spider")
        crawler.settings.set("AUTOTHROTTLE_ENABLED", delay > 0, priority="spider")
        agent = user_agent(crawler.settings["CONTACT"])
        crawler.settings.set("USER_AGENT", agent, priority="spider")
        crawler.signals.connect(spider.robots_parsed, signal=signals.robots_parsed)
        crawler.signals.connect(spider.failed_inside, signal=signals.spider_error)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """The first listing of each site."""
        for site in self.sites:
            for request in self._ask_listings([site.first_listing], site):
                yield request

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Keeps a host's rules, so that what they forbid is never noted as a page."""
        self._robots[urlsplit(request.url).netloc] = robotparser

    def failed_inside(self, failure: Failure, response: Response | None) -> None:
        """Notes a fault of this program, so that the crawl cannot end as if all were well."""
        error = _error_of(failure)
        reason = f"It could not be understood ({type(error).__name__}: {error})."
        url = response.url if response else "The beginning"
        self.recorder.fail_listing(url, f"{url}: {reason}")

    def parse_listing(self, response: Response, asked: Asked) -> Iterator[Request]:
        """A listing's posts and the listings after it."""
        site = self._sites[asked.site]
        if response.status in answers.REDIRECTS:
            yield from self._follow_listing(response, asked)
            return
        trouble = answers.trouble_of(response)
        if trouble:
            self._fail_listing(asked, trouble)
            return
        first = asked.url == site.first_listing and site.name not in self._known
        if first:
            site = self._settle_down(site, response.url)
        found = listing.find(response.body, response.url, site)
        yield from self._ask_posts(found.posts, site)
        yield from self._ask_listings(found.more, site)
        if first:
            yield from self._ask_due(site)
            if not found.posts and not self._known[site.name]:
                self.recorder.fail_listing(
                    response.url,
                    f"{response.url} links to no post; check that it is the address of"
                    " a WordPress site or of one of its listings.",
                )

    def parse_post(self, response: Response, asked: Asked) -> Iterator[Any]:
        """A post's page, as it came, or why it did not."""
        if response.status in answers.REDIRECTS:
            yield from self._follow_post(response, asked)
            return
        key = addresses.key(response.url)
        post = answers.read_post(response, asked, self._aliases.pop(key, []))
        if isinstance(post, FetchedPost):
            self._had.add(key)
        yield post

    def listing_failed(self, asked: Asked, url: str, failure: Failure) -> None:
        """A listing that no answer came for."""
        error = _error_of(failure)
        if asked.url == self._sites[asked.site].first_listing:
            self.recorder.fail_listing(asked.url, reasons.of_unreachable(error, url))
        else:
            self._fail_listing(asked, reasons.of_exception(error, url))

    def post_failed(self, asked: Asked, url: str, failure: Failure) -> Iterator[FailedPost]:
        """A post that no answer came for."""
        yield FailedPost(asked.url, asked.site, reasons.of_exception(_error_of(failure), url))

    def _ask_listings(self, urls: Iterable[str], site: Site) -> Iterator[Request]:
        for url in urls:
            if not self._is_new(url):
                continue
            first = url == site.first_listing
            if not first and not self._is_allowed(url):
                continue
            self._listings[site.name] += 1
            if self._listings[site.name] > _MOST_LISTINGS:
                self.recorder.fail_listing(
                    url,
                    f"{site.name} has more than {_MOST_LISTINGS} listing pages; {url} was not read.",
                )
                return
            yield self._listing_request(url, Asked(site.name, url))

    def _ask_posts(self, urls: Iterable[str], site: Site) -> Iterator[Request]:
        known = self._known[site.name]
        allowed = [
            known.get(addresses.key(url), url)
            for url in urls
            if addresses.key(url) not in self._asked and self._is_allowed(url)
        ]
        self.recorder.discover(allowed, site.name)
        yield from self._ask_pages(allowed, site)

    def _ask_due(self, site: Site) -> Iterator[Request]:
        """The pages that the archive knows, whether or not a listing still names them."""
        due = [url for url in self._known[site.name].values() if self._is_allowed(url)]
        yield from self._ask_pages(due, site)

    def _ask_pages(self, urls: Iterable[str], site: Site) -> Iterator[Request]:
        for url in urls:
            if url not in self.recorder.resumed and self._is_new(url):
                yield self._post_request(url, Asked(site.name, url))

    def _settle_down(self, site: Site, url: str) -> Site:
        """The site as it calls itself (https, www.), and what the archive knows of it."""
        own = urlsplit(url)
        home = urlsplit(site.home)._replace(scheme=own.scheme, netloc=own.netloc).geturl()
        if addresses.settle(home, (site.home,)) is not None and home != site.home:
            settled = replace(site, home=home, aliases=(site.home, *site.aliases))
            self._sites[site.name] = site = settled
        self._known[site.name] = {
            addresses.key(known): known for known in self.recorder.due(site.name)
        }
        return site

    def _follow_listing(self, response: Response, asked: Asked) -> Iterator[Request]:
        site = self._sites[asked.site]
        try:
            target = answers.target_of(response, asked, site)
        except NotFollowedError as error:
            self._fail_listing(asked, str(error))
            return
        if asked.url == site.first_listing or asked.via or self._is_new(target):
            yield self._listing_request(target, asked.after(response.url))

    def _follow_post(self, response: Response, asked: Asked) -> Iterator[Any]:
        """The redirect's target; if this crawl has it already, one page gets two addresses."""
        try:
            target = answers.target_of_post(response, asked, self._sites[asked.site])
        except NotFollowedError as error:
            yield FailedPost(asked.url, asked.site, str(error), response.status)
            return
        key = addresses.key(target)
        if key in self._had:
            self.recorder.add_address(asked.url, target)
        elif key in self._asked and key != addresses.key(response.url):
            self._aliases.setdefault(key, []).append(asked.url)
        else:
            self._asked.add(key)
            yield self._post_request(target, asked.after(response.url))

    def _fail_listing(self, asked: Asked, trouble: str) -> None:
        first = asked.url == self._sites[asked.site].first_listing
        reason = reasons.of_unreadable(trouble, asked.url) if first else f"{asked.url}: {trouble}"
        self.recorder.fail_listing(asked.url, reason)

    def _is_new(self, url: str) -> bool:
        """True the first time that this crawl meets the address; it then counts as asked for."""
        key = addresses.key(url)
        new = key not in self._asked
        self._asked.add(key)
        return new

    def _is_allowed(self, url: str) -> bool:
        rules = self._robots.get(urlsplit(url).netloc)
        if rules is None or rules.allowed(url, self.settings["USER_AGENT"]):
            return True
        self.recorder.left_out[url] = None
        return False

    def _listing_request(self, url: str, asked: Asked) -> Request:
        return _request(url, asked, self.parse_listing, self.listing_failed, priority=_FIRST)

    def _post_request(self, url: str, asked: Asked) -> Request:
        return _request(url, asked, self.parse_post, self.post_failed, priority=0)


def _request(
    url: str,
    asked: Asked,
    callback: Callable[..., Any],
    errback: Callable[[Asked, str, Failure], Any],
    priority: int,
) -> Request:
    """A request whose every answer, redirects and errors too, comes back to the spider."""
    return Request(
        url,
        callback=callback,
        errback=partial(errback, asked, url),
        priority=priority,
        cb_kwargs={"asked": asked},
        meta={"dont_redirect": True, "handle_httpstatus_all": True},
        dont_filter=True,
    )


def _error_of(failure: Failure) -> BaseException:
    return failure.value or RuntimeError(failure.getErrorMessage())
