"""Why a document cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

DAMAGED = "The file is cut off or damaged."


class UnreadableError(Exception):
    """A document that cannot be read; its message is a sentence that says why."""


@contextmanager
def unreadable(reason: str = DAMAGED) -> Iterator[None]:
    """Raises UnreadableError for whatever goes wrong inside.

    Hostile bytes lead libraries to any exception. Want of memory is no fault of the file's form.
    """
    try:
        yield
    except (UnreadableError, MemoryError):
        raise
    except Exception as error:
        raise UnreadableError(reason) from error
