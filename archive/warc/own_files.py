"""All that lies in a WARC file of the archive's own, one record after the other.

Such a file has each record in a gzip member of its own; whatever is not so is damaged. Foreign
files, which may be made otherwise, are `foreign_files`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from archive.warc.gzip_member import DamagedMemberError, find_record
from archive.warc.inspection import InspectedRecord, inspect


@dataclass(frozen=True, slots=True)
class DamagedPlace:
    """A place where no whole record is."""

    offset: int
    length: int
    """Bytes to the next record, or to the end."""
    why: str
    """A clause."""
    is_cut: bool
    """Whether the file ends there, in the midst of a record."""


def walk(file: BinaryIO, end: int) -> Iterator[InspectedRecord | DamagedPlace]:
    """What lies in a file up to `end`: every record, and every place that is damaged.

    After a damage the walk goes on with the next record that can be found.
    """
    position = 0
    while position < end:
        try:
            record = inspect(file, position)
        except DamagedMemberError as error:
            following = min(find_record(file, position + 1) or end, end)
            is_cut = error.is_cut and following == end
            yield DamagedPlace(position, following - position, str(error), is_cut)
            position = following
        else:
            yield record
            position += record.length
