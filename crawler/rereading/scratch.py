"""New readings between being read and being kept: on disk, so that a killed run loses none."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path

from archive.errors import ArchiveError
from archive.records import EXTRACTOR_VERSION
from archive.rereadings import Former
from crawler.differences import Change
from crawler.rereading.page import Reading

NAME = "reextract.db"
"""The file in the archive's folder; there only until the readings are kept."""

_PACKAGE = Path(__file__).parents[1]
_RULES = ("reading.py", "article", "extraction", "lexicon")
_MADE_BY = "CREATE TABLE IF NOT EXISTS made_by (extractor TEXT NOT NULL PRIMARY KEY)"
_READINGS = (
    "CREATE TABLE IF NOT EXISTS readings"
    " (page_id INTEGER PRIMARY KEY, former TEXT NOT NULL, reading TEXT NOT NULL)"
)
_BATCH = 50
"""Readings that are written together."""


class Scratch:
    """The readings that a run has made so far; those of other rules than today's are dropped."""

    def __init__(self, folder: Path) -> None:
        """Takes up what a killed run has left. Raises ArchiveError."""
        self._path = folder / NAME
        self._waiting = 0
        try:
            self._open()
        except sqlite3.DatabaseError:
            self._drop()
            try:
                self._open()
            except sqlite3.Error as error:
                raise self._refused(error) from error

    def find(self, former: Former) -> Reading | None:
        """The reading of a page that is as it was when it was made."""
        row = self._db.execute(
            "SELECT reading FROM readings WHERE page_id = ? AND former = ?",
            (former.page_id, _key(former)),
        ).fetchone()
        return None if row is None else _reading(row[0])

    def put(self, reading: Reading) -> None:
        """Keeps a reading; the last ones may be lost when the process is killed.

        One that met with problems is not found again: they may be mended by then. Raises
        ArchiveError.
        """
        former = "" if reading.problems else _key(reading.former)
        values = (reading.former.page_id, former, json.dumps(asdict(reading)))
        try:
            self._db.execute("INSERT OR REPLACE INTO readings VALUES (?, ?, ?)", values)
            self._waiting += 1
            if self._waiting >= _BATCH:
                self.flush()
        except sqlite3.Error as error:
            raise self._refused(error) from error

    def flush(self) -> None:
        """Makes sure that all readings are on disk."""
        self._db.commit()
        self._waiting = 0

    def of(self, page_ids: Iterable[int]) -> Iterator[Reading]:
        """The readings of these pages, one after the other."""
        for page_id in page_ids:
            row = self._db.execute(
                "SELECT reading FROM readings WHERE page_id = ?", (page_id,)
            ).fetchone()
            yield _reading(row[0])

    def close(self) -> None:
        """Leaves the readings for the next run."""
        self.flush()
        self._db.close()

    def remove(self) -> None:
        """Removes the file: its readings are kept, or are not wanted."""
        self._db.close()
        self._drop()

    def _open(self) -> None:
        self._db = sqlite3.connect(self._path)
        try:
            self._db.execute("PRAGMA synchronous = OFF")  # what a power failure takes is read anew
            self._db.execute(_MADE_BY)
            self._db.execute(_READINGS)
            known = self._db.execute("SELECT extractor FROM made_by").fetchall()
            if known != [(extractor(),)]:
                self._db.execute("DELETE FROM readings")
                self._db.execute("DELETE FROM made_by")
                self._db.execute("INSERT INTO made_by VALUES (?)", (extractor(),))
            self._db.commit()
        except BaseException:
            self._db.close()
            raise

    def _drop(self) -> None:
        for ending in ("", "-journal"):
            self._path.with_name(NAME + ending).unlink(missing_ok=True)

    def _refused(self, error: sqlite3.Error) -> ArchiveError:
        return ArchiveError(
            f"New readings cannot be written to {self._path}: {error}. Nothing of the archive was"
            " changed; make room, or give this user the right to write there, and run it again."
        )


@cache
def extractor() -> str:
    """What readings depend on: the extractor's version and the digest of its rules' files."""
    digest = hashlib.sha256(EXTRACTOR_VERSION.encode())
    for name in _RULES:
        path = _PACKAGE / name
        files = [path] if path.is_file() else sorted(path.rglob("*"))
        for file in files:
            if file.suffix in {".py", ".toml"}:
                digest.update(file.read_bytes())
    return f"{EXTRACTOR_VERSION} {digest.hexdigest()}"


def _key(former: Former) -> str:
    return json.dumps(asdict(former))


def _reading(text: str) -> Reading:
    told = json.loads(text)
    return Reading(
        former=Former(**told["former"]),
        capture_id=told["capture_id"],
        article_digest=told["article_digest"],
        changes=tuple(Change(**change) for change in told["changes"]),
        record=told["record"],
        history=tuple((number, title, words) for number, title, words in told["history"]),
        problems=(),
    )
