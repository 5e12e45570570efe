"""Reading all pages anew: first what differs, then, apart from that, keeping it."""

from __future__ import annotations

import asyncio
import sqlite3
from array import array
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Sequence
from contextlib import aclosing, closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from sqlite_utils import Database

from archive import rereadings
from archive.errors import ArchiveError
from archive.records import EXTRACTOR_VERSION
from archive.rereadings import Chosen, Former
from archive.storage import transaction
from archive.stored_records import from_json
from crawler.differences.tally import Tally
from crawler.readers import Readers, ReadingError
from crawler.rereading.page import Problem, Reading, reread_in_process
from crawler.rereading.scratch import Scratch

Observer = Callable[[int], None]
"""Is told how many pages are done."""

_AT_ONCE = 8
"""Pages that a process is given together: it waits less for the next ones."""
_AHEAD = 3
"""Times as many for each process that wait or are read while earlier ones are awaited."""
_TOGETHER = 50
"""Pages that are kept in one transaction."""


@dataclass(slots=True)
class Found:
    """What reading all pages came to; nothing of it is kept yet."""

    pages: int = 0
    differing: int = 0
    """Pages of which the archive holds something else."""
    unread: int = 0
    """Pages of which nothing could be read; what the archive holds of them stays."""
    older: int = 0
    """Pages whose present capture could not be read, and whose facts an older one now feeds."""
    histories: int = 0
    """Pages of which earlier captures are read otherwise than before."""
    tally: Tally = field(default_factory=Tally)
    problems: list[Problem] = field(default_factory=list)
    to_keep: array[int] = field(default_factory=lambda: array("q"))
    """Ids of the pages for which something is to be written."""

    def add(self, reading: Reading) -> None:
        """Counts the reading of a page."""
        self.pages += 1
        self.problems.extend(reading.problems)
        if reading.capture_id is None:
            self.unread += 1
            return
        self.older += bool(reading.problems) and reading.capture_id != reading.former.capture_id
        self.differing += reading.differs
        self.histories += bool(reading.history)
        self.tally.add(reading.former.url, reading.changes)
        if reading.differs or reading.former.extractor_version != EXTRACTOR_VERSION:
            self.to_keep.append(reading.former.page_id)


def find_differences(
    db: Database,
    folder: Path,
    chosen: Chosen,
    *,
    workers: int,
    scratch: Scratch | None,
    observe: Observer,
) -> Found:
    """Reads the pages that are meant and tells what differs; the archive is not touched.

    Readings go to `scratch`, from which those of a killed run are taken. Memory does not grow with
    the number of pages but for what cannot be read.
    """
    return asyncio.run(_find(db, folder, chosen, workers, scratch, observe))


def keep(db: Database, found: Found, scratch: Scratch, observe: Observer) -> list[Problem]:
    """Writes what was found to the archive, some pages at a time; those that could not be written.

    Each page whole or not at all. Raises ArchiveError where the database refuses altogether.
    """
    problems: list[Problem] = []
    readings = scratch.of(found.to_keep)
    done = 0
    try:
        while batch := list(islice(readings, _TOGETHER)):
            with transaction(db):
                for reading in batch:
                    try:
                        _keep(db, reading)
                    except ArchiveError as error:
                        problems.append(Problem(reading.former.url, "", str(error)))
            done += len(batch)
            observe(done)
    except sqlite3.Error as error:
        raise ArchiveError(
            f"New readings cannot be kept: {error}. Those of {done} pages are kept already; check"
            " the space and rights of the archive's folder and run it again for the rest."
        ) from error
    return problems


async def _find(
    db: Database,
    folder: Path,
    chosen: Chosen,
    workers: int,
    scratch: Scratch | None,
    observe: Observer,
) -> Found:
    found = Found()
    with closing(Readers(workers)) as readers:

        async def read(formers: Sequence[Former]) -> list[Reading]:
            known = {former: scratch.find(former) if scratch else None for former in formers}
            unknown = [former for former, reading in known.items() if reading is None]
            read = iter(await _read(readers, folder, unknown) if unknown else ())
            return [reading or next(read) for reading in known.values()]

        pages = rereadings.pages(db, chosen)
        async with aclosing(_in_order(read, pages, workers * _AHEAD)) as readings:
            async for reading in readings:
                found.add(reading)
                if scratch is not None and reading.capture_id is not None:
                    scratch.put(reading)
                observe(found.pages)
    if scratch is not None:
        scratch.flush()
    return found


async def _in_order(
    read: Callable[[Sequence[Former]], Awaitable[list[Reading]]],
    pages: Iterator[Former],
    most: int,
) -> AsyncGenerator[Reading, None]:
    """The readings in the order of the pages, of which `most` lots are under way at once."""
    under_way: deque[asyncio.Future[list[Reading]]] = deque()
    try:
        while lot := list(islice(pages, _AT_ONCE)):
            under_way.append(asyncio.ensure_future(read(lot)))
            if len(under_way) >= most:
                for reading in await under_way.popleft():
                    yield reading
        while under_way:
            for reading in await under_way.popleft():
                yield reading
    finally:
        for task in under_way:
            task.cancel()


async def _read(readers: Readers, folder: Path, formers: Sequence[Former]) -> list[Reading]:
    """The pages' readings; whatever goes wrong over one of them costs it alone."""
    try:
        return await readers.run(formers[0].url, reread_in_process, folder, formers)
    except ReadingError as error:
        reason = str(error)
    except Exception as error:  # noqa: BLE001 - one page must not stop the others
        reason = f"It could not be read ({type(error).__name__}: {error})."
    if len(formers) > 1:
        return [reading for one in formers for reading in await _read(readers, folder, [one])]
    remedy = "What the archive holds of it stays; run it again, and report the page if it recurs."
    problem = Problem(formers[0].url, "", f"{reason} {remedy}")
    return [Reading(formers[0], None, None, (), None, (), (problem,))]


def _keep(db: Database, reading: Reading) -> None:
    former = reading.former
    assert reading.capture_id is not None  # noqa: S101 - others are not kept
    assert reading.article_digest is not None  # noqa: S101 - likewise
    with transaction(db):
        if reading.record is not None:
            record = from_json(reading.record)
            rereadings.keep(db, former, record, capture_id=reading.capture_id)
        elif former.extractor_version != EXTRACTOR_VERSION:
            rereadings.confirm(db, former, article_digest=reading.article_digest)
        if reading.history:
            rereadings.keep_history(db, former, reading.history)
