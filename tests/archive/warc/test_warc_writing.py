"""What was served is kept in WARC files that other tools read, and is on disk before it is noted."""

from __future__ import annotations

import gzip
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from archive.errors import ArchiveError
from archive.warc import reading, tails
from archive.warc.exchange import Exchange, Original, Place, Request, payload_of
from archive.warc.reading import UnreadableRecordError
from archive.warc.writing import WarcWriter

PAGE = "".join(f"<p>Rapat {number * 7919} warga</p>" for number in range(400)).encode()


def exchange(body: bytes = PAGE, *headers: tuple[str, str]) -> Exchange:
    asked = Request("GET", "/rapat/", (("Host", "kota.example"), ("User-Agent", "penguji")))
    return Exchange(
        "https://kota.example/rapat/",
        "2019-03-06T01:02:03Z",
        200,
        "OK",
        (("Content-Type", "text/html; charset=UTF-8"), *headers),
        body,
        asked,
        ip="127.0.0.1",
    )


def records(path: Path) -> list[tuple[str, str]]:
    with path.open("rb") as file:
        return [(r.rec_type, r.rec_headers.get_header("WARC-Date")) for r in ArchiveIterator(file)]


def check(path: Path) -> int:
    checker = Checker(type("Command", (), {"inputs": [str(path)], "verbose": False}))
    return int(checker.process_all())


def test_a_request_and_its_response_are_kept_together(tmp_path: Path) -> None:
    writer = WarcWriter(tmp_path, "uji")
    place = writer.write(exchange())
    writer.close()
    path = tmp_path / place.file
    assert [kind for kind, _ in records(path)] == ["warcinfo", "request", "response"]
    assert check(path) == 0
    with path.open("rb") as file:
        _, asked, answered = ArchiveIterator(file)
        assert asked.http_headers.get_header("User-Agent") == "penguji"
        partner = asked.rec_headers.get_header("WARC-Concurrent-To")
        assert partner == answered.rec_headers.get_header("WARC-Record-ID")
        assert answered.rec_headers.protocol == "WARC/1.1"
        assert answered.rec_headers.get_header("WARC-IP-Address") == "127.0.0.1"


def test_a_record_is_found_by_its_place_alone(tmp_path: Path) -> None:
    writer = WarcWriter(tmp_path, "uji")
    places = [writer.write(exchange(str(number).encode() * 50)) for number in range(5)]
    writer.close()
    kept = [reading.read(tmp_path, place, verify=True) for place in places]
    assert [served.page[:1] for served in kept] == [b"0", b"1", b"2", b"3", b"4"]
    assert all(served.problems == () for served in kept)
    assert (kept[0].status, kept[0].media_type) == (200, "text/html")
    last = places[-1]
    assert last.offset + last.length == (tmp_path / last.file).stat().st_size


@given(body=st.binary(max_size=2000))
def test_any_body_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, body: bytes
) -> None:
    folder = tmp_path_factory.mktemp("warc")
    writer = WarcWriter(folder, "uji")
    served = reading.read(folder, writer.write(exchange(body)), verify=True)
    writer.close()
    assert (served.page, served.problems) == (body, ())


def test_a_body_is_kept_as_it_was_sent_and_read_decoded(tmp_path: Path) -> None:
    sent = gzip.compress(PAGE)
    writer = WarcWriter(tmp_path, "uji")
    place = writer.write(exchange(sent, ("Content-Encoding", "gzip")))
    writer.close()
    assert reading.read(tmp_path, place).page == PAGE
    with (tmp_path / place.file).open("rb") as file:
        response = next(r for r in ArchiveIterator(file) if r.rec_type == "response")
        assert response.raw_stream.read() == sent
        assert response.rec_headers.get_header("WARC-Payload-Digest") == payload_of(sent).digest


def test_a_repeated_body_is_named_and_not_written_again(tmp_path: Path) -> None:
    writer = WarcWriter(tmp_path, "uji")
    first = writer.write(exchange())
    original = Original("https://kota.example/rapat/", "2019-03-06T01:02:03Z")
    second = writer.write(exchange(), repeats=original)
    writer.close()
    served = reading.read(tmp_path, second)
    assert (served.record_type, served.page) == ("revisit", b"")
    assert second.length < first.length
    with (tmp_path / second.file).open("rb") as file:
        *_, revisit = ArchiveIterator(file)
        assert revisit.rec_headers.get_header("WARC-Refers-To-Target-URI") == original.url
        assert revisit.rec_headers.get_header("WARC-Refers-To-Date") == original.fetched_at
    assert check(tmp_path / second.file) == 0


def test_a_full_file_is_followed_by_the_next(tmp_path: Path) -> None:
    writer = WarcWriter(tmp_path, "uji", largest=1500)
    files = [writer.write(exchange(str(number).encode() * 9)).file for number in range(4)]
    writer.close()
    assert len(set(files)) > 1
    assert sorted(files) == files
    assert all(records(tmp_path / file)[0][0] == "warcinfo" for file in files)


