"""The tables of an export: which columns of the archive they have, of what kind and meaning."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from archive import dictionary
from archive.dictionary import ColumnStructure

Kind = Literal["text", "integer", "boolean", "date", "time", "texts", "spans"]
"""What a column holds: `time` is a moment in UTC, `texts` a list, `spans` evidence."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The column of another table of the export that a column points at."""

    table: str
    column: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an exported table."""

    name: str
    kind: Kind
    meaning: str
    """Markdown, as the dictionary has it."""
    sql: str
    """What gives its values."""
    is_key: bool
    may_be_empty: bool
    refers_to: Reference | None


@dataclass(frozen=True, slots=True)
class Table:
    """An exported table, named as the archive's."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    rows: str
    """The condition of SQL that its rows fulfil."""

    @property
    def key(self) -> str:
        """The column by which its rows are known."""
        return next(column.name for column in self.columns if column.is_key)

    @property
    def sql(self) -> str:
        """The statement that gives its rows, in the order of the key."""
        columns = ", ".join(f"{column.sql} AS {column.name}" for column in self.columns)
        return (
            f"SELECT {columns} FROM {self.name} WHERE {self.rows} ORDER BY {self.name}.{self.key}"  # noqa: S608 - declared words
        )


@cache
def tables() -> tuple[Table, ...]:
    """The tables of an export in their order, each once."""
    declared = tomllib.loads(
        resources.files(__package__).joinpath("tables.toml").read_text("utf-8")
    )
    kinds = {column: kind for kind, columns in declared["kinds"].items() for column in columns}
    schema = dictionary.structure()
    return tuple(
        Table(
            name,
            dictionary.table(name).meaning,
            tuple(_columns(name, entry, schema[name], kinds, frozenset(declared["tables"]))),
            entry.get("rows", "true"),
        )
        for name, entry in declared["tables"].items()
    )


def _columns(
    table: str,
    entry: dict[str, Any],
    schema: dict[str, ColumnStructure],
    kinds: dict[str, Kind],
    exported: frozenset[str],
) -> Iterator[Column]:
    words = dictionary.table(table).columns
    for name in entry["columns"]:
        kind = kinds.get(f"{table}.{name}")
        made = entry.get("made", {}).get(name)
        if made is not None:
            own = schema.get(name)
            default = own.type if own else "integer" if "refers_to" in made else "text"
            yield Column(
                name,
                kind or _plain(default),
                made["meaning"],
                made["sql"],
                is_key=False,
                may_be_empty=True,
                refers_to=_reference(made.get("refers_to"), exported),
            )
        else:
            yield Column(
                name,
                kind or _plain(schema[name].type),
                words[name].meaning,
                f"{table}.{name}",
                is_key=schema[name].is_key,
                may_be_empty=schema[name].may_be_empty,
                refers_to=_reference(schema[name].refers_to, exported),
            )


def _plain(declared: str) -> Kind:
    return "integer" if declared == "integer" else "text"


def _reference(written: str | None, exported: frozenset[str]) -> Reference | None:
    """`pages.id` as a reference; None for a table that is not exported."""
    table, _, column = (written or "").partition(".")
    return Reference(table, column) if table in exported else None
