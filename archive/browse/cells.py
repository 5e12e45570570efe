"""Cells of Datasette's tables that lead to the site's pages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

_COLUMN = re.compile(r"\{(\w+)\}")
_NUMBER = re.compile(r"[0-9]{1,18}")
_LONGEST = 500
"""Longer words of a cell are cut."""

Row = Callable[[str], Any]
"""The row's value in a column; KeyError or IndexError where it has no such column."""


def address(table: str | None, column: str, row: Row) -> str | None:
    """The page to which a cell leads, relative to the site; None where it leads nowhere."""
    links = _links()
    pattern = links["tables"].get(table, {}).get(column) or links["anywhere"].get(column)
    if pattern is None:
        return None
    values = {name: _value(row, name) for name in _COLUMN.findall(pattern)}
    if any(value in (None, "") for value in values.values()):
        return None
    return _COLUMN.sub(lambda match: quote(str(values[match[1]]), safe=""), pattern)


def table_of(page: str) -> str | None:
    """The table whose row a page is about, such as `people` of `person/12`."""
    tables: dict[str, str] = _links()["rows"]
    return tables.get(page.partition("/")[0])


def row_of(page: str) -> str | None:
    """The table and key of the row that a page is about: `people/12` of `person/12`."""
    table, key = table_of(page), page.partition("/")[2]
    return f"{table}/{key}" if table is not None and _NUMBER.fullmatch(key) else None


def list_of(table: str) -> str | None:
    """The page that shows a table or view as a list; None where there is none."""
    pages: dict[str, str] = _links()["lists"]
    return pages.get(table)


def named(page: str, name: object, row: str | None, key: object) -> Markup:
    """The HTML of a reference: the name leads to the site's page, the key to Datasette's row.

    Where the row has no name the key leads to the page.
    """
    if name in (None, "", key, str(key)):
        return anchor(page, key)
    return Markup("{}&nbsp;<em>{}</em>").format(anchor(page, name), anchor(row, key))


def anchor(href: str | None, words: object) -> Markup:
    """The HTML of a link, or of the words alone where there is no address."""
    text = str(words)
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    if href is None:
        return Markup("{}").format(shown)
    return Markup('<a href="{}">{}</a>').format(href, shown)


def _value(row: Row, name: str) -> Any:
    """The plain value of a column, also where Datasette has put its name beside it."""
    try:
        value = row(name)
    except (KeyError, IndexError):
        return None
    return value["value"] if isinstance(value, dict) else value


@cache
def _links() -> dict[str, Any]:
    file = resources.files(__package__).joinpath("cell_links.toml")
    return tomllib.loads(file.read_text("utf-8"))
