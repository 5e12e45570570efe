"""The steps by which an archive's tables came to be, each applied once, oldest first.

A step is never edited once an archive may have been made with it: a later version adds one.
"""

from __future__ import annotations

from importlib import resources

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("resilience-archive")


@MIGRATIONS(name="0001_tables")
def create_tables(db: Database) -> None:
    """The tables and indexes of the first version."""
    db.executescript(resources.files(__name__).joinpath("0001_tables.sql").read_text("utf-8"))
