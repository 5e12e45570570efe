"""`resilience check` as its users meet it, on archives that were damaged in every way."""

from __future__ import annotations

import json
import os
import shutil
import zlib
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from archive_samples import URL, fetch, record, store_page
from click.testing import CliRunner, Result
from kept_samples import COPY, FILE, LIST, SAVED, SECOND, City, fill
from sqlite_utils import Database
from warcio.archiveiterator import ArchiveIterator

from archive import lock
from archive.cli import COMMANDS
from archive.errors import ArchiveError
from archive.named_commands import NamedCommands
from archive.storage import close, open_archive

NOTHING_NEW = "No capture lies in this file; what it holds is kept in others as well."


@pytest.fixture
def kept(folder: Path) -> Path:
    db = open_archive(folder)
    fill(db, folder)
    close(db)
    return folder


def run(folder: Path, *arguments: str) -> Result:
    group = NamedCommands(places=COMMANDS)
    return CliRunner().invoke(group, ["check", "--archive", str(folder), *arguments])


def faults(folder: Path, *arguments: str) -> list[dict[str, str]]:
    """The faults found; every one says what to do, and the exit status tells of them."""
    result = run(folder, "--format", "json", *arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    told = json.loads(result.stdout)
    found: list[dict[str, str]] = told["faults"]
    assert result.exit_code == (1 if found else 0)
    assert told["sound"] is not bool(found)
    assert all(fault["message"].endswith(".") and len(fault["remedy"]) > 20 for fault in found)
    return found


def told(folder: Path, *arguments: str) -> str:
    """All faults in one text."""
    return "\n".join(
        f"{fault['check']} {fault['where']}: {fault['message']}"
        for fault in faults(folder, *arguments)
    )


def change(folder: Path, sql: str, *values: Any) -> None:
    """Change the database behind the archive's back."""
    with closing(Database(folder / "archive.db")) as db, db.conn:
        db.execute(sql, values)


def place(folder: Path, url: str, at: str | None = None) -> tuple[int, int]:
    with closing(Database(folder / "archive.db")) as db:
        row = db.execute(
            'SELECT "offset", length FROM captures WHERE url = ? ORDER BY fetched_at = ? DESC',
            (url, at),
        ).fetchone()
    return row[0], row[1]


def test_sound_archive_has_no_fault_and_says_so(kept: Path) -> None:
    result = run(kept)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith(f"No fault in {kept}.\n")
    assert FILE in result.stderr
    assert faults(kept, "--quick") == []


def test_check_changes_nothing(kept: Path) -> None:
    before = {path: path.read_bytes() for path in kept.rglob("*") if path.is_file()}
    run(kept)
    after = {path: path.read_bytes() for path in kept.rglob("*") if path.is_file()}
    passing = {"archive.db-shm", "archive.db-wal"}  # SQLite's, for readers and writers at once
    assert {path: data for path, data in after.items() if path.name not in passing} == before
    assert not (kept / "archive.db-wal").exists() or not after[kept / "archive.db-wal"]


def test_archive_that_cannot_be_written_is_checked(kept: Path) -> None:
    (kept / "archive.db").chmod(0o444)
    kept.chmod(0o555)
    try:
        assert faults(kept) == []
    finally:
        kept.chmod(0o755)


def test_flipped_byte_anywhere_in_a_record_is_found(kept: Path) -> None:
    offset, length = place(kept, URL)
    path = kept / FILE
    whole = path.read_bytes()
    unseen = range(4, 10)  # time, kind of compression and system of the gzip head: no content
    for position in [p for p in range(0, length, 37) if p not in unseen] + [length - 1]:
        damaged = bytearray(whole)
        damaged[offset + position] ^= 0x10
        path.write_bytes(damaged)
        said = told(kept)
        assert URL in said, position
        assert f"byte {offset}:" in said
        assert LIST not in said
        assert SAVED not in said


def test_file_that_was_cut_is_found_with_every_capture_behind_the_cut(kept: Path) -> None:
    offset, length = place(kept, URL)
    os.truncate(kept / FILE, offset + length - 3)
    first, behind = faults(kept)
    assert "cannot be read: the file ends before the record does" in first["message"]
    assert "3 captures should lie behind" in behind["message"]
    assert "backup" in behind["remedy"]
    (quick,) = faults(kept, "--quick")
    assert "of its 6 captures should end at byte" in quick["message"]


def test_missing_file_is_one_fault(kept: Path) -> None:
    (kept / FILE).unlink()
    (fault,) = faults(kept)
    assert fault["where"] == FILE
    assert "6 captures are said to lie in it" in fault["message"]
    assert faults(kept, "--quick") == [fault]


def test_exchanged_files_are_found(kept: Path) -> None:
    with closing(open_archive(kept)) as db:
        city = City(db, kept)
        city.writer = type(city.writer)(kept, "crawl-000002-20190501000000")
        city.keep("https://kota.example/agenda/", b"<p>Agenda</p>", at="2019-05-01T00:00:00Z")
        city.writer.close()
    assert faults(kept) == []
    other = kept / "warc/crawl-000002-20190501000000-00001.warc.gz"
    shutil.move(other, kept / "aside")
    shutil.move(kept / FILE, other)
    shutil.move(kept / "aside", kept / FILE)
    said = told(kept)
    assert LIST in said
    assert "captures should lie behind" in said
    assert "https://kota.example/agenda/" in said


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ('"offset"', 5, "No record begins here"),
        ("length", 77, "bytes long and not 77"),
        ("url", "https://kota.example/lain/", "and not https://kota.example/lain/"),
        ("fetched_at", "2020-01-01T00:00:00Z", "and not 2020-01-01T00:00:00Z"),
        ("status", 404, "its HTTP status is 200 and not 404"),
        ("record_type", "resource", "a record of type response and not resource"),
        ("payload_digest", "sha1:AAAA", "and not sha1:AAAA"),
        ("payload_sha256", "00ff", "and not 00ff"),
        ("payload_length", 1, "bytes and not 1"),
    ],
)
def test_row_that_tells_something_else_than_its_record_is_found(
    kept: Path, column: str, value: object, words: str
) -> None:
    change(kept, f"UPDATE captures SET {column} = ? WHERE url = ?", value, LIST)  # noqa: S608 - fixed names
    assert words in told(kept)


