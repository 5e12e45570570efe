"""The one place where a crawl writes to the archive: what it found, had, and could not have."""

from __future__ import annotations

import fcntl
import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from archive import crawls, frontier, storage, visits
from archive.addresses import join_address
from archive.errors import ArchiveError, ResilienceError
from archive.timestamps import utc_now
from archive.writer import Fetch, store_page
from crawler import progress, reading
from crawler.progress import Visit

LOCK_NAME = "crawl.lock"

_logger = logging.getLogger(progress.LOGGER)


@dataclass(frozen=True, slots=True)
class FetchedPost:
    """A post's page as it was served."""

    url: str
    requested_url: str
    site: str
    http_status: int
    media_type: str
    body: bytes
    addresses: tuple[str, ...] = ()
    fetched_at: str = field(default_factory=utc_now)


@dataclass(frozen=True, slots=True)
class FailedPost:
    """A post that could not be had, and why."""

    url: str
    site: str
    reason: str
    http_status: int | None = None


class Recorder:
    """A crawl's row, its pages, and what of it no table holds: listings that failed."""

    def __init__(self, folder: Path, sites: Iterable[str]) -> None:
        """Begins a crawl of these sites in the archive in `folder`.

        Raises ArchiveError where the archive cannot be opened or another crawl writes to it.
        """
        self.db = storage.open_archive(folder)
        self._lock = _lock(folder)
        self.crawl_id = crawls.start(self.db, list(sites))
        self.resumed = visits.before_interruption(self.db, self.crawl_id)
        """Pages that an interrupted crawl has stored, which this one completes."""
        self.broken_listings: dict[str, str] = {}
        """Listing pages that failed, by address, with the reason."""
        self.left_out: dict[str, None] = {}
        """Addresses that robots.txt forbids, in the order they were found."""

    def due(self, site: str) -> list[str]:
        """The site's known pages that this crawl has not visited."""
        return frontier.due(self.db, site=site, crawl_id=self.crawl_id)

    def discover(self, urls: Iterable[str], site: str) -> None:
        """Notes posts that the site lists, before any of them is asked for."""
        frontier.discover(self.db, urls, site=site, crawl_id=self.crawl_id)

    def add_address(self, address: str, url: str) -> None:
        """Notes that `address` leads to the page that this crawl has stored at `url`."""
        join_address(self.db, address, to=url)

    def store(self, post: FetchedPost) -> Visit:
        """Reads a page and stores it with its facts; a page that cannot be read has failed."""
        try:
            record = reading.read_page(post.body, post.url)
            if not record.article.text.strip():
                return self.fail(_failed(post, "No article could be found on the page."))
            outcome = store_page(
                self.db,
                record,
                Fetch(
                    url=post.url,
                    requested_url=post.requested_url,
                    site=post.site,
                    fetched_at=post.fetched_at,
                    http_status=post.http_status,
                    media_type=post.media_type,
                    body=post.body,
                    crawl_id=self.crawl_id,
                    addresses=post.addresses,
                ),
            )
        except ResilienceError as error:
            return self.fail(_failed(post, str(error)))
        except Exception as error:  # noqa: BLE001 - one page must not stop the crawl
            reason = f"The page could not be read ({type(error).__name__}: {error})."
            return self.fail(_failed(post, reason))
        return _logged(
            Visit(outcome, post.url, progress.date_of(record), progress.count_facts(record))
        )

    def fail(self, post: FailedPost) -> Visit:
        """Notes that a post could not be had; what is known of it stays."""
        frontier.mark_failed(
            self.db,
            post.url,
            site=post.site,
            reason=post.reason,
            http_status=post.http_status,
            crawl_id=self.crawl_id,
        )
        return _logged(Visit("failed", post.url, reason=post.reason))

    def fail_listing(self, url: str, reason: str) -> None:
        """Notes that a listing could not be had, so that posts may be missing."""
        self.broken_listings[url] = reason
        _logger.info("failed    listing: %s", reason)

    def finish(self, *, interrupted: bool) -> None:
        """Ends the crawl's row, by what happened, and closes the archive; once is enough."""
        if self._lock.closed:
            return
        counts = crawls.count(self.db, self.crawl_id)
        status = "failed" if self.broken_listings else "finished"
        reasons = list(self.broken_listings.values())
        crawls.finish(
            self.db,
            self.crawl_id,
            status="interrupted" if interrupted else status,
            counts=counts,
            reason="The crawl was stopped." if interrupted else " ".join(reasons) or None,
        )
        storage.close(self.db)
        self._lock.close()


def _failed(post: FetchedPost, reason: str) -> FailedPost:
    return FailedPost(post.requested_url, post.site, reason, post.http_status)


def _logged(visit: Visit) -> Visit:
    _logger.info(progress.line_of(visit))
    return visit


def _lock(folder: Path) -> TextIO:
    """The archive's lock, held until it is closed or the process ends in whatever way."""
    lock = (folder / LOCK_NAME).open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        raise ArchiveError(
            f"Another crawl is writing to the archive in {folder}."
            " Wait for its end, or name another folder with --archive."
        ) from error
    return lock
