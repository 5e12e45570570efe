"""Questions about files: what posts link to, what became of each link, and what the files say."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import PurePosixPath

from sqlite_utils import Database

from archive.names import name_key
from archive.timestamps import utc_now

STATES = (
    *("not asked", "pending", "fetched", "failed", "gone", "refused", "link"),
    "replaced",  # a file that its address no longer gives
)

SHORTEST_DIGEST = 4
"""Letters of a digest that are enough to name a file, where no other begins so."""

_IN_DIGESTS = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class FileAttempt:
    """One address that was asked for a file, and what came back, a sentence."""

    url: str
    status: int | None
    said: str


@dataclass(frozen=True, slots=True)
class FileRow:
    """A link of a post and its file; a row of the view file_overview.

    The columns of the post are None where no post has the link any more, those of the file where
    the archive has none.
    """

    state: str
    """One of STATES."""
    reason: str | None
    """Why there is no file, or why it could not be read."""
    label: str
    presenter: str | None
    material_url: str | None
    host_kind: str | None
    file_type: str | None
    """By content."""
    length: int | None
    """Bytes."""
    pages: int | None
    """Pages, slides or sheets."""
    file_title: str | None
    """What the file calls itself."""
    is_scanned: bool | None
    is_complete: bool | None
    """False where some words of the file could not be read."""
    sha256: str | None
    path: str | None
    """Relative to the archive's folder."""
    activity_id: int | None
    start_date: str | None
    title: str | None
    """Of the activity, else of the article."""
    url: str | None
    """The post's address."""
    site: str | None
    http_status: int | None
    attempts: int | None
    """How often the link was asked for."""
    checked_at: str | None
    next_try_at: str | None
    tried: tuple[FileAttempt, ...]
    """What the last visit asked for, in order."""
    file_id: int | None
    link_id: int | None


_LIST = f"""
SELECT {", ".join(field.name for field in fields(FileRow))}
FROM file_overview ORDER BY start_date IS NULL, start_date, material_id IS NULL, material_id,
  link_id, file_id
"""  # noqa: S608 - names of columns


def every(db: Database) -> list[FileRow]:
    """Links and files by the date of their activity, undated ones last, then those of no post."""
    return [_row(row) for row in db.query(_LIST)]


def selected(
    rows: Iterable[FileRow],
    *,
    states: Sequence[str] = (),
    file_type: str | None = None,
    activity: str | None = None,
) -> list[FileRow]:
    """Those in one of the states, of a type, and of an activity.

    `activity` is a part of its title, in capitals or not, or of its post's address.
    """
    part = name_key(activity or "")
    return [
        row
        for row in rows
        if (not states or row.state in states)
        and (file_type is None or row.file_type == file_type)
        and (part in name_key(row.title or "") or part in (row.url or "").casefold())
    ]


def named(rows: Iterable[FileRow], name: str) -> list[FileRow]:
    """The rows that `name` may mean, the closest kind of name alone.

    These are, in this order: an address as it is written; the beginning of a digest; an address,
    a label, a file's own title or its name on disk, where capitals and white space do not count;
    a part of one of these; its words, in whatever order.
    """
    wanted, known = name_key(name), list(rows)
    if not wanted:
        return []
    addressed = [row for row in known if row.material_url == name]
    if addressed:
        return addressed
    if len(wanted) >= SHORTEST_DIGEST and _IN_DIGESTS.issuperset(wanted):
        of_digest = [row for row in known if (row.sha256 or "").startswith(wanted)]
        if of_digest:
            return of_digest
    names = [(row, _names(row)) for row in known]
    equal = [row for row, own in names if wanted in own]
    part = equal or [row for row, own in names if any(wanted in one for one in own)]
    words = wanted.split()
    return part or [row for row, own in names if any(all(w in one for w in words) for one in own)]


def one_of_each(rows: Iterable[FileRow]) -> list[FileRow]:
    """Of rows with the same file, or with the same address where there is none, the first."""
    firsts: dict[str | None, FileRow] = {}
    for row in rows:
        firsts.setdefault(row.sha256 or row.material_url, row)
    return list(firsts.values())


def to_be_asked(rows: Iterable[FileRow]) -> list[FileRow]:
    """The links that the next crawl of their sites asks for, each once, never asked ones last."""
    now = utc_now()
    due: dict[str | None, FileRow] = {}
    for row in rows:
        has_rested = row.next_try_at is not None and row.next_try_at <= now
        if has_rested or row.state in {"not asked", "pending"}:
            due.setdefault(row.material_url, row)
    return sorted(due.values(), key=lambda row: row.state == "not asked")


def texts_of(db: Database, file_id: int) -> dict[int, str]:
    """Page, slide or sheet, from 1 -> its text, in their order; those without text are not in."""
    rows = db.execute(
        "SELECT page, text FROM file_texts WHERE file_id = ? ORDER BY page", (file_id,)
    )
    return dict(rows.fetchall())


def _names(row: FileRow) -> set[str]:
    on_disk = row.path and PurePosixPath(row.path).name
    given = (row.material_url, row.label, row.file_title, on_disk, row.path)
    return {name_key(name) for name in given if name}


def _row(columns: dict[str, object]) -> FileRow:
    tried = json.loads(str(columns["tried"] or "[]"))
    flags = {
        name: None if columns[name] is None else bool(columns[name])
        for name in ("is_scanned", "is_complete")
    }
    attempts = tuple(FileAttempt(one["url"], one["status"], one["said"]) for one in tried)
    return FileRow(**{**columns, **flags, "tried": attempts})  # type: ignore[arg-type]  # as the view has them
