"""One crawl, from sites to its result; or more: of the sites, a Wayback Machine, and their files.

Scrapy's reactor runs once in a process, so may this.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal

from scrapy import Spider, signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from sqlite_utils import Database

from archive import crawls, file_links, file_store, gaps, mementos, storage, visits
from archive.errors import ArchiveError
from archive.gaps import Gap
from archive.visits import End
from crawler import progress, renewal
from crawler.bounds import Bounds
from crawler.discovery.web_archive import INTERNET_ARCHIVE, WebArchive
from crawler.pipelines import ArchivePipeline
from crawler.progress import Observer
from crawler.recording import Recorder
from crawler.renewal import Renewal
from crawler.sites import Site
from crawler.spiders.files import FilesSpider
from crawler.spiders.news import NewsSpider
from crawler.spiders.wayback import WaybackSpider
from crawler.wayback import lost_sites

Source = Literal["live", "wayback", "auto"]
"""Where a crawl has its pages; `auto`: live, and for sites that are no more a Wayback Machine."""
Files = Literal["with", "without", "only"]
"""Whether the files that the sites' materials link to are fetched."""


@dataclass(frozen=True, slots=True)
class CrawlResult:
    """What a crawl came to, as its archive tells, with what only the run itself knows."""

    crawl_id: int
    folder: Path
    end: End
    failures: tuple[tuple[str, str], ...]
    """(address, reason) of pages that failed."""
    gaps: tuple[Gap, ...]
    """Lists of posts that could not be read."""
    left_out: tuple[str, ...]
    """Addresses that robots.txt forbids."""
    torn: tuple[str, ...]
    """What killed crawls had half written and this one cut off the WARC files, in words."""
    resumed: int
    """Pages that the interrupted crawl before had stored, and that were not asked for again."""
    gone: tuple[tuple[str, str], ...] = ()
    """(address, reason) of pages that are gone from their site."""
    planned: tuple[tuple[str, str], ...] = ()
    """(address, why) of the pages that were, or in a dry run would be, asked for."""
    beyond_limit: int = 0
    """Pages that the limit leaves to the next run."""
    via: crawls.Via = "live"
    no_posts: tuple[tuple[str, str], ...] = ()
    """(address and time, reason) of mementos that are no posts."""
    differing: tuple[tuple[str, str], ...] = ()
    """The same of those that were read though they are not quite what the index says."""
    index_faults: int = 0
    """Lines of a Wayback Machine's index that could not be understood."""
    afterwards: CrawlResult | None = None
    """The crawl of the Wayback Machine that followed, for the sites that are no more."""
    lost: tuple[str, ...] = ()
    """The homes of those sites."""
    files: CrawlResult | None = None
    """The crawl of the files that materials link to, which followed."""
    not_kept: tuple[tuple[str, str], ...] = ()
    """Of a crawl of files: (address, reason) of those refused, and of links that stay links."""
    renewal: Renewal | None = None
    """What became of people, organizations and events at the end of it and of what followed."""

    @property
    def exit_status(self) -> int:
        """What the command ends with: as the crawl's row says, or the rows of all.

        A site that could not be reached is a failure, whatever the Wayback Machine has of it;
        only where neither was reached, nothing was.
        """
        assert self.end.exit_status is not None  # noqa: S101 - a crawl that ended has one
        status = self.end.exit_status
        if self.afterwards is not None and self.afterwards.exit_status != status:
            both = {status, self.afterwards.exit_status}
            status = crawls.INTERRUPTED if crawls.INTERRUPTED in both else crawls.FAILED
        if self.files is None:
            return status
        of_files = self.files.exit_status
        return of_files if status == 0 or of_files == crawls.INTERRUPTED else status


def run(
    sites: tuple[Site, ...],
    folder: Path,
    *,
    observe: Observer,
    contact: str | None = None,
    bounds: Bounds | None = None,
    via: Source = "live",
    wayback: str = INTERNET_ARCHIVE,
    files: Files = "without",
) -> CrawlResult:
    """Crawls the sites into the archive in `folder`; blocks until the crawl's end.

    `observe` is told of every page. `contact` replaces the one of the settings. `wayback` is the
    base address of the Wayback Machine, which `via` may name: with "auto" it is asked for the
    sites that the live crawl found to be no more, and for files that their hosts no longer have.
    Raises ArchiveError where the archive cannot be opened or written.
    """
    process = _process(folder, contact)
    runs = _Runs(process, folder, observe, bounds or Bounds(), wayback)
    # The process ends with the last of its tasks; this one begins one crawl after the other.
    running = asyncio.get_event_loop().create_task(runs.follow(sites, via, files))
    process._active.add(running)  # noqa: SLF001 - what the process waits for
    running.add_done_callback(process._active.discard)  # noqa: SLF001
    process.start()
    if running.done() and not running.cancelled() and (error := running.exception()):
        raise error
    result = _together(runs.results(), runs.lost)
    # A dry run has read no page; its copy of the archive is thrown away.
    is_dry = bounds is not None and bounds.dry_run
    return result if is_dry else replace(result, renewal=renewal.renew_in(folder))


