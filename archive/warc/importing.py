"""Records of WARC files that other tools wrote: what they hold, and as what they are kept."""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from warcio.archiveiterator import ArchiveIterator

from archive.errors import ResilienceError
from archive.timestamps import in_this_form, later
from archive.warc import codings, digests
from archive.warc.exchange import Headers, Payload, RecordType, media_type_of, payload_of
from archive.warc.framing import Found
from archive.warc.reading import MOST_BYTES

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_KEPT: dict[str, RecordType] = {
    "response": "response",
    "revisit": "revisit",
    "resource": "resource",
}
_WEB = ("http://", "https://")
_PAYLOAD_DIGEST = "WARC-Payload-Digest"
_BLOCK_DIGEST = "WARC-Block-Digest"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_NOT_BEFORE = "1989-"
"""The year of the web's beginning; earlier times are those of clocks that were not set."""


class UnusableRecordError(ResilienceError):
    """A record that cannot be taken; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Refers:
    """What a revisit says of the response whose body it repeats; empty where it does not."""

    digest: str
    """As a row of captures has it, `sha1:` and base32."""
    record_id: str
    url: str
    fetched_at: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """A record of another tool's file that can become a capture."""

    record_type: RecordType
    record_id: str
    url: str
    fetched_at: str
    """UTC, ISO 8601 with Z, whole seconds."""
    status: int
    """Of the HTTP response; 200 for a resource, which has none."""
    headers: Headers
    media_type: str
    payload: Payload
    """Of a revisit that of the empty body."""
    body: bytes
    """Without transfer coding, with content coding."""
    refers: Refers | None
    truncated: str
    """Why the writer cut the content off, WARC-Truncated; empty where it did not."""
    data: bytes
    """The record as it stands in its file."""

    def header(self, name: str) -> str | None:
        """The first header of that name; None where there is none."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)


def understand(found: Found) -> Foreign | None:
    """What a record holds; None for one that is no answer of a web server.

    Such are warcinfo, request, metadata, conversion and DNS records. Raises UnusableRecordError.
    """
    try:
        return _understand(found)
    except UnusableRecordError:
        raise
    except Exception as error:
        # warcio meets hostile bytes here, and has no one exception for what it cannot read.
        raise UnusableRecordError(
            f"The record cannot be read ({type(error).__name__}: {error})."
        ) from error


def request_of(data: bytes) -> ArcWarcRecord | None:
    """The copy of a request record; None where it cannot be read, for nothing depends on it."""
    try:
        return copy_of(data)
    except Exception:  # noqa: BLE001 - hostile bytes; the response is what is imported
        return None


def decoded(foreign: Foreign) -> bytes:
    """The body with its content coding undone. Raises UnusableRecordError where it is too large."""
    try:
        page = codings.decoded(BytesIO(foreign.body), foreign.headers).read(MOST_BYTES + 1)
    except Exception as error:  # the decompressors have each their own exceptions
        raise UnusableRecordError(f"The body cannot be unpacked ({error}).") from error
    if len(page) > MOST_BYTES:
        raise UnusableRecordError(f"The page is larger than {MOST_BYTES >> 20} MB and is not read.")
    return page


def copy_of(data: bytes) -> ArcWarcRecord:
    """The record to be written into another file: same id, date and bytes of content.

    A payload digest that does not hold, or is missing, is replaced by that of the bytes behind
    the HTTP headers, so that the copy passes every check.
    """
    record, payload, problems = _read(data)
    whole = next(iter(ArchiveIterator(_stream(data), no_record_parse=True)))
    headers = whole.rec_headers
    wrong = any("payload" in problem for problem in problems)
    if record.rec_type != "revisit" and (wrong or not headers.get_header(_PAYLOAD_DIGEST)):
        headers.replace_header(_PAYLOAD_DIGEST, payload_of(payload).digest)
    if record.http_headers and not headers.get_header("Content-Type"):
        message = "request" if record.rec_type == "request" else "response"
        headers.replace_header("Content-Type", f"application/http; msgtype={message}")
    block = whole.raw_stream.read()
    whole.raw_stream = BytesIO(block)
    unknown = any("unknown hash" in problem for problem in problems)
    if unknown or not headers.get_header(_BLOCK_DIGEST):
        headers.replace_header(_BLOCK_DIGEST, payload_of(block).digest)
    if whole.rec_type == "revisit":
        # Of a revisit warcio writes only the HTTP headers that it has parsed; of this kind the
        # block as it stands.
        whole.rec_type = "warcinfo"
    headers.protocol = "WARC/1.1"
    return whole


def _understand(found: Found) -> Foreign | None:
    record, raw, problems = _read(found.data)
    kind = _KEPT.get(record.rec_type or "")
    fields = record.rec_headers
    url = (fields.get_header("WARC-Target-URI") or "").strip()
    if kind is None or not url.lower().startswith(_WEB):
        return None
    _check(record, found, kind, problems)
    http = record.http_headers
    if kind == "response" and (http is None or not http.protocol.startswith("HTTP/")):
        raise UnusableRecordError(f"The response of {url} has no HTTP headers that can be read.")
    headers: Headers = tuple((str(key), str(value)) for key, value in http.headers) if http else ()
    body = b"" if kind == "revisit" else _dechunked(raw, headers)
    told = http.get_header("Content-Type") if http else fields.get_header("Content-Type")
    return Foreign(
        record_type=kind,
        record_id=fields.get_header("WARC-Record-ID") or "",
        url=url,
        fetched_at=_moment(fields.get_header("WARC-Date") or "", url),
        status=_status(http.get_statuscode()) if http else 200,
        headers=headers,
        media_type=media_type_of(told) if kind != "revisit" or http else "",
        payload=payload_of(body),
        body=body,
        refers=_refers(fields) if kind == "revisit" else None,
        truncated=fields.get_header("WARC-Truncated") or "",
        data=found.data,
    )


def _read(data: bytes) -> tuple[ArcWarcRecord, bytes, list[str]]:
    """The record, what is behind its HTTP headers, and what its digests say against it."""
    try:
        record = next(iter(ArchiveIterator(_stream(data), check_digests=True)))
        return record, record.raw_stream.read(), list(record.digest_checker.problems)
    except binascii.Error:  # a digest that is none
        record = next(iter(ArchiveIterator(_stream(data))))
        return record, record.raw_stream.read(), ["unknown hash of block and payload"]


def _stream(data: bytes) -> BinaryIO:
    return BytesIO(data + b"\r\n\r\n")


def _check(record: ArcWarcRecord, found: Found, kind: RecordType, problems: list[str]) -> None:
    """Raises UnusableRecordError where the bytes are not those that were written."""
    fields = record.rec_headers
    if fields.get_header("WARC-Segment-Number"):
        raise UnusableRecordError("The record is one segment of several, which are not joined.")
    if any("block digest failed" in problem for problem in problems):
        raise UnusableRecordError("The record's bytes are not those of its WARC-Block-Digest.")
    if not found.is_sound and (kind == "revisit" or not fields.get_header(_BLOCK_DIGEST)):
        raise UnusableRecordError("The record lies in a damaged member and has no digest to check.")


def _dechunked(raw: bytes, headers: Headers) -> bytes:
    return codings.dechunked(BytesIO(raw), headers).read() if codings.is_chunked(headers) else raw


def _status(written: str | None) -> int:
    return int(written) if written and re.fullmatch(r"[0-9]{3}", written) else 0


def _moment(told: str, url: str) -> str:
    moment = in_this_form(told)
    if not _MOMENT.fullmatch(moment):
        raise UnusableRecordError(f"{url} has no time that can be read: {told!r}.")
    if not _NOT_BEFORE < moment < later(hours=24):
        raise UnusableRecordError(f"{url} is dated {moment}, when it cannot have been served.")
    return moment


def _refers(fields: ArcWarcRecord) -> Refers:
    date = fields.get_header("WARC-Refers-To-Date") or ""
    url = (fields.get_header("WARC-Refers-To-Target-URI") or "").strip("<>")
    return Refers(
        digest=digests.in_this_form(fields.get_header(_PAYLOAD_DIGEST) or ""),
        record_id=fields.get_header("WARC-Refers-To") or "",
        url=url,
        fetched_at=_moment(date, url) if date else "",
    )