def test_a_saved_page_without_headers_is_a_resource(tmp_path: Path) -> None:
    writer = WarcWriter(tmp_path, "uji")
    place = writer.write_resource(
        "https://kota.example/", "2019-03-06T01:02:03Z", "text/html", PAGE
    )
    writer.close()
    served = reading.read(tmp_path, place, verify=True)
    assert (served.record_type, served.media_type, served.page) == ("resource", "text/html", PAGE)


def test_a_disk_that_refuses_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "warc").write_text("no folder")
    with pytest.raises(ArchiveError, match=r"cannot be written: .* Make room"):
        WarcWriter(tmp_path, "uji").write(exchange())


def test_a_torn_tail_is_found_and_cut_and_what_is_whole_stays(tmp_path: Path) -> None:
    writer = WarcWriter(tmp_path, "uji")
    first, second = writer.write(exchange(b"1" * 90)), writer.write(exchange(b"2" * 90))
    writer.close()
    path = tmp_path / first.file
    whole = path.read_bytes()
    for length in range(second.offset + 1, len(whole), 7):
        path.write_bytes(whole[:length])
        (tail,) = tails.cut(tmp_path, {first.file: first.offset + first.length})
        assert (tail.offset, tail.length) == (second.offset, length - second.offset)
        assert tails.find(tmp_path, {}) == []
        assert reading.read(tmp_path, first).page == b"1" * 90


def test_a_wrong_note_of_where_a_record_ends_costs_no_record(tmp_path: Path) -> None:
    writer = WarcWriter(tmp_path, "uji")
    first, second = writer.write(exchange(b"1" * 90)), writer.write(exchange(b"2" * 90))
    writer.close()
    assert tails.cut(tmp_path, {first.file: second.offset + 5}) == []
    assert reading.read(tmp_path, second).page == b"2" * 90


def test_a_file_torn_in_its_first_record_is_removed(tmp_path: Path) -> None:
    path = tmp_path / "warc" / "uji-00001.warc.gz"
    path.parent.mkdir()
    path.write_bytes(gzip.compress(b"WARC/1.1")[:9])
    assert [str(tail) for tail in tails.cut(tmp_path, {})] == [
        "9 bytes at the end of warc/uji-00001.warc.gz"
    ]
    assert not path.exists()


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (lambda data, _: data[:-200], "too early"),
        (
            lambda data, place: data[: place.offset] + bytes(20) + data[place.offset + 20 :],
            "cannot",
        ),
        (lambda *_: b"", "too early"),
    ],
)
def test_a_damaged_record_is_an_error_that_says_where(tmp_path: Path, damage, why: str) -> None:
    writer = WarcWriter(tmp_path, "uji")
    place = writer.write(exchange())
    writer.close()
    path = tmp_path / place.file
    path.write_bytes(damage(path.read_bytes(), place))
    with pytest.raises(UnreadableRecordError, match=f"{place.offset} of {place.file}.*{why}"):
        reading.read(tmp_path, place)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    writer = WarcWriter(tmp_path, "uji")
    bomb = gzip.compress(bytes(reading.MOST_BYTES + 1))
    place = writer.write(exchange(bomb, ("Content-Encoding", "gzip")))
    writer.close()
    with pytest.raises(UnreadableRecordError, match="larger than 16 MB"):
        reading.read(tmp_path, place)


def test_a_file_may_be_larger_than_a_page_and_is_read_if_asked_for(tmp_path: Path) -> None:
    writer = WarcWriter(tmp_path, "uji")
    slides = bytes(reading.MOST_BYTES + 1)
    place = writer.write(exchange(slides))
    writer.close()
    with pytest.raises(UnreadableRecordError, match="larger than 16 MB"):
        reading.read(tmp_path, place)
    assert reading.read(tmp_path, place, largest=len(slides)).page == slides


@pytest.mark.parametrize(("more", "why"), [(7, "bytes long and not"), (-1, "bytes long and not")])
def test_a_record_that_is_not_as_long_as_noted_is_an_error(
    tmp_path: Path, more: int, why: str
) -> None:
    writer = WarcWriter(tmp_path, "uji")
    place = writer.write(exchange())
    writer.write(exchange())
    writer.close()
    with pytest.raises(UnreadableRecordError, match=why):
        reading.read(tmp_path, Place(place.file, place.offset, place.length + more))


def test_a_missing_file_is_an_error_that_says_which(tmp_path: Path) -> None:
    with pytest.raises(UnreadableRecordError, match=r"warc/weg\.warc\.gz"):
        reading.read(tmp_path, Place("warc/weg.warc.gz", 0, 10))


def test_a_file_of_another_program_is_never_overwritten(tmp_path: Path) -> None:
    writer = WarcWriter(tmp_path, "uji")
    writer.write(exchange())
    writer.close()
    with pytest.raises(ArchiveError, match="File exists"):
        WarcWriter(tmp_path, "uji").write(exchange())
    assert BytesIO((tmp_path / "warc/uji-00001.warc.gz").read_bytes()).read(2) == b"\x1f\x8b"