def _together(results: list[CrawlResult], lost: tuple[str, ...]) -> CrawlResult:
    """The result of the first crawl, with those that followed."""
    of_files = [result for result in results if result.via == "files"]
    first, *after = [result for result in results if result.via != "files"] or of_files
    if after:
        first = replace(first, afterwards=after[0], lost=lost)
    return replace(first, files=of_files[0]) if of_files and first is not of_files[0] else first


def _process(folder: Path, contact: str | None) -> AsyncCrawlerProcess:
    settings = Settings()
    settings.setmodule("crawler.settings")
    settings.set("ARCHIVE", str(folder), priority="cmdline")
    if contact is not None:
        settings.set("CONTACT", contact, priority="cmdline")
    settings.set("LOG_INSTALL_ROOT_HANDLER", value=False, priority="cmdline")
    # The person sees a line for each page and a summary; Scrapy's own words are for developers.
    process = AsyncCrawlerProcess(settings)
    logging.getLogger("scrapy").setLevel(logging.CRITICAL)
    logging.getLogger("twisted").setLevel(logging.CRITICAL)
    return process


class _Runs:
    """The crawls of one process, one after the other."""

    def __init__(
        self,
        process: AsyncCrawlerProcess,
        folder: Path,
        observe: Observer,
        bounds: Bounds,
        wayback: str,
    ) -> None:
        self.lost: tuple[str, ...] = ()
        self._process = process
        self._folder = folder
        self._observe = observe
        self._bounds = bounds
        self._wayback = wayback
        self._crawlers: list[Crawler] = []

    async def follow(self, sites: tuple[Site, ...], via: Source, files: Files) -> None:
        """Crawls the sites, and then the files that they link to."""
        if files != "only":
            await self._follow_pages(sites, via)
        if files == "only" or (files == "with" and self._has_files(sites)):
            asked = {"wayback": self._wayback, "where": via}
            await self._crawl(FilesSpider, sites, self._bounds, **asked)

    async def _follow_pages(self, sites: tuple[Site, ...], via: Source) -> None:
        """Crawls the sites, and of those that are lost what the Wayback Machine has."""
        if via == "wayback":
            await self._crawl(WaybackSpider, sites, self._bounds, wayback=self._wayback)
            return
        await self._crawl(NewsSpider, sites, self._bounds)
        lost = self._lost_among(sites) if via == "auto" else ()
        if not lost:
            return
        self.lost = tuple(site.home for site in lost)
        names = ", ".join(self.lost)
        words = f"wayback   No posts at {names}: now what {self._wayback} has of it."
        progress.log_event("via_wayback", words, sites=[site.name for site in lost])
        await self._crawl(WaybackSpider, lost, self._bounds_left(), wayback=self._wayback)

    def results(self) -> list[CrawlResult]:
        """What the crawls came to. Raises what stopped one."""
        try:
            return [_result(crawler, self._folder) for crawler in self._crawlers]
        except (sqlite3.Error, OSError) as error:
            raise ArchiveError(
                f"The archive in {self._folder} can no longer be written: {error}."
                " Make room or rights, then crawl again: it goes on where this one stopped."
            ) from error

    async def _crawl(
        self, spider: type[Spider], sites: tuple[Site, ...], bounds: Bounds, **more: str
    ) -> None:
        crawler = self._process.create_crawler(spider)

        def item_scraped(item: progress.Visit) -> None:
            self._observe(item)

        crawler.signals.connect(item_scraped, signal=signals.item_scraped)
        self._crawlers.append(crawler)
        await self._process.crawl(crawler, chosen=sites, bounds=bounds, **more)

    def _has_files(self, sites: tuple[Site, ...]) -> bool:
        """Whether there are files to ask for or to read, and the crawls of pages went their way.

        Where nothing could be reached, the network is as likely gone as all files are.
        """
        names = [site.name for site in sites]
        if any(_pipeline_of(crawler).trouble is not None for crawler in self._crawlers):
            return False
        db = storage.open_archive(self._folder, create=False)
        try:
            ids = [_pipeline_of(crawler).recorder.crawl_id for crawler in self._crawlers]
            ends = [visits.end_of(db, crawl_id) for crawl_id in ids]
            if any(end.status == "interrupted" for end in ends):
                return False
            if all(end.exit_status == crawls.UNREACHED for end in ends):
                return False
            waiting = file_links.unknown(db, names) or file_links.due(db, names)
            return bool(waiting or file_store.unread(db))
        finally:
            storage.close(db)

    def _lost_among(self, sites: tuple[Site, ...]) -> tuple[Site, ...]:
        """Of an interrupted crawl none, and none of which the Wayback Machine can have anything."""
        (crawler,) = self._crawlers
        pipeline = _pipeline_of(crawler)
        if pipeline.trouble is not None:
            return ()
        archive = WebArchive(self._wayback)
        db = storage.open_archive(self._folder, create=False)
        try:
            crawl_id = pipeline.recorder.crawl_id
            if visits.end_of(db, crawl_id).status == "interrupted":
                return ()
            lost = lost_sites.among(db, crawl_id, sites)
        finally:
            storage.close(db)
        return tuple(site for site in lost if archive.may_have(site.home))

    def _bounds_left(self) -> Bounds:
        """The limit is one for both crawls."""
        (crawler,) = self._crawlers
        if self._bounds.limit is None:
            return self._bounds
        asked = len(_spider_of(crawler).planned)
        return replace(self._bounds, limit=max(0, self._bounds.limit - asked))


