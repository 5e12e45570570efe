"""One record of a WARC file read to its end, with all its digests, in bounded memory."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

from archive.timestamps import in_this_form
from archive.warc import codings
from archive.warc.digests import Hash, hash_for, is_digest, is_of_payload
from archive.warc.exchange import Headers, Payload, PayloadDigester, media_type_of
from archive.warc.gzip_member import DamagedMemberError, Member

if TYPE_CHECKING:
    from warcio.statusandheaders import StatusAndHeaders

_LARGEST_HEAD = 1 << 20
"""Bytes of headers; more is no record of anybody."""
_BLOCK = 1 << 16
_END = b"\r\n\r\n"
_WARC, _HTTP = b"WARC/1.", b"HTTP/"
_WRONG_LENGTH = "its Content-Length is not that of its block"


@dataclass(frozen=True, slots=True)
class InspectedRecord:
    """A record that was read whole."""

    offset: int
    length: int
    """Of its gzip member, in bytes."""
    record_type: str
    record_id: str
    url: str
    date: str
    concurrent_to: tuple[str, ...]
    """Ids of the records that it was made with."""
    payload_digest: str
    """As its header tells it; empty where it tells none."""
    status: int | None
    """Of an HTTP response; None where there is no HTTP head."""
    media_type: str
    """In lower case, without parameters; empty where it is not told."""
    payloads: tuple[Payload, ...]
    """The body as it lies there and, where it is chunked, without that transfer coding."""
    problems: tuple[str, ...]
    """What is wrong with it by its own words: clauses without a full stop."""


def inspect(file: BinaryIO, offset: int) -> InspectedRecord:
    """The record whose gzip member begins at `offset`.

    Raises DamagedMemberError, whose message is a clause, where no whole record is there.
    """
    member = Member(file, offset)
    stream = io.BufferedReader(member, _BLOCK)
    head = _parsed(_head(stream), _WARC)
    if head is None or not _told(head, "WARC-Type"):
        raise DamagedMemberError("there is no WARC record")
    block = _Block(stream, head)
    if stream.read(len(_END) + 1) != _END:
        block.note(_WRONG_LENGTH)
    while stream.read(_BLOCK):  # to the checksum
        pass
    payloads = (block.payload, *_dechunked(file, offset, block.headers))
    if block.record_type != "revisit" and not _fits(_told(head, "WARC-Payload-Digest"), payloads):
        block.note("its payload is not what its WARC-Payload-Digest says")
    return InspectedRecord(
        offset=offset,
        length=member.length,
        record_type=block.record_type,
        record_id=_told(head, "WARC-Record-ID"),
        url=_told(head, "WARC-Target-URI").strip("<>"),
        date=in_this_form(_told(head, "WARC-Date")),
        concurrent_to=tuple(
            value.strip() for name, value in head.headers if name.lower() == "warc-concurrent-to"
        ),
        payload_digest=_told(head, "WARC-Payload-Digest"),
        status=block.status,
        media_type=block.media_type,
        payloads=payloads,
        problems=tuple(block.problems),
    )


class _Block:
    """A record's block, read once: its HTTP head, and the digests of all and of the body."""

    def __init__(self, stream: BinaryIO, head: StatusAndHeaders) -> None:
        self.record_type = _told(head, "WARC-Type")
        self.problems: list[str] = []
        length = _told(head, "Content-Length")
        self._left = int(length) if length.isascii() and length.isdigit() else 0
        told = _told(head, "WARC-Block-Digest")
        digest = hash_for(told)
        http = self._http_head(stream, head, digest)
        self.status = None if http is None else _status(http)
        self.media_type = media_type_of(_told(head if http is None else http, "Content-Type"))
        self.headers = () if http is None else tuple(http.headers)
        self.payload = self._body(stream, digest)
        if digest is not None and not is_digest(told, digest.digest()):
            self.note("its block is not what its WARC-Block-Digest says")

    def note(self, problem: str) -> None:
        """Add a problem, each once."""
        if problem not in self.problems:
            self.problems.append(problem)

    def _http_head(
        self, stream: BinaryIO, head: StatusAndHeaders, digest: Hash | None
    ) -> StatusAndHeaders | None:
        is_http = _told(head, "Content-Type").lower().startswith("application/http")
        if not is_http or not self._left:
            return None
        raw = _head(stream, self._left)
        self._left -= len(raw)
        if digest is not None:
            digest.update(raw)
        if self.record_type == "request":
            return None
        http = _parsed(raw, _HTTP)
        if http is None:
            self.note("its HTTP head cannot be read")
        return http

    def _body(self, stream: BinaryIO, block: Hash | None) -> Payload:
        body = PayloadDigester()
        while self._left and (data := stream.read(min(_BLOCK, self._left))):
            self._left -= len(data)
            body.update(data)
            if block is not None:
                block.update(data)
        if self._left:
            self.note(_WRONG_LENGTH)
        return body.payload


def _fits(told: str, payloads: tuple[Payload, ...]) -> bool:
    """Whether one of the ways to look at a body has the digest that is told of it, if any."""
    return not told or any(is_of_payload(told, payload) is not False for payload in payloads)


def _dechunked(file: BinaryIO, offset: int, headers: Headers) -> tuple[Payload, ...]:
    """The body of a chunked response; nothing where it is not chunked, or by name only."""
    if not codings.is_chunked(headers):
        return ()
    stream = io.BufferedReader(Member(file, offset), _BLOCK)
    for _ in ("WARC", "HTTP"):
        _head(stream)
    chunks = codings.dechunked(stream, headers)
    body = PayloadDigester()
    try:
        while data := chunks.read(_BLOCK):
            body.update(data)
    except (ArchiveLoadFailed, ValueError, EOFError):
        return ()
    return (body.payload,)


def _head(stream: BinaryIO, most: int = _LARGEST_HEAD) -> bytes:
    """The lines up to the empty one, that included; less where there is less."""
    lines = []
    left = min(most, _LARGEST_HEAD)
    while left > 0 and (line := stream.readline(left)):
        lines.append(line)
        left -= len(line)
        if line in {b"\r\n", b"\n"}:
            break
    return b"".join(lines)


def _parsed(raw: bytes, beginning: bytes) -> StatusAndHeaders | None:
    if not raw.startswith(beginning):
        return None
    try:
        return StatusAndHeadersParser([], verify=False).parse(io.BytesIO(raw))
    except (EOFError, ValueError, IndexError, StatusAndHeadersParserException):
        return None


def _told(head: StatusAndHeaders, name: str) -> str:
    return str(head.get_header(name) or "").strip()


def _status(http: StatusAndHeaders) -> int:
    told = str(http.get_statuscode() or "")
    return int(told) if told.isascii() and told.isdigit() else 0
