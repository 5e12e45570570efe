"""Scrapy's pages and files -> the archive."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from archive.errors import ArchiveError
from crawler.files.visits import FileKeeping, FileVisit, UnreadFile
from crawler.progress import Visit
from crawler.recording import Item, Recorder
from crawler.spiders.asking import error_of
from crawler.spiders.files import FilesSpider
from crawler.spiders.news import NewsSpider
from crawler.spiders.wayback import WaybackSpider
from crawler.wayback import memento_visits
from crawler.wayback.memento_visits import MementoVisit


class ArchivePipeline:
    """Stores every post that the spider had, or could not have, as it comes."""

    recorder: Recorder

    def __init__(self, crawler: Crawler) -> None:
        """A pipeline without a crawl, until the spider opens."""
        self.trouble: BaseException | None = None
        """Why the archive cannot be written any more."""
        self._crawler = crawler
        self._stopping: asyncio.Future[None] | None = None
        self._files: FileKeeping | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The pipeline, which ends the crawl's row when the spider closes."""
        pipeline = cls(crawler)
        crawler.signals.connect(pipeline.spider_closed, signal=signals.spider_closed)
        crawler.signals.connect(pipeline.item_error, signal=signals.item_error)
        crawler.signals.connect(pipeline.spider_error, signal=signals.spider_error)
        return pipeline

    def open_spider(self) -> None:
        """Begins the crawl in the archive of the setting ARCHIVE."""
        spider = self._crawler.spider
        assert isinstance(spider, (NewsSpider, WaybackSpider, FilesSpider))  # noqa: S101 - those that have sites
        folder = Path(self._crawler.settings["ARCHIVE"])
        names = [site.name for site in spider.sites]
        self.recorder = spider.recorder = Recorder(folder, names, via=spider.via)
        if isinstance(spider, FilesSpider):
            self._files = FileKeeping(self.recorder, folder)

    async def process_item(self, item: Item | MementoVisit | FileVisit | UnreadFile) -> Visit:
        """Stores what one visit came to; that goes on to whoever watches the crawl."""
        if isinstance(item, (FileVisit, UnreadFile)):
            assert self._files is not None  # noqa: S101 - only its spider has such items
            return await self._files.take(item)
        if isinstance(item, MementoVisit):
            return await memento_visits.take(self.recorder, item)
        return await self.recorder.take(item)

    def item_error(self, failure: Failure) -> None:
        """Stops a crawl whose archive takes no more, not even that a page failed."""
        self.stop(failure.value)

    def spider_error(self, failure: Failure, response: Response | None) -> None:
        """Notes a fault of this program, so that the crawl cannot end as if all were well."""
        error = error_of(failure)
        if isinstance(error, (sqlite3.Error, ArchiveError)):
            self.stop(error)
            return
        url = response.url if response else "The beginning"
        reason = f"{url}: It could not be understood ({type(error).__name__}: {error})."
        self.recorder.fail_listing(url, reason)

    def stop(self, trouble: BaseException | None) -> None:
        """Stops the crawl for a trouble that none of its further visits could be spared."""
        if self.trouble is None:
            self.trouble = trouble
            stopped = self._crawler.engine.close_spider_async(reason="archive_error")
            self._stopping = asyncio.ensure_future(stopped)

    def spider_closed(self, reason: str) -> None:
        """Ends the crawl; any reason but Scrapy's own two has stopped it before its time."""
        interrupted = reason not in {"finished", "start_error"}
        if self._files is not None:
            self._files.finish(interrupted=interrupted)
        if hasattr(self, "recorder"):
            self.recorder.finish(interrupted=interrupted)
