"""Of a WACZ only the WARC files are read, whatever its zip file claims."""

from __future__ import annotations

import hashlib
import json
import stat
import struct
import zipfile
from io import BytesIO

import pytest
from foreign_records import packed, response
from hypothesis import given
from hypothesis import strategies as st

from archive.warc import foreign_files, wacz_reading
from archive.warc.framing import Found
from archive.warc.wacz_reading import UnreadableWaczError

WARC = packed(response(1), response(2))
NAME = "archive/data.warc.gz"


def wacz(
    *entries: tuple[str | zipfile.ZipInfo, bytes], stated: str | None = None, method: int = 0
) -> BytesIO:
    """A WACZ with these members; `stated` is the hash that its data package has of NAME."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as packing:
        for name, data in entries:
            packing.writestr(name, data)
        if stated is not None:
            package = {"resources": [{"path": NAME, "hash": stated}]}
            packing.writestr("datapackage.json", json.dumps(package))
    return file


def read(file: BytesIO) -> int:
    """How many records its WARC files have."""
    found = 0
    for member in wacz_reading.contents(file).warcs:
        with wacz_reading.opened(file, member) as warc:
            found += sum(isinstance(piece, Found) for piece in foreign_files.walk(warc))
    return found


SHA256 = f"sha256:{hashlib.sha256(WARC).hexdigest()}"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_stored_and_packed_members_are_read(method: int) -> None:
    file = wacz((NAME, WARC), ("archive/lain.warc", response(3)), stated=SHA256, method=method)
    contents = wacz_reading.contents(file)
    assert (contents.faults, contents.remarks) == ((), ())
    assert read(file) == 3


def test_wrong_hash_is_told_and_the_records_are_read() -> None:
    file = wacz((NAME, WARC), stated=f"sha256:{'0' * 64}")
    (fault,) = wacz_reading.contents(file).faults
    assert "not as datapackage.json states" in fault
    assert read(file) == 2


@pytest.mark.parametrize("stated", ["md7:00", "sha256:", "halo"])
def test_hash_that_nobody_knows_is_not_checked(stated: str) -> None:
    assert wacz_reading.contents(wacz((NAME, WARC), stated=stated)).faults == ()


def test_wacz_without_data_package_is_told_and_read() -> None:
    file = wacz((NAME, WARC))
    (remark,) = wacz_reading.contents(file).remarks
    assert "no datapackage.json" in remark
    assert read(file) == 2


@pytest.mark.parametrize("package", [b"{", b"[]", b'{"resources": 7}', b"[" * 100_000, b"\xff"])
def test_data_package_that_is_none_is_told(package: bytes) -> None:
    file = wacz((NAME, WARC), ("datapackage.json", package))
    assert "cannot be read" in wacz_reading.contents(file).remarks[0]
    assert read(file) == 2


@pytest.mark.parametrize(
    "name",
    [
        "/etc/archive/x.warc.gz",
        "../archive/x.warc.gz",
        "archive/../../x.warc.gz",
        "archive\\..\\x.warc",
        "C:\\archive\\x.warc",
    ],
)
def test_names_that_lead_out_are_told_and_not_read(name: str) -> None:
    file = wacz((name, WARC))
    contents = wacz_reading.contents(file)
    assert "leads out of the WACZ" in contents.faults[0]
    assert contents.warcs == ()


@pytest.mark.parametrize("name", ["pages/x.warc.gz", "archive/dalam/x.warc.gz", "archive/x.txt"])
def test_other_members_are_not_read(name: str) -> None:
    contents = wacz_reading.contents(wacz((name, WARC)))
    assert contents.warcs == ()
    assert "no WARC file" in contents.remarks[0]


def test_symbolic_link_is_told_and_not_read() -> None:
    link = zipfile.ZipInfo(NAME)
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    contents = wacz_reading.contents(wacz((link, b"/etc/passwd")))
    assert "symbolic link" in contents.faults[0]
    assert contents.warcs == ()


def test_members_that_share_bytes_are_read_once() -> None:
    file = wacz((NAME, WARC), ("archive/dua.warc.gz", WARC))
    data = bytearray(file.getvalue())
    second = data.rindex(b"PK\x01\x02")  # the second entry of the directory
    struct.pack_into("<L", data, second + 42, 0)
    contents = wacz_reading.contents(BytesIO(bytes(data)))
    assert len(contents.warcs) == 1
    assert "overlaps" in contents.faults[0]


def test_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wacz_reading, "HARMLESS", 1 << 20)
    file = wacz((NAME, b"\0" * (16 << 20)), method=zipfile.ZIP_DEFLATED)
    (member,) = wacz_reading.contents(file).warcs
    with (
        pytest.raises(UnreadableWaczError, match="unpacks to more than"),
        wacz_reading.opened(file, member),
    ):
        pass


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wacz_reading, "MOST_MEMBERS", 3)
    file = wacz(*((f"pages/{number}", b"") for number in range(4)))
    with pytest.raises(UnreadableWaczError, match="4 members"):
        wacz_reading.contents(file)


def test_encrypted_member_is_told() -> None:
    data = bytearray(wacz((NAME, WARC)).getvalue())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in wacz_reading.contents(BytesIO(bytes(data))).faults[0]


@given(st.data())
def test_any_change_of_bytes_is_survived(data: st.DataObject) -> None:
    whole = bytearray(wacz((NAME, WARC), stated=SHA256, method=8).getvalue())
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=4)):
        whole[place] = data.draw(st.integers(0, 255))
    try:
        read(BytesIO(bytes(whole[: data.draw(st.integers(0, len(whole)))])))
        read(BytesIO(bytes(whole)))
    except UnreadableWaczError as error:
        assert str(error)  # noqa: PT017 - either outcome is right
