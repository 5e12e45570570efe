"""Undoing what an HTTP body went through on its way: transfer coding (chunked), then content coding.

Each is undone as the body is read. A body that is called chunked or gzip and is not, because some
tool undid it and kept the header, stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO, cast

from warcio.bufferedreaders import BufferedReader, ChunkedDataReader

Header = tuple[str, str]

_CODINGS = {"x-gzip": "gzip", **{one: one for one in ("gzip", "deflate", "br")}}
"""Content codings that are undone -> their names in warcio."""


def is_chunked(headers: Iterable[Header]) -> bool:
    """Whether the last transfer coding that the headers tell is chunked."""
    codings = [value for name, value in headers if name.lower() == "transfer-encoding"]
    return bool(codings) and codings[-1].strip().lower().endswith("chunked")


def dechunked(body: BinaryIO, headers: Iterable[Header]) -> BinaryIO:
    """The body without its transfer coding."""
    return cast("BinaryIO", ChunkedDataReader(body)) if is_chunked(headers) else body


def decoded(body: BinaryIO, headers: Iterable[Header]) -> BinaryIO:
    """A body that has no transfer coding any more, without its content coding.

    One whose coding is not known stays as it is.
    """
    told = next((value for name, value in headers if name.lower() == "content-encoding"), "")
    if not is_known(told):
        return body
    coding = _CODINGS[told.strip().lower()]
    return cast("BinaryIO", BufferedReader(body, decomp_type=coding))


def is_known(coding: str) -> bool:
    """Whether a content coding, as a header tells it, can be undone."""
    return coding.strip().lower() in _CODINGS
