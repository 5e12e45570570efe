"""One crawl of an archive at a time: a lock file that says who holds it.

The lock itself is the system's (flock), so that it ends with its process, in whatever way that
ends. The words in the file are for people: those of a dead process are overwritten.
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TextIO

from archive.errors import ArchiveError, ArchiveInUseError
from archive.timestamps import utc_now

LOCK_NAME = "crawl.lock"

_TRIES = 5
_PAUSE = 0.1
"""Seconds; together long enough for one that only looks who holds the lock."""


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that crawls into an archive."""

    process: int
    host: str
    since: str
    sites: tuple[str, ...]

    def __str__(self) -> str:
        """The holder in words, within a sentence."""
        sites = ", ".join(self.sites) or "no site"
        return f"process {self.process} on {self.host}, since {self.since}, crawling {sites}"


def take(folder: Path, sites: Iterable[str]) -> TextIO:
    """The lock of the archive in `folder`, held until `release` or the process ends.

    Raises ArchiveInUseError, whose message says who holds it, and ArchiveError where the lock
    file cannot be written.
    """
    lock = _open(folder / LOCK_NAME)
    for _ in range(_TRIES):
        if _is_taken(lock):
            _write(lock, Holder(os.getpid(), socket.gethostname(), utc_now(), tuple(sites)))
            return lock
        time.sleep(_PAUSE)
    with lock:
        holder = _read(lock)
    raise ArchiveInUseError(
        f"Another crawl writes to the archive in {folder}:"
        f" {holder or 'a process that has not said who it is'}."
        " Wait for its end, end that process, or name another folder with --archive."
    )


def release(lock: TextIO) -> None:
    """Give the lock back; once more does nothing."""
    if not lock.closed:
        lock.truncate(0)
        lock.close()


def holder_of(folder: Path) -> Holder | None:
    """Who crawls into the archive in `folder` now; None where nobody does."""
    try:
        lock = (folder / LOCK_NAME).open(encoding="utf-8")
    except OSError:
        return None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return _read(lock)
    return None


def _open(path: Path) -> TextIO:
    """The file, made where it is missing, without touching what its holder has written."""
    try:
        return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o644), "r+", encoding="utf-8")
    except OSError as error:
        raise ArchiveError(
            f"The lock {path} cannot be written: {error.strerror}."
            " Give this user the right to write it, or crawl as the user who made it."
        ) from error


def _is_taken(lock: TextIO) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _write(lock: TextIO, holder: Holder) -> None:
    lock.truncate(0)
    json.dump(asdict(holder), lock)
    lock.flush()


def _read(lock: TextIO) -> Holder | None:
    try:
        said = json.load(lock)
        return Holder(said["process"], said["host"], said["since"], tuple(said["sites"]))
    except (ValueError, KeyError, TypeError):
        return None
