"""What Scrapy asked and got, as an exchange that the archive keeps; and the keeping, early.

Headers are kept with their values as sent, in the order and with the capitals that Twisted
gives their names; the body with its content coding and without its transfer coding.
"""

from __future__ import annotations

import sqlite3
from typing import Self
from urllib.parse import urlsplit

from scrapy.crawler import Crawler
from scrapy.http import Headers, Request, Response
from twisted.web.http import RESPONSES

from archive.captures import Source
from archive.errors import ResilienceError
from archive.timestamps import utc_now
from archive.warc import exchange
from archive.warc.exchange import Exchange
from crawler.pipelines import ArchivePipeline
from crawler.spiders.asking import CAPTURE
from crawler.wayback import originals


class Capturing:
    """Keeps every answer, before anything else is made of it; a memento as the original one."""

    def __init__(self, crawler: Crawler) -> None:
        """The middleware of a crawl whose spider has a recorder."""
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The middleware."""
        return cls(crawler)

    async def process_response(self, request: Request, response: Response) -> Response:
        """The same response; its capture's id stands in the request's meta.

        Where it cannot be kept, the crawl is stopped: nothing may be known that is not kept.
        """
        pipeline = self._crawler.get_item_pipeline(ArchivePipeline)
        assert pipeline is not None  # noqa: S101 - the settings name it
        try:
            is_original = originals.MEMENTO in request.meta and originals.is_memento(response)
            answer = (originals.exchange_of if is_original else exchange_of)(request, response)
            of_wayback = is_original or pipeline.recorder.via == "wayback"
            source: Source = "wayback" if of_wayback else "live"
            kept = await pipeline.recorder.keeper.keep(answer, source=source)
        except (ResilienceError, sqlite3.Error) as error:
            pipeline.stop(error)
            raise
        request.meta[CAPTURE] = kept
        return response


def exchange_of(request: Request, response: Response) -> Exchange:
    """The exchange; the time is that of the answer's end."""
    parts = urlsplit(request.url)
    target = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
    asked = (*_lines(request.headers), ("Host", parts.netloc))
    return Exchange(
        url=request.url,
        fetched_at=utc_now(),
        status=response.status,
        reason=RESPONSES.get(response.status, b"").decode("ascii"),
        headers=_lines(response.headers),
        body=response.body,
        request=exchange.Request(request.method, target, asked),
        protocol=response.protocol or "HTTP/1.1",
        ip=str(response.ip_address) if response.ip_address else None,
    )


def _lines(headers: Headers) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.decode("latin-1"), _text(value))
        for name, values in headers.items()
        for value in values
    )


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
