"""A record agrees with its row where it says the same, in whatever spelling."""

from __future__ import annotations

import gzip
import hashlib
from io import BytesIO

import pytest

from archive.checks.agreement import disagreements
from archive.checks.kept import KeptCapture
from archive.warc.exchange import payload_of
from archive.warc.inspection import inspect

URL, MOMENT = "https://kota.example/", "2019-03-06T01:02:03Z"
BODY = b"<p>Sumur resapan</p>"


def said_against(digest: str) -> list[str]:
    """What a revisit that tells this digest says against the row of BODY."""
    head = (
        f"WARC/1.0\r\nWARC-Type: revisit\r\nWARC-Target-URI: {URL}\r\nWARC-Date: {MOMENT}\r\n"
        f"WARC-Payload-Digest: {digest}\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    )
    member = gzip.compress(head.encode())
    row = KeptCapture(1, URL, MOMENT, 200, "revisit", payload_of(BODY), 0, len(member))
    return list(disagreements(row, inspect(BytesIO(member), 0)))


@pytest.mark.parametrize(
    "digest",
    [
        payload_of(BODY).digest,
        payload_of(BODY).digest.lower(),
        f"SHA1:{hashlib.sha1(BODY, usedforsecurity=False).hexdigest()}",
        f"sha256:{hashlib.sha256(BODY).hexdigest()}",
        "blake3:of-an-algorithm-that-is-not-known",
        "",
    ],
)
def test_repeated_body_may_be_named_by_any_digest_of_it(digest: str) -> None:
    assert said_against(digest) == []


@pytest.mark.parametrize("digest", [payload_of(b"lain").digest, f"sha256:{'0' * 64}", "sha1:x"])
def test_repeated_body_that_is_another_is_told(digest: str) -> None:
    (told,) = said_against(digest)
    assert digest in told
