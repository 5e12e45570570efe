"""`resilience export` as its users meet it: WARC files and WACZ, whole or not at all."""

from __future__ import annotations

import gzip
import hashlib
import json
import zipfile
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from archive_samples import URL, article
from click.testing import CliRunner, Result
from kept_samples import (
    COPY,
    FILE,
    FIRST,
    LIST,
    PACKED_PAGE,
    PAGE,
    REDIRECT,
    SAVED,
    SECOND,
    City,
    fill,
)
from preservation import run_tool, serving
from sqlite_utils import Database
from warcio.archiveiterator import ArchiveIterator

from archive.cli import COMMANDS
from archive.errors import ArchiveError, UsageError
from archive.export.preservation import formats, warc_files
from archive.named_commands import NamedCommands
from archive.storage import close, open_archive, transaction


@pytest.fixture
def kept(folder: Path) -> Path:
    db = open_archive(folder)
    fill(db, folder)
    close(db)
    return folder


def run(folder: Path, *arguments: str) -> Result:
    group = NamedCommands(places=COMMANDS)
    return CliRunner().invoke(group, ["export", "--archive", str(folder), *arguments])


def export(folder: Path, kind: str, output: Path, *arguments: str) -> Path:
    result = run(folder, "--format", kind, "--output", str(output), *arguments)
    assert (result.exit_code, result.stdout) == (0, ""), result
    assert result.stderr.endswith(f" records in {output}\n")
    return output


def refused(folder: Path, kind: str, output: Path, *arguments: str) -> BaseException:
    result = run(folder, "--format", kind, "--output", str(output), *arguments)
    assert result.exception is not None
    return result.exception


def records(data: bytes) -> list[tuple[str, str]]:
    """(type, address) of each record, whose digests are verified."""
    found = []
    for record in ArchiveIterator(BytesIO(data), check_digests="raise"):
        record.raw_stream.read()
        found.append((record.rec_type, record.rec_headers.get_header("WARC-Target-URI") or ""))
    return found


def members(data: bytes) -> list[bytes]:
    """A WARC file's gzip members."""
    places = []
    iterator = ArchiveIterator(BytesIO(data))
    for record in iterator:
        record.raw_stream.read()
        places.append((iterator.get_record_offset(), iterator.get_record_length()))
    return [data[offset : offset + length] for offset, length in places]


def entries(wacz: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wacz) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def index_of(wacz: Path) -> list[tuple[str, str, dict[str, str]]]:
    lines = gzip.decompress(entries(wacz)["indexes/index.cdx.gz"]).decode().splitlines()
    assert lines == sorted(lines)
    return [(*line.split(" ", 2)[:2], json.loads(line.split(" ", 2)[2])) for line in lines]  # type: ignore[misc]


def test_warc_file_holds_every_record_byte_for_byte(kept: Path, tmp_path: Path) -> None:
    exported = export(kept, "warc", tmp_path / "all.warc.gz").read_bytes()
    assert members(exported)[1:] == members((kept / FILE).read_bytes())[1:]
    assert records(exported)[0] == ("warcinfo", "")
    assert records(exported)[1:5] == [
        ("request", LIST),
        ("response", LIST),
        ("request", REDIRECT),
        ("response", REDIRECT),
    ]
    assert ("revisit", COPY) in records(exported)
    assert ("resource", SAVED) in records(exported)


def test_same_archive_gives_the_same_bytes(kept: Path, tmp_path: Path) -> None:
    for kind, suffix in (("warc", ".warc.gz"), ("wacz", ".wacz")):
        first = export(kept, kind, tmp_path / f"first{suffix}")
        second = export(kept, kind, tmp_path / f"second{suffix}")
        assert first.read_bytes() == second.read_bytes()


