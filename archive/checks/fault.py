"""What a check finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Check = Literal[
    "database", "files", "records", "captures", "articles", "evidence", "corrections", "search"
]
Progress = Callable[[str], None]
"""Is told what is being looked at, a line each time."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the archive that is not as it must be."""

    check: Check
    """The kind of check that found it."""
    where: str
    """A file and byte, or a table and row."""
    message: str
    """What is wrong, a sentence."""
    remedy: str
    """What to do about it, a sentence."""


RESTORE_FILE = (
    "Restore the file from a backup; without one the captures in it are lost, and"
    " 'resilience crawl' has anew what the site still serves."
)
RESTORE_DATABASE = (
    "Restore archive.db from a backup; without one 'resilience import' of the folder warc into a"
    " new archive reads the captures again."
)
"""Remedies that several checks name."""
