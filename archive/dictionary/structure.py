"""What the schema itself tells of an archive's tables and views."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

from sqlite_utils import Database

from archive import schema


@dataclass(frozen=True, slots=True)
class ColumnStructure:
    """A column as the schema declares it."""

    type: str
    """`text`, `integer` or `real`; empty for a computed column of a view."""
    is_key: bool
    """Whether it is the table's primary key, or part of it."""
    is_unique: bool
    """Whether no two rows may have the same, the key apart."""
    may_be_empty: bool
    refers_to: str | None
    """The table and column that it points at, as `pages.id`."""


def structure() -> dict[str, dict[str, ColumnStructure]]:
    """Tables and views of this version's schema, each with its columns in their order.

    Full-text indexes and the tables that SQLite and the migrations keep for themselves are left
    out: they hold nothing of their own.
    """
    with closing(Database(memory=True)) as db:
        schema.upgrade(db)
        return {name: _columns(db, name) for name in _described(db)}


def _described(db: Database) -> list[str]:
    rows = db.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'view')"
        " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        " AND name NOT LIKE '\\_sqlite\\_%' ESCAPE '\\' ORDER BY name"
    )
    return [name for (name,) in rows]


def _columns(db: Database, name: str) -> dict[str, ColumnStructure]:
    references = {
        column: f"{other}.{target or 'id'}"
        for column, other, target in db.execute(
            'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)', (name,)
        )
    }
    unique = _unique(db, name)
    is_view = name in db.view_names()
    rows = db.execute('SELECT name, type, "notnull", pk FROM pragma_table_xinfo(?)', (name,))
    return {
        column: ColumnStructure(
            type.lower(),
            is_key=bool(key),
            is_unique=column in unique,
            may_be_empty=not (notnull or key or is_view),
            refers_to=references.get(column),
        )
        for column, type, notnull, key in rows  # noqa: A001 - what SQLite calls it
    }


def _unique(db: Database, name: str) -> set[str]:
    """Columns that alone may not repeat, by a constraint that is not the key."""
    rows = db.execute(
        "SELECT min(column_of.name) FROM pragma_index_list(?) AS index_of,"
        " pragma_index_info(index_of.name) AS column_of"
        " WHERE index_of.origin = 'u' GROUP BY index_of.name HAVING count(*) = 1",
        (name,),
    )
    return {column for (column,) in rows}
