"""The one place where a crawl writes to the archive: what it found, had, and could not have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from archive import (
    captures,
    crawls,
    frontier,
    gaps,
    known_pages,
    lock,
    site_ways,
    storage,
    visits,
)
from archive.addresses import find_page, join_address
from archive.crawls import Via
from archive.errors import ResilienceError
from archive.gaps import Gap
from archive.known_pages import KnownPage
from archive.records import Record
from archive.site_ways import WayState
from archive.timestamps import utc_now
from archive.warc import tails
from archive.writer import Fetch, store_page
from crawler import progress
from crawler.discovery import Post
from crawler.keeping import Keeper
from crawler.progress import Visit
from crawler.readers import Readers, ReadingError

_READERS = 2
"""Processes that read pages; the second starts only where pages come faster than one reads."""


@dataclass(frozen=True, slots=True)
class FetchedPost:
    """A post's page as it was served."""

    url: str
    requested_url: str
    site: str
    http_status: int
    body: bytes
    addresses: tuple[str, ...] = ()
    fetched_at: str = field(default_factory=utc_now)
    told: Post | None = None
    """What the site's lists told of it before it was asked for."""
    is_same: bool = False
    """Whether the site's lists say that it is the page known at `requested_url`."""
    etag: str | None = None
    last_modified: str | None = None
    capture_id: int | None = None
    """The capture of the answer; of every item None where there was none."""
    is_live: bool = True
    """Whether the site itself served it."""


@dataclass(frozen=True, slots=True)
class FailedPost:
    """A post that could not be had, and why."""

    url: str
    site: str
    reason: str
    http_status: int | None = None
    capture_id: int | None = None


@dataclass(frozen=True, slots=True)
class UnchangedPost:
    """A post of which the server says that it is as it was when it was last fetched."""

    url: str
    site: str
    http_status: int
    capture_id: int | None = None


@dataclass(frozen=True, slots=True)
class GonePost:
    """A post that the site says is no more, and how it says so."""

    url: str
    site: str
    reason: str
    http_status: int | None = None
    capture_id: int | None = None


@dataclass(frozen=True, slots=True)
class ProtectedPost:
    """A post whose page asks for a password."""

    url: str
    reason: str = "A password protects the post."
    capture_id: int | None = None


Item = FetchedPost | FailedPost | UnchangedPost | GonePost | ProtectedPost
"""What a visit to a post came to."""


class UnstoredError(Exception):
    """A page that could not be read or stored; its message is a sentence."""


class NoArticleError(UnstoredError):
    """A page on which there is no article."""


