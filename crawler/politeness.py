"""How gently each host is asked: its own delay, robots.txt's Crawl-delay, and Retry-After."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.asyncio import call_later

from crawler import sites
from crawler.sites import Site

LONGEST_DELAY = 60.0
"""Seconds; a Crawl-delay beyond it is taken for this."""
LONGEST_WAIT = 120.0
"""Seconds; a host that asks to be left alone for longer is left alone until the next crawl."""

_BUSY = frozenset((429, 503))


class AskedToWaitError(IgnoreRequest):
    """The host asked to be left alone for longer than this crawl waits."""


class Politeness:
    """Keeps the least delay of each host, whatever AutoThrottle makes of it, and waits if asked."""

    def __init__(
        self, crawler: Crawler, chosen: tuple[Site, ...], *, otherwise: float = 0.0
    ) -> None:
        """Delays of the sites' profiles; none for sites on this machine.

        `otherwise` is that of hosts which are on no profile, and not on this machine.
        """
        self._crawler = crawler
        self._otherwise = otherwise
        self._least: dict[str, float] = {}
        self._refused: set[str] = set()
        for site in chosen:
            if not sites.is_loopback(site):
                self._raise(urlsplit(site.home).hostname or "", site.delay)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The middleware; it hears of every response before the next request is sent."""
        spider = crawler.spider
        otherwise = getattr(spider, "least_delay", 0.0)
        middleware = cls(crawler, getattr(spider, "sites", ()), otherwise=otherwise)
        connect = crawler.signals.connect
        connect(middleware.robots_parsed, signal=signals.robots_parsed)
        connect(middleware.response_downloaded, signal=signals.response_downloaded)
        return middleware

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Takes in the delay that robots.txt asks for."""
        delay = robotparser.crawl_delay(self._crawler.settings["USER_AGENT"])
        host = urlsplit(request.url).hostname or ""
        if delay is not None and delay > 0:
            self._raise(host, min(delay, LONGEST_DELAY))
        self._apply(host)

    def response_downloaded(self, response: Response, request: Request) -> None:
        """Holds a host's delay up, and waits as long as a busy host asks for.

        This is heard before the host's next request is sent, and after AutoThrottle, which may
        have lowered the delay.
        """
        host = str(request.meta.get("download_slot", ""))
        self._apply(host)
        if response.status in _BUSY:
            seconds = seconds_of(response.headers.get("Retry-After"), datetime.now(UTC))
            if seconds > LONGEST_WAIT:
                request.meta["dont_retry"] = True
                self._refuse(host)
            elif seconds > 0:
                self._pause(host, seconds)

    def process_request(self, request: Request) -> None:
        """Refuses to ask a host that has asked to be left alone for long."""
        host = urlsplit(request.url).hostname or ""
        if host in self._refused:
            raise AskedToWaitError("The host asked to be left alone.")
        if self._otherwise and host not in self._least and not sites.is_loopback_host(host):
            self._least[host] = self._otherwise

    def _raise(self, host: str, delay: float) -> None:
        self._least[host] = max(delay, self._least.get(host, 0.0))

    def _apply(self, host: str) -> None:
        slot = self._crawler.engine.downloader.slots.get(host)
        least = self._least.get(host)
        if slot is not None and least is not None:
            slot.delay = max(slot.delay, least)
            slot.jitter = 0.0

    def _refuse(self, host: str) -> None:
        """Nothing more is asked of the host, not even what waits for its turn already."""
        self._refused.add(host)
        slot = self._crawler.engine.downloader.slots.get(host)
        while slot is not None and slot.queue:
            _, waiting = slot.queue.popleft()
            waiting.errback(AskedToWaitError("The host asked to be left alone."))

    def _pause(self, host: str, seconds: float) -> None:
        """The host's next request is sent so much later; then its delay is as before."""
        slot = self._crawler.engine.downloader.slots.get(host)
        if slot is None:
            return
        delay, jitter = slot.delay, slot.jitter
        slot.delay, slot.jitter, slot.lastseen = seconds, 0.0, time.monotonic()

        def resume() -> None:
            slot.delay, slot.jitter = delay, jitter

        call_later(seconds, resume)


def seconds_of(header: bytes | None, now: datetime) -> float:
    """How long a Retry-After asks to wait; 0 where it says nothing that can be understood.

    Seconds or a date: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
    """
    written = (header or b"").decode("latin-1").strip()
    if written.isdecimal():
        return float(written[:9])
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError):
        return 0.0
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
