"""Records of other tools are understood, and copied so that every check passes."""

from __future__ import annotations

import gzip
from pathlib import Path
from types import SimpleNamespace

import pytest
from foreign_records import DATE, record, response, sha1
from hypothesis import given
from hypothesis import strategies as st
from warcio.checker import Checker

from archive.warc import importing, pairs
from archive.warc.exchange import payload_of
from archive.warc.framing import Damage, Found
from archive.warc.importing import Foreign, UnusableRecordError
from archive.warc.writing import WarcWriter

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nRapat\r\n7\r\n warga.\r\n0\r\n\r\n"


def understood(data: bytes, *, is_sound: bool = True) -> Foreign | None:
    return importing.understand(Found(0, data, is_sound))


def test_payload_is_the_body_without_transfer_coding() -> None:
    foreign = understood(record(block=CHUNKED))
    assert foreign is not None
    assert foreign.body == b"Rapat warga."
    assert foreign.payload == payload_of(b"Rapat warga.")
    assert (foreign.status, foreign.media_type) == (200, "text/html")


def test_body_that_is_called_chunked_and_is_not_stays_as_it_is() -> None:
    foreign = understood(record(block=HEAD + b"Transfer-Encoding: chunked\r\n\r\nRapat warga."))
    assert foreign is not None
    assert foreign.body == b"Rapat warga."


def test_content_coding_is_undone_for_reading_alone() -> None:
    body = gzip.compress(b"Rapat warga.")
    foreign = understood(record(block=HEAD + b"Content-Encoding: gzip\r\n\r\n" + body))
    assert foreign is not None
    assert foreign.payload == payload_of(body)
    assert importing.decoded(foreign) == b"Rapat warga."


def test_payload_bomb_is_not_unpacked() -> None:
    body = gzip.compress(b"\0" * (64 << 20))
    foreign = understood(record(block=HEAD + b"Content-Encoding: gzip\r\n\r\n" + body))
    assert foreign is not None
    with pytest.raises(UnusableRecordError, match="larger than 16 MB"):
        importing.decoded(foreign)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2018-10-25T09:41:08Z", DATE),
        ("2018-10-25T09:41:08.761234Z", DATE),
        ("2018-10-25T16:41:08+07:00", DATE),
    ],
)
def test_times_are_kept_to_the_second_in_utc(written: str, meant: str) -> None:
    foreign = understood(record(WARC_Date=written))
    assert foreign is not None
    assert foreign.fetched_at == meant


def test_address_in_angle_brackets_is_understood() -> None:
    foreign = understood(record(url="<http://kota.example/?p=1>"))
    assert foreign is not None
    assert foreign.url == "http://kota.example/?p=1"


@pytest.mark.parametrize(
    "data",
    [
        record("warcinfo", "", b"software: wget\r\n"),
        record("response", "dns:kota.example", b"20181025\r\nkota.example. 60 IN A 192.0.2.1"),
        record("metadata", block=b"via: x\r\n"),
        record("conversion", block=b"Rapat"),
        record("request", block=b"GET / HTTP/1.1\r\n\r\n"),
        record("resource", "urn:text:http://kota.example/", b"Rapat"),
        record("no such kind", block=b"Rapat"),
    ],
)
def test_records_that_are_no_answer_of_a_web_server_are_none(data: bytes) -> None:
    assert understood(data) is None


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (record(WARC_Date="kemarin"), "no time that can be read"),
        (record(WARC_Date="9999-12-31T23:59:59-05:00"), "no time that can be read"),
        (record(WARC_Date="2098-01-01T00:00:00Z"), "cannot have been served"),
        (record(WARC_Date="1970-01-01T00:00:00Z"), "cannot have been served"),
        (record(block=b"<html>Rapat"), "no HTTP headers"),
        (record(block=b""), "no HTTP headers"),
        (record(WARC_Block_Digest=sha1(b"lain")), "not those of its WARC-Block-Digest"),
        (record(WARC_Segment_Number="1"), "segment"),
    ],
)
def test_records_that_cannot_be_taken_are_told(data: bytes, sentence: str) -> None:
    with pytest.raises(UnusableRecordError, match=sentence):
        understood(data)


