"""Files that appear whole, under their names, or not at all."""

from __future__ import annotations

import os
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
        passing = path.with_name(f".{path.name}.{os.getpid()}.partial")
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
    try:
        yield new
        new.publish()
    except OSError as error:
        raise ArchiveError(
            f"The export cannot be written ({error.filename or 'disk'}: {error.strerror})."
            " Make room, or name another place with --output."
        ) from error
    finally:
        new.discard()
