"""Where the records of a WARC file begin and end, whatever else is wrong with it.

Framing is kept apart from reading: a record whose bounds are known is given on as it stands; a
place where no record can be bounded is told, and the next record after it is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

MOST_RECORD = 128 * 1024 * 1024
"""Bytes of the largest record that is taken: it is held in memory whole."""
MOST_DAMAGE = 10_000
"""Damaged places of one file after which its rest is given up."""

_MOST_HEAD = 64 * 1024
_BLOCK = 1 << 16
_VERSION = re.compile(rb"WARC/[0-9]\.[0-9]{1,3}\r?\n")
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(
    rb"^content-length[ \t]*:[ \t]*([0-9]{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE
)
_END = b"\r\n\r\n"
_OVERLAP = 16
"""Bytes; more than a version line has."""


@dataclass(frozen=True, slots=True)
class Found:
    """One record, as it stands."""

    offset: int
    """Where it begins in its file; of a packed file where its gzip member begins."""
    data: bytes
    """Head and content, unpacked."""
    is_sound: bool = True
    """False where the gzip member around it is damaged, so that its bytes may be wrong."""


@dataclass(frozen=True, slots=True)
class Damage:
    """A place from which no record could be had."""

    offset: int
    reason: str
    """A sentence."""


Piece = Found | Damage


def records(file: BinaryIO, begin: int = 0) -> Iterator[Piece]:
    """The records of an unpacked WARC file from `begin` on, and the damage between them.

    `file` can be sought. Raises nothing but what reading the file raises.
    """
    size = file.seek(0, 2)
    position, damages = _skip_line_ends(file, begin), 0
    while position < size:
        piece, position = _next(file, position, size)
        yield piece
        if isinstance(piece, Damage):
            damages += 1
            if damages >= MOST_DAMAGE:
                yield Damage(position, f"More than {MOST_DAMAGE} places are damaged; it ends here.")
                return
        position = _skip_line_ends(file, position)


def find_record(file: BinaryIO, begin: int) -> int | None:
    """Where at or after `begin` a line begins as records do; None where none does."""
    file.seek(begin)
    kept = b""
    while block := file.read(_BLOCK):
        data = kept + block
        found = _VERSION.search(data)
        while found is not None:
            if found.start() == 0 or data[found.start() - 1 : found.start()] == b"\n":
                return file.tell() - len(data) + found.start()
            found = _VERSION.search(data, found.end())
        kept = data[-_OVERLAP:]
    return None


class _UnboundedError(Exception):
    """A record whose bounds cannot be told: why, and from where to look for the next one."""

    def __init__(self, why: str, search_from: int) -> None:
        super().__init__(why)
        self.search_from = search_from


def _next(file: BinaryIO, begin: int, size: int) -> tuple[Piece, int]:
    """The piece that begins there, and where to go on."""
    try:
        content, length = _bounds(file, begin, size)
        following = _following(file, content + length, size, content)
    except _UnboundedError as error:
        found = find_record(file, max(error.search_from, begin + 1))
        return Damage(begin, str(error)), size if found is None else found
    if length > MOST_RECORD:
        why = f"The record has {length >> 20} MB; one of more than {MOST_RECORD >> 20} is not read."
        return Damage(begin, why), following
    file.seek(begin)
    return Found(begin, file.read(content + length - begin)), following


def _bounds(file: BinaryIO, begin: int, size: int) -> tuple[int, int]:
    """Where the content of the record begins and how long it is. Raises _UnboundedError."""
    file.seek(begin)
    head = file.read(_MOST_HEAD)
    if not _VERSION.match(head):
        raise _UnboundedError("No WARC record begins here.", begin)
    end = _END_OF_HEAD.search(head)
    if end is None:
        cut = begin + len(head) >= size
        why = "The file ends within" if cut else "There is no end to"
        raise _UnboundedError(f"{why} the record's headers.", begin)
    content = begin + end.end()
    told = _LENGTH.findall(head[: end.start() + 1])
    if len(told) != 1:
        why = "The record tells no Content-Length" if not told else "It tells several lengths"
        raise _UnboundedError(f"{why}, so that its end is not known.", content)
    length = int(told[0])
    if content + length > size:
        why = f"The record should have {length} bytes, of which only {size - content} are there."
        raise _UnboundedError(why, content)
    return content, length


def _following(file: BinaryIO, end: int, size: int, content: int) -> int:
    """Where to go on after a record that ends there. Raises _UnboundedError.

    A record ends with two line ends; some tools leave them out, and then the next begins there.
    """
    following = _skip_line_ends(file, end)
    file.seek(end)
    is_ended = file.read(len(_END)) == _END or following == size
    if not is_ended and not _begins_record(file, following):
        why = f"The record does not end after the {end - content} bytes that Content-Length tells."
        raise _UnboundedError(why, content)
    return following


def _begins_record(file: BinaryIO, position: int) -> bool:
    file.seek(position)
    return _VERSION.match(file.read(_OVERLAP)) is not None


def _skip_line_ends(file: BinaryIO, position: int) -> int:
    file.seek(position)
    wanted = _OVERLAP
    while block := file.read(wanted):
        rest = block.lstrip(b"\r\n")
        if rest:
            return file.tell() - len(rest)
        wanted = _BLOCK
    return file.tell()
