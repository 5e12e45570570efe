"""Every record of a WARC file against the captures that are said to lie in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from archive import captures
from archive.checks import kept
from archive.checks.agreement import disagreements
from archive.checks.fault import RESTORE_FILE, Fault, Progress
from archive.checks.kept import KeptCapture
from archive.warc.inspection import InspectedRecord
from archive.warc.own_files import DamagedPlace, walk

_CAPTURES = {"response", "revisit", "resource"}
_TOLD_EVERY = 10_000
"""Records after which progress is told."""
_IMPORT = (
    "Nothing that the archive knows is lost;"
    " 'resilience import {folder}/{file} --archive {folder}' notes it."
)
_REMOVE = "Remove it, or move it elsewhere."
_CUT = "The next 'resilience crawl' cuts it off; nothing that the archive knows is lost."
_RIGHT_ROW = (
    "Restore archive.db or the file, whichever was changed, from a backup made at one time."
)


def check_file(
    db: Database, folder: Path, file: str, size: int, *, growing: bool, tell: Progress
) -> Iterator[Fault]:
    """Read the first `size` bytes of a file of the archive, all its records, once.

    What lies behind the last noted record of a file that is `growing` is being written, and is
    no fault. Raises OSError where the file cannot be read.
    """
    audit = _Audit(db, folder, file, growing=growing)
    with (folder / file).open("rb") as stream:
        for number, piece in enumerate(walk(stream, size), start=1):
            yield from audit.take(piece)
            if number % _TOLD_EVERY == 0:
                tell(f"{file}: {number} records")
    yield from audit.finish(size)


class _Audit:
    """The captures of a file beside what is found in it, both in the order of their places."""

    def __init__(self, db: Database, folder: Path, file: str, *, growing: bool) -> None:
        self._db = db
        self._file = file
        self._folder = folder
        self._growing = growing
        self._captures = kept.in_file(db, file)
        self._next = next(self._captures, None)
        self._is_named = self._next is not None
        self._repeated = 0
        """Records of captures that are kept elsewhere."""

    def take(self, piece: InspectedRecord | DamagedPlace) -> Iterator[Fault]:
        """The faults of what lies at the next place."""
        yield from self._missed(piece.offset)
        at_place = list(self._at(piece.offset))
        if isinstance(piece, DamagedPlace):
            yield from self._damaged(piece, at_place)
        elif at_place:
            for capture in at_place:
                for what in disagreements(capture, piece):
                    yield self._fault(
                        piece.offset,
                        f"The record of {capture.url} (capture {capture.id}) is not as noted:"
                        f" {what}.",
                        RESTORE_FILE if piece.problems else _RIGHT_ROW,
                    )
        else:
            yield from self._not_noted(piece)

    def finish(self, size: int) -> Iterator[Fault]:
        """The faults of what should lie behind the end."""
        beyond = list(self._missed(size))
        yield from beyond
        if self._repeated and not self._is_named:
            message = "No capture lies in this file; what it holds is kept in others as well."
            yield Fault("files", self._file, message, _REMOVE)
        first = self._next
        if first is not None:
            number = 1 + sum(1 for _ in self._captures)
            yield self._fault(
                size,
                f"The file ends here; {number} captures should lie behind, the first that of"
                f" {first.url} (capture {first.id}) at byte {first.offset}.",
                RESTORE_FILE,
            )

    def _at(self, offset: int) -> Iterator[KeptCapture]:
        while self._next is not None and self._next.offset == offset:
            yield self._next
            self._next = next(self._captures, None)

    def _missed(self, offset: int) -> Iterator[Fault]:
        """Captures that should lie before, where no record begins."""
        while self._next is not None and self._next.offset < offset:
            capture = self._next
            yield self._fault(
                capture.offset,
                f"No record begins here; that of {capture.url} (capture {capture.id}) should.",
                RESTORE_FILE,
            )
            self._next = next(self._captures, None)

    def _damaged(self, piece: DamagedPlace, captures: list[KeptCapture]) -> Iterator[Fault]:
        for capture in captures:
            yield self._fault(
                piece.offset,
                f"The record of {capture.url} (capture {capture.id}) cannot be read: {piece.why}.",
                RESTORE_FILE,
            )
        if captures or (self._growing and self._next is None):
            return
        if piece.is_cut and self._next is None:
            message = f"{piece.length} bytes are the torn end of a record that was never noted."
            yield self._fault(piece.offset, message, _CUT)
        else:
            message = f"{piece.length} bytes cannot be read: {piece.why}."
            yield self._fault(piece.offset, message, RESTORE_FILE)

    def _not_noted(self, record: InspectedRecord) -> Iterator[Fault]:
        for what in record.problems:
            message = f"The {record.record_type} record of {record.url or 'the file'} is damaged:"
            yield self._fault(record.offset, f"{message} {what}.", RESTORE_FILE)
        if record.record_type not in _CAPTURES or (self._growing and self._next is None):
            return
        digests = {payload.digest for payload in record.payloads} | {record.payload_digest}
        if all(captures.find(self._db, record.url, record.date, one) is None for one in digests):
            yield self._fault(
                record.offset,
                f"The {record.record_type} of {record.url}, {record.date}, is kept but not noted.",
                _IMPORT.format(folder=self._folder, file=self._file),
            )
        else:
            self._repeated += 1

    def _fault(self, offset: int, message: str, remedy: str) -> Fault:
        return Fault("records", f"{self._file}, byte {offset}", message, remedy)
