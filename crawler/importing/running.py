"""One import: files of web archives and saved pages become captures and pages of the archive."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from sqlite_utils import Database

from archive import captures, imports, lock, storage
from archive.errors import ArchiveError, ResilienceError
from archive.imports import Problem
from archive.warc import foreign_files, importing, pairs, tails, wacz_reading
from archive.warc.framing import Damage
from archive.warc.importing import Foreign, UnusableRecordError
from archive.warc.pairs import Pair
from archive.warc.wacz_reading import UnreadableWaczError
from crawler import progress, renewal
from crawler.importing import answers
from crawler.importing.answers import Answers, UnusableFileError
from crawler.importing.keeping import ImportKeeper
from crawler.importing.mapping import Mapped
from crawler.importing.pages import PageReading
from crawler.importing.results import ImportedFile, ImportResult
from crawler.importing.sources import Source, Sources
from crawler.progress import Observer
from crawler.sites import Site

_UNRESOLVED = "The record repeats a response that neither the files nor the archive have."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants imported, and how."""

    sources: Sources
    url: str | None
    """The address of the one saved page, in canonical form."""
    mapping: Mapping[Path, Mapped] = field(default_factory=dict)
    only: Site | None = None
    """The site whose answers alone are taken."""
    workers: int = 1


def run(wanted: Wanted, folder: Path, observe: Observer) -> ImportResult:
    """Imports the files into the archive in `folder`, which is made where it is missing.

    `observe` is told of every page. Raises ArchiveInUseError where a crawl or another import
    writes to the archive, and ArchiveError where it cannot be written.
    """
    with _opened(folder, wanted) as db:
        try:
            result = asyncio.run(_run(wanted, db, folder, observe))
        except (sqlite3.Error, OSError) as error:
            raise ArchiveError(
                f"The archive in {folder} can no longer be written: {error}."
                " Make room or rights, then import again: what is in is not taken twice."
            ) from error
        return replace(result, renewal=renewal.renew(db))


@contextmanager
def _opened(folder: Path, wanted: Wanted) -> Iterator[Database]:
    db = storage.open_archive(folder)
    try:
        names = [source.path.name for source in wanted.sources.files[:3]]
        held = lock.take(folder, [f"files into it ({', '.join(names)})"])
        try:
            yield db
        finally:
            lock.release(held)
    finally:
        storage.close(db)


async def _run(wanted: Wanted, db: Database, folder: Path, observe: Observer) -> ImportResult:
    cut = tails.cut(folder, captures.known_ends(db))
    keeper = ImportKeeper(db, folder)
    pages = PageReading(db, keeper, wanted.workers, observe)
    try:
        answers = Answers(db, keeper, pages, wanted.only)
        taking = _Import(wanted, db, keeper, answers, pages)
        await taking.take_all()
        keeper.commit()
    finally:
        pages.close()
        keeper.close()
    return ImportResult(
        folder=folder,
        files=tuple(taking.files),
        passed_over=wanted.sources.passed_over,
        unused=taking.unused,
        torn_tails=tuple(map(str, cut)),
    )


@dataclass(frozen=True, slots=True)
class _Revisit:
    """A revisit whose original is not known yet."""

    file: ImportedFile
    foreign: Foreign
    request: bytes | None
    problem: Problem
    """What is to be told if it never is."""


