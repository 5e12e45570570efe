"""The crawl of the files that materials link to: each link's file is looked for until it is had."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self
from urllib.parse import urljoin, urlsplit

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from archive import file_links, file_store
from archive.crawls import Via
from archive.file_links import FileLink
from archive.file_store import NewFile
from archive.storage import transaction
from crawler import reasons, sites
from crawler.bounds import Bounds
from crawler.discovery import cdx
from crawler.discovery.cdx import NoIndexError
from crawler.discovery.web_archive import INTERNET_ARCHIVE, WebArchive
from crawler.files import answers, hosts, pursuit
from crawler.files.answers import Judged
from crawler.files.naming import name_of
from crawler.files.pursuit import Candidate, Pursuit, Where
from crawler.files.redirects import NotFollowedError, target_of
from crawler.files.visits import FileVisit, UnreadFile
from crawler.recording import Recorder
from crawler.sites import Site
from crawler.spiders.answers import REDIRECTS, header
from crawler.spiders.asking import CAPTURE, error_of, request_of
from crawler.user_agent import user_agent
from crawler.wayback import originals
from crawler.wayback.pace import Pace

LOOK_UPS_A_MINUTE = 24
"""A Wayback Machine blocks clients that ask its index more often."""

_DELAY = 2.0
_PATIENCE = 300
"""Seconds that a file may take; the largest that is kept comes at 350 KB a second."""
_MOST_AT_ONCE = 4
"""Files that come at the same time, each from another host: all are held in memory."""
_MOST_IN_VAIN = 3
"""Look-ups in a row that may fail before the index is left alone."""


@dataclass(frozen=True, slots=True)
class AskedFile:
    """A request for a file, and the redirects followed since."""

    pursuit: Pursuit
    candidate: Candidate
    url: str
    """The address asked for now, as it is meant: a mirror may be asked in its place."""
    via: tuple[str, ...] = ()


class FilesSpider(Spider):
    """Fetches the files of the sites named by `-a site=...`, or of those `chosen`."""

    name = "files"
    via: Via = "files"
    least_delay = _DELAY
    """Between two requests to a host that no profile tells of."""
    recorder: Recorder
    """Set by the pipeline before the first request."""

    def __init__(
        self,
        site: str = "",
        chosen: Iterable[Site] = (),
        bounds: Bounds | None = None,
        wayback: str = INTERNET_ARCHIVE,
        where: Where = "auto",
        **kwargs: Any,
    ) -> None:
        """`where` says whether files are asked of their hosts, a Wayback Machine, or both.

        Raises UnknownSiteError for a name that cannot be crawled.
        """
        super().__init__(**kwargs)
        wanted = tuple(word for word in site.split(",") if word)
        self.sites = tuple(chosen) or sites.choose(wanted)
        self.bounds = bounds or Bounds()
        self.archive = WebArchive(wayback.rstrip("/"))
        self.where = where
        self.planned: list[tuple[str, str]] = []
        """(address, why) of what was, or in a dry run would be, asked for."""
        self.beyond_limit = 0
        """Files left for the next run, for this one has had all the bytes it may have."""
        self.received = 0
        """Bytes of bodies so far."""
        self._sites = {one.name: one for one in self.sites}
        self._lanes: dict[str, deque[FileLink]] = {}
        self._not_begun: deque[str] = deque()
        own = Site("wayback", "Wayback Machine", f"{self.archive.base}/", delay=_DELAY)
        self._is_local = all(sites.is_loopback(one) for one in self.sites)
        self._pace = Pace(LOOK_UPS_A_MINUTE, 0.0 if sites.is_loopback(own) else 60.0)
        self._in_vain = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """The spider, with its limits and its manners."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        delay = 0.0 if spider._is_local else _DELAY  # noqa: SLF001 - its own
        told = {
            "DOWNLOAD_DELAY": delay,
            "AUTOTHROTTLE_ENABLED": delay > 0,
            "DOWNLOAD_MAXSIZE": spider.bounds.file_bytes,
            "DOWNLOAD_TIMEOUT": _PATIENCE,
            "CONCURRENT_REQUESTS": _MOST_AT_ONCE,
            "RETRY_TIMES": 1,
            "USER_AGENT": user_agent(crawler.settings["CONTACT"]),
        }
        for name, value in told.items():
            crawler.settings.set(name, value, priority="spider")
        crawler.signals.connect(spider.bytes_received, signal=signals.bytes_received)
        return spider

    def bytes_received(self, data: bytes) -> None:
        """Counts what comes, whether or not it is kept."""
        self.received += len(data)

    async def start(self) -> AsyncIterator[Any]:
        """Files that are kept and not read; then the first link of each host."""
        db = self.recorder.db
        if not self.bounds.dry_run:
            file_store.remove_parts(Path(self.settings["ARCHIVE"]))
            for file_id, path in file_store.unread(db):
                yield UnreadFile(file_id, path)
        self._note_links()
        for link in file_links.due(db, self._sites):
            why = {"pending": "new", "fetched": "checked again"}.get(link.state, "failed before")
            self.planned.append((link.direct_url or link.url, why))
            lane = urlsplit(link.direct_url or link.url).netloc
            self._lanes.setdefault(lane, deque()).append(link)
        if self.bounds.dry_run:
            return
        self._not_begun += self._lanes
        for _ in range(_MOST_AT_ONCE):
            async for asked in self._next_of(""):
                yield asked

    async def parse_file(self, response: Response, asked: AskedFile) -> AsyncIterator[Any]:
        """An answer: the file, a redirect to follow, or why to look elsewhere."""
        if asked.candidate.memento is not None and not originals.is_memento(response):
            judged = answers.judge(response.status, b"", asked.pursuit.link.url)
            said = judged.said.replace("The host", "The Wayback Machine", 1)
            asked.pursuit.note(asked.url, replace(judged, said=said), response.status)
        elif response.status in REDIRECTS:
            try:
                following = self._followed(response, asked)
            except NotFollowedError as error:
                asked.pursuit.note(asked.url, error.judged, response.status)
            else:
                yield following
                return
        else:
            judged = answers.judge(response.status, response.body, asked.pursuit.link.url)
            asked.pursuit.note(asked.url, judged, response.status)
            if judged.verdict in {"file", "unchanged"}:
                yield _visit(response, asked, judged)
                async for further in self._next_of(_lane_of(asked.pursuit.link)):
                    yield further
                return
        async for further in self._go_on(asked.pursuit, response.meta[CAPTURE]):
            yield further

    async def file_failed(self, asked: AskedFile, _: str, failure: Failure) -> AsyncIterator[Any]:
        """A request that no answer came for, or too long a one."""
        judged = answers.judge_error(error_of(failure), asked.url)
        asked.pursuit.note(asked.url, judged, None)
        async for further in self._go_on(asked.pursuit):
            yield further

    async def parse_index(self, response: Response, asked: AskedFile) -> AsyncIterator[Any]:
        """What a Wayback Machine has of a file: its captures are what is asked for next."""
        try:
            if response.status != cdx.OK:
                raise NoIndexError(reasons.of_status(response.status))  # noqa: TRY301 - one way for all troubles
            index = cdx.read(response.body)
        except NoIndexError as error:
            self._look_up_failed(asked, str(error), response.status)
        else:
            self._in_vain = 0
            found = pursuit.mementos_of(asked.url, index.captures, self.archive)
            if found:
                said = f"{self.archive.base} has it."
                asked.pursuit.pass_on(response.url, said, response.status)
                asked.pursuit.insert(found)
            else:
                said = f"{self.archive.base} has no capture of it."
                asked.pursuit.note(response.url, Judged("gone", said), response.status)
        async for further in self._go_on(asked.pursuit):
            yield further

    async def index_failed(
        self, asked: AskedFile, url: str, failure: Failure
    ) -> AsyncIterator[Any]:
        """A look-up that no answer came for."""
        self._look_up_failed(asked, reasons.of_exception(error_of(failure), url), None)
        async for further in self._go_on(asked.pursuit):
            yield further

    def _note_links(self) -> None:
        """Takes up the addresses of the sites' materials, and what the rules now say of them."""
        db, names = self.recorder.db, list(self._sites)
        with transaction(db):
            for link in file_links.known(db, names):
                kind, direct = _recognised(link.url)
                if (kind, direct) != (link.host_kind, link.direct_url):
                    file_links.revise(db, link, kind, direct)
            for found in file_links.unknown(db, names):
                kind, direct = _recognised(found.url)
                file_links.note(db, found, kind, direct, crawl_id=self.recorder.crawl_id)

    async def _next_of(self, lane: str) -> AsyncIterator[Any]:
        """The next link of a host, then of one not begun, as long as this run may have more."""
        waiting = self._lanes.get(lane, deque())
        while waiting or self._not_begun:
            if self.received >= self.bounds.run_bytes:
                self.beyond_limit += sum(map(len, self._lanes.values()))
                self._lanes.clear()
                self._not_begun.clear()
                return
            if not waiting:
                waiting = self._lanes[self._not_begun.popleft()]
                continue
            link = waiting.popleft()
            site = self._sites[link.site]
            candidates = pursuit.candidates(
                link,
                (site.home, *site.aliases),
                self.where,
                self.archive,
                is_local=sites.is_loopback(site),
            )
            if not candidates and link.direct_url is not None and self.where == "wayback":
                continue  # no Wayback Machine has it: that says nothing of the link
            begun = Pursuit(link, candidates)
            request = await self._next_request(begun)
            if request is not None:
                yield request
                return
            yield _conclusion(begun, None)

    async def _go_on(self, begun: Pursuit, capture_id: int | None = None) -> AsyncIterator[Any]:
        """The next address of a pursuit; at its end what it came to, and the host's next link."""
        request = await self._next_request(begun)
        if request is not None:
            yield request
            return
        yield _conclusion(begun, capture_id)
        async for further in self._next_of(_lane_of(begun.link)):
            yield further

    async def _next_request(self, begun: Pursuit) -> Request | None:
        while (candidate := begun.next()) is not None:
            asked = AskedFile(begun, candidate, candidate.url)
            if candidate.way != "index":
                return self._request(asked)
            if self._in_vain < _MOST_IN_VAIN:
                await self._pace.turn()
                return self._index_request(asked)
            said = f"{self.archive.base} is not asked any more: its index does not answer."
            begun.note(self.archive.look_up(candidate.url), Judged("busy", said), None)
        return None

    def _request(self, asked: AskedFile) -> Request:
        link, candidate = asked.pursuit.link, asked.candidate
        conditions = {}
        if candidate.way == "link" and link.file_id is not None:
            told = {"If-None-Match": link.etag, "If-Modified-Since": link.last_modified}
            conditions = {name: value for name, value in told.items() if value}
        places = self._sites[link.site].hosts
        url = hosts.mapped(asked.url, places)
        request = request_of(url, asked, self.parse_file, self.file_failed, headers=conditions)
        if candidate.memento is not None:
            # Raw mementos are made for programs; robots.txt there speaks to search engines.
            request.meta.update({originals.MEMENTO: candidate.memento, "dont_obey_robotstxt": True})
        return request

    def _index_request(self, asked: AskedFile) -> Request:
        url = self.archive.look_up(asked.url)
        request = request_of(url, asked, self.parse_index, self.index_failed)
        request.meta.update(dont_retry=True, dont_obey_robotstxt=True)
        return request

    def _look_up_failed(self, asked: AskedFile, reason: str, status: int | None) -> None:
        self._in_vain += 1
        said = f"The index of {self.archive.base}: {reason}"
        asked.pursuit.note(self.archive.look_up(asked.url), Judged("busy", said), status)

    def _followed(self, response: Response, asked: AskedFile) -> Request:
        """The request that a redirect leads to. Raises NotFollowedError."""
        link = asked.pursuit.link
        location = header(response, "Location") or ""
        site = self._sites[link.site]
        if asked.candidate.memento is not None:
            here = asked.candidate.memento
            timestamp, original = self.archive.target(location, here.timestamp, here.url)
            target = self.archive.memento(timestamp, original)
            memento = replace(here, url=original)
            following = replace(asked, candidate=Candidate(target, "memento", memento))
            homes: tuple[str, ...] = (self.archive.mementos,)
            is_local = True
        else:
            target, following = urljoin(asked.url, location), asked
            homes, is_local = (site.home, *site.aliases), sites.is_loopback(site)
        target = target_of(asked.url, target, asked.via, link.url, homes, is_local=is_local)
        asked.pursuit.pass_on(asked.url, f"It leads to {target}.", response.status)
        return self._request(replace(following, url=target, via=(*asked.via, asked.url)))


