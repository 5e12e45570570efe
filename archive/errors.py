"""The errors of this project: one tree, whose messages are sentences with their remedy."""

from __future__ import annotations


class ResilienceError(Exception):
    """Something the person at the command line can act on.

    The message names the value that was wrong and what to do about it. A command ends with
    `exit_code`.
    """

    exit_code = 1


class ArchiveError(ResilienceError):
    """The archive cannot be opened, read or written."""


class UsageError(ResilienceError):
    """A value was given that cannot be used; nothing was done."""

    exit_code = 2


class ArchiveInUseError(ArchiveError):
    """Another crawl writes to the archive."""

    exit_code = 4
