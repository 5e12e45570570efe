"""Digests as the headers of WARC records spell them: any algorithm, any usual alphabet."""

from __future__ import annotations

import base64
import hashlib
from typing import Protocol

from archive.warc.exchange import Payload

_SIZES = {"md5": 16, "sha1": 20, "sha256": 32, "sha512": 64}
"""Algorithms that are known -> bytes of a digest."""


class Hash(Protocol):
    """What hashlib gives."""

    def update(self, data: bytes, /) -> None:
        """Take in more bytes."""

    def digest(self) -> bytes:
        """The digest of all bytes so far."""


def is_of_payload(told: str, payload: Payload) -> bool | None:
    """Whether a told digest is that of a body; None where its algorithm is another one."""
    match _algorithm(told):
        case "sha1":
            return in_this_form(told) == payload.digest
        case "sha256":
            return (_value(told) or b"").hex() == payload.sha256
        case _:
            return None


def is_digest(told: str, digest: bytes) -> bool:
    """Whether a digest that a header tells, in base32, hexadecimal or base64, is this one."""
    return _value(told) == digest


def in_this_form(told: str) -> str:
    """A SHA-1 as rows of captures have it, `sha1:` and base32; empty where it is none."""
    value = _value(told) if _algorithm(told) == "sha1" else None
    return "" if value is None else f"sha1:{base64.b32encode(value).decode()}"


def hash_for(told: str) -> Hash | None:
    """A hash of the algorithm that a digest is told with; None for one that is not known."""
    name = _algorithm(told)
    return hashlib.new(name, usedforsecurity=False) if name in _SIZES else None


def _algorithm(told: str) -> str:
    return told.partition(":")[0].strip().lower().replace("-", "")


def _value(told: str) -> bytes | None:
    """The bytes that are spelled; the length tells the alphabet. None where they are no digest."""
    size = _SIZES.get(_algorithm(told), 0)
    spelled = told.partition(":")[2].strip().rstrip("=")
    undone = {
        _length(size, 4): bytes.fromhex,
        _length(size, 5): _from_base32,
        _length(size, 6): _from_base64,
    }.get(len(spelled))
    try:
        value = undone(spelled) if undone else b""
    except ValueError:
        return None
    return value if size and len(value) == size else None


def _length(size: int, bits: int) -> int:
    """Characters of so many bits that so many bytes take."""
    return -(-8 * size // bits)


def _from_base64(spelled: str) -> bytes:
    return base64.urlsafe_b64decode(spelled + "=" * (-len(spelled) % 4))


def _from_base32(spelled: str) -> bytes:
    return base64.b32decode(spelled + "=" * (-len(spelled) % 8), casefold=True)