def _pipeline_of(crawler: Crawler) -> ArchivePipeline:
    pipeline = crawler.get_item_pipeline(ArchivePipeline)
    assert isinstance(pipeline, ArchivePipeline)  # noqa: S101 - the settings name it
    return pipeline


def _result(crawler: Crawler, folder: Path) -> CrawlResult:
    pipeline = _pipeline_of(crawler)
    if pipeline.trouble is not None:
        raise pipeline.trouble
    recorder = pipeline.recorder
    # Ended already, but for a crawl that was stopped twice and had no time to.
    recorder.finish(interrupted=True)
    db = storage.open_archive(folder, create=False)
    try:
        result = _told(db, recorder, _spider_of(crawler), folder)
    finally:
        storage.close(db)
    progress.log_event(
        "crawl_ended",
        crawl=result.crawl_id,
        status=result.end.status,
        complete=result.end.complete,
        exit_status=result.exit_status,
        duration_seconds=result.end.duration_seconds,
        reason=result.end.reason,
        counts=asdict(result.end.counts),
    )
    return result


def _spider_of(crawler: Crawler) -> NewsSpider | WaybackSpider | FilesSpider:
    spider = crawler.spider
    assert isinstance(spider, (NewsSpider, WaybackSpider, FilesSpider))  # noqa: S101 - it was made for one
    return spider


def _told(
    db: Database,
    recorder: Recorder,
    spider: NewsSpider | WaybackSpider | FilesSpider,
    folder: Path,
) -> CrawlResult:
    crawl_id = recorder.crawl_id
    failures = (
        *visits.failures(db, crawl_id),
        *mementos.failures(db, crawl_id),
        *file_links.of_crawl(db, crawl_id, ["failed"]),
    )
    if isinstance(spider, NewsSpider):
        planned = tuple((step.url, str(step.why)) for step in spider.planned)
    else:
        planned = tuple(spider.planned)
    return CrawlResult(
        crawl_id=crawl_id,
        folder=folder,
        end=visits.end_of(db, crawl_id),
        failures=failures,
        gaps=tuple(gaps.of_crawl(db, crawl_id)),
        left_out=tuple(recorder.left_out),
        resumed=len(recorder.resumed),
        torn=tuple(map(str, recorder.cut_tails)),
        gone=(*visits.gone(db, crawl_id), *file_links.of_crawl(db, crawl_id, ["gone"])),
        planned=planned,
        beyond_limit=spider.beyond_limit,
        via=spider.via,
        no_posts=tuple(mementos.no_posts(db, crawl_id)),
        differing=tuple(mementos.differing(db, crawl_id)),
        index_faults=spider.faults if isinstance(spider, WaybackSpider) else 0,
        not_kept=tuple(file_links.of_crawl(db, crawl_id, ["refused", "link"])),
    )
