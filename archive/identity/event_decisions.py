"""What people decide about events: each report is named by its activity or its address."""

from __future__ import annotations

from sqlite_utils import Database

from archive.addresses import find_page
from archive.errors import UsageError
from archive.storage import transaction
from archive.timestamps import utc_now

_LAST_ID = 2**63 - 1
"""SQLite counts no further."""


def merge(db: Database, first: str, second: str, *, author: str, reason: str) -> None:
    """Note that two reports are of one event; it holds when identities are next renewed.

    A report is named by its activity's id or its page's address. Raises UsageError.
    """
    _decide(db, "same", first, second, author, reason)


def split(db: Database, first: str, second: str, *, author: str, reason: str) -> None:
    """Note that two reports are of two events, as `merge` does. Raises UsageError."""
    _decide(db, "different", first, second, author, reason)


def _decide(db: Database, verdict: str, first: str, second: str, author: str, reason: str) -> None:
    of_first, of_second = reported(db, first), reported(db, second)
    if of_first == of_second:
        raise UsageError(f"{first} and {second} are one report. Name the reports of two pages.")
    with transaction(db):
        db.execute(
            "INSERT INTO identity_decisions"
            " (kind, verdict, first_page_id, second_page_id, author, decided_at, reason)"
            " SELECT 'event', ?, first.page_id, second.page_id, ?, ?, ?"
            " FROM activities AS first, activities AS second WHERE first.id = ? AND second.id = ?",
            (verdict, author, utc_now(), reason, of_first, of_second),
        )


def reported(db: Database, reference: str) -> int:
    """The id of the reported activity that is meant. Raises UsageError."""
    if reference.isdecimal():
        condition, value = "id", min(int(reference), _LAST_ID)
    else:
        page_id = find_page(db, reference)
        if page_id is None:
            raise UsageError(
                f"The archive knows no page at {reference}. Name a report by the id of its activity"
                " (resilience report --format json tells it) or by the address of its page."
            )
        condition, value = "page_id", page_id
    row = db.execute(
        f"SELECT id FROM activities WHERE {condition} = ? AND type IS NOT NULL",  # noqa: S608 - fixed names
        (value,),
    ).fetchone()
    if row is None:
        raise UsageError(
            f"{reference} reports no activity, so it is of no event."
            " 'resilience report --format json' tells the ids of those that do."
        )
    return int(row[0])
