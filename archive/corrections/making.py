"""Correcting a page, and settling conflicts: each a transaction of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from sqlite_utils import Database

from archive import identity, stored_records, timeline
from archive.corrections import keeping, stored
from archive.corrections.applying import Corrected, apply
from archive.corrections.asking import Request
from archive.corrections.correction import Correction
from archive.corrections.fields import fact_kinds
from archive.corrections.proposing import propose
from archive.errors import ArchiveError, UsageError
from archive.records import Record
from archive.timestamps import utc_now


class UnknownActivityError(UsageError):
    """An activity, or a correction, that the archive does not have."""


def page_of(db: Database, activity: str) -> int:
    """The page of an activity, named by its id or by any address of the page.

    Raises UnknownActivityError, or UnknownAddressError with the nearest addresses.
    """
    if activity.isascii() and activity.isdigit():
        row = db.execute(
            "SELECT page_id FROM activities WHERE id = ?", (min(int(activity[:19]), 2**63 - 1),)
        ).fetchone()
        if row is None:
            raise UnknownActivityError(
                f"There is no activity {activity}. 'resilience report --format csv' lists the ids;"
                " the address of the page does as well."
            )
        return int(row[0])
    state = timeline.find(db, activity)
    if state.title is None:
        raise UnknownActivityError(
            f"Nothing has been read of {state.url} so far, so there is nothing to correct."
            " Crawl its site again."
        )
    return state.page_id


def present(db: Database, page_id: int) -> tuple[Record, Corrected]:
    """What a page was read to say, and what counts of it."""
    reading = stored_records.reading_of_page(db, page_id)
    assert reading is not None  # noqa: S101 - `page_of` names pages that have an article alone
    return reading, apply(reading, stored.of_page(db, page_id))


@contextmanager
def all_or_nothing(db: Database) -> Iterator[None]:
    """A transaction at whose end identities and sums are current.

    Raises ArchiveError where the database refuses.
    """
    try:
        with identity.keeping_current(db):
            yield
    except sqlite3.Error as error:
        raise ArchiveError(
            f"The correction cannot be stored: {error}. Nothing of it was written; check the space"
            " and rights of the archive's folder, and try again."
        ) from error


def correct(db: Database, page_id: int, request: Request) -> Correction:
    """Correct a page's facts as asked, all or nothing; the correction as it is stored.

    Raises UsageError where `propose` does, ArchiveError where the database refuses.
    """
    with all_or_nothing(db):
        reading, _ = present(db, page_id)
        proposed = propose(reading, stored.of_page(db, page_id), request)
        number = stored.add(db, replace(proposed, page_id=page_id, made_at=utc_now()))
        keeping.renew(db, page_id)
    return _of_id(db, number)


def keep(db: Database, number: int, author: str) -> Correction:
    """Settle a conflict: the person's word stands though the source says what it says now.

    Raises UsageError where there is no conflict, UnknownActivityError where no such correction.
    """
    with all_or_nothing(db):
        correction = _of_id(db, number)
        if correction.state != "conflict":
            raise UsageError(
                f"Correction {number} is {correction.state}, not in conflict: there is nothing to"
                " settle. 'resilience corrections --state conflict' lists those that are."
            )
        stored.settle(db, _kept(correction), author=author, at=utc_now())
        keeping.renew(db, correction.page_id)
        kept = _of_id(db, number)
        if kept.state == "conflict":
            raise UsageError(
                f"Correction {number} has no {correction.fact} left to stand on: what it corrects"
                f" is told neither by the source nor by a person. 'corrections withdraw {number}'."
            )
        return kept


def withdraw(db: Database, number: int, author: str) -> Correction:
    """Take a correction back; what it had superseded counts again.

    Raises UsageError where that was done before, UnknownActivityError where there is no such
    correction.
    """
    with all_or_nothing(db):
        correction = _of_id(db, number)
        if correction.state == "withdrawn":
            raise UsageError(
                f"Correction {number} was withdrawn by {correction.settled_by} on"
                f" {(correction.settled_at or '')[:10]} already. To have it again, correct again."
            )
        withdrawn = replace(correction, state="withdrawn", says=None)
        stored.settle(db, withdrawn, author=author, at=utc_now())
        keeping.renew(db, correction.page_id)
    return _of_id(db, number)


def _kept(correction: Correction) -> Correction:
    """The correction as if it had been made of what the source says now.

    Words that are gone are no proof any more.
    """
    kind, says, said = fact_kinds()[correction.fact], correction.says, correction.said
    if says is None:
        past = None if said is None else replace(said, is_past=True)
        return replace(correction, said=past, quote=None)
    target = correction.target and kind.key_of(says.values)
    return replace(correction, target=target, said=says, quote=None)


def _of_id(db: Database, number: int) -> Correction:
    found = stored.of_id(db, number)
    if found is None:
        raise UnknownActivityError(
            f"There is no correction {number}. 'resilience corrections' lists them with their"
            " numbers."
        )
    return found
