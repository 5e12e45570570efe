"""Keeping what was served: into a WARC file first, then as a row of the archive."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sqlite_utils import Database

from archive import captures
from archive.captures import Capture, Source
from archive.storage import transaction
from archive.timestamps import in_digits, utc_now
from archive.warc.exchange import Exchange, payload_of
from archive.warc.writing import WarcWriter


class Keeper:
    """Keeps the exchanges of one crawl, in its own WARC files."""

    def __init__(self, db: Database, folder: Path, crawl_id: int) -> None:
        """Files are named after the crawl and the time at which this begins."""
        self._db = db
        self._crawl_id = crawl_id
        self._writer = WarcWriter(folder, f"crawl-{crawl_id:06}-{in_digits(utc_now())}")
        # One thread: the disk is waited for there, and records are written one after the other.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="warc")

    async def keep(self, exchange: Exchange, *, source: Source = "live") -> int:
        """Keeps an exchange; the id of its capture, whose record is then on disk.

        A body that is kept already is not written again, nor is a memento that is known. Raises
        ArchiveError where the disk refuses.
        """
        payload = payload_of(exchange.body)
        known = captures.find(self._db, exchange.url, exchange.fetched_at, payload.digest)
        if source == "wayback" and known is not None and captures.place_of(self._db, known):
            return known
        repeated = captures.original_of(self._db, payload.digest)
        original_id, original = repeated or (None, None)
        place = await asyncio.get_running_loop().run_in_executor(
            self._thread, lambda: self._writer.write(exchange, repeats=original)
        )
        capture = Capture(
            url=exchange.url,
            fetched_at=exchange.fetched_at,
            status=exchange.status,
            media_type=exchange.media_type,
            payload=payload,
            source=source,
            record_type="response" if original is None else "revisit",
            place=place,
            crawl_id=self._crawl_id,
            original_id=original_id,
        )
        with transaction(self._db):
            return captures.note(self._db, capture)

    def close(self) -> None:
        """Ends the present file; what is being written is written to its end."""
        self._thread.shutdown(wait=True)
        self._writer.close()
