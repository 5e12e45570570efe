"""A folder of this process for what it makes and nobody keeps, which does not outlive it for long.

The folder is locked as long as its process lives, in whatever way that ends: one that can be
locked is of no process any more, and the next server removes it.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

_PREFIX = "resilience-totals-"


@dataclass(frozen=True, slots=True)
class Scratch:
    """A folder and its end."""

    path: Path
    remove: Callable[[], None]
    """Removes it with all that is in it; once more does nothing."""


def make() -> Scratch:
    """A new folder in the one for temporary files. Raises OSError where none can be made."""
    while True:
        path = Path(tempfile.mkdtemp(prefix=_PREFIX))
        lock = _locked(path)
        # Another server may have taken it for a stale one before it was locked.
        if lock is not None and path.exists():
            break
    end = ExitStack()
    end.callback(os.close, lock)
    end.callback(shutil.rmtree, path, ignore_errors=True)
    return Scratch(path, end.close)


def remove_stale() -> None:
    """Remove the folders that processes left which were killed."""
    found: list[Path] = []
    with suppress(OSError):  # where there is no such folder there is nothing to remove
        found = list(Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"))
    for path in found:
        lock = _locked(path)
        if lock is not None:
            shutil.rmtree(path, ignore_errors=True)
            os.close(lock)


def _locked(folder: Path) -> int | None:
    """The folder, open and locked; None where somebody holds it, or it is not ours or no more."""
    with suppress(OSError):
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock)
        else:
            return lock
    return None
