"""Records copied, byte for byte, into WARC files of their own."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, ExitStack
from typing import BinaryIO

from archive.errors import ArchiveError
from archive.export.preservation.index import IndexEntry
from archive.export.preservation.pieces import Piece
from archive.export.preservation.selection import Selection
from archive.warc.writing import LARGEST_FILE, information

_BLOCK = 1 << 20

NAMES = "captures-*.warc.gz"
"""What the files of an export into a folder are called."""

Begin = Callable[[str], AbstractContextManager[BinaryIO]]
"""Opens the file of that name."""
Placed = Callable[[IndexEntry, str, int, int], None]
"""Is told where a record came to lie: file, offset, length."""


def file_name(number: int) -> str:
    """The name of an export's first, second ... WARC file."""
    return f"captures-{number:05}.warc.gz"


def write(
    pieces: Iterable[Piece],
    selection: Selection,
    begin: Begin,
    *,
    largest: int | None = LARGEST_FILE,
    placed: Placed = lambda *_: None,
) -> int:
    """Copy the records into files that `begin` opens; how many were copied.

    Each file begins with a warcinfo record. The next is begun after `largest` bytes; with None
    there is one. Equal selections give equal bytes.
    """
    records = number = size = 0
    name = ""
    with ExitStack() as opened:
        for piece in pieces:
            if not name or (largest is not None and size >= largest):
                opened.close()
                number += 1
                name = file_name(number)
                out = opened.enter_context(begin(name))
                size = out.write(_information(selection, number))
            _copy(piece, out)
            if piece.entry is not None:
                placed(piece.entry, name, size, piece.length)
            size += piece.length
            records += 1
    return records


def _copy(piece: Piece, out: BinaryIO) -> None:
    left = piece.length
    with piece.path.open("rb") as file:
        file.seek(piece.offset)
        while left:
            data = file.read(min(left, _BLOCK))
            if not data:
                raise ArchiveError(
                    f"{piece.path} became shorter while it was exported. Export again."
                )
            out.write(data)
            left -= len(data)


def _information(selection: Selection, number: int) -> bytes:
    record_id = uuid.uuid5(uuid.NAMESPACE_OID, f"{selection.fingerprint} {number}")
    description = "Exported records of an archive, each as it was written."
    return information(f"<urn:uuid:{record_id}>", selection.newest, description)
