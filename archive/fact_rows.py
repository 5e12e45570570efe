"""Making the rows of an activity those of its facts: what is so already stays, with its key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlite_utils import Database

from archive.rows import Row, storable_row

Owning = Callable[[Row], Row]
"""Whom a row is to point at that is new or says something else than before."""


def insert(db: Database, table: str, row: Row) -> int:
    """Add a row; its key."""
    places = ", ".join(f":{column}" for column in row)
    cursor = db.execute(
        f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})",  # noqa: S608 - fixed names
        storable_row(row),
    )
    assert cursor.lastrowid is not None  # noqa: S101 - an INSERT has a row id
    return cursor.lastrowid


def update(db: Database, table: str, key: int, before: Row, row: Row) -> None:
    """Make the row with the key that one; a column that stays the same is not written."""
    changed = [column for column, value in storable_row(row).items() if before[column] != value]
    if changed:
        assignments = ", ".join(f"{column} = :{column}" for column in changed)
        db.execute(
            f"UPDATE {table} SET {assignments} WHERE id = :id",  # noqa: S608 - fixed names
            storable_row({**{column: row[column] for column in changed}, "id": key}),
        )


def of_activity(
    db: Database, table: str, activity_id: int, rows: Sequence[Row], owning: Owning | None = None
) -> list[int]:
    """Make the activity's rows of the table these, in the order of their keys; the keys.

    The rows have the same columns. Those at the beginning and at the end that are as they should
    be stay untouched, and what lies between is written over, so that a fact that changed keeps
    its key. The caller holds the transaction.
    """
    known = _known(db, table, activity_id, list(rows[0]) if rows else [])
    first, last = _same_ends([before for _, before in known], [storable_row(row) for row in rows])
    between, wanted = known[first : len(known) - last], rows[first : len(rows) - last]
    for (key, before), row in zip(between, wanted, strict=False):
        update(db, table, key, before, row)
        if owning is not None and _says_otherwise(before, row):
            owner = owning(row)
            update(db, table, key, dict.fromkeys(owner), owner)
    db.conn.executemany(
        f"DELETE FROM {table} WHERE id = ?",  # noqa: S608 - fixed names
        [(key,) for key, _ in between[len(wanted) :]],
    )
    added = [
        insert(db, table, {"activity_id": activity_id, **(owning(row) if owning else {}), **row})
        for row in wanted[len(between) :]
    ]
    kept = [key for key, _ in (*known[:first], *between[: len(wanted)])]
    return [*kept, *added, *(key for key, _ in known[len(known) - last :])]


def _known(
    db: Database, table: str, activity_id: int, columns: Sequence[str]
) -> list[tuple[int, Row]]:
    told = db.execute(
        f"SELECT {', '.join(('id', *columns))} FROM {table} WHERE activity_id = ? ORDER BY id",  # noqa: S608 - fixed names
        (activity_id,),
    )
    return [(key, dict(zip(columns, values, strict=True))) for key, *values in told.fetchall()]


def _same_ends(before: Sequence[Row], after: Sequence[Row]) -> tuple[int, int]:
    """How many rows are the same from the beginning, and how many of the others from the end.

    None from the end where rows are added: they come last, for keys tell the order.
    """
    shorter = min(len(before), len(after))
    first = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    if len(after) > len(before):
        return first, 0
    rest = shorter - first
    pairs = zip(reversed(before), reversed(after), strict=False)
    last = next((at for at, (one, other) in enumerate(pairs) if one != other or at == rest), rest)
    return first, last


def _says_otherwise(before: Row, row: Row) -> bool:
    """Whether who is meant may have changed."""
    told = storable_row(row)
    return any(before[name] != told.get(name) for name in _NAMING if name in before)


_NAMING = ("name", "acronym", "sector")
"""What a row tells of whom it is about, beside what they did."""
