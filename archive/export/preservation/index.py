"""The index of an export: one CDXJ line a capture, sorted, as the replaying tools read it.

https://specs.webrecorder.net/cdxj/0.1.0/; packed in blocks (ZipNum) as WACZ files have it.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO, Self

from archive.export.preservation.url_key import url_key
from archive.timestamps import in_digits
from archive.warc.inspection import InspectedRecord

PACKED_NAME = "index.cdx.gz"
_LINES_A_BLOCK = 1024


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """What the index says of a record, its place apart."""

    url: str
    date: str
    media_type: str
    status: int | None
    digest: str

    @classmethod
    def of(cls, record: InspectedRecord) -> Self:
        """The entry of a response, revisit or resource record."""
        is_revisit = record.record_type == "revisit"
        return cls(
            url=record.url,
            date=record.date,
            media_type="warc/revisit" if is_revisit else record.media_type,
            status=record.status,
            digest=record.payload_digest or record.payloads[0].digest,
        )

    def line(self, file: str, offset: int, length: int) -> str:
        """The line of the record that lies at that place of that file."""
        told = {"url": self.url, "mime": self.media_type or "unk"}
        if self.status is not None:
            told["status"] = str(self.status)
        told |= {
            "digest": self.digest,
            "length": str(length),
            "offset": str(offset),
            "filename": file,
        }
        return f"{url_key(self.url)} {in_digits(self.date)} {json.dumps(told)}\n"


class SortedLines:
    """Lines in the order of their bytes, however many: they wait on disk."""

    def __init__(self) -> None:
        """No lines yet."""
        self._db = sqlite3.connect("")  # a file that SQLite makes and removes by itself
        self._db.execute("CREATE TABLE lines (line TEXT NOT NULL)")

    def add(self, line: str) -> None:
        """Take in a line."""
        self._db.execute("INSERT INTO lines VALUES (?)", (line,))

    def __iter__(self) -> Iterator[str]:
        """All lines, sorted."""
        for (line,) in self._db.execute("SELECT line FROM lines ORDER BY line"):
            yield line

    def close(self) -> None:
        """Give the disk space back."""
        self._db.close()


def write_packed(lines: Iterable[str], packed: BinaryIO) -> Iterator[str]:
    """Write the sorted lines as gzip members of 1,024 each; gives the lines of index.idx."""
    yield f"!meta 0 {json.dumps({'format': 'cdxj-gzip-1.0', 'filename': PACKED_NAME})}\n"
    offset = 0
    rest = iter(lines)
    while block := list(islice(rest, _LINES_A_BLOCK)):
        packer = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
        member = packer.compress("".join(block).encode()) + packer.flush()
        packed.write(member)
        place = {"offset": offset, "length": len(member)}
        yield f"{block[0].partition(' {')[0]} {json.dumps(place)}\n"
        offset += len(member)