class Recorder:
    """A crawl's row, its pages, the gaps in its lists of posts, and what it left out."""

    def __init__(self, folder: Path, sites: Iterable[str], *, via: Via = "live") -> None:
        """Begins a crawl of these sites in the archive in `folder`.

        Raises ArchiveError where the archive cannot be opened or another crawl writes to it.
        """
        names = list(sites)
        self.db = storage.open_archive(folder)
        try:
            self._lock = lock.take(folder, names)
        except BaseException:
            storage.close(self.db)
            raise
        self.via = via
        self.crawl_id = crawls.start(self.db, names, via=via)
        progress.log_event("crawl_started", crawl=self.crawl_id, sites=names, via=via)
        self.cut_tails = tails.cut(folder, captures.known_ends(self.db))
        """What killed crawls had half written at the ends of their WARC files."""
        for tail in self.cut_tails:
            progress.log_event("torn_tail_cut", file=tail.file, bytes=tail.length)
        self.keeper = Keeper(self.db, folder, self.crawl_id)
        self._readers = Readers(_READERS)
        self._reading = 0
        self._joins: list[tuple[str, str]] = []
        self.resumed = (
            visits.before_interruption(self.db, self.crawl_id) if via == "live" else frozenset()
        )
        """Pages that an interrupted crawl has stored, which this one completes."""
        self.left_out: dict[str, None] = {}
        """Addresses that robots.txt forbids, in the order they were found."""
        self.protected: dict[str, None] = {}
        """Addresses of posts that a password protects, likewise."""

    def known_pages(self, site: str) -> list[KnownPage]:
        """What the archive knows of the site's pages; resumed ones count as visited."""
        pages = known_pages.of_site(self.db, site=site, crawl_id=self.crawl_id)
        return [replace(page, visited=True) if page.url in self.resumed else page for page in pages]

    def begin_ways(self, site: str, ways: tuple[str, ...]) -> dict[str, WayState]:
        """How the last crawl left the ways to find posts, which from now on are being read."""
        before = site_ways.of_site(self.db, site)
        site_ways.begin(self.db, site, ways)
        return before

    def end_way(self, site: str, way: str, state: WayState) -> None:
        """Notes how far a way was read."""
        site_ways.end(self.db, site, way, state)

    def verify(self, verified: Iterable[tuple[KnownPage, Post]]) -> None:
        """Notes pages of which the site's lists tell that they are as they were."""
        told = [(page.id, post.modified, post.published) for page, post in verified]
        frontier.verify(self.db, told, crawl_id=self.crawl_id)

    def mark_unlisted(self, pages: Iterable[KnownPage]) -> None:
        """Notes pages that the site no longer lists."""
        frontier.mark_unlisted(self.db, [page.id for page in pages])

    def discover(self, urls: Iterable[str], site: str) -> None:
        """Notes posts that the site lists, before any of them is asked for."""
        frontier.discover(self.db, urls, site=site, crawl_id=self.crawl_id)

    def leave_out(self, url: str) -> Visit:
        """Notes that a password protects a post; what the archive has of it stays."""
        self.protected[url] = None
        frontier.leave_out(self.db, url)
        return _logged(Visit("protected", url, reason=ProtectedPost(url).reason))

    def move(self, url: str, address: str) -> None:
        """Notes that the site now calls the page known at `url` by another address."""
        join_address(self.db, address, to=url)

    def add_address(self, address: str, url: str) -> None:
        """Notes that `address` leads to the page that this crawl stores at `url`.

        Pages that are being read are waited for: only with its article is a page sure to be one.
        """
        self._joins.append((address, url))
        self._join()

    def _join(self) -> None:
        if not self._reading:
            for address, url in self._joins:
                join_address(self.db, address, to=url)
            self._joins.clear()

    async def store(self, post: FetchedPost) -> Visit:
        """Reads a page and stores it with its facts; a page that cannot be read has failed."""
        self._reading += 1
        try:
            return await self._store(post)
        finally:
            self._reading -= 1
            self._join()

    async def _store(self, post: FetchedPost) -> Visit:
        try:
            return await self.read_and_store(post)
        except UnstoredError as error:
            return self.fail(_failed(post, str(error)))

    async def read_and_store(self, post: FetchedPost) -> Visit:
        """Reads a page and stores it with its facts. Raises NoArticleError, UnstoredError."""
        assert post.capture_id is not None  # noqa: S101 - every answer is kept
        try:
            record = await self._readers.read(post.body, post.url)
            _demand_text(record)
            outcome = store_page(
                self.db,
                record,
                Fetch(
                    url=post.url,
                    requested_url=post.requested_url,
                    site=post.site,
                    fetched_at=post.fetched_at,
                    http_status=post.http_status,
                    capture_id=post.capture_id,
                    crawl_id=self.crawl_id,
                    addresses=post.addresses,
                    is_same=post.is_same,
                    modified=post.told.modified if post.told else None,
                    published=post.told.published if post.told else None,
                    etag=post.etag,
                    last_modified=post.last_modified,
                    is_live=post.is_live,
                ),
            )
        except NoArticleError:
            raise
        except (ResilienceError, ReadingError) as error:
            raise UnstoredError(str(error)) from error
        except Exception as error:
            reason = f"The page could not be read ({type(error).__name__}: {error})."
            raise UnstoredError(reason) from error
        return _logged(
            Visit(outcome, post.url, progress.date_of(record), progress.count_facts(record))
        )

    async def take(self, item: Item) -> Visit:
        """Notes what a visit came to, whatever that is."""
        if isinstance(item, FetchedPost):
            return await self.store(item)
        if isinstance(item, FailedPost):
            return self.fail(item)
        if isinstance(item, ProtectedPost):
            visit = self.leave_out(item.url)
            self._assign(item)
            return visit
        if isinstance(item, GonePost):
            frontier.mark_gone(
                self.db,
                item.url,
                reason=item.reason,
                http_status=item.http_status,
                crawl_id=self.crawl_id,
            )
            self._assign(item)
            return _logged(Visit("gone", item.url, reason=item.reason))
        frontier.verify_visited(
            self.db, item.url, http_status=item.http_status, crawl_id=self.crawl_id
        )
        self._assign(item)
        return _logged(Visit("unchanged", item.url))

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
        self._assign(post)
        return _logged(Visit("failed", post.url, reason=post.reason))

    def _assign(self, item: FailedPost | GonePost | UnchangedPost | ProtectedPost) -> None:
        """Notes to which page an answer belongs that is no article."""
        page_id = find_page(self.db, item.url)
        if item.capture_id is not None and page_id is not None:
            with storage.transaction(self.db):
                captures.assign(
                    self.db, item.capture_id, page_id, reason=getattr(item, "reason", None)
                )

    def fail_listing(
        self, url: str, reason: str, *, way: str = "listing", site: str | None = None
    ) -> None:
        """Notes that a list of posts could not be had, so that posts may be missing."""
        gap = Gap(url, reason, way, site)
        gaps.note(self.db, self.crawl_id, gap)
        progress.log_gap(gap)

    def finish(self, *, interrupted: bool) -> None:
        """Ends the crawl's row, by what happened, and closes the archive; once is enough."""
        if self._lock.closed:
            return
        self._readers.close()
        self.keeper.close()
        counts = crawls.count(self.db, self.crawl_id)
        reasons = [gap.reason for gap in gaps.of_crawl(self.db, self.crawl_id)]
        status = "failed" if reasons else "finished"
        crawls.finish(
            self.db,
            self.crawl_id,
            status="interrupted" if interrupted else status,
            counts=counts,
            reason="The crawl was stopped." if interrupted else " ".join(reasons) or None,
            left_out=crawls.LeftOut(forbidden=len(self.left_out), protected=len(self.protected)),
        )
        storage.close(self.db)
        lock.release(self._lock)


def _demand_text(record: Record) -> None:
    if not record.article.text.strip():
        raise NoArticleError("No article could be found on the page.")


def _failed(post: FetchedPost, reason: str) -> FailedPost:
    return FailedPost(post.requested_url, post.site, reason, post.http_status, post.capture_id)


def _logged(visit: Visit) -> Visit:
    progress.log_page(visit)
    return visit