def test_folder_takes_files_of_a_size_each_with_its_own_beginning(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(warc_files.write.__kwdefaults__, "largest", 2_700)
    export(kept, "warc", tmp_path / "parts")
    files = sorted((tmp_path / "parts").iterdir())
    assert [file.name for file in files] == ["captures-00001.warc.gz", "captures-00002.warc.gz"]
    every = [records(file.read_bytes()) for file in files]
    assert [part[0][0] for part in every] == ["warcinfo", "warcinfo"]
    assert [record for part in every for record in part[1:]] == records((kept / FILE).read_bytes())[
        1:
    ]
    monkeypatch.setitem(warc_files.write.__kwdefaults__, "largest", 1_000_000)
    export(kept, "warc", tmp_path / "parts", "--force")
    assert len(list((tmp_path / "parts").iterdir())) == 1


def test_since_leaves_older_captures_out_but_not_the_bodies_that_are_repeated(
    kept: Path, tmp_path: Path
) -> None:
    exported = export(kept, "warc", tmp_path / "new.warc.gz", "--since", "2019-04-01")
    found = records(exported.read_bytes())
    assert ("response", LIST) not in found
    assert found.count(("response", URL)) == 2
    assert ("revisit", COPY) in found
    assert ("request", COPY) in found


def test_site_has_its_pages_and_the_lists_of_its_hosts(kept: Path, tmp_path: Path) -> None:
    exported = export(kept, "warc", tmp_path / "kota.warc.gz", "--site", "kota")
    addresses = {url for _, url in records(exported.read_bytes())}
    assert addresses == {"", LIST, REDIRECT, URL, COPY}


def test_unknown_site_is_a_usage_error_that_names_the_known(kept: Path, tmp_path: Path) -> None:
    error = refused(kept, "warc", tmp_path / "x.warc.gz", "--site", "desa")
    assert isinstance(error, UsageError)
    assert "'desa'" in str(error)
    assert "It has: kota" in str(error)


def test_nothing_to_export_is_an_error_and_leaves_nothing(kept: Path, tmp_path: Path) -> None:
    error = refused(kept, "wacz", tmp_path / "x.wacz", "--since", "2031-01-01")
    assert isinstance(error, ArchiveError)
    assert "no capture is kept since 2031-01-01" in str(error)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data"]


def test_wacz_is_what_its_specification_asks_for(kept: Path, tmp_path: Path) -> None:
    wacz = export(kept, "wacz", tmp_path / "all.wacz")
    found = entries(wacz)
    assert list(found) == [
        "archive/captures-00001.warc.gz",
        "indexes/index.cdx.gz",
        "indexes/index.idx",
        "pages/pages.jsonl",
        "datapackage.json",
        "datapackage-digest.json",
    ]
    package = json.loads(found["datapackage.json"])
    assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")
    assert package["created"] == SECOND
    for resource in package["resources"]:
        data = found.pop(resource["path"])
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert resource["bytes"] == len(data)
    digest = json.loads(found.pop("datapackage-digest.json"))
    description = found.pop("datapackage.json")
    assert digest == {
        "path": "datapackage.json",
        "hash": f"sha256:{hashlib.sha256(description).hexdigest()}",
    }
    assert found == {}


def test_warc_files_in_a_wacz_are_stored_so_that_parts_can_be_read(
    kept: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(export(kept, "wacz", tmp_path / "all.wacz")) as archive:
        packed = {info.filename: info.compress_type for info in archive.infolist()}
    assert packed["archive/captures-00001.warc.gz"] == zipfile.ZIP_STORED
    assert packed["indexes/index.cdx.gz"] == zipfile.ZIP_STORED


def test_index_leads_to_every_record(kept: Path, tmp_path: Path) -> None:
    wacz = export(kept, "wacz", tmp_path / "all.wacz")
    warc = entries(wacz)["archive/captures-00001.warc.gz"]
    lines = index_of(wacz)
    assert [(key, timestamp) for key, timestamp, _ in lines] == [
        ("example,kota)/2019/03/05/lokakarya-taman-hujan", "20190306010203"),
        ("example,kota)/2019/03/05/lokakarya-taman-hujan", "20190401080000"),
        ("example,kota)/?p=7", "20190306010203"),
        ("example,kota)/cetak/lokakarya-taman-hujan", "20190401080000"),
        ("example,kota)/feed", "20190306010203"),
        ("example,lain)/disimpan.html", "20190401080000"),
    ]
    for _, _, told in lines:
        offset, length = int(told["offset"]), int(told["length"])
        (record,) = records(warc[offset : offset + length])
        assert record[1] == told["url"]
        assert told["filename"] == "captures-00001.warc.gz"
    told = {line[2]["url"]: line[2] for line in lines}
    assert told[COPY]["mime"] == "warc/revisit"
    assert told[REDIRECT]["status"] == "301"
    assert "status" not in told[SAVED]


def test_packed_index_has_a_line_for_each_of_its_blocks(kept: Path, tmp_path: Path) -> None:
    found = entries(export(kept, "wacz", tmp_path / "all.wacz"))
    head, block = found["indexes/index.idx"].decode().splitlines()
    assert json.loads(head.removeprefix("!meta 0 ")) == {
        "format": "cdxj-gzip-1.0",
        "filename": "index.cdx.gz",
    }
    key, timestamp, place = block.split(" ", 2)
    assert (key, timestamp) == ("example,kota)/2019/03/05/lokakarya-taman-hujan", "20190306010203")
    assert json.loads(place) == {"offset": 0, "length": len(found["indexes/index.cdx.gz"])}


def test_pages_are_the_versions_of_articles_with_their_words(kept: Path, tmp_path: Path) -> None:
    found = entries(export(kept, "wacz", tmp_path / "all.wacz"))
    header, *pages = [json.loads(line) for line in found["pages/pages.jsonl"].splitlines()]
    assert (header["format"], header["hasText"]) == ("json-pages-1.0", True)
    assert [(page["url"], page["ts"]) for page in pages] == [(URL, FIRST), (URL, SECOND)]
    assert {page["title"] for page in pages} == {article().title}
    assert [page["text"] for page in pages] == [article().text, article().text + "\nDiperbarui."]


def test_existing_output_is_left_alone_without_force(kept: Path, tmp_path: Path) -> None:
    for kind, name in (("wacz", "x.wacz"), ("warc", "x.warc.gz")):
        path = tmp_path / name
        path.write_text("mine")
        error = refused(kept, kind, path)
        assert isinstance(error, UsageError)
        assert "--force" in str(error)
        assert path.read_text() == "mine"
        export(kept, kind, path, "--force")
        assert path.read_bytes()[:2] in {b"PK", b"\x1f\x8b"}


def test_damaged_record_is_not_exported_and_what_was_there_stays(
    kept: Path, tmp_path: Path
) -> None:
    with closing(Database(kept / "archive.db")) as db:
        (offset,) = db.execute('SELECT "offset" FROM captures WHERE url = ?', (SAVED,)).fetchone()
    damaged = bytearray((kept / FILE).read_bytes())
    damaged[offset + 60] ^= 1
    (kept / FILE).write_bytes(damaged)
    before = tmp_path / "x.wacz"
    before.write_text("the export of last week")
    error = refused(kept, "wacz", before, "--force")
    assert isinstance(error, ArchiveError)
    assert SAVED in str(error)
    assert "resilience check" in str(error)
    assert before.read_text() == "the export of last week"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "x.wacz"]


def test_row_that_tells_of_another_record_is_not_exported(kept: Path, tmp_path: Path) -> None:
    with closing(Database(kept / "archive.db")) as db, db.conn:
        db.execute("UPDATE captures SET payload_sha256 = '00' WHERE url = ?", (LIST,))
    error = refused(kept, "warc", tmp_path / "x.warc.gz")
    assert isinstance(error, ArchiveError)
    assert "SHA-256" in str(error)


@pytest.mark.parametrize(
    ("kind", "name"),
    [("wacz", "x.zip"), ("wacz", "data"), ("warc", "x.txt"), ("warc", "data/warc")],
)
def test_output_of_the_wrong_kind_is_a_usage_error(
    kept: Path, tmp_path: Path, kind: str, name: str
) -> None:
    (tmp_path / "x.txt").write_text("mine")
    assert isinstance(refused(kept, kind, tmp_path / name), UsageError)


def test_unwritable_output_is_an_error_with_its_reason(kept: Path, tmp_path: Path) -> None:
    error = refused(kept, "wacz", tmp_path / "none" / "x.wacz")
    assert isinstance(error, ArchiveError)
    assert "No such file or directory" in str(error)


def test_format_is_asked_for_and_told(kept: Path) -> None:
    result = run(kept, "--output", "x")
    assert result.exit_code == 2
    assert "wacz" in run(kept, "--help").stdout
    assert set(formats.FORMATS) == {"warc", "wacz"}


def test_many_captures_make_an_index_of_several_blocks(folder: Path, tmp_path: Path) -> None:
    db = open_archive(folder)
    city = City(db, folder, durable=False)
    with transaction(db):
        for number in range(1_100):
            city.keep(f"https://kota.example/{number}/", b"%d" % number)
    city.writer.close()
    close(db)
    wacz = export(folder, "wacz", tmp_path / "many.wacz")
    assert len(index_of(wacz)) == 1_100
    _, *blocks = entries(wacz)["indexes/index.idx"].decode().splitlines()
    places = [json.loads(block.split(" ", 2)[2]) for block in blocks]
    assert len(places) == 2
    packed = entries(wacz)["indexes/index.cdx.gz"]
    second = gzip.decompress(packed[places[1]["offset"] :]).decode().splitlines()
    assert len(second) == 1_100 - 1_024
    assert second[0].startswith(blocks[1].split(" {")[0])


def test_the_wacz_package_finds_it_valid(kept: Path, tmp_path: Path) -> None:
    wacz = export(kept, "wacz", tmp_path / "all.wacz")
    assert (
        "the passed WACZ is valid"
        in run_tool("wacz", "validate", "-f", str(wacz), folder=tmp_path).stdout
    )


def test_the_wacz_package_makes_the_same_index(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    warc = tmp_path / "captures-00001.warc.gz"
    mine = export(kept, "wacz", tmp_path / "mine.wacz")
    warc.write_bytes(entries(mine)["archive/captures-00001.warc.gz"])
    run_tool("wacz", "create", "-o", "theirs.wacz", str(warc), folder=tmp_path)

    def comparable(wacz: Path) -> list[tuple[str, str, dict[str, Any]]]:
        fields = ("url", "status", "digest", "length", "offset", "filename")
        return [
            (key, timestamp, {name: told.get(name) for name in fields})
            for key, timestamp, told in index_of(wacz)
        ]

    assert comparable(mine) == comparable(tmp_path / "theirs.wacz")


def test_pywb_replays_every_page_with_the_bytes_that_were_served(
    kept: Path, tmp_path: Path
) -> None:
    wacz = export(kept, "wacz", tmp_path / "all.wacz")
    with serving(tmp_path / "pywb") as pywb:
        collection = pywb.unpack("c", wacz)

        def body(url: str, timestamp: str) -> bytes:
            asked = Request(f"{collection}/{timestamp}id_/{url}")  # noqa: S310 - on loopback
            asked.add_header("Accept-Encoding", "gzip")
            with urlopen(asked, timeout=30) as answer:  # noqa: S310 - on loopback
                served: bytes = answer.read()
                return served

        assert body(URL, "20190306010203") == PAGE
        assert body(URL, "20190401080000") == PACKED_PAGE
        assert body(COPY, "20190401080000") == PAGE
        assert body(LIST, "20190306010203") == b"<rss/>"
        assert body(SAVED, "20190401080000") == b"<p>Disimpan.</p>"
