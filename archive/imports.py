"""Imports: a row for each file that was brought in, and what of it could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from sqlite_utils import Database

from archive.addresses import find_page
from archive.storage import transaction
from archive.timestamps import utc_now
from archive.warc.exchange import Payload
from archive.warc.importing import Refers

_WITH_BODY = """
SELECT id, payload_digest, payload_sha256, payload_length, status, media_type FROM captures
WHERE record_type IN ('response', 'resource') AND file IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something of a file that could not be read."""

    reason: str
    """A sentence."""
    place: str | None = None
    """The WARC file within a WACZ."""
    offset: int | None = None
    """Where the record begins, in bytes of the WARC file."""

    def __str__(self) -> str:
        """The problem in words, with its place."""
        where = [] if self.place is None else [self.place]
        where += [] if self.offset is None else [f"at {self.offset}"]
        return f"{' '.join(where)}: {self.reason}" if where else self.reason


@dataclass(frozen=True, slots=True)
class Repeated:
    """A capture whose body another one repeats."""

    capture_id: int
    payload: Payload
    status: int
    media_type: str


def begin(db: Database, path: str) -> int:
    """The id of the row of the file at `path`: made when it is first imported, or the same again.

    What an import before could not read of it is forgotten, for it is being read anew.
    """
    with transaction(db):
        row = db.execute(
            "SELECT id FROM imports WHERE path = ? ORDER BY id DESC LIMIT 1", (path,)
        ).fetchone()
        if row is not None:
            import_id = int(row[0])
            db.execute("UPDATE imports SET finished_at = NULL WHERE id = ?", (import_id,))
            db.execute("DELETE FROM import_problems WHERE import_id = ?", (import_id,))
            return import_id
        cursor = db.execute(
            "INSERT INTO imports (imported_at, path) VALUES (?, ?)", (utc_now(), path)
        )
    assert cursor.lastrowid is not None  # noqa: S101 - an INSERT has a row id
    return cursor.lastrowid


def finish(
    db: Database, import_id: int, *, records: int, elsewhere: int, problems: Iterable[Problem]
) -> None:
    """Note that a file was read to its end, how many records it had, how many of other sites."""
    with transaction(db):
        db.execute(
            "UPDATE imports SET finished_at = ?, records = ?, elsewhere = ? WHERE id = ?",
            (utc_now(), records, elsewhere, import_id),
        )
        db.conn.executemany(
            'INSERT INTO import_problems (import_id, place, "offset", reason) VALUES (?, ?, ?, ?)',
            [(import_id, one.place, one.offset, one.reason) for one in problems],
        )


def is_unread(db: Database, capture_id: int) -> bool:
    """Whether an import kept the capture and ended before it was read."""
    row = db.execute(
        "SELECT 1 FROM captures WHERE id = ? AND source = 'import' AND version_id IS NULL"
        " AND reason IS NULL",
        (capture_id,),
    ).fetchone()
    return row is not None


def find_saved(db: Database, url: str, digest: str) -> int | None:
    """The capture of a saved page of that address with that body, whatever its date."""
    row = db.execute(
        "SELECT id FROM captures WHERE url = ? AND payload_digest = ? AND record_type = 'resource'"
        " ORDER BY id LIMIT 1",
        (url, digest),
    ).fetchone()
    return None if row is None else int(row[0])


def repeated(db: Database, refers: Refers, capture_id: int | None) -> Repeated | None:
    """The capture that a revisit refers to; None where the archive does not have it.

    `capture_id` is that of the record it names, where that is known. Else the payload's digest
    decides, else address and time (WARC 1.1, section 6.7).
    """
    questions: list[tuple[str, tuple[object, ...]]] = [("id = ?", (capture_id,))]
    if refers.digest:
        questions.append(("payload_digest = ? AND payload_length > 0", (refers.digest,)))
    if refers.url and refers.fetched_at:
        questions.append(("url = ? AND fetched_at = ?", (refers.url, refers.fetched_at)))
    for condition, values in questions:
        row = db.execute(f"{_WITH_BODY} AND {condition} ORDER BY id LIMIT 1", values).fetchone()
        if row is not None:
            capture, digest, sha256, length, status, media_type = row
            payload = Payload(digest.removeprefix("sha1:"), sha256, length)
            return Repeated(capture, payload, status, media_type)
    return None


def known_address(db: Database, address: str) -> str | None:
    """The address of the page known there, be it with http or https, www. or a final slash.

    None where no such page is known.
    """
    parts = urlsplit(address)
    host = parts.netloc.removeprefix("www.")
    path = parts.path.rstrip("/")
    paths = dict.fromkeys((parts.path, f"{path}/", path or "/"))
    schemes = dict.fromkeys((parts.scheme, "https", "http"))
    hosts = dict.fromkeys((parts.netloc, host, f"www.{host}"))
    for scheme in schemes:
        for netloc in hosts:
            for one in paths:
                page_id = find_page(db, urlunsplit((scheme, netloc, one, parts.query, "")))
                if page_id is not None:
                    row = db.execute("SELECT url FROM pages WHERE id = ?", (page_id,)).fetchone()
                    return str(row[0])
    return None
