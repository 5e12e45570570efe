"""The records that an export copies: those of the captures chosen, with their requests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from archive.checks import kept
from archive.checks.agreement import disagreements
from archive.checks.kept import KeptCapture
from archive.errors import ArchiveError
from archive.export.preservation.index import IndexEntry
from archive.warc.inspection import InspectedRecord
from archive.warc.own_files import walk


@dataclass(frozen=True, slots=True)
class Piece:
    """A record to be copied as it stands."""

    path: Path
    offset: int
    length: int
    entry: IndexEntry | None
    """What the index says of it; None of one that is not replayed by itself, such as a request."""


def pieces(db: Database, folder: Path, chosen: frozenset[int]) -> Iterator[Piece]:
    """The records of the captures chosen and those made with them, in the archive's order.

    Each is verified before it is given. Raises ArchiveError for one that is damaged or missing:
    an export is whole or is not made.
    """
    for file in kept.files(db):
        captures = {one.offset: one for one in kept.in_file(db, file) if one.id in chosen}
        if captures:
            yield from _of_file(folder / file, captures)


def _of_file(path: Path, captures: dict[int, KeptCapture]) -> Iterator[Piece]:
    found: list[Piece] = []
    ids: set[str] = set()
    made_with: dict[str, list[Piece]] = defaultdict(list)
    missing = dict(captures)
    try:
        with path.open("rb") as stream:
            for record in walk(stream, path.stat().st_size):
                if not isinstance(record, InspectedRecord):
                    continue
                capture = missing.pop(record.offset, None)
                if capture is not None:
                    _refuse_damaged(path, capture, record)
                    found.append(_piece(path, record, IndexEntry.of(record)))
                    ids.add(record.record_id)
                elif record.offset not in captures and not record.problems:
                    for record_id in record.concurrent_to:
                        made_with[record_id].append(_piece(path, record, None))
    except OSError as error:
        raise _not_exported(f"{path} cannot be read: {error.strerror}") from error
    for capture in missing.values():
        raise _not_exported(f"the record of {capture.url} at byte {capture.offset} of {path}")
    with_them = (piece for record_id in ids for piece in made_with[record_id])
    yield from sorted({*found, *with_them}, key=lambda piece: piece.offset)


def _piece(path: Path, record: InspectedRecord, entry: IndexEntry | None) -> Piece:
    return Piece(path, record.offset, record.length, entry)


def _refuse_damaged(path: Path, capture: KeptCapture, record: InspectedRecord) -> None:
    for what in disagreements(capture, record):
        raise _not_exported(
            f"the record of {capture.url} at byte {capture.offset} of {path} is damaged: {what}"
        )


def _not_exported(why: str) -> ArchiveError:
    return ArchiveError(
        f"Nothing was exported: {why}. 'resilience check' tells all that is damaged and what to do."
    )