class _Import:
    def __init__(
        self,
        wanted: Wanted,
        db: Database,
        keeper: ImportKeeper,
        answers: Answers,
        pages: PageReading,
    ) -> None:
        self.files: list[ImportedFile] = []
        self._wanted = wanted
        self._db = db
        self._keeper = keeper
        self._answers = answers
        self._pages = pages
        self._revisits: list[_Revisit] = []
        self._used: set[Path] = set()
        self._unfinished: list[ImportedFile] = []

    @property
    def unused(self) -> tuple[Path, ...]:
        """Files that only the mapping names."""
        return tuple(path for path in self._wanted.mapping if path not in self._used)

    async def take_all(self) -> None:
        for source in self._wanted.sources.files:
            await self._take(source)
            self._finish()
            self._keeper.commit_if_due()
        for revisit in self._revisits:
            revisit.file.waiting -= 1
            if not await self._answers.take(revisit.file, revisit.foreign, revisit.request):
                revisit.file.problems.append(revisit.problem)
        await self._pages.finish()
        self._finish()

    async def _take(self, source: Source) -> None:
        path = source.path.resolve()
        file = ImportedFile(source.path, imports.begin(self._db, str(path)))
        file.waiting += 1
        self.files.append(file)
        self._unfinished.append(file)
        progress.log_event("file", f"{'reading':9} {source.path}", path=str(path))
        try:
            await self._take_kind(file, source, path)
        except (UnusableFileError, UnreadableWaczError) as error:
            file.problems.append(Problem(str(error)))
        except _ReadError as error:
            file.problems.append(Problem(f"The file cannot be read on: {error}."))
        file.waiting -= 1

    async def _take_kind(self, file: ImportedFile, source: Source, path: Path) -> None:
        if source.problem is not None:
            raise UnusableFileError(source.problem)
        if source.kind == "page":
            await self._take_saved(file, path)
            return
        with answers.open_file(path) as opened:
            take = self._take_wacz if source.kind == "wacz" else self._take_warc
            await take(file, opened)

    async def _take_saved(self, file: ImportedFile, path: Path) -> None:
        told = self._wanted.mapping.get(path)
        self._used.add(path)
        if self._wanted.url is not None:
            told = Mapped(self._wanted.url, told.saved_at if told else None)
        body, written_at = answers.load(path)
        file.counts["records"] += 1
        await self._answers.take_saved(file, body, told, written_at)

    async def _take_wacz(self, file: ImportedFile, opened: BinaryIO) -> None:
        contents = await asyncio.to_thread(wacz_reading.contents, opened)
        file.problems += map(Problem, contents.faults)
        file.remarks += contents.remarks
        for member in contents.warcs:
            try:
                with wacz_reading.opened(opened, member) as warc:
                    await self._take_warc(file, warc, member.filename)
            except UnreadableWaczError as error:
                file.problems.append(Problem(str(error)))

    async def _take_warc(
        self, file: ImportedFile, opened: BinaryIO, place: str | None = None
    ) -> None:
        found = pairs.paired(foreign_files.walk(opened))
        while (pair := await asyncio.to_thread(_next, found)) is not None:
            await self._take_pair(file, pair, place)
            self._keeper.commit_if_due()

    async def _take_pair(self, file: ImportedFile, pair: Pair, place: str | None) -> None:
        piece = pair.piece
        if isinstance(piece, Damage):
            file.problems.append(Problem(piece.reason, place, piece.offset))
            return
        file.counts["records"] += 1 if pair.request is None else 2
        try:
            foreign = importing.understand(piece)
        except UnusableRecordError as error:
            if piece.is_sound:  # else the damaged member around it is told
                file.problems.append(Problem(str(error), place, piece.offset))
            return
        if foreign is not None and not await self._answers.take(file, foreign, pair.request):
            problem = Problem(f"{foreign.url}: {_UNRESOLVED}", place, piece.offset)
            file.waiting += 1
            self._revisits.append(_Revisit(file, foreign, pair.request, problem))

    def _finish(self) -> None:
        """Ends the rows of files of which nothing waits any more."""
        for file in [file for file in self._unfinished if not file.waiting]:
            self._unfinished.remove(file)
            imports.finish(
                self._db,
                file.import_id,
                records=file.counts["records"],
                elsewhere=file.counts["elsewhere"],
                problems=file.problems,
            )


class _ReadError(ResilienceError):
    """The disk refused to read on."""


def _next(found: Iterator[Pair]) -> Pair | None:
    try:
        return next(found, None)
    except OSError as error:
        raise _ReadError(error.strerror or str(error)) from error
