"""The steps by which an archive's tables came to be, each applied once, oldest first.

A step is never edited once an archive may have been made with it: a later version adds one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib import resources

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("resilience-archive")


@MIGRATIONS(name="0001_tables")
def create_tables(db: Database) -> None:
    """The tables and indexes of the first version."""
    _run(db, "0001_tables.sql")


@MIGRATIONS(name="0002_run_records")
def add_run_records(db: Database) -> None:
    """What a run came to, in full: gaps, coverage, completeness."""
    _run(db, "0002_run_records.sql")


@MIGRATIONS(name="0003_revisits")
def add_revisits(db: Database) -> None:
    """What spares a later crawl a visit, pages that are gone, and versions of articles."""
    _run(db, "0003_revisits.sql")


@MIGRATIONS(name="0004_captures")
def add_captures(db: Database) -> None:
    """Where each capture is kept and came from, and what was read from it."""
    _run(db, "0004_captures.sql")


@MIGRATIONS(name="0005_left_out")
def add_left_out(db: Database) -> None:
    """How many posts a run left out."""
    _run(db, "0005_left_out.sql")


@MIGRATIONS(name="0006_mementos")
def add_mementos(db: Database) -> None:
    """What Wayback Machines say they have, and which crawls asked one."""
    _run(db, "0006_mementos.sql")


@MIGRATIONS(name="0007_imports")
def add_imports(db: Database) -> None:
    """What became of a file that was imported."""
    _run(db, "0007_imports.sql")


@MIGRATIONS(name="0008_files")
def add_files(db: Database) -> None:
    """The files that materials link to, and what was read from them."""
    _run(db, "0008_files.sql")


@MIGRATIONS(name="0009_identity")
def add_identity(db: Database) -> None:
    """Names of people and organizations, events, and what people decided about them."""
    _run(db, "0009_identity.sql")


@MIGRATIONS(name="0010_corrections")
def add_corrections(db: Database) -> None:
    """What people corrected."""
    _run(db, "0010_corrections.sql")


@MIGRATIONS(name="0011_search")
def add_search(db: Database) -> None:
    """The words of articles, conclusions and files by their stems."""
    _run(db, "0011_search.sql")


@MIGRATIONS(name="0012_questions")
def add_question_indexes(db: Database) -> None:
    """Indexes for the questions that reports ask."""
    _run(db, "0012_questions.sql")


@MIGRATIONS(name="0013_renewals")
def add_renewal_marks(db: Database) -> None:
    """Triggers that mark which identities are to be renewed."""
    _run(db, "0013_renewals.sql")


@MIGRATIONS(name="0014_faster_questions")
def add_wider_indexes(db: Database) -> None:
    """Indexes that have all a question asks, and the events of a month beside those counted."""
    _run(db, "0014_faster_questions.sql")


def _run(db: Database, name: str) -> None:
    for statement in _statements(resources.files(__name__).joinpath(name).read_text("utf-8")):
        db.execute(statement)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, each of which ends with a line.

    Half of a new archive's time went by in `db.executescript`, which tries to end one after every
    character.
    """
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if line.endswith(";\n") and sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