def _recognised(url: str) -> tuple[file_links.HostKind, str | None]:
    found = hosts.recognise(url)
    return found.kind, found.direct


def _lane_of(link: FileLink) -> str:
    return urlsplit(link.direct_url or link.url).netloc


def _visit(response: Response, asked: AskedFile, judged: Judged) -> FileVisit:
    """The file that came, or that it is as it was."""
    link, found = asked.pursuit.link, asked.pursuit
    own = asked.candidate.way == "link"
    file = None
    if judged.kind is not None:
        name = name_of(header(response, "Content-Disposition"), asked.url, link.title)
        kind, capture_id = judged.kind, response.meta[CAPTURE]
        file = NewFile(response.body, kind.type, kind.media_type, name, capture_id)
    return FileVisit(
        link,
        None if file else "unchanged",
        tuple(found.attempts),
        http_status=response.status,
        capture_id=response.meta[CAPTURE],
        file=file,
        etag=header(response, "ETag") if own else None,
        last_modified=header(response, "Last-Modified") if own else None,
    )


def _conclusion(ended: Pursuit, capture_id: int | None) -> FileVisit:
    outcome, reason, status = ended.conclude()
    attempts = tuple(ended.attempts)
    return FileVisit(ended.link, outcome, attempts, reason, status, capture_id)
