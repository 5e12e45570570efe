"""What asking for a file came to, and its way into the archive: on disk, as a row, and read."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from pathlib import Path

from archive import file_links, file_store
from archive.file_links import Attempt, FileLink, Outcome
from archive.file_store import NewFile, Written
from archive.storage import transaction
from crawler import progress
from crawler.documents.limited import DocumentReader
from crawler.files import comparing
from crawler.progress import Visit
from crawler.recording import Recorder


@dataclass(frozen=True, slots=True)
class FileVisit:
    """A link whose file was asked for."""

    link: FileLink
    outcome: Outcome | None
    """None where the file came."""
    attempts: tuple[Attempt, ...]
    reason: str | None = None
    http_status: int | None = None
    capture_id: int | None = None
    file: NewFile | None = None
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file that the archive has, and that a crawl which was killed, or an older reader, left."""

    file_id: int
    path: str


class FileKeeping:
    """Keeps the files of one crawl, and reads them in a process of its own."""

    def __init__(
        self, recorder: Recorder, folder: Path, *, reader: DocumentReader | None = None
    ) -> None:
        """`folder` is the archive's; the reader is its own unless one is given, and ends with it."""
        self._recorder = recorder
        self._folder = folder
        self._reader = reader or DocumentReader()
        self._storing = asyncio.Lock()

    async def take(self, item: FileVisit | UnreadFile) -> Visit:
        """Notes what a visit came to, whatever that is. Raises OSError where the disk refuses."""
        if isinstance(item, UnreadFile):
            await self._read(item.file_id, item.path)
            return Visit("read", item.path)
        if item.file is None:
            return self._conclude(item)
        return await self._store(item, item.file)

    def finish(self, *, interrupted: bool) -> None:
        """Ends the process that reads; the files are held against their posts, if there is time."""
        self._reader.close()
        if not interrupted:
            comparing.compare_all(self._recorder.db)

    def _conclude(self, item: FileVisit) -> Visit:
        assert item.outcome is not None  # noqa: S101 - only a file has none
        outcome = file_links.conclude(self._recorder.db, self._visit(item), item.outcome)
        return _logged(outcome, item.link.url, item.reason)

    async def _store(self, item: FileVisit, file: NewFile) -> Visit:
        """First the file, then its row: no row is without its file, whenever this is killed."""
        db = self._recorder.db
        async with self._storing:  # else two addresses of one file would write it at once
            path, is_missing = file_store.place_of(db, self._folder, file)
            if is_missing:
                written = await asyncio.to_thread(file_store.write, self._folder, file, path)
            else:
                written = Written(file_store.digest_of(file.body), len(file.body), path)
            with transaction(db):
                file_id = file_store.note(db, file, written)
                outcome = file_links.note_fetched(db, self._visit(item), file_id)
            if file_store.is_unread(db, file_id):
                await self._read(file_id, path)
        said = f"{len(file.body)} bytes, {file.type}: {path}"
        return _logged(outcome, item.link.url, said)

    async def _read(self, file_id: int, path: str) -> None:
        document = await asyncio.to_thread(self._reader.read, self._folder / path)
        file_store.note_reading(self._recorder.db, self._folder, file_id, document)

    def _visit(self, item: FileVisit) -> file_links.Visit:
        return file_links.Visit(
            item.link.id,
            self._recorder.crawl_id,
            http_status=item.http_status,
            reason=item.reason,
            attempts=item.attempts,
            capture_id=item.capture_id,
            etag=item.etag,
            last_modified=item.last_modified,
        )


def _logged(outcome: Outcome, url: str, said: str | None) -> Visit:
    level = logging.WARNING if outcome == "failed" else logging.INFO
    words = progress.file_line(outcome, url, said)
    progress.log_event("file", words, level=level, outcome=outcome, url=url, said=said)
    return Visit(outcome, url, reason=said)
