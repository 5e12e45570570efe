"""Records as other tools write them, byte by byte."""

from __future__ import annotations

import base64
import gzip
import hashlib
from collections.abc import Mapping

DATE = "2018-10-25T09:41:08Z"


def record(
    kind: str = "response",
    url: str = "http://kota.example/?p=1",
    block: bytes = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nRapat warga.",
    *,
    length: int | None = None,
    version: str = "WARC/1.0",
    **fields: str,
) -> bytes:
    """One record; `fields` are further WARC headers, with _ for -."""
    number = hashlib.sha256(url.encode() + block).hexdigest()[:32]
    head = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": DATE,
        "WARC-Record-ID": f"<urn:uuid:{number}>",
        "Content-Length": str(len(block) if length is None else length),
        **{name.replace("_", "-"): value for name, value in fields.items()},
    }
    return _head(version, head) + block + b"\r\n\r\n"


def response(number: int, body: bytes = b"Rapat warga.", **fields: str) -> bytes:
    """The response of a post's address."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    return record(url=f"http://kota.example/?p={number}", block=head + body, **fields)


def packed(*records: bytes) -> bytes:
    """Each record as a gzip member of its own."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def sha1(data: bytes) -> str:
    """The digest as WARC files write it."""
    return f"sha1:{base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()}"


def _head(version: str, fields: Mapping[str, str]) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"{version}\r\n{lines}\r\n".encode()
