"""Records of any tool are read to their end, and what contradicts itself is told."""

from __future__ import annotations

import base64
import gzip
import hashlib
import tracemalloc
import zlib
from io import BytesIO

import pytest

from archive.warc.exchange import payload_of
from archive.warc.gzip_member import DamagedMemberError
from archive.warc.inspection import inspect
from archive.warc.own_files import DamagedPlace, walk

BODY = b"<p>Sumur resapan</p>"
CHUNKED = b"5\r\n<p>Su\r\n" + b"f\r\nmur resapan</p>\r\n0\r\n\r\n"


def sha1(data: bytes) -> bytes:
    return hashlib.sha1(data, usedforsecurity=False).digest()


def record(
    body: bytes = BODY, *, http: bytes = b"HTTP/1.1 200 OK\r\n\r\n", length: int = 0, **told: str
) -> bytes:
    """A response record; `told` are headers, with underscores for hyphens."""
    block = http + body
    headers = {
        "WARC-Type": "response",
        "WARC-Target-URI": "<https://kota.example/>",
        "WARC-Date": "2019-03-06T01:02:03Z",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(block) + length),
        **{name.replace("_", "-"): value for name, value in told.items()},
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return b"WARC/1.0\r\n" + lines.encode() + b"\r\n" + block + b"\r\n\r\n"


def problems(plain: bytes) -> tuple[str, ...]:
    return inspect(BytesIO(gzip.compress(plain, mtime=0)), 0).problems


def test_record_is_read_with_all_its_digests() -> None:
    member = gzip.compress(
        record(http=b"HTTP/1.1 404 Not Found\r\nContent-Type: Text/HTML\r\n\r\n"), mtime=0
    )
    found = inspect(BytesIO(b"before" + member + b"behind"), 6)
    assert (found.offset, found.length) == (6, len(member))
    assert (found.record_type, found.status, found.media_type) == ("response", 404, "text/html")
    assert found.url == "https://kota.example/"
    assert found.payloads == (payload_of(BODY),)
    assert found.problems == ()


@pytest.mark.parametrize(
    "spelled",
    [
        f"sha1:{base64.b32encode(sha1(BODY)).decode()}",
        f"sha1:{sha1(BODY).hex()}",
        f"SHA-1:{base64.b64encode(sha1(BODY)).decode()}",
        f"sha256:{hashlib.sha256(BODY).hexdigest()}",
        "sha3-512:of-an-algorithm-that-is-not-known",
    ],
)
def test_digests_are_understood_in_every_usual_spelling(spelled: str) -> None:
    assert problems(record(WARC_Payload_Digest=spelled)) == ()
    is_known = "sha3" not in spelled
    assert bool(problems(record(BODY + b".", WARC_Payload_Digest=spelled))) is is_known


@pytest.mark.parametrize("digested", [CHUNKED, BODY])
def test_chunked_body_may_be_digested_with_its_chunks_or_without(digested: bytes) -> None:
    told = f"sha1:{base64.b32encode(sha1(digested)).decode()}"
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    plain = record(CHUNKED, http=head, WARC_Payload_Digest=told)
    found = inspect(BytesIO(gzip.compress(plain, mtime=0)), 0)
    assert found.payloads == (payload_of(CHUNKED), payload_of(BODY))
    assert found.problems == ()


def test_body_with_two_transfer_codings_of_which_the_last_is_chunked_is_dechunked() -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n"
    found = inspect(BytesIO(gzip.compress(record(CHUNKED, http=head), mtime=0)), 0)
    assert found.payloads == (payload_of(CHUNKED), payload_of(BODY))


def test_block_that_is_another_is_told() -> None:
    told = f"sha1:{base64.b32encode(sha1(b'another')).decode()}"
    assert problems(record(WARC_Block_Digest=told)) == (
        "its block is not what its WARC-Block-Digest says",
    )


@pytest.mark.parametrize("length", [-3, 2, 4, 40])
def test_wrong_length_is_told(length: int) -> None:
    assert problems(record(length=length)) == ("its Content-Length is not that of its block",)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no gzip",
        gzip.compress(b"no record", mtime=0),
        gzip.compress(b"WARC/1.0", mtime=0),
        gzip.compress(record(), mtime=0)[:-1],
        gzip.compress(record(), mtime=0)[:-8] + bytes(8),
    ],
)
def test_what_is_no_whole_record_is_refused(data: bytes) -> None:
    with pytest.raises(DamagedMemberError):
        inspect(BytesIO(data), 0)


def test_head_that_is_no_head_is_told() -> None:
    assert problems(record(http=b"this is no HTTP\r\n\r\n")) == ("its HTTP head cannot be read",)


def test_walk_goes_on_behind_every_damage() -> None:
    one, two = gzip.compress(record(), mtime=0), gzip.compress(record(b"two"), mtime=0)
    broken = bytearray(one)
    broken[40] ^= 0xFF
    data = one + b"\x1f\x8b\x08 rubbish \x1f\x8b" + bytes(broken) + two + one[:30]
    pieces = list(walk(BytesIO(data), len(data)))
    assert [isinstance(piece, DamagedPlace) for piece in pieces] == [False, True, False, True]
    assert pieces[2].offset == len(data) - 30 - len(two)
    last = pieces[3]
    assert isinstance(last, DamagedPlace)
    assert (last.is_cut, last.length) == (True, 30)
    assert sum(piece.length for piece in pieces) == len(data)


def test_body_that_unpacks_to_very_much_takes_little_memory() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    size = 64 * 1024 * 1024
    head = record(b"", length=size).removesuffix(b"\r\n\r\n")
    zeros = bytes(1024 * 1024)
    member = packer.compress(head)
    for _ in range(size // len(zeros)):
        member += packer.compress(zeros)
    member += packer.compress(b"\r\n\r\n") + packer.flush()
    tracemalloc.start()
    try:
        found = inspect(BytesIO(member), 0)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (found.payloads[0].length, found.problems) == (size, ())
    assert most < 2 * 1024 * 1024
