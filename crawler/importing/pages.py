"""Reading imported pages in other processes, and storing them in the order of their files."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from sqlite_utils import Database

from archive.errors import ArchiveError
from archive.imports import known_address
from archive.records import Record
from archive.writer import Fetch, store_page
from crawler import progress
from crawler.importing.choice import Belonging
from crawler.importing.keeping import ImportKeeper
from crawler.progress import Observer, Visit
from crawler.readers import Readers, ReadingError

_READ_AHEAD = 4
"""Pages for each worker that are read or wait for it."""
NO_ARTICLE = "No article could be found on the page."


@dataclass(frozen=True, slots=True)
class ImportedPage:
    """A page to be read."""

    capture_id: int
    url: str
    """Where it was served."""
    belonging: Belonging
    fetched_at: str
    body: bytes
    via: tuple[str, ...]
    """Addresses that redirected to it."""
    told: Callable[[str, str | None], None]
    """Is told what the page came to: the outcome, and why it is no post or failed."""


class PageReading:
    """The pages of one import that are being read; a few at a time, so that memory is bounded."""

    def __init__(self, db: Database, keeper: ImportKeeper, workers: int, observe: Observer) -> None:
        """`workers` processes read, from the first page on; `observe` is told of each page."""
        self._db = db
        self._keeper = keeper
        self._workers = workers
        self._observe = observe
        self._readers: Readers | None = None
        self._waiting: deque[tuple[ImportedPage, asyncio.Task[Record]]] = deque()

    async def add(self, page: ImportedPage) -> None:
        """Begins to read a page; waits where enough of them are being read."""
        if self._readers is None:
            self._readers = Readers(self._workers)
        task = asyncio.create_task(self._readers.read(page.body, page.url))
        self._waiting.append((page, task))
        while len(self._waiting) > _READ_AHEAD * self._workers:
            await self._store_next()

    async def finish(self) -> None:
        """Waits for all pages."""
        while self._waiting:
            await self._store_next()

    def close(self) -> None:
        """Ends the processes; pages that wait are not read any more."""
        if self._readers is not None:
            self._readers.close()

    def set_aside(self, capture_id: int, url: str, reason: str) -> None:
        """Notes and tells that a capture is no post, and why."""
        self._keeper.set_aside(capture_id, reason)
        self._tell(Visit("no post", url, reason=reason))

    async def _store_next(self) -> None:
        page, task = self._waiting.popleft()
        if not task.done():
            self._keeper.commit()  # nobody else should wait for this page
        try:
            record = await task
            if not record.article.text.strip():
                self.set_aside(page.capture_id, page.url, NO_ARTICLE)
                page.told("no post", NO_ARTICLE)
                return
            outcome = self._store(page, record)
        except ArchiveError:
            raise
        except ReadingError as error:
            self._fail(page, str(error))
            return
        except Exception as error:  # noqa: BLE001 - one page must not stop the import
            self._fail(page, f"The page could not be read ({type(error).__name__}: {error}).")
            return
        facts = progress.count_facts(record)
        self._tell(Visit(outcome, page.url, progress.date_of(record), facts))
        page.told(outcome, None)

    def _store(self, page: ImportedPage, record: Record) -> str:
        own = page.belonging.address
        address = known_address(self._db, own) or own
        fetch = Fetch(
            url=address,
            requested_url=address,
            site=page.belonging.site,
            fetched_at=page.fetched_at,
            http_status=200,
            capture_id=page.capture_id,
            crawl_id=None,
            is_live=False,
            addresses=tuple(dict.fromkeys((own, page.url, *page.via))),
        )
        return store_page(self._db, record, fetch)

    def _fail(self, page: ImportedPage, reason: str) -> None:
        self._keeper.set_aside(page.capture_id, reason)
        self._tell(Visit("failed", page.url, reason=reason))
        page.told("failed", reason)

    def _tell(self, visit: Visit) -> None:
        level = logging.WARNING if visit.outcome == "failed" else logging.INFO
        line = progress.line_of(visit)
        progress.log_event("page", line, level=level, url=visit.url, outcome=visit.outcome)
        self._observe(visit)
