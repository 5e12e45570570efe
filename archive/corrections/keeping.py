"""A page's facts in the archive: its reading with its corrections, written in one transaction."""

from __future__ import annotations

from sqlite_utils import Database

from archive import facts, stored_records
from archive.corrections import stored
from archive.corrections.applying import Corrected, apply
from archive.records import Record


def take(db: Database, page_id: int, reading: Record) -> None:
    """Make a new reading what the page says, and count what people corrected of it.

    The reading itself is kept beside, where anybody corrected it. The caller holds the
    transaction.
    """
    corrected = _judged(db, page_id, reading)
    if corrected is None:
        facts.replace_facts(db, page_id, reading)
    else:
        facts.replace_facts(db, page_id, corrected.record, corrected.marks)


def renew(db: Database, page_id: int) -> None:
    """Count a page's present corrections, whose reading stays the same.

    Nothing happens to a page without an article. The caller holds the transaction.
    """
    reading = stored_records.reading_of_page(db, page_id)
    if reading is None:
        return
    corrected = _judged(db, page_id, reading)
    if corrected is None:
        facts.replace_activity(db, page_id, reading)
    else:
        facts.replace_activity(db, page_id, corrected.record, corrected.marks)


def corrected(db: Database, page_id: int, reading: Record) -> Corrected | None:
    """What counts of a page that is read so; None where nobody corrected it. Writes nothing."""
    made = [one for one in stored.of_page(db, page_id) if one.state != "withdrawn"]
    return apply(reading, made) if made else None


def _judged(db: Database, page_id: int, reading: Record) -> Corrected | None:
    counts = corrected(db, page_id, reading)
    if counts is None:
        db.execute("DELETE FROM readings WHERE page_id = ?", (page_id,))
        return None
    stored.judge(db, counts.states)
    db.execute(
        "INSERT INTO readings (page_id, record) VALUES (?, ?)"
        " ON CONFLICT (page_id) DO UPDATE SET record = excluded.record",
        (page_id, stored_records.as_stored(reading).to_json(indent=None)),
    )
    return counts
