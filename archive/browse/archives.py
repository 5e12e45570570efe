"""The archive behind the site: which of the served databases it is, and asking it.

Questions run in the server's threads, each on a connection of its own that cannot write; what a
crawl commits meanwhile is in the next answer. Totals of the whole archive may be older, and then
say so.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from archive.browse import scratch, totals
from archive.errors import ArchiveError
from archive.query import sums_aside
from archive.storage import DATABASE_NAME, open_read_only

Answer = TypeVar("Answer")

_of_thread = threading.local()


def folder(datasette: Any) -> Path:
    """The folder of the archive that a Datasette serves; ArchiveError where it serves none."""
    for database in datasette.databases.values():
        if database.path and Path(database.path).name == DATABASE_NAME:
            return Path(database.path).parent
    raise ArchiveError(
        f"None of the served databases is an archive ({DATABASE_NAME})."
        " Start the site with 'resilience browse'."
    )


async def ask(datasette: Any, question: Callable[[Database], Answer]) -> Answer:
    """What `question` answers, run in a thread on a connection of that thread."""
    home = folder(datasette)
    return await _in_thread(datasette, lambda: question(_connection(home).db))


async def ask_totals(datasette: Any, question: Callable[[Database, str | None], Answer]) -> Answer:
    """What `question` answers, where it asks for totals of the whole archive too.

    The question is told of when they are (UTC), where that is not now.
    """
    home = folder(datasette)

    def asked() -> Answer:
        connection = _connection(home, of_totals=True)
        made = totals.of(home).now(connection.db)
        if made != connection.made:
            _turn_to(connection, made)
        return question(connection.db, made.moment if made else None)

    return await _in_thread(datasette, asked)


def prepare(datasette: Any) -> None:
    """Have totals added up before the first reader asks, where the archive's own are old.

    What a server left that was killed is removed.
    """
    scratch.remove_stale()
    with suppress(ArchiveError):  # without an archive each page says so
        totals.of(folder(datasette)).prepare()


@dataclass
class _Connection:
    db: Database
    made: totals.Made | None = None
    """The totals that it asks; None for those that the archive keeps."""


async def _in_thread(datasette: Any, asked: Callable[[], Answer]) -> Answer:
    return await asyncio.get_running_loop().run_in_executor(datasette.executor, asked)


def _turn_to(connection: _Connection, made: totals.Made | None) -> None:
    if made is None:
        sums_aside.leave(connection.db)
    else:
        sums_aside.use(connection.db, made.path)
    connection.made = made


def _connection(home: Path, *, of_totals: bool = False) -> _Connection:
    """The thread's connection; one of its own for totals, so that none changes all the time."""
    open_ones: dict[tuple[Path, bool], _Connection] = _of_thread.__dict__.setdefault(
        "open_ones", {}
    )
    key = (home, of_totals)
    if key not in open_ones:
        open_ones[key] = _Connection(open_read_only(home))
    return open_ones[key]
