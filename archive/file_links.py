"""The addresses that materials link to: which are still to be asked for, and what became of them.

A material's row is replaced whenever its page is read again; what is known of an address stays
here. The table `file_links` is to files what the frontier is to pages: a killed crawl forgets
nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sqlite_utils import Database

from archive import frontier
from archive.storage import transaction
from archive.timestamps import later, utc_now

HostKind = Literal[
    "upload",
    "google_drive",
    "google_docs",
    "dropbox",
    "onedrive",
    "slideshare",
    "issuu",
    "scribd",
    "youtube",
    "other",
]
State = Literal["pending", "fetched", "failed", "gone", "refused", "link"]
Outcome = Literal["new", "changed", "unchanged", "failed", "gone", "refused", "link"]

RECHECK_HOURS = 30 * 24
"""A file that was had, or that its host did not give, rests for so long: files hardly change."""
GONE_RECHECK_HOURS = 90 * 24
"""One that is gone or refused rests longer."""
MOST_FAILURES = 7
"""After so many failures in a row that no repair explains, a file counts as gone."""

_UNKNOWN = """
SELECT materials.url, pages.site, materials.label FROM materials
JOIN activities ON activities.id = activity_id JOIN pages ON pages.id = page_id
WHERE materials.url IS NOT NULL AND pages.site IN (SELECT value FROM json_each(?))
  AND NOT EXISTS (SELECT 1 FROM file_links WHERE file_links.url = materials.url)
GROUP BY materials.url ORDER BY min(materials.id)
"""

_KNOWN = """
SELECT id, url, site, host_kind, title, direct_url, state, failures, etag, last_modified, file_id
FROM file_links WHERE site IN (SELECT value FROM json_each(:sites))
"""

_DUE = f"""
{_KNOWN} AND (state = 'pending' OR next_try_at <= :now)
ORDER BY state != 'pending', next_try_at, id
"""

_CONCLUDE = """
UPDATE file_links SET
  state = :state, attempts = attempts + 1,
  failures = CASE WHEN :outcome = 'failed' THEN failures + 1 ELSE 0 END,
  next_try_at = :next_try_at, http_status = :http_status, checked_at = :now, reason = :reason,
  tried = :tried, capture_id = coalesce(:capture_id, capture_id), last_crawl_id = :crawl_id
WHERE id = :id
"""

_NOTE_FETCHED = """
UPDATE file_links SET
  state = 'fetched', attempts = attempts + 1, failures = 0, next_try_at = :next_try_at,
  http_status = :http_status, checked_at = :now, fetched_at = :now, reason = NULL,
  tried = :tried, etag = :etag, last_modified = :last_modified, file_id = :file_id,
  capture_id = :capture_id, last_crawl_id = :crawl_id
WHERE id = :id
"""

_NOTE_VISIT = """
INSERT INTO crawl_files (crawl_id, link_id, outcome, http_status, reason, visited_at)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (crawl_id, link_id) DO UPDATE SET outcome = excluded.outcome,
  http_status = excluded.http_status, reason = excluded.reason, visited_at = excluded.visited_at
"""


@dataclass(frozen=True, slots=True)
class FoundLink:
    """An address that a material has and that is not known yet, with the material's label."""

    url: str
    site: str
    title: str


@dataclass(frozen=True, slots=True)
class FileLink:
    """An address of a file, and what is known of it."""

    id: int
    url: str
    site: str
    host_kind: HostKind
    title: str
    direct_url: str | None
    """Where its file is had without signing in; None where its host offers no download."""
    state: State = "pending"
    failures: int = 0
    """Failed visits in a row."""
    etag: str | None = None
    last_modified: str | None = None
    file_id: int | None = None
    """The file that it last gave, whatever became of the address since."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One address that was asked for a file, and what came back."""

    url: str
    said: str
    """A sentence."""
    status: int | None = None
    """HTTP status; None where there was no answer."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What asking for a link's file came to; `attempts` in the order in which they were made."""

    link_id: int
    crawl_id: int
    http_status: int | None = None
    reason: str | None = None
    attempts: tuple[Attempt, ...] = field(default=())
    capture_id: int | None = None
    etag: str | None = None
    last_modified: str | None = None


def unknown(db: Database, sites: Iterable[str]) -> list[FoundLink]:
    """The addresses of the sites' materials that are not noted yet, in the order of the posts."""
    names = json.dumps(list(sites))
    return [FoundLink(*row) for row in db.execute(_UNKNOWN, (names,)).fetchall()]


def note(
    db: Database, found: FoundLink, kind: HostKind, direct_url: str | None, *, crawl_id: int
) -> None:
    """Note an address, and where its file is had; the caller holds the transaction."""
    db.execute(
        "INSERT INTO file_links (url, site, host_kind, title, direct_url, discovered_at,"
        " first_crawl_id) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO NOTHING",
        (found.url, found.site, kind, found.title, direct_url, utc_now(), crawl_id),
    )


