"""Sums over the whole archive that are kept, for adding them up takes longer than a reader waits.

Questions without a filter are asked of tables that hold their answers: the same SQL filled them
(archive/query/renewing.py). Whatever changes a fact marks them as out of date in its own
transaction, by triggers of the database; until they are renewed the facts themselves are asked,
which takes longer and says the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from archive.query.selection import Condition


@dataclass(frozen=True, slots=True)
class Source:
    """What stands behind FROM: a table or a query in brackets, and its parameters."""

    sql: str
    parameters: dict[str, Any]
    is_kept: bool


def are_current(db: Database) -> bool:
    """Whether the kept sums are those of the facts as they are now."""
    return bool(db.execute("SELECT is_current FROM sums").fetchone()[0])


def are_asked(db: Database, wanted: Condition) -> bool:
    """Whether a question about the wanted reports is asked of the kept sums."""
    return not wanted.is_filtered and are_current(db)


def source(db: Database, table: str, adding_up: Callable[[str], str], wanted: Condition) -> Source:
    """Where to find the sums of the wanted reports: a table of kept ones, else their query.

    `adding_up` makes the query from the words of the condition; it has the table's columns.
    """
    if are_asked(db, wanted):
        return Source(table, {}, is_kept=True)
    return Source(f"({adding_up(wanted.sql)})", wanted.parameters, is_kept=False)


def page(limit: int | None, offset: int) -> dict[str, int]:
    """The parameters of `LIMIT :limit OFFSET :offset`; no limit is none."""
    return {"limit": -1 if limit is None else limit, "offset": offset}
