"""The captures that the database says are kept, by file and place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from archive.warc.exchange import Payload


@dataclass(frozen=True, slots=True)
class KeptCapture:
    """A capture's row, as far as its record must agree with it."""

    id: int
    url: str
    fetched_at: str
    status: int
    record_type: str
    payload: Payload
    offset: int
    length: int


_COLUMNS = (
    "id, url, fetched_at, status, record_type, payload_digest, payload_sha256, payload_length,"
    ' "offset", length'
)


def files(db: Database) -> dict[str, tuple[int, int]]:
    """The files that captures name: file -> (captures in it, end of the last)."""
    return {
        file: (number, end)
        for file, number, end in db.execute(
            'SELECT file, count(*), max("offset" + length) FROM captures'
            " WHERE file IS NOT NULL GROUP BY file ORDER BY file"
        )
    }


def in_file(db: Database, file: str) -> Iterator[KeptCapture]:
    """The captures in a file, by their places."""
    for row, url, at, status, kind, digest, sha256, size, offset, length in db.execute(
        f'SELECT {_COLUMNS} FROM captures WHERE file = ? ORDER BY "offset", id',  # noqa: S608 - fixed names
        (file,),
    ):
        payload = Payload(digest.removeprefix("sha1:"), sha256, size)
        yield KeptCapture(row, url, at, status, kind, payload, offset, length)
