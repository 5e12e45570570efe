"""Opening an archive: what is made, what is refused, who may read while another writes."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlite_utils import Database

from archive.errors import ArchiveError, ResilienceError
from archive.storage import close, open_archive, transaction


def make_database(folder: Path, statement: str) -> None:
    folder.mkdir()
    connection = sqlite3.connect(folder / "archive.db")
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_folder_and_archive_are_made_where_they_are_missing(tmp_path: Path) -> None:
    close(open_archive(tmp_path / "far" / "away"))
    assert (tmp_path / "far" / "away" / "archive.db").exists()


def test_connection_keeps_foreign_keys_and_lets_readers_read(db: Database) -> None:
    assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert db.execute("PRAGMA busy_timeout").fetchone()[0] >= 5000
    assert db.journal_mode == "wal"


def test_archive_opened_again_is_the_same(folder: Path, db: Database) -> None:
    db.execute("INSERT INTO people (name, name_key) VALUES ('Ratna', 'ratna')")
    again = open_archive(folder)
    assert again.execute("SELECT name FROM people").fetchall() == [("Ratna",)]
    close(again)


def test_missing_archive_is_an_error_with_a_remedy_where_none_may_be_made(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"There is no archive in .*nowhere.*--archive"):
        open_archive(tmp_path / "nowhere", create=False)
    assert not (tmp_path / "nowhere").exists()


def test_file_that_is_no_database_is_refused_and_left_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / "archive.db").write_text("Notulen rapat, bukan basis data. " * 40)
    with pytest.raises(ArchiveError, match="file is not a database"):
        open_archive(folder)
    assert (folder / "archive.db").read_text().startswith("Notulen")


def test_database_of_another_program_is_refused_and_left_alone(folder: Path) -> None:
    make_database(folder, "CREATE TABLE recipes (id INTEGER)")
    with pytest.raises(ArchiveError, match="another program"):
        open_archive(folder)
    connection = sqlite3.connect(folder / "archive.db")
    assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]
    connection.close()


def test_archive_of_a_newer_version_is_refused(folder: Path, db: Database) -> None:
    db["_sqlite_migrations"].insert(
        {"migration_set": "resilience-archive", "name": "9999_later", "applied_at": "2099"}
    )
    with pytest.raises(ArchiveError, match=r"newer version .*9999_later.*Upgrade"):
        open_archive(folder)


def test_folder_that_cannot_be_made_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(ArchiveError, match=r"cannot be made: .*--archive"):
        open_archive(tmp_path / "taken" / "data")


def test_archive_that_cannot_be_opened_is_an_error_with_a_remedy(folder: Path) -> None:
    (folder / "archive.db").mkdir(parents=True)
    with pytest.raises(ArchiveError, match=r"cannot be opened: .*--archive"):
        open_archive(folder)


def test_every_error_ends_a_command_without_success() -> None:
    assert issubclass(ArchiveError, ResilienceError)
    assert ResilienceError("Nothing works.").exit_code != 0


def test_archive_may_be_made_by_several_at_once(folder: Path) -> None:
    def open_and_count(_: int) -> int:
        db = open_archive(folder)
        types = db["activity_types"].count
        close(db)
        return types

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(open_and_count, range(4)))) == 1


def test_reader_sees_the_last_whole_state_while_a_writer_writes(folder: Path, db: Database) -> None:
    reader = open_archive(folder, create=False)
    with transaction(db):
        db.execute("INSERT INTO people (name, name_key) VALUES ('Tegar', 'tegar')")
        assert reader["people"].count == 0
    assert reader["people"].count == 1
    close(reader)


def write_then_fail(db: Database) -> None:
    with transaction(db):
        db.execute("INSERT INTO people (name, name_key) VALUES ('Tegar', 'tegar')")
        raise KeyboardInterrupt


def test_transaction_that_fails_leaves_nothing(db: Database) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_then_fail(db)
    assert db["people"].count == 0


def test_transaction_inside_another_is_part_of_it(db: Database) -> None:
    with transaction(db):
        with pytest.raises(KeyboardInterrupt):
            write_then_fail(db)
        db.execute("INSERT INTO people (name, name_key) VALUES ('Ratna', 'ratna')")
    assert [row["name"] for row in db["people"].rows] == ["Ratna"]
