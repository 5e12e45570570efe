"""The rows of what people decided."""

from __future__ import annotations

from sqlite_utils import Database

from archive.identity.decisions import Decision, Kind, Reference, Verdict
from archive.timestamps import utc_now

_COLUMNS = (
    "id, kind, verdict, first_key, first_page_id, second_key, second_page_id, author, decided_at,"
    " reason"
)


def load(db: Database, kind: Kind) -> list[Decision]:
    """The decisions about a kind, oldest first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM identity_decisions WHERE kind = ? ORDER BY id",  # noqa: S608 - fixed names
        (kind,),
    )
    return [
        Decision(
            id_,
            kind,
            verdict,
            Reference(first_key, first_page),
            Reference(second_key, second_page),
            author,
            at,
            reason,
        )
        for (
            id_,
            _,
            verdict,
            first_key,
            first_page,
            second_key,
            second_page,
            author,
            at,
            reason,
        ) in rows.fetchall()
    ]


def add(
    db: Database,
    kind: Kind,
    verdict: Verdict,
    first: Reference,
    second: Reference,
    *,
    author: str,
    reason: str,
) -> None:
    """Note a decision, made now; it counts from the next renewing on. The caller holds the
    transaction.
    """
    db.execute(
        "INSERT INTO identity_decisions (kind, verdict, first_key, first_page_id, second_key,"
        " second_page_id, author, decided_at, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            kind,
            verdict,
            first.key,
            first.page_id,
            second.key,
            second.page_id,
            author,
            utc_now(),
            reason,
        ),
    )
