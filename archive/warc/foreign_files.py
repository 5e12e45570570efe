"""The records of another tool's WARC file, packed with gzip or not; of a damaged one what is whole.

Each gzip member is unpacked by itself, with a limit, and may hold many records; after a damaged
one the next is looked for. The archive's own files, where each is one record, are `own_files`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from archive.warc import framing
from archive.warc.framing import Damage, Found, Piece
from archive.warc.gzip_member import MAGIC, DamagedMemberError, Member, find_record, unpacks_to

MOST_UNPACKED = 1 << 30
"""Bytes that one gzip member may unpack to."""
HARMLESS = 64 * 1024 * 1024
"""Bytes up to which nobody asks how well they were packed."""
MOST_RATIO = 100
"""Beyond, a member may unpack to so many times its size: text packs to a tenth, bombs to 1/1000."""

_FIRST = b"WARC/"
_ARC = b"filedesc:"
_IN_MEMORY = 16 * 1024 * 1024
_BLOCK = 1 << 16
_IS_ARC = (
    "This is an ARC file, the format before WARC, which is not read."
    " Convert it with: warcio recompress FILE.arc.gz FILE.warc.gz"
)


def walk(file: BinaryIO) -> Iterator[Piece]:
    """The records of a WARC file in their order, and the damage between them.

    `file` can be sought. Raises nothing but what reading the file raises.
    """
    size = file.seek(0, 2)
    file.seek(0)
    begin = file.read(len(_ARC))
    if size == 0:
        yield Damage(0, "The file is empty.")
    elif begin == _ARC or unpacks_to(file, 0, _ARC):
        yield Damage(0, _IS_ARC)
    elif begin.startswith(_FIRST):
        yield from framing.records(file)
    else:
        yield from _of_packed_or_damaged(file, size)


def _of_packed_or_damaged(file: BinaryIO, size: int) -> Iterator[Piece]:
    file.seek(0)
    if file.read(len(MAGIC)) == MAGIC or find_record(file, 0) is not None:
        yield from _members(file, size)
    else:
        yield from framing.records(file)


def _members(file: BinaryIO, size: int) -> Iterator[Piece]:
    position, damages = 0, 0
    while position < size:
        with SpooledTemporaryFile(_IN_MEMORY) as spool:
            unpacked = cast("BinaryIO", spool)
            end, trouble = _unpack(file, position, unpacked)
            for piece in framing.records(unpacked):
                if isinstance(piece, Found):
                    yield replace(piece, offset=position, is_sound=not trouble)
                elif not trouble:
                    damages += 1
                    yield replace(piece, offset=position)
        if trouble:
            damages += 1
            yield Damage(position, trouble)
            following = find_record(file, position + 1)
            end = size if following is None else following
        if damages >= framing.MOST_DAMAGE and end < size:
            yield Damage(end, f"More than {damages} places are damaged; it ends here.")
            return
        position = end


def _unpack(file: BinaryIO, begin: int, into: BinaryIO) -> tuple[int, str]:
    """Unpacks one member; where it ends, and what is wrong with it (empty if nothing)."""
    member = Member(file, begin)
    unpacked = 0
    try:
        while out := member.read(_BLOCK):
            unpacked += len(out)
            if unpacked > MOST_UNPACKED or unpacked > max(HARMLESS, MOST_RATIO * member.length):
                return begin + member.length, (
                    f"The gzip member unpacks to more than {unpacked >> 20} MB"
                    f" from {max(1, member.length >> 10)} KB, and is not read."
                )
            into.write(out)
    except DamagedMemberError as error:
        why = "The gzip member is cut off: the file ends within it."
        return begin + member.length, why if error.is_cut else f"Here {error}."
    return begin + member.length, ""
