"""All checks of an archive, one after the other."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from archive import lock
from archive.checks import (
    corrections,
    database,
    evidence,
    files,
    history,
    kept,
    records,
    search,
    stored_files,
)
from archive.checks.fault import RESTORE_DATABASE, RESTORE_FILE, Fault, Progress
from archive.storage import DATABASE_NAME


def check(db: Database, folder: Path, *, quick: bool, tell: Progress) -> Iterator[Fault]:
    """All faults of the archive in `folder`, which `db` has open.

    `quick` reads no records, only where they should lie. `tell` hears what is being looked at.
    What others write meanwhile is no fault: the captures that are noted now are compared with
    what lies in the files then.
    """
    began = time.time()
    db.execute("BEGIN")
    try:
        for part in (
            _of_files(db, folder, began, quick=quick, tell=tell),
            _of_stored_files(db, folder, began, quick=quick, tell=tell),
            _of_database(db, quick=quick, tell=tell),
            _of_articles(db, tell),
            _of_full_text(db, folder, tell),
            _of_search(db, quick=quick, tell=tell),
        ):
            try:
                yield from part
            except sqlite3.DatabaseError as error:
                message = f"SQLite cannot read it any further: {error}."
                yield Fault("database", DATABASE_NAME, message, RESTORE_DATABASE)
    finally:
        db.rollback()


def _of_files(
    db: Database,
    folder: Path,
    began: float,
    *,
    quick: bool,
    tell: Progress,
) -> Iterator[Fault]:
    noted = kept.files(db)
    tell(f"Files: {len(noted)} with {sum(number for number, _ in noted.values())} captures")
    found = files.sizes(folder)
    yield from files.check_names(found, noted)
    writing = _written_since(folder, began)
    if quick:
        settled = {file: size for file, size in found.items() if not writing(file)}
        yield from files.check_ends(folder, settled, noted)
        return
    for file, size in found.items():
        if not file.endswith(files.SUFFIX):
            continue
        tell(f"{file}: {noted.get(file, (0, 0))[0]} captures")
        try:
            yield from records.check_file(db, folder, file, size, growing=writing(file), tell=tell)
        except OSError as error:
            message = f"The file cannot be read: {error.strerror}."
            yield Fault("files", file, message, RESTORE_FILE)


def _of_stored_files(
    db: Database, folder: Path, began: float, *, quick: bool, tell: Progress
) -> Iterator[Fault]:
    tell("Slides and documents")
    writing = _written_since(folder, began)
    yield from stored_files.check_stored_files(db, folder, quick=quick, writing=writing)


def _of_database(db: Database, *, quick: bool, tell: Progress) -> Iterator[Fault]:
    tell("Database")
    yield from database.check_integrity(db, quick=quick)
    yield from database.check_foreign_keys(db)


def _of_articles(db: Database, tell: Progress) -> Iterator[Fault]:
    tell("Captures, versions and articles")
    yield from history.check_history(db)
    yield from history.check_texts(db)
    tell("Evidence of facts")
    for columns in evidence.evidence_columns(db):
        yield from evidence.check_evidence(db, columns)
    tell("Corrections")
    yield from corrections.check_corrections(db)


def _of_full_text(db: Database, folder: Path, tell: Progress) -> Iterator[Fault]:
    tables = database.full_text_tables(db)
    if tables:
        tell("Full-text indexes")
        yield from database.check_full_text(folder / DATABASE_NAME, tables)


def _of_search(db: Database, *, quick: bool, tell: Progress) -> Iterator[Fault]:
    tell("Index of words")
    yield from search.check_search(db, quick=quick)


def _written_since(folder: Path, began: float) -> Callable[[str], bool]:
    """Whether a file of the archive may be being written, or has been since the check began."""
    holder = lock.holder_of(folder)
    since = began
    if holder is not None:
        since = min(began, datetime.fromisoformat(holder.since).timestamp())

    def is_written(file: str) -> bool:
        return (folder / file).stat().st_mtime >= since

    return is_written
