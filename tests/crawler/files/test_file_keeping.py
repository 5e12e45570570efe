"""Files that are kept and read: what a file does to its reader costs that file alone."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive import file_links
from archive.documents import Document
from archive.file_links import FileLink, FoundLink
from archive.file_store import NewFile
from archive.storage import transaction
from crawler.documents.child import Limits, Work
from crawler.documents.limited import DocumentReader
from crawler.files.visits import FileKeeping, FileVisit
from crawler.recording import Recorder

LIMITS = Limits(seconds=2, computing_seconds=2, memory=700 << 20)


def behave(content: bytes | Path) -> Document:
    """What a file orders, as a hostile one would have it."""
    order = content.read_bytes() if isinstance(content, Path) else content
    if order == b"die":
        os.kill(os.getpid(), signal.SIGKILL)
    if order == b"hang":
        time.sleep(600)
    if order == b"eat":
        return Document("text", "a" * (8 << 30))
    return Document("text", "text/plain", texts=(order.decode(),))


def work() -> Work:
    return Work(behave, lambda *_: None)


@pytest.fixture
def recorder(tmp_path: Path) -> Iterator[Recorder]:
    begun = Recorder(tmp_path, ["kota"], via="files")
    yield begun
    begun.finish(interrupted=False)


def visit(recorder: Recorder, body: bytes) -> FileVisit:
    """A link that has given a file with such a content."""
    (number,) = recorder.db.execute("SELECT count(*) FROM file_links").fetchone()
    url = f"https://kota.example/{number}.txt"
    found = FoundLink(url, "kota", "Catatan")
    with transaction(recorder.db):
        file_links.note(recorder.db, found, "upload", url, crawl_id=recorder.crawl_id)
    (link_id,) = recorder.db.execute("SELECT max(id) FROM file_links").fetchone()
    link = FileLink(link_id, url, "kota", "upload", "Catatan", url)
    file = NewFile(body, "text", "text/plain", "Catatan.txt")
    return FileVisit(link, None, (), http_status=200, file=file)


def take(recorder: Recorder, folder: Path, *bodies: bytes) -> list[tuple[str | None, str | None]]:
    """(reason, text of page 1) of files that came one after the other."""
    visits = [visit(recorder, body) for body in bodies]

    async def taken() -> None:
        keeping = FileKeeping(recorder, folder, reader=DocumentReader(LIMITS, begin=work))
        await asyncio.gather(*map(keeping.take, visits))
        keeping.finish(interrupted=False)

    asyncio.run(taken())
    return recorder.db.execute(
        "SELECT files.reason, text FROM file_links JOIN files ON files.id = file_links.file_id"
        " LEFT JOIN file_texts ON file_texts.file_id = files.id ORDER BY file_links.id"
    ).fetchall()


@pytest.mark.parametrize("order", [b"die", b"hang", b"eat"])
def test_a_file_that_ends_its_reader_has_its_row_and_the_next_is_read(
    recorder: Recorder, tmp_path: Path, order: bytes
):
    (reason, text), good = take(recorder, tmp_path, order, b"baik")
    assert reason
    assert text is None
    assert good == (None, "baik")


def test_one_content_from_two_addresses_at_once_is_one_file(recorder: Recorder, tmp_path: Path):
    take(recorder, tmp_path, b"baik", b"baik")
    kept = [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in kept] == [b"baik"]
