"""Search in plain SQL: functions that a connection has once they are registered.

`search_index MATCH search_match('pengelolaan sampah')` finds the rows of the index, and
`search_snippet(articles.text, 'pengelolaan sampah')` shows where they have it.
"""

from __future__ import annotations

import sqlite3

from archive.errors import UsageError
from archive.search.marking import excerpt, highlighted
from archive.search.parsing import expression, parse

NOTHING = '""'
"""An expression of FTS5 that no row has."""
ELLIPSIS = "…"


def register(connection: sqlite3.Connection) -> None:
    """Give a connection `search_match(query)` and `search_snippet(text, query)`."""
    connection.create_function("search_match", 1, search_match, deterministic=True)
    connection.create_function("search_snippet", 2, search_snippet, deterministic=True)


def search_match(query: object) -> str:
    """What `search_index MATCH` takes for a query; it finds nothing where there is no question.

    >>> search_match("pengelolaan sampah")
    '("kelola") AND ("sampah")'
    """
    try:
        return expression(parse(_text(query)))
    except UsageError:
        return NOTHING


def search_snippet(text: object, query: object) -> str | None:
    """The piece of a text that has most of what is asked for, that between two asterisks each.

    >>> search_snippet("Warga mengelola sampah.", "pengelolaan")
    'Warga **mengelola** sampah.'
    """
    if text is None:
        return None
    whole = _text(text)
    try:
        piece = excerpt(whole, parse(_text(query)))
    except UsageError:
        return None
    before = ELLIPSIS if piece.start > 0 else ""
    after = ELLIPSIS if piece.end < len(whole) else ""
    return f"{before}{highlighted(piece, lambda hit: f'**{hit}**')}{after}"


def _text(value: object) -> str:
    return "" if value is None else str(value)
