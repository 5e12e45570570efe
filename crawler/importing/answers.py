"""What becomes of one answer in an imported file: kept, and if it is a post's page, read."""

from __future__ import annotations

import os
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from sqlite_utils import Database

from archive.errors import ResilienceError
from archive.imports import Problem, known_address
from archive.warc.importing import Foreign
from archive.warc.reading import MOST_BYTES
from crawler.discovery import addresses
from crawler.importing import choice, saved_pages
from crawler.importing.choice import Belonging
from crawler.importing.keeping import ImportKeeper, Kept
from crawler.importing.mapping import Mapped
from crawler.importing.pages import ImportedPage, PageReading
from crawler.importing.results import ImportedFile
from crawler.sites import Site

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_MOST_REDIRECTS = 100_000
"""Redirects that are remembered, for the pages they lead to."""
_OLDEST = datetime(1989, 1, 1, tzinfo=UTC)


class UnusableFileError(ResilienceError):
    """A saved page that cannot be imported; the message is a sentence."""


class Answers:
    """Takes the answers of all files of one import."""

    def __init__(
        self, db: Database, keeper: ImportKeeper, pages: PageReading, only: Site | None
    ) -> None:
        """Of `only`, if given, are all answers that are taken."""
        self._db = db
        self._keeper = keeper
        self._pages = pages
        self._only = only
        self._redirects: defaultdict[str, list[str]] = defaultdict(list)

    async def take(self, file: ImportedFile, foreign: Foreign, request: bytes | None) -> bool:
        """Keeps an answer, and has its page read if it is a post's.

        False for a revisit of a response that is not known, which may yet come. Raises
        ArchiveError where the disk refuses.
        """
        belonging = choice.belonging(foreign.url, self._only)
        if belonging is None and self._only is not None:
            file.counts["elsewhere"] += 1
            return True
        kept = self._keeper.keep(foreign, file.import_id, request)
        if kept is None:
            return False
        file.counts["kept" if kept.is_new else "known"] += 1
        self._note_redirect(foreign, kept)
        if belonging is not None and kept.is_unread:
            await self._read(file, foreign, kept, belonging)
        return True

    async def take_saved(
        self, file: ImportedFile, body: bytes, told: Mapped | None, written_at: float
    ) -> None:
        """Keeps a saved page and has it read; `told` is what the person says of it.

        `written_at` is the file's own time. Raises UnusableFileError, and ArchiveError where the
        disk refuses.
        """
        origin = saved_pages.origin_of(body)
        url = told.url if told else origin.url
        if url is None and (instead := choice.what_instead("", body)):
            file.counts["no post"] += 1
            file.set_aside.append((str(file.path), f"{instead} It tells no address."))
            return
        if url is None:
            raise UnusableFileError(
                "The page does not tell its address. Give it with --url, or in a file with --map."
            )
        belonging = choice.belonging(url, self._only)
        if belonging is None:
            file.counts["elsewhere"] += 1
            return
        stated = (told.saved_at if told else None) or origin.saved_at
        fetched_at = _moment(stated or datetime.fromtimestamp(written_at, UTC))
        is_xhtml = file.path.suffix.lower() == ".xhtml"
        kept = self._keeper.keep_saved(
            url,
            fetched_at,
            "application/xhtml+xml" if is_xhtml else "text/html",
            body,
            file.import_id,
            dated=stated is not None,
        )
        file.counts["kept" if kept.is_new else "known"] += 1
        if not kept.is_unread:
            return
        instead = choice.what_instead(url, body)
        if instead:
            self._set_aside(file, kept, url, instead)
        else:
            await self._add(file, kept, url, belonging, fetched_at, body)

    async def _read(
        self, file: ImportedFile, foreign: Foreign, kept: Kept, belonging: Belonging
    ) -> None:
        if not choice.is_page(foreign, kept.status, kept.media_type):
            return
        try:
            page = self._keeper.page_of(kept, foreign)
        except ResilienceError as error:
            self._set_aside(file, kept, foreign.url, str(error))
            return
        is_known = known_address(self._db, belonging.address) is not None
        if not choice.may_be_post(belonging, page, is_known=is_known):
            return
        instead = choice.what_is_missing(foreign) or choice.what_instead(foreign.url, page)
        if instead:
            self._set_aside(file, kept, foreign.url, instead)
        else:
            await self._add(file, kept, foreign.url, belonging, foreign.fetched_at, page)

    async def _add(
        self,
        file: ImportedFile,
        kept: Kept,
        url: str,
        belonging: Belonging,
        fetched_at: str,
        body: bytes,
    ) -> None:
        def told(outcome: str, reason: str | None) -> None:
            file.waiting -= 1
            if outcome == "failed":
                file.problems.append(Problem(f"{url}: {reason}"))
                return
            file.counts[outcome] += 1
            if reason is not None:
                file.set_aside.append((url, reason))

        file.waiting += 1
        via = tuple(self._redirects.get(addresses.key(belonging.address), ()))
        await self._pages.add(
            ImportedPage(kept.capture_id, url, belonging, fetched_at, body, via, told)
        )

    def _set_aside(self, file: ImportedFile, kept: Kept, url: str, reason: str) -> None:
        self._pages.set_aside(kept.capture_id, url, reason)
        file.counts["no post"] += 1
        file.set_aside.append((url, reason))

    def _note_redirect(self, foreign: Foreign, kept: Kept) -> None:
        location = foreign.header("Location") if kept.status in _REDIRECTS else None
        target = addresses.canonical(location, foreign.url) if location else None
        source = addresses.canonical(foreign.url)
        if target and source and len(self._redirects) < _MOST_REDIRECTS:
            settled = choice.belonging(target, None)
            key = addresses.key(settled.address if settled else target)
            if key != addresses.key(source) and source not in self._redirects[key]:
                self._redirects[key].append(source)


def open_file(path: Path) -> BinaryIO:
    """The file, opened. Raises UnusableFileError where that is refused or it is no file."""
    try:
        if not path.is_file():  # opening a pipe would wait for who writes to it
            raise UnusableFileError("It is no regular file.")
        return path.open("rb")
    except OSError as error:
        raise UnusableFileError(f"The file cannot be read: {error.strerror}.") from error


def load(path: Path) -> tuple[bytes, float]:
    """A saved page and the time of its file, in seconds. Raises UnusableFileError."""
    with open_file(path) as file:
        try:
            body = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise UnusableFileError(f"The file cannot be read: {error.strerror}.") from error
        written_at = os.fstat(file.fileno()).st_mtime
    if len(body) > MOST_BYTES:
        raise UnusableFileError(f"The page is larger than {MOST_BYTES >> 20} MB and is not read.")
    if not body.strip():
        raise UnusableFileError("The file is empty.")
    return body, written_at


def _moment(moment: datetime) -> str:
    if not _OLDEST < moment < datetime.now(UTC) + timedelta(days=1):
        raise UnusableFileError(
            f"The page is dated {moment.date()}, when it cannot have been saved."
            " Give its date in a file with --map."
        )
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