def test_record_that_contradicts_itself_is_found_though_it_unpacks(kept: Path) -> None:
    offset, length = place(kept, SAVED)
    whole = (kept / FILE).read_bytes()
    plain = zlib.decompress(whole[offset : offset + length], zlib.MAX_WBITS | 16)
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    member = packer.compress(plain.replace(b"<p>Disimpan", b"<p>disimpan")) + packer.flush()
    (kept / FILE).write_bytes(whole[:offset] + member + whole[offset + length :])
    said = told(kept)
    assert "its block is not what its WARC-Block-Digest says" in said
    assert "its payload is not what its WARC-Payload-Digest says" in said
    assert "the SHA-256 of its body" in said


def test_record_that_is_kept_but_not_noted_is_told_with_its_remedy(kept: Path) -> None:
    change(kept, "DELETE FROM captures WHERE url = ?", SAVED)
    (fault,) = faults(kept)
    assert f"of {SAVED}, {SECOND}, is kept but not noted" in fault["message"]
    assert f"resilience import {kept / FILE} --archive {kept}" in fault["remedy"]


def test_torn_end_is_told_and_what_removes_it(kept: Path) -> None:
    whole = (kept / FILE).read_bytes()
    (kept / FILE).write_bytes(whole + whole[: place(kept, LIST)[1] // 2])
    for arguments in ((), ("--quick",)):
        (fault,) = faults(kept, *arguments)
        assert "torn end" in fault["message"]
        assert "The next 'resilience crawl' cuts it off" in fault["remedy"]


def test_what_a_running_crawl_is_writing_is_no_fault(kept: Path) -> None:
    whole = (kept / FILE).read_bytes()
    held = lock.take(kept, ["kota"])
    try:
        offset, length = place(kept, URL)
        unnoted = whole[offset : offset + length]
        (kept / FILE).write_bytes(whole + unnoted + unnoted[: length // 2])
        assert faults(kept) == []
        assert faults(kept, "--quick") == []
    finally:
        lock.release(held)


def test_damage_between_noted_records_hides_none_of_the_rest(kept: Path) -> None:
    offset, length = place(kept, URL)
    whole = bytearray((kept / FILE).read_bytes())
    whole[offset : offset + length] = bytes(length)
    (kept / FILE).write_bytes(whole)
    (fault,) = faults(kept)
    assert fault["where"] == f"{FILE}, byte {offset}"


def test_file_that_holds_only_what_is_kept_elsewhere_may_go(kept: Path) -> None:
    shutil.copy(kept / FILE, kept / "warc/copy.warc.gz")
    (kept / "warc/notes.txt").write_text("?")
    assert told(kept).splitlines() == [
        "files warc/notes.txt: This is no WARC file of the archive.",
        f"files warc/copy.warc.gz: {NOTHING_NEW}",
    ]


def test_revisit_without_its_original_is_found(kept: Path) -> None:
    change(kept, "UPDATE captures SET original_id = NULL WHERE url = ?", COPY)
    assert "captures, row" in told(kept)
    assert "that body is not kept" in told(kept, "--quick")


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        (
            "UPDATE attendance SET evidence_quote = 'x' WHERE id = 1",
            "evidence attendance, row 1, evidence: The article says",
        ),
        (
            "UPDATE attendance SET (evidence, evidence_start, evidence_end) = ('[[1,9999]]',1,9999)",
            "Its spans go beyond the article",
        ),
        ("UPDATE findings SET evidence = '[]'", "contradict each other"),
        ("UPDATE participations SET summary = 'no list' WHERE id = 1", "contradict each other"),
        (
            "UPDATE articles SET text = replace(text, 'Seruni', 'Serung')",
            "Its text is not the one of which text_digest was taken",
        ),
        (
            "UPDATE articles SET capture_id = (SELECT id FROM captures WHERE url LIKE '%feed/')",
            "It is read from a capture of another page",
        ),
        (
            "UPDATE articles SET capture_id = (SELECT min(id) FROM captures WHERE page_id = 1)",
            "The page has a newer capture that says something else",
        ),
        (
            "UPDATE captures SET version_id = NULL",
            "Its text is not what its capture is noted to say",
        ),
        ("DELETE FROM pages", "It points at a row of pages that does not exist"),
    ],
)
def test_contradiction_within_the_database_is_found(kept: Path, sql: str, words: str) -> None:
    change(kept, sql)
    assert words in told(kept)


def page_of(folder: Path, name: str) -> slice:
    """Where the first page of a table or index lies in the database file."""
    with closing(Database(folder / "archive.db")) as db:
        (size,) = db.execute("PRAGMA page_size").fetchone()
        (number,) = db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)
        ).fetchone()
    return slice((number - 1) * size, number * size)


