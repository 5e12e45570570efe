"""Reading one record of a WARC file back, by the place that the archive noted."""

from __future__ import annotations

import io
import os
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from archive.errors import ResilienceError
from archive.warc import codings
from archive.warc.exchange import Headers, Place, media_type_of
from archive.warc.gzip_member import DamagedMemberError, Member

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

MOST_BYTES = 16 * 1024 * 1024
"""The largest page that is read, decoded; as much as a crawl takes from a server."""
_BLOCK = 1 << 16
_DAMAGES = (
    ArchiveLoadFailed,
    DamagedMemberError,
    zlib.error,
    EOFError,
    ValueError,
    AttributeError,
)
"""What warcio and the decompressors raise for bytes that are no record."""


class UnreadableRecordError(ResilienceError):
    """A record that is not where it should be, or is damaged."""


@dataclass(frozen=True, slots=True)
class Served:
    """What a record holds."""

    record_type: str
    """response, revisit, resource, request, warcinfo or another."""
    url: str
    date: str
    status: int
    """Of the HTTP response; 200 for a resource, which has no headers."""
    media_type: str
    """In lower case, without parameters; empty where it is not told."""
    headers: Headers
    page: bytes
    """The body with transfer and content coding undone; empty for a revisit."""
    problems: tuple[str, ...] = ()
    """What its own digests say against it."""


def read(folder: Path, place: Place, *, verify: bool = False, largest: int = MOST_BYTES) -> Served:
    """The record at a place of the archive in `folder`.

    With `verify` its digests are checked. `largest` is the number of bytes, decoded, beyond which
    a body is not read: a page's, where nothing else is said. Raises UnreadableRecordError, whose
    message says what is wrong there.
    """
    try:
        with (folder / place.file).open("rb") as file:
            missing = place.offset + place.length - os.fstat(file.fileno()).st_size
            if missing > 0:
                raise _unreadable(place, f"the file ends {missing} bytes too early")
            return _read(file, place, largest, verify=verify)
    except OSError as error:
        raise _unreadable(place, error.strerror or str(error)) from error
    except _DAMAGES as error:
        raise _unreadable(place, str(error) or type(error).__name__) from error


def _read(file: BinaryIO, place: Place, largest: int, *, verify: bool) -> Served:
    member = Member(file, place.offset)
    # Buffered, for warcio would take a short read for the end.
    stream = io.BufferedReader(member, _BLOCK)
    record = next(iter(ArchiveIterator(stream, check_digests=verify)), None)
    if record is None:
        raise _unreadable(place, "there is no record")
    served = _served(record, largest)
    while stream.read(_BLOCK):  # to the checksum
        pass
    if member.length != place.length:
        raise _unreadable(place, f"it is {member.length} bytes long and not {place.length}")
    return served


def _served(record: ArcWarcRecord, largest: int) -> Served:
    """What a record of warcio holds. Raises UnreadableRecordError where it is too large."""
    http = record.http_headers
    headers = tuple(http.headers) if http else ()
    body = codings.dechunked(record.raw_stream, headers)
    page = codings.decoded(body, headers).read(largest + 1)
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    if len(page) > largest:
        raise UnreadableRecordError(f"{url} is larger than {largest >> 20} MB and is not read.")
    while record.raw_stream.read(_BLOCK):  # to its end, so that the digests are whole
        pass
    checker = record.digest_checker
    return Served(
        record_type=record.rec_type,
        url=url,
        date=record.rec_headers.get_header("WARC-Date") or "",
        status=int(http.get_statuscode() or 0) if http else 200,
        media_type=media_type_of((http or record.rec_headers).get_header("Content-Type")),
        headers=headers,
        page=b"" if record.rec_type == "revisit" else page,
        problems=tuple(checker.problems) if checker is not None else (),
    )


def _unreadable(place: Place, why: str) -> UnreadableRecordError:
    return UnreadableRecordError(
        f"The record at {place.offset} of {place.file} cannot be read: {why}."
        " 'resilience check' tells what else is damaged; restore the file from a backup."
    )
