"""The WARC files in a WACZ (Web Archive Collection Zipped, version 1.1), read where they lie.

Nothing is unpacked to a path: of the zip file only members `archive/NAME.warc` and
`archive/NAME.warc.gz` are opened, so that no other name can lead anywhere.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import Any, BinaryIO, cast

from archive.errors import ResilienceError
from archive.warc.foreign_files import HARMLESS, MOST_RATIO

MOST_MEMBERS = 10_000
MOST_PACKED = 8 << 30
"""Bytes that a WARC file may have that the zip file packs once more."""

_WARC = re.compile(r"archive/[^/\\\0]+\.warc(?:\.gz)?")
_PACKAGE = "datapackage.json"
_MOST_PACKAGE = 16 * 1024 * 1024
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_LOCAL_MAGIC = b"PK\x03\x04"
_BLOCK = 1 << 20
_HASHES = ("sha256", "sha512", "sha384", "sha1", "md5")
_BROKEN = (OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zlib.error)


class UnreadableWaczError(ResilienceError):
    """A zip file, or a member of it, that cannot be read; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a WACZ has of what is read of it."""

    warcs: tuple[zipfile.ZipInfo, ...]
    faults: tuple[str, ...]
    """What is wrong with it, in sentences: members that are not read, hashes that do not hold."""
    remarks: tuple[str, ...]
    """What it lacks and can be read without."""


def contents(file: BinaryIO) -> Contents:
    """The WARC files in a WACZ, and what is wrong with it. Raises UnreadableWaczError."""
    try:
        with zipfile.ZipFile(file) as packed:
            members = packed.infolist()
            if len(members) > MOST_MEMBERS:
                raise UnreadableWaczError(
                    f"The WACZ has {len(members)} members; of more than {MOST_MEMBERS} none is read."
                )
            faults = [fault for member in members if (fault := _fault_of(member))]
            good = _apart(sorted(members, key=lambda member: member.header_offset), faults)
            warcs = tuple(m for m in good if _WARC.fullmatch(m.filename) and not _fault_of(m))
            remarks = [] if warcs else ["The WACZ has no WARC file in its folder archive."]
            hashes = _stated_hashes(packed, good, remarks)
    except (zipfile.BadZipFile, *_BROKEN) as error:
        raise UnreadableWaczError(f"The WACZ cannot be read as a zip file ({error}).") from error
    faults += [fault for member in warcs if (fault := _differs(file, member, hashes))]
    return Contents(warcs, tuple(faults), tuple(remarks))


@contextmanager
def opened(file: BinaryIO, member: zipfile.ZipInfo) -> Iterator[BinaryIO]:
    """A WARC file of the WACZ, to be read and sought. Raises UnreadableWaczError.

    One that the zip file only stores, as the format wants it, is read where it lies.
    """
    if member.compress_type == zipfile.ZIP_STORED:
        yield _stored(file, member)
        return
    with TemporaryFile() as unpacked:
        _unpack(file, member, cast("BinaryIO", unpacked))
        yield cast("BinaryIO", unpacked)


class _Slice(io.RawIOBase):
    """A part of a file as a file."""

    def __init__(self, file: BinaryIO, begin: int, size: int) -> None:
        self._file = file
        self._begin = begin
        self._size = size
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        start = (0, self._position, self._size)[whence]
        self._position = max(0, start + offset)
        return self._position

    def tell(self) -> int:
        return self._position

    def readinto(self, buffer: Any) -> int:
        wanted = max(0, min(len(buffer), self._size - self._position))
        self._file.seek(self._begin + self._position)
        data = self._file.read(wanted)
        buffer[: len(data)] = data
        self._position += len(data)
        return len(data)


def _fault_of(member: zipfile.ZipInfo) -> str | None:
    """Why a member is not read, though it claims to be a part of the WACZ; None if nothing."""
    name = member.filename
    parts = re.split(r"[/\\]", name)
    if name.startswith(("/", "\\")) or ".." in parts or re.match(r"[A-Za-z]:", name):
        return f"The member {name!r} has a name that leads out of the WACZ, and is not read."
    if stat.S_ISLNK(member.external_attr >> 16):
        return f"The member {name!r} is a symbolic link, and is not read."
    if member.flag_bits & 1:
        return f"The member {name!r} is encrypted, and is not read."
    return None


def _apart(members: list[zipfile.ZipInfo], faults: list[str]) -> list[zipfile.ZipInfo]:
    """The members that do not share bytes with one before: zip bombs are made of such."""
    apart, end = [], 0
    for member in members:
        if member.header_offset < end:
            faults.append(f"The member {member.filename!r} overlaps another one, and is not read.")
        else:
            apart.append(member)
            end = member.header_offset + _LOCAL_HEADER.size + member.compress_size
    return apart


def _stated_hashes(
    packed: zipfile.ZipFile, members: list[zipfile.ZipInfo], remarks: list[str]
) -> dict[str, str]:
    """Path -> hash, as the data package of the WACZ states them."""
    package = next((member for member in members if member.filename == _PACKAGE), None)
    if package is None:
        remarks.append(f"The WACZ has no {_PACKAGE}, so that its hashes cannot be checked.")
        return {}
    try:
        with packed.open(package) as file:
            stated = json.loads(file.read(_MOST_PACKAGE))["resources"]
        return {str(one["path"]): str(one["hash"]) for one in stated if one.get("hash")}
    except (KeyError, TypeError, AttributeError, RecursionError, zipfile.BadZipFile, *_BROKEN):
        remarks.append(f"{_PACKAGE} of the WACZ cannot be read, so that no hash can be checked.")
        return {}


def _differs(file: BinaryIO, member: zipfile.ZipInfo, hashes: dict[str, str]) -> str | None:
    algorithm, _, stated = hashes.get(member.filename, "").rpartition(":")
    if algorithm not in _HASHES or not stated:
        return None
    try:
        with opened(file, member) as warc:
            found = hashlib.new(algorithm, usedforsecurity=False)
            while block := warc.read(_BLOCK):
                found.update(block)
    except UnreadableWaczError:
        return None  # told when it is read
    if found.hexdigest() == stated.lower():
        return None
    return f"{member.filename} is not as {_PACKAGE} states: its {algorithm} is another."


def _stored(file: BinaryIO, member: zipfile.ZipInfo) -> BinaryIO:
    file.seek(member.header_offset)
    head = file.read(_LOCAL_HEADER.size)
    if len(head) < _LOCAL_HEADER.size or not head.startswith(_LOCAL_MAGIC):
        raise UnreadableWaczError(f"{member.filename} is not where the WACZ says.")
    _, name, extra = _LOCAL_HEADER.unpack(head)
    begin = member.header_offset + _LOCAL_HEADER.size + name + extra
    size = max(0, min(member.file_size, member.compress_size, file.seek(0, 2) - begin))
    return cast("BinaryIO", io.BufferedReader(_Slice(file, begin, size)))


def _unpack(file: BinaryIO, member: zipfile.ZipInfo, into: BinaryIO) -> None:
    most = min(MOST_PACKED, max(HARMLESS, MOST_RATIO * member.compress_size))
    written = 0
    try:
        with zipfile.ZipFile(file) as packed, packed.open(member) as source:
            while block := source.read(_BLOCK):
                written += len(block)
                if written > most:
                    raise UnreadableWaczError(
                        f"{member.filename} unpacks to more than {most >> 20} MB, and is not read."
                    )
                into.write(block)
    except (zipfile.BadZipFile, *_BROKEN) as error:
        if written == 0:
            raise UnreadableWaczError(f"{member.filename} cannot be unpacked ({error}).") from error
    into.seek(0)
