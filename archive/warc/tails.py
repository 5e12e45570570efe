"""Torn tails: a record that a killed process had half written, at the end of a WARC file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from archive.warc.exchange import FOLDER
from archive.warc.gzip_member import DamagedMemberError, Member

_BLOCK = 1 << 16


@dataclass(frozen=True, slots=True)
class Tail:
    """What was cut off a file, or would have to be."""

    file: str
    """Path relative to the archive's folder."""
    offset: int
    length: int
    """Bytes."""

    def __str__(self) -> str:
        """The tail in words, within a sentence."""
        return f"{self.length} bytes at the end of {self.file}"


def find(folder: Path, known_ends: Mapping[str, int]) -> list[Tail]:
    """The torn tails of the archive's files.

    `known_ends` gives for each file up to where its records are known to be whole; what lies
    behind is read member by member. Files that end there cost nothing.
    """
    tails = []
    for path in sorted((folder / FOLDER).glob("*.warc.gz")):
        name = f"{FOLDER}/{path.name}"
        size = path.stat().st_size
        begin = min(known_ends.get(name, 0), size)
        whole = begin if begin == size else _whole_until(path, begin)
        if whole == begin > 0 and begin < size:
            # Not even one member begins there: the note may be wrong, which must cost no record.
            whole = max(begin, _whole_until(path, 0))
        if whole < size:
            tails.append(Tail(name, whole, size - whole))
    return tails


def cut(folder: Path, known_ends: Mapping[str, int]) -> list[Tail]:
    """The same, cut off; a file of which nothing is left is removed."""
    tails = find(folder, known_ends)
    for tail in tails:
        path = folder / tail.file
        if tail.offset == 0:
            path.unlink()
        else:
            with path.open("r+b") as file:
                file.truncate(tail.offset)
                os.fsync(file.fileno())
    return tails


def _whole_until(path: Path, begin: int) -> int:
    """Where the last whole gzip member from `begin` on ends."""
    whole = begin
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        while whole < size:
            member = Member(file, whole)
            try:
                while member.read(_BLOCK):
                    pass
            except DamagedMemberError:
                break
            whole += member.length
    return whole
