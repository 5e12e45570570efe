"""Captures: what was served at an address at a time, and where it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from archive.warc.exchange import Original, Payload, Place, RecordType

Source = Literal["live", "wayback", "import"]


@dataclass(frozen=True, slots=True)
class Capture:
    """One answer, kept."""

    url: str
    fetched_at: str
    """UTC, ISO 8601 with Z; of a memento the time of the web archive's visit."""
    status: int
    media_type: str
    payload: Payload
    source: Source
    record_type: RecordType | None = None
    """None, like `place`, where the answer itself was not kept."""
    place: Place | None = None
    crawl_id: int | None = None
    import_id: int | None = None
    original_id: int | None = None
    """Of a revisit: the capture whose body it repeats."""


_INSERT = """
INSERT INTO captures (
  crawl_id, import_id, source, url, fetched_at, status, media_type, payload_digest,
  payload_sha256, payload_length, record_type, file, "offset", length, original_id
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (url, fetched_at, payload_digest) DO NOTHING
"""


def note(db: Database, capture: Capture) -> int:
    """Keep the row of a capture, whose record must be on disk; its id.

    A capture of the same address, second and body that is known already stays as it is.
    The caller holds the transaction.
    """
    place = capture.place
    db.execute(
        _INSERT,
        (
            capture.crawl_id,
            capture.import_id,
            capture.source,
            capture.url,
            capture.fetched_at,
            capture.status,
            capture.media_type,
            capture.payload.digest,
            capture.payload.sha256,
            capture.payload.length,
            capture.record_type,
            place.file if place else None,
            place.offset if place else None,
            place.length if place else None,
            capture.original_id,
        ),
    )
    known = find(db, capture.url, capture.fetched_at, capture.payload.digest)
    assert known is not None  # noqa: S101 - it was inserted or was there
    return known


def find(db: Database, url: str, fetched_at: str, digest: str) -> int | None:
    """The id of the capture of that address, time (UTC) and payload digest."""
    row = db.execute(
        "SELECT id FROM captures WHERE url = ? AND fetched_at = ? AND payload_digest = ?",
        (url, fetched_at, digest),
    ).fetchone()
    return None if row is None else int(row[0])


def original_of(db: Database, digest: str) -> tuple[int, Original] | None:
    """The first kept response with that payload digest, which a further one need only name."""
    row = db.execute(
        "SELECT id, url, fetched_at FROM captures WHERE payload_digest = ?"
        " AND record_type = 'response' AND payload_length > 0 ORDER BY id LIMIT 1",
        (digest,),
    ).fetchone()
    return None if row is None else (int(row[0]), Original(row[1], row[2]))


def place_of(db: Database, capture_id: int) -> Place | None:
    """Where the body of a capture lies: of a revisit that of its original; None if nowhere.

    Raises KeyError where there is no such capture.
    """
    row = db.execute(
        'SELECT body.file, body."offset", body.length FROM captures'
        " JOIN captures AS body ON body.id = coalesce(captures.original_id, captures.id)"
        " WHERE captures.id = ?",
        (capture_id,),
    ).fetchone()
    if row is None:
        raise KeyError(capture_id)
    return None if row[0] is None else Place(*row)


def assign(
    db: Database, capture_id: int, page_id: int | None, *, reason: str | None = None
) -> None:
    """Note of which page a capture is, and why nothing could be read from it, if so.

    `page_id` is None where it is of no page that is known. The caller holds the transaction.
    """
    db.execute(
        "UPDATE captures SET page_id = ?, reason = ? WHERE id = ?", (page_id, reason, capture_id)
    )


def known_ends(db: Database) -> dict[str, int]:
    """Up to where each WARC file is known to be whole: file -> end of its last record."""
    return dict(
        db.execute(
            'SELECT file, max("offset" + length) FROM captures WHERE file IS NOT NULL GROUP BY file'
        )
    )
