"""One exchange with a server, as it is kept: what was asked, what was served, and where it lies."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import Literal

FOLDER = "warc"
"""The folder of WARC files in an archive's folder."""

Headers = tuple[tuple[str, str], ...]
RecordType = Literal["response", "revisit", "resource"]


@dataclass(frozen=True, slots=True)
class Payload:
    """A body by its digests; `length` in bytes.

    The body is meant as it was sent, with its content coding (gzip) and without its transfer
    coding (chunked): what web archives compare (WARC 1.1, WARC-Payload-Digest).
    """

    sha1: str
    """Base32, capital letters, as web archives write it."""
    sha256: str
    """Hexadecimal."""
    length: int

    @property
    def digest(self) -> str:
        """The digest as WARC files name it."""
        return f"sha1:{self.sha1}"


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked: the request line's parts and the headers."""

    method: str
    target: str
    """Path and query, as in the request line."""
    headers: Headers


@dataclass(frozen=True, slots=True)
class Exchange:
    """A response with the request that it answers."""

    url: str
    fetched_at: str
    """UTC, ISO 8601 with Z: when the response was made."""
    status: int
    reason: str
    headers: Headers
    body: bytes
    """As sent: with content coding, without transfer coding."""
    request: Request | None = None
    protocol: str = "HTTP/1.1"
    ip: str | None = None
    """Address of the server, where known."""
    source_url: str | None = None
    """Where it was had, if not from `url` itself: the address of a memento."""

    @property
    def media_type(self) -> str:
        """In lower case, without parameters; empty where the headers do not tell."""
        told = [value for name, value in self.headers if name.lower() == "content-type"]
        return media_type_of(told[-1] if told else None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record lies: its gzip member is `length` bytes from `offset` of the file."""

    file: str
    """Path relative to the archive's folder."""
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Original:
    """A response that is kept already, whose body a later one repeats."""

    url: str
    fetched_at: str


class PayloadDigester:
    """The digests of a body that comes in pieces."""

    def __init__(self) -> None:
        """A body of no bytes yet."""
        self._sha1 = hashlib.sha1(usedforsecurity=False)
        self._sha256 = hashlib.sha256()
        self._length = 0

    def update(self, data: bytes) -> None:
        """Take in the next piece."""
        self._sha1.update(data)
        self._sha256.update(data)
        self._length += len(data)

    @property
    def payload(self) -> Payload:
        """The body so far."""
        sha1 = base64.b32encode(self._sha1.digest()).decode()
        return Payload(sha1, self._sha256.hexdigest(), self._length)


def payload_of(body: bytes) -> Payload:
    """The digests of a body."""
    digester = PayloadDigester()
    digester.update(body)
    return digester.payload


def media_type_of(told: str | None) -> str:
    """A Content-Type in lower case, without its parameters; empty where none is told."""
    return (told or "").partition(";")[0].strip().lower()