def test_record_of_a_damaged_member_is_taken_only_with_its_digest() -> None:
    block = HEAD + b"\r\nRapat"
    good = record(block=block, WARC_Block_Digest=sha1(block))
    assert understood(good, is_sound=False) is not None
    with pytest.raises(UnusableRecordError, match="no digest"):
        understood(record(block=block), is_sound=False)


@given(st.binary(max_size=300), st.binary(max_size=60))
def test_any_bytes_are_a_record_or_told(block: bytes, field: bytes) -> None:
    odd = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://kota.example/\r\n"
    for data in (record(block=block), odd + field + b"\r\n\r\n" + block, block):
        try:
            foreign = understood(data)
            if foreign is not None:
                importing.decoded(foreign)
                importing.copy_of(foreign.data)
        except UnusableRecordError as error:
            assert str(error)  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize(
    "data",
    [
        record(),
        record(block=CHUNKED),
        record(block=CHUNKED, WARC_Payload_Digest=sha1(b"Rapat warga.")),
        record(block=CHUNKED, WARC_Block_Digest=sha1(CHUNKED)),
        record(WARC_Payload_Digest="crc:77", WARC_Block_Digest="crc:78"),
        record(WARC_Payload_Digest="sha256:abc"),
        record("resource", block=b"<html>Rapat", Content_Type="text/html"),
        record("revisit", block=HEAD + b"\r\n", WARC_Payload_Digest=sha1(b"Rapat")),
        record("revisit", block=b"", WARC_Payload_Digest=sha1(b"Rapat")),
        record(version="WARC/1.1"),
    ],
)
def test_copy_has_the_same_id_date_and_bytes_and_passes_the_check(
    data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    writer = WarcWriter(tmp_path, "salinan")
    place = writer.copy(importing.copy_of(data))
    writer.close()
    member = (tmp_path / place.file).read_bytes()[place.offset : place.offset + place.length]
    copied = gzip.decompress(member)
    assert copied.partition(b"\r\n\r\n")[2] == data.partition(b"\r\n\r\n")[2]
    assert copied.startswith(b"WARC/1.1\r\n")
    for line in data.partition(b"\r\n\r\n")[0].splitlines()[1:5]:
        assert line in copied
    checker = Checker(SimpleNamespace(inputs=[str(tmp_path / place.file)], verbose=False))
    assert checker.process_all() == 0, capsys.readouterr().out


def test_requests_go_with_the_response_next_to_them() -> None:
    asked = [
        record("request", f"http://kota.example/?p={n}", b"GET / HTTP/1.1\r\n\r\n") for n in (1, 2)
    ]
    answered = [response(1), response(2)]
    info = record("warcinfo", "", b"x")

    def pair(*records: bytes) -> list[tuple[bytes, bytes | None]]:
        told = pairs.paired(Found(0, data) for data in records)
        return [(p.piece.data, p.request) for p in told if isinstance(p.piece, Found)]

    before = [info, asked[0], answered[0], asked[1], answered[1]]
    after = [info, answered[0], asked[0], answered[1], asked[1]]
    expected = [(info, None), *zip(answered, asked, strict=True)]
    assert pair(*before) == expected
    assert pair(*after) == expected
    assert pair(asked[0], answered[1]) == [(asked[0], None), (answered[1], None)]
    assert pair(asked[0]) == [(asked[0], None)]


def test_no_piece_is_lost_between_requests() -> None:
    asked = record("request", block=b"GET / HTTP/1.1\r\n\r\n")
    pieces = [Found(0, response(1)), Damage(5, "Rusak."), Found(9, asked), Damage(20, "Rusak.")]
    assert [pair.piece for pair in pairs.paired(pieces)] == pieces