@pytest.mark.parametrize("name", ["people", "captures", "activities_start", "versions"])
def test_damaged_page_of_the_database_is_told_with_its_remedy(kept: Path, name: str) -> None:
    where = page_of(kept, name)
    whole = bytearray((kept / "archive.db").read_bytes())
    whole[where] = b"\xaa" * (where.stop - where.start)
    (kept / "archive.db").write_bytes(whole)
    found = [fault for fault in faults(kept) if fault["check"] == "database"]
    assert found
    assert all("archive.db" in fault["remedy"] for fault in found)


def test_database_whose_schema_is_damaged_is_an_error_that_names_the_remedy(kept: Path) -> None:
    whole = bytearray((kept / "archive.db").read_bytes())
    whole[100:4096] = b"\xaa" * 3996
    (kept / "archive.db").write_bytes(whole)
    error = run(kept).exception
    assert isinstance(error, ArchiveError)
    assert "Restore it from a backup" in str(error)


def test_file_that_is_no_database_is_an_error(kept: Path) -> None:
    (kept / "archive.db").write_bytes(b"nothing of the kind" * 500)
    assert isinstance(run(kept).exception, ArchiveError)


@pytest.fixture(params=["fts5", "fts4"])
def indexed(kept: Path, request: pytest.FixtureRequest) -> Path:
    with closing(Database(kept / "archive.db")) as db, db.conn:
        option = "content='articles', content_rowid='id'"
        option = option if request.param == "fts5" else 'content="articles"'
        db.execute(f"CREATE VIRTUAL TABLE words USING {request.param}(title, text, {option})")
        db.execute("INSERT INTO words (words) VALUES ('rebuild')")
    return kept


def test_full_text_index_that_lacks_an_article_is_found(indexed: Path) -> None:
    assert faults(indexed) == []
    change(indexed, "UPDATE articles SET title = 'Judul Lain'")
    (fault,) = [fault for fault in faults(indexed) if fault["where"] == "words"]
    assert "The full-text index is damaged" in fault["message"]
    assert "VALUES ('rebuild')" in fault["remedy"]
    change(indexed, "INSERT INTO words (words) VALUES ('rebuild')")
    assert [fault for fault in faults(indexed) if fault["where"] == "words"] == []


def test_list_for_people_has_where_what_and_remedy(kept: Path) -> None:
    (kept / FILE).unlink()
    result = run(kept)
    assert result.stdout.splitlines()[:2] == [
        f"files: {FILE}",
        "  The file is missing; 6 captures are said to lie in it.",
    ]
    assert "backup" in result.stdout.splitlines()[2]
    assert result.stderr.endswith(f"1 fault in {kept}\n")


def test_every_written_file_passes_the_check_of_warcio(kept: Path) -> None:
    with (kept / FILE).open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            record.content_stream().read()


def test_help_has_an_example() -> None:
    group = NamedCommands(places=COMMANDS)
    assert (
        "resilience check --archive data" in CliRunner().invoke(group, ["check", "--help"]).output
    )


def test_missing_archive_is_an_error_and_makes_none(tmp_path: Path) -> None:
    assert isinstance(run(tmp_path / "nowhere").exception, ArchiveError)
    assert not (tmp_path / "nowhere").exists()


def test_captures_of_the_first_versions_of_which_only_the_row_is_kept_are_no_fault(
    db: Database, folder: Path
) -> None:
    store_page(db, record(), fetch())
    assert faults(folder) == []
