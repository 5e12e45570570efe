"""The rows of what may be one, for a person to decide."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from archive.identity.decisions import Kind

DoubtRow = tuple[int, int, float, str]
"""Ids of the two, score and reason."""

_OF_THESE = "IN (SELECT value FROM json_each(:among))"


def replace(db: Database, kind: Kind, rows: Iterable[DoubtRow], among: str | None = None) -> int:
    """Make the doubts of a kind these; how many there are. What is there already stays.

    `among` are those in whose place they come, a JSON list of ids of one or both of the two: None
    is all. The caller holds the transaction.
    """
    known = {
        tuple(told): key
        for *told, key in db.execute(
            "SELECT first_id, second_id, score, reason, id FROM identity_doubts WHERE kind = :kind"  # noqa: S608 - our own words
            f" AND (:among IS NULL OR first_id {_OF_THESE} OR second_id {_OF_THESE})",
            {"kind": kind, "among": among},
        ).fetchall()
    }
    wanted = dict.fromkeys(rows)
    db.conn.executemany(
        "DELETE FROM identity_doubts WHERE id = ?",
        [(key,) for row, key in known.items() if row not in wanted],
    )
    db.conn.executemany(
        "INSERT INTO identity_doubts (kind, first_id, second_id, score, reason)"
        " VALUES (?, ?, ?, ?, ?)",
        [(kind, *row) for row in wanted if row not in known],
    )
    return len(wanted)
