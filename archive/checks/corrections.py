"""Corrections against what counts: every corrected page shows its reading with its corrections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from archive import stored_records, stored_rows
from archive.checks.fault import RESTORE_DATABASE, Fault
from archive.corrections import Correction, apply, stored
from archive.corrections.fields import fact_kinds

_REMEDY = "'resilience reextract --all' reads the page again and applies its corrections anew."
_FACTS = [kind.table for kind in fact_kinds().values() if kind.table != "activities"]


def check_corrections(db: Database) -> Iterator[Fault]:
    """Pages whose facts are not what was read and corrected, and facts that nothing proves."""
    pages = db.execute(
        "SELECT id, url FROM pages WHERE id IN (SELECT page_id FROM readings"
        " UNION SELECT page_id FROM corrections WHERE state <> 'withdrawn') ORDER BY id"
    )
    for page_id, url in pages.fetchall():
        where = f"page {page_id}: {url}"
        try:
            made = stored.of_page(db, page_id)
            wrong = _of_page(db, page_id, made)
        except (ValueError, TypeError, LookupError):
            message = "A correction of it is damaged: what it says cannot be read."
            yield Fault("corrections", where, message, RESTORE_DATABASE)
            continue
        if wrong is not None:
            yield Fault("corrections", where, wrong, _REMEDY)
    for table in _FACTS:
        for (row,) in db.execute(
            f"SELECT id FROM {table} WHERE evidence = '[]' AND correction_id IS NULL"  # noqa: S608 - fixed names
        ):
            message = "No words of its article state it, and no correction does."
            yield Fault("evidence", f"{table}, row {row}", message, _REMEDY)


def _of_page(db: Database, page_id: int, corrections: Sequence[Correction]) -> str | None:
    """What is wrong with a page that has corrections or a reading beside its facts."""
    made = [one for one in corrections if one.state != "withdrawn"]
    if not made:
        return "A reading is kept beside its facts though nobody corrected them."
    try:
        reading = stored_records.reading_of_page(db, page_id)
    except (ValueError, TypeError, LookupError):
        return "The reading that is kept beside its facts is damaged."
    if reading is None:
        return "It has corrections and no article."
    if not stored_rows.are_of(db, page_id, reading):
        return "Its facts are not those that were read, with its corrections."
    states = apply(reading, made).states
    judged = [(one, states[one.id]) for one in made]
    if any((one.state, one.says) != (now.state, now.says) for one, now in judged):
        return "What became of its corrections is not what its source says."
    return None
