"""What an import came to: counts for each file, and what of it could not be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from archive.imports import Problem
from crawler.renewal import Renewal

FAILED = 1
COUNTS = ("records", "kept", "known", "new", "changed", "unchanged", "no post", "elsewhere")
"""Of the records of a file: all; answers that are kept since now; those kept before; pages by
what they meant for the archive; pages that are no post; answers of other sites."""


@dataclass(slots=True)
class ImportedFile:
    """One file, while it is imported and after."""

    path: Path
    import_id: int
    counts: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """What is odd about the file and hinders nothing."""
    set_aside: list[tuple[str, str]] = field(default_factory=list)
    """(address, reason) of pages that are no posts."""
    waiting: int = 0
    """Pages and revisits of it that have still to be dealt with."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """A whole import."""

    folder: Path
    files: tuple[ImportedFile, ...]
    passed_over: int
    """Files in the folders that are no web archives or saved pages."""
    unused: tuple[Path, ...]
    """Files that the mapping names and that were not among those given."""
    torn_tails: tuple[str, ...]
    """What a killed run before had half written and is cut off, in words."""
    renewal: Renewal | None = None
    """What became of people, organizations and events at its end."""

    @property
    def counts(self) -> Counter[str]:
        """The counts of all files."""
        return sum((file.counts for file in self.files), Counter())

    @property
    def exit_status(self) -> int:
        """0 where all could be read, else 1."""
        return FAILED if any(file.problems for file in self.files) else 0