def known(db: Database, sites: Iterable[str]) -> list[FileLink]:
    """All links of the sites."""
    rows = db.execute(f"{_KNOWN} ORDER BY id", {"sites": json.dumps(list(sites))})
    return [FileLink(*row) for row in rows.fetchall()]


def revise(db: Database, link: FileLink, kind: HostKind, direct_url: str | None) -> None:
    """Take in that the rules of hosts now say something else; a new way to have it is tried.

    The caller holds the transaction.
    """
    db.execute(
        "UPDATE file_links SET host_kind = :kind, direct_url = :direct, next_try_at = CASE"
        " WHEN :direct IS NOT direct_url THEN NULL ELSE next_try_at END, state = CASE"
        " WHEN :direct IS NOT direct_url AND file_id IS NULL THEN 'pending' ELSE state END"
        " WHERE id = :id",
        {"id": link.id, "kind": kind, "direct": direct_url},
    )


def due(db: Database, sites: Iterable[str]) -> list[FileLink]:
    """The links to ask for now: those never asked for first, then those that have rested."""
    asked = {"sites": json.dumps(list(sites)), "now": utc_now()}
    return [FileLink(*row) for row in db.execute(_DUE, asked).fetchall()]


def conclude(db: Database, visit: Visit, outcome: Outcome) -> Outcome:
    """Note a visit that brought no file; what an earlier one brought stays. What it counts as.

    A link that failed `MOST_FAILURES` times in a row counts as gone.
    """
    (failures,) = db.execute(
        "SELECT failures FROM file_links WHERE id = ?", (visit.link_id,)
    ).fetchone()
    if outcome == "failed" and failures + 1 >= MOST_FAILURES:
        outcome = "gone"
    with transaction(db):
        db.execute(
            _CONCLUDE,
            {
                **_common(visit),
                "outcome": outcome,
                "state": "fetched" if outcome == "unchanged" else outcome,
                "next_try_at": _next_try(outcome, failures),
            },
        )
        _note_visit(db, visit, outcome)
    return outcome


def note_fetched(db: Database, visit: Visit, file_id: int) -> Outcome:
    """Note that a link gave a file; what it counts as. The caller holds the transaction."""
    (before,) = db.execute(
        "SELECT file_id FROM file_links WHERE id = ?", (visit.link_id,)
    ).fetchone()
    outcome: Outcome = "new" if before is None else "changed"
    outcome = "unchanged" if before == file_id else outcome
    db.execute(
        _NOTE_FETCHED,
        {
            **_common(visit),
            "file_id": file_id,
            "etag": visit.etag,
            "last_modified": visit.last_modified,
            "next_try_at": _next_try(outcome, 0),
        },
    )
    _note_visit(db, visit, outcome)
    return outcome


def retry(db: Database, link_id: int) -> bool:
    """Let the next crawl ask for a link whenever it was to; what is known of it stays.

    False where its host offers no download. The caller holds the transaction.
    """
    cursor = db.execute(
        "UPDATE file_links SET failures = 0, next_try_at = ?"
        " WHERE id = ? AND (state != 'link' OR direct_url IS NOT NULL)",
        (utc_now(), link_id),
    )
    return cursor.rowcount > 0


def of_crawl(db: Database, crawl_id: int, outcomes: Sequence[Outcome]) -> list[tuple[str, str]]:
    """(address, reason) of the links of which a crawl's visit came to that, by their addresses."""
    return [
        (url, reason or "No reason was recorded.")
        for url, reason in db.execute(
            "SELECT url, crawl_files.reason FROM crawl_files"
            " JOIN file_links ON file_links.id = link_id"
            " WHERE crawl_id = ? AND outcome IN (SELECT value FROM json_each(?)) ORDER BY url",
            (crawl_id, json.dumps(list(outcomes))),
        )
    ]


def _common(visit: Visit) -> dict[str, object]:
    tried = [{"url": one.url, "status": one.status, "said": one.said} for one in visit.attempts]
    return {
        "id": visit.link_id,
        "crawl_id": visit.crawl_id,
        "http_status": visit.http_status,
        "reason": visit.reason,
        "capture_id": visit.capture_id,
        "tried": json.dumps(tried, ensure_ascii=False),
        "now": utc_now(),
    }


def _note_visit(db: Database, visit: Visit, outcome: Outcome) -> None:
    row = (visit.crawl_id, visit.link_id, outcome, visit.http_status, visit.reason, utc_now())
    db.execute(_NOTE_VISIT, row)


def _next_try(outcome: Outcome, failures: int) -> str:
    if outcome == "failed":
        return frontier.next_try(failures + 1)
    rests = outcome in {"gone", "refused", "link"}
    return later(hours=GONE_RECHECK_HOURS if rests else RECHECK_HOURS)
