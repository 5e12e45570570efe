"""The words of the dictionary, read from its TOML files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

_PAGE = "page.toml"


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds."""

    meaning: str
    """Markdown; codes and names stand in backticks."""
    unit: str | None = None
    """What its numbers count, such as `bytes`; None where the meaning says all."""
    type: str | None = None
    """`text`, `integer`, `real` or `any`, of a view's computed column; the schema tells others."""


@dataclass(frozen=True, slots=True)
class Table:
    """What a row of a table or view is, and its columns by name."""

    name: str
    meaning: str
    """Markdown: a sentence or two, then perhaps an example."""
    columns: dict[str, Column]


@dataclass(frozen=True, slots=True)
class Subject:
    """A section of the dictionary: its heading, its introduction (may be empty), its tables."""

    heading: str
    introduction: str
    tables: tuple[Table, ...]


@cache
def introduction() -> str:
    """What stands before the first section: Markdown with the page's title."""
    return str(_read(_PAGE)["introduction"]).strip()


@cache
def subjects() -> tuple[Subject, ...]:
    """The sections in the order of the page, each with its tables in the order of its file.

    Raises ValueError where a file stands beside this module that the page does not name.
    """
    named = tuple(f"{name}.toml" for name in _read(_PAGE)["subjects"])
    folder = resources.files(__package__)
    unnamed = {file.name for file in folder.iterdir() if file.name.endswith(".toml")} - {
        _PAGE,
        *named,
    }
    if unnamed:
        raise ValueError(f"{_PAGE} does not name {min(unnamed)} among its subjects.")
    return tuple(_subject(_read(name)) for name in named)


@cache
def tables() -> dict[str, Table]:
    """All tables and views by name."""
    return {table.name: table for subject in subjects() for table in subject.tables}


def table(name: str) -> Table:
    """The words for a table or view; KeyError where the archive has none of that name."""
    return tables()[name]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text("utf-8"))


def _subject(content: dict[str, Any]) -> Subject:
    return Subject(
        content["heading"],
        content.get("introduction", "").strip(),
        tuple(_table(name, entry) for name, entry in content.get("tables", {}).items()),
    )


def _table(name: str, entry: dict[str, Any]) -> Table:
    """The table with its own columns and those that it has in common with others."""
    common = _read(_PAGE)["common"]
    named = [*(common[group] for group in entry.get("uses", ())), entry.get("columns", {})]
    columns = {column: _column(words) for group in named for column, words in group.items()}
    return Table(name, entry["meaning"].strip(), columns)


def _column(words: str | dict[str, str]) -> Column:
    return Column(words) if isinstance(words, str) else Column(**words)
