"""Scrapy's pages -> the archive."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from twisted.python.failure import Failure

from crawler.progress import Visit
from crawler.recording import Item, Recorder
from crawler.spiders.news import NewsSpider


class ArchivePipeline:
    """Stores every post that the spider had, or could not have, as it comes."""

    recorder: Recorder

    def __init__(self, crawler: Crawler) -> None:
        """A pipeline without a crawl, until the spider opens."""
        self.trouble: BaseException | None = None
        """Why the archive cannot be written any more."""
        self._crawler = crawler
        self._stopping: asyncio.Future[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The pipeline, which ends the crawl's row when the spider closes."""
        pipeline = cls(crawler)
        crawler.signals.connect(pipeline.spider_closed, signal=signals.spider_closed)
        crawler.signals.connect(pipeline.item_error, signal=signals.item_error)
        return pipeline

    def open_spider(self) -> None:
        """Begins the crawl in the archive of the setting ARCHIVE."""
        spider = self._crawler.spider
        assert isinstance(spider, NewsSpider)  # noqa: S101 - the spider that has sites
        folder = Path(self._crawler.settings["ARCHIVE"])
        self.recorder = spider.recorder = Recorder(folder, [site.name for site in spider.sites])

    def process_item(self, item: Item) -> Visit:
        """Keeps what one visit came to; that goes on to whoever watches the crawl."""
        return self.recorder.take(item)

    def item_error(self, failure: Failure) -> None:
        """Stops a crawl whose archive takes no more, not even that a page failed."""
        if self.trouble is None:
            self.trouble = failure.value
            stopped = self._crawler.engine.close_spider_async(reason="archive_error")
            self._stopping = asyncio.ensure_future(stopped)

    def spider_closed(self, reason: str) -> None:
        """Ends the crawl; any reason but Scrapy's own two has stopped it before its time."""
        if hasattr(self, "recorder"):
            self.recorder.finish(interrupted=reason not in {"finished", "start_error"})
