"""Whatever the bytes of a WARC file are, its whole records are found and its damage is told."""

from __future__ import annotations

import gzip
from io import BytesIO

import pytest
from foreign_records import packed, record, response
from hypothesis import given
from hypothesis import strategies as st

from archive.warc import foreign_files, framing
from archive.warc.framing import Damage, Found


def walk(data: bytes) -> tuple[list[bytes], list[str]]:
    """The records that are whole, and the reasons of the damage."""
    pieces = list(foreign_files.walk(BytesIO(data)))
    found = [piece.data for piece in pieces if isinstance(piece, Found) and piece.is_sound]
    return found, [piece.reason for piece in pieces if isinstance(piece, Damage)]


FOUR = [response(number, b"warga " * 20 * number) for number in (1, 2, 3, 4)]
WHOLE = [one.removesuffix(b"\r\n\r\n") for one in FOUR]


@pytest.mark.parametrize(
    "data", [packed(*FOUR), b"".join(FOUR), gzip.compress(b"".join(FOUR), mtime=0)]
)
def test_records_are_found_however_the_file_is_packed(data: bytes) -> None:
    assert walk(data) == (WHOLE, [])


def test_offset_is_that_of_the_gzip_member() -> None:
    pieces = list(foreign_files.walk(BytesIO(packed(*FOUR))))
    assert [piece.offset for piece in pieces][:2] == [0, len(packed(FOUR[0]))]


@pytest.mark.parametrize("cut", [1, 8, 40])
def test_truncated_file_gives_what_lies_before_its_end(cut: int) -> None:
    found, damage = walk(packed(*FOUR)[:-cut])
    assert found == WHOLE[:3]
    assert damage == ["The gzip member is cut off: the file ends within it."]
    found, damage = walk(b"".join(FOUR)[: -4 - cut])
    assert found == WHOLE[:3]
    assert "of which only" in damage[0]


@pytest.mark.parametrize("where", [0, 1, 2, 12, 60, -5, -1])
def test_after_a_corrupt_member_the_next_one_is_found(where: int) -> None:
    parts = [bytearray(packed(one)) for one in FOUR]
    parts[1][where] ^= 0xFF
    found, damage = walk(b"".join(parts))
    assert found == [WHOLE[0], WHOLE[2], WHOLE[3]]
    assert damage


def test_garbage_between_members_is_told_once() -> None:
    found, damage = walk(packed(FOUR[0]) + b"\0" * 5000 + packed(FOUR[1]))
    assert found == WHOLE[:2]
    assert len(damage) == 1


def test_records_of_one_large_damaged_member_are_given_as_unsound() -> None:
    data = gzip.compress(b"".join(FOUR), mtime=0)[:-9]
    pieces = list(foreign_files.walk(BytesIO(data)))
    assert [p.data for p in pieces if isinstance(p, Found)][:3] == WHOLE[:3]
    assert not any(piece.is_sound for piece in pieces if isinstance(piece, Found))


@pytest.mark.parametrize("length", [3, 100_000])
@pytest.mark.parametrize("is_packed", [True, False])
def test_wrong_length_costs_its_record_alone(length: int, *, is_packed: bool) -> None:
    records = [FOUR[0], record(length=length), FOUR[2], FOUR[3]]
    data = packed(*records) if is_packed else b"".join(records)
    found, damage = walk(data)
    assert found == [WHOLE[0], WHOLE[2], WHOLE[3]]
    assert len(damage) == 1
    assert str(length) in damage[0]


@pytest.mark.parametrize(
    "broken",
    [
        b"WARC/1.0\r\nWARC-Type: response\r\n\r\nRapat\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nRapat\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: -7\r\n\r\nRapat\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\nRapat\r\n\r\n",
        b"<html>Rapat</html>\r\n",
    ],
)
def test_record_without_bounds_costs_itself_alone(broken: bytes) -> None:
    found, damage = walk(FOUR[0] + broken + FOUR[1])
    assert found == WHOLE[:2]
    assert len(damage) == 1


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b"filedesc://lama.arc 0.0.0.0 20081025 text/plain 76\n", "ARC file"),
        (gzip.compress(b"filedesc://lama.arc 0.0.0.0 20081025", mtime=0), "warcio recompress"),
        (b"%PDF-1.4 laporan", "No WARC record"),
        (gzip.compress(b"<html>rapat", mtime=0), "No WARC record"),
    ],
)
def test_files_that_are_no_warc_are_told(data: bytes, sentence: str) -> None:
    found, (reason,) = walk(data)
    assert found == []
    assert sentence in reason


def test_bomb_is_given_up_and_what_follows_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign_files, "HARMLESS", 1 << 20)
    bomb = gzip.compress(record(block=b"\0" * (8 << 20)), mtime=0)
    found, (reason,) = walk(packed(FOUR[0]) + bomb + packed(FOUR[1]))
    assert found == WHOLE[:2]
    assert "unpacks to more than" in reason


def test_record_that_is_too_large_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(framing, "MOST_RECORD", 1 << 20)
    found, (reason,) = walk(FOUR[0] + record(block=b"x" * (2 << 20)) + FOUR[1])
    assert found == WHOLE[:2]
    assert reason == "The record has 2 MB; one of more than 1 is not read."


def test_endless_damage_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(framing, "MOST_DAMAGE", 50)
    assert len(walk(b"WARC/1.0\r\n" * 5000)[1]) <= 51
    assert len(walk(packed(*[b"rapat"] * 5000) + packed(FOUR[0]))[1]) <= 51


@given(st.binary(max_size=400), st.integers(0, 4))
def test_any_bytes_after_whole_records_never_cost_them(tail: bytes, number: int) -> None:
    found, _ = walk(packed(*FOUR[:number]) + tail)
    assert found[:number] == WHOLE[:number]


@given(st.data())
def test_any_change_of_bytes_costs_the_records_it_touches_alone(data: st.DataObject) -> None:
    parts = [packed(one) for one in FOUR]
    whole = bytearray(b"".join(parts))
    places = data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=3))
    for place in places:
        whole[place] ^= data.draw(st.integers(1, 255))
    begin, touched = 0, set()
    for index, part in enumerate(parts):
        if any(begin <= place < begin + len(part) for place in places):
            touched.add(index)
        begin += len(part)
    found, _ = walk(bytes(whole))
    assert all(WHOLE[index] in found for index in range(4) if index not in touched)


@given(st.binary(max_size=300), st.sampled_from([b"", b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"WARC/"]))
def test_any_bytes_are_walked_through(data: bytes, begin: bytes) -> None:
    walk(begin + data)
    walk(packed(begin + data))
