"""Sums in a database of their own, for readers of an archive whose kept ones are out of date.

While a crawl writes, the kept sums are out of date from its first page to its end, and questions
without a filter take long. A reader cannot renew them, for it writes nothing; it may add the facts
up into a file of its own, and ask that instead: the answers are then those of that moment.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from archive.query import renewing

_TABLES = "SELECT tbl_name, sql FROM {schema}.sqlite_master WHERE type = 'table' AND {ours}"
_INDEXES = "SELECT tbl_name, sql FROM {schema}.sqlite_master WHERE type = 'index' AND {ours}"
_OURS = "sql IS NOT NULL AND (tbl_name = 'sums' OR tbl_name LIKE '%!_sums' ESCAPE '!')"
_NAME = "sums_aside"


def make(archive: Path, target: Path) -> None:
    """Add up the facts of the archive's database as they are now into a new file.

    The archive is only read. Takes as long as renewing its sums: seconds for 100,000 activities.
    """
    with closing(Database(sqlite3.connect(target.as_uri(), uri=True))) as db:
        db.execute("PRAGMA journal_mode = OFF")  # a file that is not finished is not used
        db.execute("PRAGMA synchronous = OFF")
        db.execute("ATTACH ? AS archive", (f"{archive.resolve().as_uri()}?mode=ro",))
        with db.atomic():  # one state of the archive for all sums
            for statements in (_TABLES, _INDEXES):
                found = db.execute(statements.format(schema="archive", ours=_OURS))
                for _, sql in found.fetchall():
                    db.execute(sql)
            renewing.fill(db)
            db.execute("INSERT INTO main.sums (id, is_current) VALUES (1, 1)")


def use(db: Database, made: Path) -> None:
    """Have the connection, of `open_read_only`, ask the sums of that file, which stays as it is.

    Views of the connection's own stand before the archive's tables of the same names.
    """
    leave(db)
    db.execute(f"ATTACH ? AS {_NAME}", (f"{made.as_uri()}?immutable=1",))
    found = db.execute(_TABLES.format(schema=_NAME, ours=_OURS))
    for table, _ in found.fetchall():
        db.execute(f"CREATE TEMP VIEW {table} AS SELECT * FROM {_NAME}.{table}")  # noqa: S608 - our own words


def leave(db: Database) -> None:
    """Have the connection ask the archive's own sums again."""
    if _NAME not in {name for _, name, _ in db.execute("PRAGMA database_list")}:
        return
    found = db.execute(_TABLES.format(schema=_NAME, ours=_OURS))
    for table, _ in found.fetchall():
        db.execute(f"DROP VIEW IF EXISTS temp.{table}")
    db.execute(f"DETACH {_NAME}")
