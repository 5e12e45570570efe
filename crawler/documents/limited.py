"""Documents read in a process of their own: what a file does there costs that file alone."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from archive.documents import Document
from crawler.documents.child import (
    BY_CONTENT,
    BY_PATH,
    READY,
    STAYS,
    Limits,
    Work,
    from_json,
    reading,
    serve,
)
from crawler.documents.sniffing import UNKNOWN, sniff

_ATTEMPTS = 2
"""A process may have ended while it waited; that is not the next file's fault."""
_LONGEST_START = 60.0
_LONGEST_PICTURE = 4 << 20
_LONGEST_END = 10.0
_HEAD = 1 << 20
"""So much of a file tells its type where reading it has failed."""


class _Child(NamedTuple):
    process: multiprocessing.process.BaseProcess
    connection: Connection


class DocumentReader:
    """Reads documents one by one in a process that is kept, and replaced when it ends or hangs.

    Threads may share a reader; they wait for each other. The process ends with this one, in
    whatever way it ends.
    """

    def __init__(
        self, limits: Limits | None = None, *, begin: Callable[[], Work] = reading
    ) -> None:
        """Nothing is started before the first document; `begin` gives, there, what to do with each."""
        self._limits = limits or Limits()
        self._begin = begin
        self._child: _Child | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, data: bytes | Path) -> Document:
        """What a file is and says, as `crawler.documents.reading.read_document` tells it.

        `data` is its content, or where it is kept. Never raises on any content: a file that ends
        the process, hangs it, or wants more than its limits is a document with that reason.
        """
        with self._lock:
            for _ in range(_ATTEMPTS):
                try:
                    document = self._ask(data)
                except BaseException:
                    self._end()
                    raise
                if document is not None:
                    return document
            return _unread(data, "The process that reads documents does not take it.")

    def close(self) -> None:
        """Ends the process, after the document that it is reading."""
        with self._lock:
            self._end()

    def _ask(self, data: bytes | Path) -> Document | None:
        """What the process says; None where it had ended before it had the file."""
        child = self._child or self._start()
        if child is None:
            return None
        overdue = threading.Event()
        clock = threading.Timer(self._limits.seconds, _stop, (child, overdue))
        clock.start()
        begun = False
        try:
            _send(child.connection, data)
            begun = child.connection.recv_bytes(len(READY)) == READY
            return self._answered(child, data)
        except (OSError, EOFError) as error:
            reason = self._why_ended(child, error, late=overdue.is_set())
            return _unread(data, reason) if begun else None
        finally:
            clock.cancel()
            clock.join()
            if overdue.is_set():
                self._end()

    def _answered(self, child: _Child, data: bytes | Path) -> Document:
        """The two answers as one document. Raises OSError or EOFError where the first is none."""
        said = child.connection.recv_bytes(self._limits.output)
        try:
            document = from_json(said)
        except (ValueError, TypeError, KeyError):
            self._end()
            return _unread(data, "What was read of it makes no sense.")
        if document.reason and document.type == UNKNOWN.type:
            document = _unread(data, document.reason)
        try:
            stays, picture = _parted(child.connection.recv_bytes(_LONGEST_PICTURE))
        except (OSError, EOFError):  # drawing has ended it: the words are there
            stays, picture = False, None
        if not stays:
            self._end()
        return replace(document, picture=picture)

    def _start(self) -> _Child | None:
        context = multiprocessing.get_context("spawn")
        ours, its = context.Pipe()
        process = context.Process(
            target=serve, args=(its, self._limits, self._begin), name="documents", daemon=True
        )
        self._child = child = _Child(process, ours)
        try:
            process.start()
            its.close()
            if ours.poll(_LONGEST_START) and ours.recv_bytes(len(READY)) == READY:
                return child
        except (OSError, EOFError):
            pass
        self._end()
        return None

    def _why_ended(self, child: _Child, error: Exception, *, late: bool) -> str:
        """Why an answer did not come: the process has ended, or has said too much."""
        if late:
            reason = f"It was not read within {self._limits.seconds:g} s."
        elif not isinstance(error, (EOFError, ConnectionError)):
            reason = f"What was read of it is longer than {self._limits.output >> 20} MB."
        else:
            child.process.join(_LONGEST_END)
            reason = _told(child.process.exitcode, self._limits)
        self._end()
        return reason

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.connection.close()
        if child.process.pid is None:
            return
        child.process.kill()
        child.process.join(_LONGEST_END)
        if child.process.exitcode is not None:
            child.process.close()


def _send(connection: Connection, data: bytes | Path) -> None:
    if isinstance(data, Path):
        connection.send_bytes(BY_PATH + os.fsencode(data.absolute()))
    else:
        connection.send_bytes(BY_CONTENT + data)


def _parted(answer: bytes) -> tuple[bool, bytes | None]:
    """Whether the process stays, and the picture."""
    return answer[:1] == STAYS, answer[1:] or None


def _stop(child: _Child, overdue: threading.Event) -> None:
    overdue.set()
    with suppress(ValueError):  # it has been closed meanwhile
        child.process.kill()


def _told(status: int | None, limits: Limits) -> str:
    """What a process's exit status says."""
    if status == -signal.SIGXCPU:
        return f"It takes more than {limits.computing_seconds} s of computing."
    how = signal.Signals(-status).name if status is not None and status < 0 else f"status {status}"
    return f"The reader's process ended over it ({how})."


def _unread(data: bytes | Path, reason: str) -> Document:
    """A file that could not be read, with its type by its beginning."""
    try:
        if isinstance(data, Path):
            with data.open("rb") as file:
                data = file.read(_HEAD)
    except OSError:
        data = b""
    return Document(*sniff(data[:_HEAD]), reason=reason)
