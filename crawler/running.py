"""One crawl, from sites to its result. Scrapy's reactor runs once in a process, so may this."""

from __future__ import annotations

import logging
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from archive import storage, visits
from archive.errors import ArchiveError
from archive.visits import End
from crawler import progress
from crawler.pipelines import ArchivePipeline
from crawler.sites import Site
from crawler.spiders.news import NewsSpider

INTERRUPTED = 130
"""What a shell gives for a program that Ctrl-C ended: 128 and the signal's number."""
UNREACHED = 3
"""Nothing of any site could be had."""


@dataclass(frozen=True, slots=True)
class CrawlResult:
    """What a crawl came to, as its archive tells, with what only the run itself knows."""

    crawl_id: int
    folder: Path
    end: End
    failures: tuple[tuple[str, str], ...]
    """(address, reason) of pages that failed."""
    broken_listings: tuple[str, ...]
    """Sentences about listings that could not be read."""
    left_out: tuple[str, ...]
    """Addresses that robots.txt forbids."""
    resumed: int
    """Pages that the interrupted crawl before had stored, and that were not asked for again."""


def exit_status(end: End) -> int:
    """0 all well; 1 something failed; 3 nothing could be reached; 130 interrupted."""
    if end.status == "finished":
        return 1 if end.counts.failed else 0
    if end.status == "failed":
        return 1 if end.counts.found else UNREACHED
    return INTERRUPTED


def run(sites: tuple[Site, ...], folder: Path, *, contact: str | None = None) -> CrawlResult:
    """Crawls the sites into the archive in `folder`; blocks until the crawl's end.

    `contact` replaces the one of the settings. Raises ArchiveError where the archive cannot
    be opened or written.
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
    with progress.shown() as observe:

        def item_scraped(item: progress.Visit) -> None:
            observe(item)

        crawler.signals.connect(item_scraped, signal=signals.item_scraped)
        crawling = process.crawl(crawler, chosen=sites)
        process.start()
    if crawling.done() and not crawling.cancelled() and (error := crawling.exception()):
        raise error
    pipeline = crawler.get_item_pipeline(ArchivePipeline)
    assert pipeline is not None  # noqa: S101 - the settings name it
    try:
        if pipeline.trouble is not None:
            raise pipeline.trouble
        return _result(pipeline, folder)
    except (sqlite3.Error, OSError) as error:
        raise ArchiveError(
            f"The archive in {folder} can no longer be written: {error}."
            " Make room or rights, then crawl again: it goes on where this one stopped."
        ) from error


def _result(pipeline: ArchivePipeline, folder: Path) -> CrawlResult:
    recorder = pipeline.recorder
    # Ended already, but for a crawl that was stopped twice and had no time to.
    recorder.finish(interrupted=True)
    db = storage.open_archive(folder, create=False)
    try:
        return CrawlResult(
            crawl_id=recorder.crawl_id,
            folder=folder,
            end=visits.end_of(db, recorder.crawl_id),
            failures=tuple(visits.failures(db, recorder.crawl_id)),
            broken_listings=tuple(recorder.broken_listings.values()),
            left_out=tuple(recorder.left_out),
            resumed=len(recorder.resumed),
        )
    finally:
        storage.close(db)
