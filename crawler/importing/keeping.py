"""Keeping what a file holds: into the archive's own WARC files first, then as rows of captures."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from archive import captures, imports
from archive.captures import Capture
from archive.imports import Repeated
from archive.storage import transaction
from archive.warc import importing, reading
from archive.warc.exchange import payload_of
from archive.warc.importing import Foreign
from archive.warc.writing import WarcWriter

_LONGEST_TRANSACTION = 0.5
"""Seconds of work that a killed import may lose."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A capture that the archive has now."""

    capture_id: int
    is_new: bool
    is_unread: bool
    """Whether an import has still to look whether it is a page."""
    status: int
    media_type: str


class ImportKeeper:
    """Keeps the records of one run of the import, in its own WARC files."""

    def __init__(self, db: Database, folder: Path) -> None:
        """`folder` is the archive's; a WARC file is made with the first record that is new."""
        self._db = db
        self._folder = folder
        prefix = f"import-{datetime.now(UTC):%Y%m%d%H%M%S%f}"
        self._writer = WarcWriter(folder, prefix, durable=False)
        self._began = 0.0
        """When the present transaction began, by the monotonic clock."""
        self._captures: dict[str, int] = {}
        """The ids of the records of this run -> their captures."""
        self._seen: set[int] = set()
        """The captures that this run has met already."""

    def keep(self, foreign: Foreign, import_id: int, request: bytes | None = None) -> Kept | None:
        """Keeps a record, with its request if given; one that is kept already stays as it is.

        None for a revisit of a response that the archive does not have, which may yet come.
        Raises ArchiveError where the disk refuses.
        """
        original = self._original(foreign)
        if foreign.record_type == "revisit" and original is None:
            return None
        payload = original.payload if original else foreign.payload
        status = foreign.status or (original.status if original else 0)
        media_type = foreign.media_type or (original.media_type if original else "")
        known = captures.find(self._db, foreign.url, foreign.fetched_at, payload.digest)
        capture_id = known
        if capture_id is None:
            asked = None if request is None else importing.request_of(request)
            place = self._writer.copy(importing.copy_of(foreign.data), request=asked)
            capture = Capture(
                url=foreign.url,
                fetched_at=foreign.fetched_at,
                status=status,
                media_type=media_type,
                payload=payload,
                source="import",
                record_type=foreign.record_type,
                place=place,
                import_id=import_id,
                original_id=original.capture_id if original and payload.length else None,
            )
            capture_id = self._note(capture)
        if foreign.record_id:
            self._captures[foreign.record_id] = capture_id
        return self._kept(capture_id, known is None, status, media_type)

    def keep_saved(
        self,
        url: str,
        fetched_at: str,
        media_type: str,
        body: bytes,
        import_id: int,
        *,
        dated: bool,
    ) -> Kept:
        """Keeps a page that was saved without its HTTP headers.

        `dated` says whether its time is told; where it is only that of the file, the same page
        with another time is no other capture. Raises ArchiveError where the disk refuses.
        """
        payload = payload_of(body)
        known = captures.find(self._db, url, fetched_at, payload.digest)
        if known is None and not dated:
            known = imports.find_saved(self._db, url, payload.digest)
        capture_id = known
        if capture_id is None:
            place = self._writer.write_resource(url, fetched_at, media_type, body)
            capture = Capture(
                url=url,
                fetched_at=fetched_at,
                status=200,
                media_type=media_type,
                payload=payload,
                source="import",
                record_type="resource",
                place=place,
                import_id=import_id,
            )
            capture_id = self._note(capture)
        return self._kept(capture_id, known is None, 200, media_type)

    def page_of(self, kept: Kept, foreign: Foreign) -> bytes:
        """The page that a record holds, or of a revisit the one that it repeats, decoded.

        Raises UnusableRecordError and UnreadableRecordError.
        """
        if foreign.record_type != "revisit":
            return importing.decoded(foreign)
        place = captures.place_of(self._db, kept.capture_id)
        return b"" if place is None else reading.read(self._folder, place).page

    def set_aside(self, capture_id: int, reason: str) -> None:
        """Notes why no article was read from a capture."""
        with transaction(self._db):
            captures.assign(self._db, capture_id, None, reason=reason)

    def commit(self) -> None:
        """Makes all that was kept lasting: the records are on disk before their rows are."""
        if self._db.conn.in_transaction:
            self._writer.sync()
            self._db.commit()

    def commit_if_due(self) -> None:
        """The same, once the present transaction has lasted a while."""
        if time.monotonic() - self._began > _LONGEST_TRANSACTION:
            self.commit()

    def close(self) -> None:
        """Ends the present WARC file; what is not committed is not kept."""
        self._writer.close()

    def _original(self, foreign: Foreign) -> Repeated | None:
        refers = foreign.refers
        if refers is None:
            return None
        named = self._captures.get(refers.record_id) if refers.record_id else None
        empty = payload_of(b"")
        if refers.digest == empty.digest:
            return Repeated(0, empty, foreign.status, foreign.media_type)
        return imports.repeated(self._db, refers, named)

    def _note(self, capture: Capture) -> int:
        if not self._db.conn.in_transaction:
            # Waiting for the disk after each record would take most of the time.
            self._db.execute("BEGIN IMMEDIATE")
            self._began = time.monotonic()
        with transaction(self._db):
            return captures.note(self._db, capture)

    def _kept(self, capture_id: int, is_new: bool, status: int, media_type: str) -> Kept:  # noqa: FBT001 - a field's value
        is_first = capture_id not in self._seen
        self._seen.add(capture_id)
        is_unread = is_first and (is_new or imports.is_unread(self._db, capture_id))
        return Kept(capture_id, is_new, is_unread, status, media_type)
