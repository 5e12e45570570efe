"""The database file itself: its pages, indexes, foreign keys and full-text indexes."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from archive.checks.fault import RESTORE_DATABASE, Fault

_FULL_TEXT = re.compile(
    r"CREATE\s+VIRTUAL\s+TABLE\b.*?\bUSING\s+(fts[45])\b", re.IGNORECASE | re.DOTALL
)
_REINDEX = "Build the index anew: sqlite3 archive.db 'REINDEX'. If it stays, restore archive.db."
_WAIT_SECONDS = 30.0


def check_integrity(db: Database, *, quick: bool) -> Iterator[Fault]:
    """What SQLite says of its file; `quick` leaves the indexes out."""
    for (said,) in db.execute(f"PRAGMA {'quick_check' if quick else 'integrity_check'}"):
        if said != "ok":
            remedy = _REINDEX if " index " in said else RESTORE_DATABASE
            yield Fault("database", "archive.db", f"SQLite finds it damaged: {said}.", remedy)


def check_foreign_keys(db: Database) -> Iterator[Fault]:
    """Rows that point at rows that are not there."""
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield Fault(
            "database",
            f"{table}, row {row}",
            f"It points at a row of {parent} that does not exist.",
            "Another program has changed archive.db without 'PRAGMA foreign_keys = ON'."
            " Restore it from a backup.",
        )


def full_text_tables(db: Database) -> dict[str, str]:
    """The full-text indexes of the database: table -> fts4 or fts5."""
    found = {}
    for name, sql in db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"):
        made_with = _FULL_TEXT.match(sql or "")
        if made_with:
            found[name] = made_with[1].lower()
    return found


def check_full_text(path: Path, tables: dict[str, str]) -> Iterator[Fault]:
    """Full-text indexes that do not agree with themselves or with what they index.

    SQLite asks this by a statement that needs the writer's place, though it writes nothing; so
    it has a connection of its own, and is undone.
    """
    if not tables:
        return
    with closing(sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)) as own:
        for table, kind in tables.items():
            try:
                own.execute("BEGIN")
                _ask(own, table, kind)
            except sqlite3.Error as error:
                if _is_in_the_way(error):
                    remedy = "Check again when no other program writes to the archive."
                    message = f"The full-text index could not be checked: {error}."
                else:
                    rebuild = f"INSERT INTO {table} ({table}) VALUES ('rebuild')"  # noqa: S608 - for people to run
                    remedy = f'Build it anew: sqlite3 {path} "{rebuild}".'
                    message = f"The full-text index is damaged: {error}."
                yield Fault("database", table, message, remedy)
            finally:
                if own.in_transaction:
                    own.execute("ROLLBACK")


def _ask(db: sqlite3.Connection, table: str, kind: str) -> None:
    name = '"' + table.replace('"', '""') + '"'
    if kind == "fts5":  # rank 1: compare with the table that it indexes too
        db.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")  # noqa: S608 - a quoted name
    else:
        db.execute(f"INSERT INTO {name} ({name}) VALUES ('integrity-check')")  # noqa: S608 - a quoted name


def _is_in_the_way(error: sqlite3.Error) -> bool:
    """Whether the index could not be asked, which says nothing of it."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY}
