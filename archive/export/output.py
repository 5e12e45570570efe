"""Files and folders that appear whole, under their names, or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from archive.errors import ArchiveError


class Output:
    """New files, written beside their places under passing names."""

    def __init__(self) -> None:
        """No file yet."""
        self._written: dict[Path, Path] = {}

    @contextmanager
    def file(self, path: Path) -> Iterator[BinaryIO]:
        """A new file that will be at `path`, open for writing; its disk has it at the end."""
        passing = _passing(path, "partial")
        self._written[path] = passing
        with passing.open("w+b") as file:
            yield cast("BinaryIO", file)
            file.flush()
            os.fsync(file.fileno())

    def publish(self) -> list[Path]:
        """Give the files their names, in place of those that had them; their paths."""
        paths = list(self._written)
        for path in paths:
            self._written.pop(path).replace(path)
        return paths

    def discard(self) -> None:
        """Remove what is not published."""
        for passing in self._written.values():
            with suppress(OSError):
                passing.unlink()


@contextmanager
def output() -> Iterator[Output]:
    """Files that are published where the block ends well, else removed.

    Raises ArchiveError, whose message names the disk's reason, where they cannot be written.
    """
    new = Output()
    with _told():
        try:
            yield new
            new.publish()
        finally:
            new.discard()


@contextmanager
def output_folder(path: Path) -> Iterator[Path]:
    """A new folder to be filled, which is at `path` where the block ends well, else removed.

    A folder that was there is replaced whole. Raises ArchiveError as `output` does.
    """
    path = path.resolve()
    passing, former = _passing(path, "partial"), _passing(path, "replaced")
    with _told():
        try:
            passing.mkdir(parents=True)
            yield passing
            _write_through(passing)
            if path.exists():
                path.rename(former)
            passing.rename(path)
        except BaseException:
            shutil.rmtree(passing, ignore_errors=True)
            if former.exists() and not path.exists():
                former.rename(path)
            raise
        shutil.rmtree(former, ignore_errors=True)


def _passing(path: Path, state: str) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.{state}")


def _write_through(folder: Path) -> None:
    """Have the disk take all files of a folder before it gets its name."""
    for file in folder.rglob("*"):
        if file.is_file():
            with file.open("rb+") as written:
                os.fsync(written.fileno())


@contextmanager
def _told() -> Iterator[None]:
    """What the disk refuses, as a sentence."""
    try:
        yield
    except OSError as error:
        raise ArchiveError(
            f"The output cannot be written{_place(error.filename)}: {error.strerror}."
            " Make room, or name another place."
        ) from error


def _place(name: str | None) -> str:
    """Where the disk refused: the folder, for the passing name of a file tells nobody anything."""
    return "" if name is None else f" in {Path(name).parent}"
