"""Totals of the whole archive while a crawl writes: added up aside, and used until made anew.

An archive keeps such sums, but they are out of date from a crawl's first page to its end, and to
add them up takes too long for a page. So the server adds them up in a thread of its own and says
on the pages when it did. It takes a twentieth of the time for that at most: the larger the
archive, the older the totals may be.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import sys
import threading
import time
import weakref
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from sqlite_utils import Database

from archive.browse import scratch
from archive.query import sums_aside
from archive.query.sums import are_current
from archive.storage import DATABASE_NAME, open_read_only

_log = logging.getLogger(__name__)
_REST = 20
"""How many times as long as the making took totals serve before they are made anew."""
_LESS_URGENT = 10
"""Niceness of the thread that makes them, beside those that answer readers."""


@dataclass(frozen=True, slots=True)
class Made:
    """Totals that were added up."""

    path: Path
    moment: str
    """When, UTC: the archive as it was then."""
    state: tuple[tuple[int, int], ...]
    """What told the archive's files then from earlier and later ones."""


class Totals:
    """The totals of one archive."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._archive = home / DATABASE_NAME
        self._made: Made | None = None
        self._making = threading.Lock()
        self._rest_until = 0.0
        self._has_tried = threading.Event()
        self._scratch: scratch.Scratch | None = None
        self._number = 0

    def now(self, db: Database) -> Made | None:
        """The totals to be used; None where the archive's own are current, or none can be made.

        Waits for the first ones: the same questions to the facts would take longer.
        """
        if db.execute("SELECT is_current FROM main.sums").fetchone()[0]:
            return None
        if self._made is not None and not self._made.path.exists():
            self._made, self._rest_until = None, 0.0  # somebody tidied up the folder
        if self._is_due():
            self._make_anew()
        self._has_tried.wait()
        return self._made

    def prepare(self) -> None:
        """Begin to make them before the first reader asks, where they will be needed."""
        with closing(open_read_only(self._home)) as db:
            if not are_current(db):
                self._make_anew()

    def discard(self) -> None:
        """Remove the files, which goes without saying where the process ends of itself."""
        if self._scratch is not None:
            self._scratch.remove()

    def _is_due(self) -> bool:
        if time.monotonic() < self._rest_until:
            return False
        return self._made is None or self._made.state != self._state()

    def _make_anew(self) -> None:
        """Begin to make them, unless that is under way."""
        if self._making.acquire(blocking=False):
            threading.Thread(target=self._make, name="totals", daemon=True).start()

    def _make(self) -> None:
        _make_way()
        began = time.monotonic()
        try:
            self._made = self._added_up()
        except (sqlite3.Error, OSError) as error:
            _log.warning("The totals cannot be added up, so pages take longer: %s", error)
        finally:
            ended = time.monotonic()
            self._rest_until = ended + _REST * (ended - began)
            self._has_tried.set()
            self._making.release()

    def _added_up(self) -> Made:
        if self._scratch is None or not self._scratch.path.exists():
            self._scratch = scratch.make()
            weakref.finalize(self, self._scratch.remove)
        self._number += 1
        path = self._scratch.path / f"{self._number}.db"
        state, moment = self._state(), datetime.now(UTC)
        sums_aside.make(self._archive, path)
        with suppress(OSError):  # of those before the last; a thread may be about to open that
            (self._scratch.path / f"{self._number - 2}.db").unlink()
        return Made(path, moment.strftime("%Y-%m-%dT%H:%M:%SZ"), state)

    def _state(self) -> tuple[tuple[int, int], ...]:
        """Other than before where something was written."""
        found = []
        for path in (self._archive, self._archive.with_name(f"{DATABASE_NAME}-wal")):
            with suppress(FileNotFoundError):
                status = path.stat()
                found.append((status.st_mtime_ns, status.st_size))
        return tuple(found)


@cache
def of(home: Path) -> Totals:
    """The totals of the archive in a folder, the same for all of this process."""
    return Totals(home)


def _make_way() -> None:
    """Have this thread wait for others where the system knows such threads (Linux)."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _LESS_URGENT)
