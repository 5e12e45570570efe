"""The process that reads documents for another, with bounds that the kernel holds it to.

It is asked for one file at a time. It says that it has it, then answers twice: the document as
JSON, then its picture, so that a picture that cannot be drawn costs nothing else. JSON, because
a hostile file may have taken the process over, and unpickling runs what it is given.
"""

from __future__ import annotations

import json
import logging
import os
import resource
import signal
import threading
import warnings
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from archive.documents import Document
from crawler.documents.sniffing import UNKNOWN

READY = b"ready"
"""Said once it is started, and again when it has a file."""
BY_PATH, BY_CONTENT = b"p", b"c"
"""What a question begins with."""
STAYS, LEAVES = b"+", b"-"
"""What the second answer begins with, before the picture."""
_SPARE = 5
"""Seconds after its patience in which the asking process ends this one, if it still lives."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost."""

    seconds: float = 90
    """By the clock."""
    computing_seconds: int = 60
    memory: int = 1 << 30
    """Bytes of addresses, the program's own included."""
    output: int = 32 << 20
    """Bytes of the document as JSON."""


class Work(NamedTuple):
    """What is done with a file."""

    read: Callable[[bytes | Path], Document]
    draw: Callable[[bytes | Path, Document], bytes | None]


def reading() -> Work:
    """The reading of documents, with its libraries, which the asking process needs not load."""
    from crawler.documents.reading import draw, read_without_picture  # noqa: PLC0415 - in the child alone

    return Work(read_without_picture, draw)


def to_json(document: Document) -> bytes:
    """A document without its picture."""
    return json.dumps(asdict(replace(document, picture=None)), ensure_ascii=False).encode()


def from_json(data: bytes) -> Document:
    """The document that `to_json` was given. Raises ValueError or TypeError for anything else."""
    fields = json.loads(data)
    return Document(**{**fields, "texts": tuple(fields["texts"])})


def serve(connection: Connection, limits: Limits, begin: Callable[[], Work]) -> None:
    """Reads one file after another, until the asking process has closed the connection.

    `begin` gives what is done with each; it is called once, before the limits hold.
    """
    work = begin()
    _prepare(limits)
    try:
        connection.send_bytes(READY)
        stays = True
        while stays:
            asked = connection.recv_bytes()
            _start_clocks(limits)
            connection.send_bytes(READY)
            stays = _answer(connection, asked, limits, work)
            signal.setitimer(signal.ITIMER_REAL, 0)
    except (EOFError, OSError, MemoryError):
        return


def _answer(connection: Connection, asked: bytes, limits: Limits, work: Work) -> bool:
    """Answers twice; whether this process stays fit for another file.

    Where memory was wanting it does not: what is left is in pieces.
    """
    content = asked[len(BY_PATH) :]
    file = Path(os.fsdecode(content)) if asked.startswith(BY_PATH) else content
    try:
        document = work.read(file)
        connection.send_bytes(to_json(document))
    except MemoryError:
        reason = f"It needs more than {limits.memory >> 20} MB of memory."
        connection.send_bytes(to_json(Document(*UNKNOWN, reason=reason)))
        connection.send_bytes(LEAVES)
        return False
    try:
        connection.send_bytes(STAYS + (work.draw(file, document) or b""))
    except MemoryError:
        connection.send_bytes(LEAVES)
        return False
    return True


def _prepare(limits: Limits) -> None:
    """Ends this process with the one that asks, even by SIGKILL, and not by Ctrl-C before it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    warnings.simplefilter("ignore")  # what libraries say of a file is no news of the crawl
    logging.disable()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _start_clocks(limits: Limits) -> None:
    """From now on the kernel ends this process when it computes or only lasts too long.

    Both hold when the interpreter is stuck in a library, and when the asking process is gone.
    """
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + limits.computing_seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (most, hard))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds + _SPARE)
