"""One gzip member of a WARC file as a stream, strictly: nothing damaged passes for an end."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

from archive.errors import ResilienceError

MAGIC = b"\x1f\x8b\x08"
"""How a gzip member begins (RFC 1952)."""
_RECORD = b"WARC/"
_GZIP = zlib.MAX_WBITS | 16
_BLOCK = 1 << 16
_SCAN = 1 << 20
_BEGINNING = 1024
"""Packed bytes in which a member must have begun to be a record."""


class DamagedMemberError(ResilienceError):
    """No whole gzip member is there; `is_cut` where the file ends before the member does."""

    def __init__(self, why: str, *, is_cut: bool = False) -> None:
        """`why` is a clause without a full stop."""
        super().__init__(why)
        self.is_cut = is_cut


class Member(io.RawIOBase):
    """What is in the member that begins at `offset`, unpacked as it is read.

    At its end the member's checksum has been verified. Of a damaged one all that lies before
    the damage is given, then DamagedMemberError raised. Memory is bounded whatever it unpacks to.
    """

    def __init__(self, file: BinaryIO, offset: int) -> None:
        """`file` must not be moved by others while this is read."""
        file.seek(offset)
        self._file = file
        self._unpacker = zlib.decompressobj(_GZIP)
        self._taken = 0
        self._damage: DamagedMemberError | None = None

    def readable(self) -> bool:
        """A member is for reading."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """The next bytes; 0 at the end of the member."""
        while not self._unpacker.eof:
            data = self._unpacked(len(buffer))
            if data:
                buffer[: len(data)] = data
                return len(data)
        return 0

    @property
    def length(self) -> int:
        """Packed bytes of the member that are unpacked so far: at its end, of all of it."""
        behind = len(self._unpacker.unused_data) + len(self._unpacker.unconsumed_tail)
        return self._taken - behind

    def _unpacked(self, most: int) -> bytes:
        if self._damage is not None:
            raise self._damage
        packed = self._unpacker.unconsumed_tail or self._next_block()
        before = self._unpacker.copy()
        try:
            return self._unpacker.decompress(packed, most)
        except zlib.error as error:
            what = str(error).partition(": ")[2] or str(error)
            self._damage = DamagedMemberError(f"the gzip member is damaged ({what})")
            return _until_damage(before, packed, most)

    def _next_block(self) -> bytes:
        packed = self._file.read(_BLOCK)
        if not packed:
            raise DamagedMemberError("the file ends before the record does", is_cut=True)
        self._taken += len(packed)
        return packed


def find_record(file: BinaryIO, begin: int) -> int | None:
    """Where at or after `begin` a gzip member begins that unpacks to a record; None where none."""
    position = begin
    while True:
        file.seek(position)
        data = file.read(_SCAN)
        found = data.find(MAGIC)
        while found >= 0:
            if unpacks_to(file, position + found, _RECORD):
                return position + found
            found = data.find(MAGIC, found + 1)
        if len(data) < _SCAN:
            return None
        position += len(data) - len(MAGIC) + 1


def unpacks_to(file: BinaryIO, offset: int, beginning: bytes) -> bool:
    """Whether at `offset` a gzip member begins whose content begins so."""
    file.seek(offset)
    try:
        packed = file.read(_BEGINNING)
        return zlib.decompressobj(_GZIP).decompress(packed, len(beginning)) == beginning
    except zlib.error:
        return False


def _until_damage(unpacker: zlib._Decompress, packed: bytes, most: int) -> bytes:
    """What can be unpacked of data in which the damage lies; at most as much as was asked for."""
    out = bytearray()
    for position in range(len(packed)):
        try:
            out += unpacker.decompress(packed[position : position + 1])
        except zlib.error:
            break
    return bytes(out[:most])
