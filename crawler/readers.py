"""Processes that read pages, beside the one that fetches or stores them.

A page that takes its reader too long, or down with it, costs that page alone: each process has
one page at a time, and is replaced when it ends or hangs.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import ParamSpec, TypeVar

from archive.records import Record
from crawler.reading import read_page

PATIENCE = 120.0
"""Seconds that one page may take; the longest page at hand takes one."""
START_METHOD = "spawn"
"""How `multiprocessing` starts a reader: beside the threads of the one that fetches or stores."""

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


class ReadingError(Exception):
    """A page that could not be read; its message is a sentence."""


class Readers:
    """Up to so many processes that read pages; they end with this one, in whatever way it ends."""

    def __init__(self, workers: int, *, patience: float = PATIENCE) -> None:
        """Starts the first; each other one starts when a page would have to wait without it."""
        self._workers = workers
        self._patience = patience
        self._processes = [_start()]
        self._free: asyncio.LifoQueue[int] = asyncio.LifoQueue()
        self._free.put_nowait(0)

    async def read(self, body: bytes, url: str) -> Record:
        """The record of a page, as `crawler.reading.read_page` gives it. Raises ReadingError."""
        return await self.run(url, read_page, body, url)

    async def run(
        self,
        url: str,
        work: Callable[_Arguments, _Result],
        *arguments: _Arguments.args,
        **named: _Arguments.kwargs,
    ) -> _Result:
        """What `work` makes of its arguments, in the next process that is free.

        `url` is the page that it is about. Raises ReadingError where the process ends over it or
        takes longer than its patience, and what `work` itself raises.
        """
        if self._free.empty() and len(self._processes) < self._workers:
            self._free.put_nowait(len(self._processes))
            self._processes.append(_start())
        number = await self._free.get()
        process = self._processes[number]
        try:
            future = process.submit(work, *arguments, **named)
            return await asyncio.wait_for(asyncio.wrap_future(future), self._patience)
        except BrokenProcessPool as error:
            self._replace(number)
            raise ReadingError(f"The reader's process ended over {url}.") from error
        except TimeoutError as error:
            self._replace(number)
            raise ReadingError(f"{url} was not read within {self._patience:.0f} s.") from error
        finally:
            self._free.put_nowait(number)

    def close(self) -> None:
        """Ends the processes; pages that wait are not read any more."""
        for process in self._processes:
            process.shutdown(wait=True, cancel_futures=True)

    def _replace(self, number: int) -> None:
        """A new process for one that hangs or has ended."""
        broken, self._processes[number] = self._processes[number], _start()
        for process in list((broken._processes or {}).values()):  # noqa: SLF001 - no other way to end it
            process.kill()
        broken.shutdown(wait=False, cancel_futures=True)


def _start() -> ProcessPoolExecutor:
    """One process, which starts now, not with its first page."""
    pool = ProcessPoolExecutor(1, multiprocessing.get_context(START_METHOD), initializer=_prepare)
    pool.submit(os.getpid)
    return pool


def _prepare() -> None:
    """Ends this process when the one that started it has ended, even by SIGKILL, and not before.

    Ctrl-C reaches all processes of a terminal; whether reading stops is for the parent to say.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None  # noqa: S101 - a pool's process has one

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
