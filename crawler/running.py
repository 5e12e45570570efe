"""One crawl, from sites to its result. Scrapy's reactor runs once in a process, so may this."""

from __future__ import annotations

import logging
import sqlite3
from dataclasses import asdict, dataclass
from pathlib import Path

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from archive import gaps, storage, visits
from archive.errors import ArchiveError
from archive.gaps import Gap
from archive.visits import End
from crawler import progress
from crawler.bounds import Bounds
from crawler.pipelines import ArchivePipeline
from crawler.progress import Observer
from crawler.sites import Site
from crawler.spiders.news import NewsSpider


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
    resumed: int
    """Pages that the interrupted crawl before had stored, and that were not asked for again."""
    gone: tuple[tuple[str, str], ...] = ()
    """(address, reason) of pages that are gone from their site."""
    planned: tuple[tuple[str, str], ...] = ()
    """(address, why) of the pages that were, or in a dry run would be, asked for."""
    beyond_limit: int = 0
    """Pages that the limit leaves to the next run."""

    @property
    def exit_status(self) -> int:
        """What the crawl's command ends with, as the crawl's row says."""
        assert self.end.exit_status is not None  # noqa: S101 - a crawl that ended has one
        return self.end.exit_status


def run(
    sites: tuple[Site, ...],
    folder: Path,
    *,
    observe: Observer,
    contact: str | None = None,
    bounds: Bounds | None = None,
) -> CrawlResult:
    """Crawls the sites into the archive in `folder`; blocks until the crawl's end.

    `observe` is told of every page. `contact` replaces the one of the settings. Raises
    ArchiveError where the archive cannot be opened or written.
    """
    settings = Settings()
    settings.setmodule("crawler.settings")
    settings.set("ARCHIVE", str(folder), priority="cmdline")
    if contact is not None:
        settings.set("CONTACT", contact, priority="cmdline")
    settings.set("LOG_INSTALL_ROOT_HANDLER", value=False, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    # The person sees a line for each page and a summary; Scrapy's own words are for developers.
    logging.getLogger("scrapy").setLevel(logging.CRITICAL)
    logging.getLogger("twisted").setLevel(logging.CRITICAL)
    crawler = process.create_crawler(NewsSpider)

    def item_scraped(item: progress.Visit) -> None:
        observe(item)

    crawler.signals.connect(item_scraped, signal=signals.item_scraped)
    crawling = process.crawl(crawler, chosen=sites, bounds=bounds)
    process.start()
    if crawling.done() and not crawling.cancelled() and (error := crawling.exception()):
        raise error
    pipeline = crawler.get_item_pipeline(ArchivePipeline)
    assert pipeline is not None  # noqa: S101 - the settings name it
    try:
        if pipeline.trouble is not None:
            raise pipeline.trouble
        spider = crawler.spider
        assert isinstance(spider, NewsSpider)  # noqa: S101 - the crawler was made for it
        return _result(pipeline, spider, folder)
    except (sqlite3.Error, OSError) as error:
        raise ArchiveError(
            f"The archive in {folder} can no longer be written: {error}."
            " Make room or rights, then crawl again: it goes on where this one stopped."
        ) from error


def _result(pipeline: ArchivePipeline, spider: NewsSpider, folder: Path) -> CrawlResult:
    recorder = pipeline.recorder
    # Ended already, but for a crawl that was stopped twice and had no time to.
    recorder.finish(interrupted=True)
    db = storage.open_archive(folder, create=False)
    try:
        result = CrawlResult(
            crawl_id=recorder.crawl_id,
            folder=folder,
            end=visits.end_of(db, recorder.crawl_id),
            failures=tuple(visits.failures(db, recorder.crawl_id)),
            gaps=tuple(gaps.of_crawl(db, recorder.crawl_id)),
            left_out=tuple(recorder.left_out),
            resumed=len(recorder.resumed),
            gone=tuple(visits.gone(db, recorder.crawl_id)),
            planned=tuple((step.page.url, step.why) for step in spider.planned),
            beyond_limit=spider.beyond_limit,
        )
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
