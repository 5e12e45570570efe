"""Bringing a database to the present schema: tables by migrations, views as they are written.

Tables hold what was found and are changed step by step (archive/migrations). Views hold
nothing and are replaced whenever their words differ from those in archive/views.
"""

from __future__ import annotations

import re
from contextlib import closing
from functools import cache
from importlib import resources

from sqlite_utils import Database

from archive import vocabularies
from archive.migrations import MIGRATIONS
from archive.search import index

_VIEW = re.compile(r"^CREATE VIEW (\w+) AS\n.*?(?=;$)", re.MULTILINE | re.DOTALL)


@cache
def known_migrations() -> frozenset[str]:
    """The names of the migrations that this version has."""
    with closing(Database(memory=True)) as empty:
        return frozenset(migration.name for migration in MIGRATIONS.pending(empty))


def unknown_migrations(db: Database) -> tuple[str, ...]:
    """Migrations applied to the database that this version does not know: a newer one did."""
    known = known_migrations()
    return tuple(step.name for step in MIGRATIONS.applied(db) if step.name not in known)


def is_present(db: Database) -> bool:
    """Whether tables, views and the index of words are all those of this version."""
    return not MIGRATIONS.pending(db) and _views_of(db) == views() and index.is_current(db)


def upgrade(db: Database) -> None:
    """Make the database one of this version; to be called inside a transaction.

    Views go first, for a migration cannot change a table that a view still reads.
    """
    for name in _views_of(db):
        db.execute(f'DROP VIEW "{name}"')
    MIGRATIONS.apply(db)
    for definition in views().values():
        db.execute(definition)
    vocabularies.load_into(db)
    if not index.is_current(db):
        index.rebuild(db)


@cache
def views() -> dict[str, str]:
    """The views of this version: name -> the statement that makes it."""
    folder = resources.files("archive").joinpath("views")
    files = sorted((file for file in folder.iterdir()), key=lambda file: file.name)
    return {
        match[1]: match[0] for file in files for match in _VIEW.finditer(file.read_text("utf-8"))
    }


def _views_of(db: Database) -> dict[str, str]:
    return dict(
        db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view' ORDER BY rowid")
    )
