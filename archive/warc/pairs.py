"""Requests and the responses to them, which tools write next to each other. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from archive.warc.framing import Damage, Found, Piece

_MOST_HEAD = 64 * 1024
_REQUEST = re.compile(rb"^warc-type[ \t]*:[ \t]*request[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_TARGET = re.compile(rb"^warc-target-uri[ \t]*:[ \t]*<?([^\r\n>]+)", re.IGNORECASE | re.MULTILINE)


class Pair(NamedTuple):
    """A piece of a WARC file, and the request next to it that it answers."""

    piece: Piece
    request: bytes | None = None


def paired(pieces: Iterable[Piece]) -> Iterator[Pair]:
    """The pieces in their order, requests with the response before or after them.

    A request without a response of the same address next to it stands alone.
    """
    request: Found | None = None
    response: Found | None = None
    for piece in pieces:
        if isinstance(piece, Found) and piece.is_sound and _REQUEST.search(_head(piece)):
            if response is not None and _target(response) == _target(piece):
                yield Pair(response, piece.data)
                response = None
                continue
            yield from (Pair(one) for one in (response, request) if one is not None)
            request, response = piece, None
        elif request is not None and _is_answer(piece, request):
            yield Pair(piece, request.data)
            request = None
        else:
            yield from (Pair(one) for one in (request, response) if one is not None)
            request = response = None
            if isinstance(piece, Damage):
                yield Pair(piece)
            else:
                response = piece
    yield from (Pair(one) for one in (request, response) if one is not None)


def _is_answer(piece: Piece, request: Found) -> bool:
    return isinstance(piece, Found) and _target(piece) == _target(request)


def _target(found: Found) -> bytes | None:
    target = _TARGET.search(_head(found))
    return target[1].strip() if target else None


def _head(found: Found) -> bytes:
    return found.data[:_MOST_HEAD].partition(b"\r\n\r\n")[0]
