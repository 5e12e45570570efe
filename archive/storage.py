"""Opening and closing an archive: a folder with `archive.db` in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from archive import schema, vocabularies
from archive.errors import ArchiveError
from archive.migrations import MIGRATIONS
from archive.search.functions import register

DATABASE_NAME = "archive.db"
BUSY_SECONDS = 30.0
"""How long a writer waits for another one before it gives up."""

_MOST_MAPPED = 1 << 40
"""Bytes; SQLite takes no more than it was built for, commonly 2 GB."""
_CACHE_KIB = 32 * 1024


def open_archive(folder: Path, *, create: bool = True) -> Database:
    """The archive in `folder`, upgraded to this version's schema.

    With `create` the folder and the archive are made where they are missing. The connection
    is in WAL mode (readers and one writer at a time), keeps foreign keys, and waits for other
    writers. Raises ArchiveError where there is no archive, it cannot be written, the file is
    no database of this project, or a newer version of it has made it.
    """
    path = folder / DATABASE_NAME
    if create:
        _make_folder(folder)
    elif not path.exists():
        raise _no_archive(folder)
    try:
        db = Database(sqlite3.connect(path, timeout=BUSY_SECONDS))
    except sqlite3.Error as error:
        raise _cannot_open(path, error) from error
    try:
        _prepare(db, path)
    except sqlite3.Error as error:
        db.close()
        raise _cannot_open(path, error) from error
    except BaseException:
        db.close()
        raise
    return db


def open_read_only(folder: Path) -> Database:
    """The archive in `folder` for questions alone: nothing in the folder is changed.

    Raises ArchiveError as `open_archive` does, and where the archive would first have to be
    upgraded to this version's schema.
    """
    path = folder / DATABASE_NAME
    if not path.exists():
        raise _no_archive(folder)
    try:
        db = _connect_read_only(path)
    except sqlite3.Error as error:
        raise _cannot_open(path, error) from error
    try:
        _make_quick(db)
        register(db.conn)
        _refuse_foreign(db, path)
        _refuse_older(db, path)
    except sqlite3.Error as error:
        db.close()
        raise _cannot_open(path, error) from error
    except BaseException:
        db.close()
        raise
    return db


def close(db: Database) -> None:
    """Close the connection; the last one to close also folds the write-ahead log in."""
    db.close()


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """All or nothing of what is written inside; a savepoint where one is already open.

    Unlike `db.atomic()` it takes the writer's place at its start: a transaction that reads
    first and writes later is refused at once, without waiting, when another wrote in between.
    """
    if db.conn.in_transaction:
        with db.atomic():
            yield
        return
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.commit()
    except BaseException:
        db.rollback()
        raise


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(
            f"The archive folder {folder} cannot be made: {error.strerror}."
            " Name a folder that can be written with --archive."
        ) from error


def _prepare(db: Database, path: Path) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    # In WAL mode a power failure then costs at most the last transactions, never the whole:
    # https://www.sqlite.org/pragma.html#pragma_synchronous. A crawl asks for those pages again.
    db.execute("PRAGMA synchronous = NORMAL")
    register(db.conn)
    _refuse_foreign(db, path)
    if db.journal_mode != "wal":
        db.enable_wal()
    if not schema.is_present(db):
        with transaction(db):
            _refuse_foreign(db, path)
            schema.upgrade(db)
    elif not vocabularies.is_loaded(db):
        with transaction(db):
            vocabularies.load_into(db)


def _refuse_foreign(db: Database, path: Path) -> None:
    """Raise ArchiveError for another program's database and for one of a newer version."""
    newer = schema.unknown_migrations(db)
    if newer:
        raise ArchiveError(
            f"{path} was written by a newer version of resilience-archive (it has {newer[-1]})."
            " Upgrade resilience-archive, or name another folder with --archive."
        )
    if db.table_names() and not MIGRATIONS.applied(db):
        raise ArchiveError(
            f"{path} is a database of another program. Name another folder with --archive."
        )


def _connect_read_only(path: Path) -> Database:
    """A connection that cannot write; in a folder where SQLite may not keep its log, one that
    takes the file as it is.
    """
    address = path.resolve().as_uri()
    db = Database(sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=BUSY_SECONDS))
    try:
        db.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        db.close()
        if Path(f"{path}-wal").exists():
            raise
        return Database(sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True))
    return db


def _make_quick(db: Database) -> None:
    """Questions go over much of a file, whose pages need not be copied to be read.

    https://www.sqlite.org/mmap.html; what is sorted meanwhile is kept in memory up to the size of
    the cache (https://www.sqlite.org/tempfiles.html), beyond it in a file.
    """
    db.execute(f"PRAGMA mmap_size = {_MOST_MAPPED}")
    db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")


def _no_archive(folder: Path) -> ArchiveError:
    return ArchiveError(
        f"There is no archive in {folder}: {folder / DATABASE_NAME} does not exist."
        " Name another folder with --archive, or make one with 'resilience crawl'."
    )


def _refuse_older(db: Database, path: Path) -> None:
    """Raise ArchiveError where reading it as one of this version would first mean writing."""
    if not schema.is_present(db):
        raise ArchiveError(
            f"{path} was made by an older version of resilience-archive."
            " 'resilience status' upgrades it; run that once, and this again."
        )


def _cannot_open(path: Path, error: sqlite3.Error) -> ArchiveError:
    if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CORRUPT:
        return ArchiveError(
            f"The archive {path} is damaged: {error}. Restore it from a backup; without one,"
            f" 'resilience import {path.parent / 'warc'}' into another archive reads what was served."
        )
    return ArchiveError(
        f"The archive {path} cannot be opened: {error}. Check that it is an archive made by"
        " resilience-archive and that it and its folder can be written,"
        " or name another folder with --archive."
    )
