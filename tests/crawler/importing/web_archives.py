"""WARC and WACZ files as other tools write them, for tests of the import."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path

import swift_children
from click.testing import CliRunner, Result
from crawling import post
from foreign_records import packed, record

from crawler.cli import main

HTML = "Content-Type: text/html; charset=utf-8\r\n"


def answer(
    url: str, body: str | bytes, *, status: str = "200 OK", headers: str = HTML, **fields: str
) -> bytes:
    """The record of a response."""
    sent = body.encode() if isinstance(body, str) else body
    return record("response", url, f"HTTP/1.1 {status}\r\n{headers}\r\n".encode() + sent, **fields)


def post_at(number: int, title: str = "Rapat Warga", **fields: str) -> bytes:
    """The record of a post's page on kota.example."""
    return answer(f"http://kota.example/?p={number}", post(f"{title} {number}"), **fields)


def write_warc(path: Path, *records: bytes) -> Path:
    """A file of one gzip member a record."""
    path.write_bytes(packed(*records))
    return path


def write_wacz(path: Path, *records: bytes) -> Path:
    """A WACZ without a data package."""
    with zipfile.ZipFile(path, "w") as wacz:
        wacz.writestr("archive/data.warc.gz", packed(*records))
    return path


def imported(*arguments: str | Path, archive: Path) -> Result:
    """The command, run to its end in this process with one worker."""
    words = ["import", *map(str, arguments), "--archive", str(archive), "--workers", "1"]
    return CliRunner().invoke(main, words)


@contextmanager
def importing(path: Path, *, archive: Path) -> Iterator[BaseProcess]:
    """The same in a process of its own, still running; it does not outlive the block."""
    child = swift_children.begun(_import, path, archive)
    try:
        yield child
    finally:
        child.kill()
        child.join()


def _import(path: Path, archive: Path) -> None:
    sys.exit(imported(path, archive=archive).exit_code)
