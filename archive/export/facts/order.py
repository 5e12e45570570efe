"""What a format is given to write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TypeVar

from sqlite_utils import Database

from archive.export.facts.chosen import Chosen

_Thing = TypeVar("_Thing")

TOLD_EVERY = 50_000
"""Rows or other things after which progress is told."""


@dataclass(frozen=True, slots=True)
class Order:
    """The reports that are to be written, and what else is to be said of them."""

    db: Database
    """Its table `temp.exported` names the reports."""
    chosen: Chosen
    license: str | None
    """Under which licence whoever exports publishes it: an identifier such as `CC-BY-4.0`."""
    tell: Callable[[str], None]
    """Is told how far it is, and what could not be written as it is; a line each time."""

    def counted(self, things: Iterable[_Thing], what: str) -> Iterator[_Thing]:
        """The things, with their number told from time to time."""
        for number, thing in enumerate(things, start=1):
            yield thing
            if number % TOLD_EVERY == 0:
                self.tell(f"{number} {what} written")

    def write(self, file: BinaryIO, lines: Iterable[bytes], what: str) -> int:
        """Write the lines, of a thing each, as `counted` does; how many there were."""
        number = 0
        for line in self.counted(lines, what):
            file.write(line)
            number += 1
        return number


def in_words(number: int, one: str, many: str | None = None) -> str:
    """`1 event`, `2 events`; `many` where an s does not do."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"
