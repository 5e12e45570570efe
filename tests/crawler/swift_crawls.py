"""Crawls in children of one process that has Scrapy loaded: quick, and each with its own reactor."""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from typing import Any

import swift_children

from crawler import readers, sites
from crawler.bounds import Bounds
from crawler.running import CrawlResult

_PATIENCE = 60
_ended: dict[Path, int] = {}
"""When the last crawl into a folder ended. What is kept has its second, which no two crawls share."""


@dataclass(frozen=True)
class Told:
    """What a crawl came to."""

    result: CrawlResult

    @property
    def counts(self) -> dict[str, int]:
        """Its counts that are not zero, but for the pages found and the activities."""
        named = ("new", "changed", "unchanged", "failed", "gone")
        counted = {name: getattr(self.result.end.counts, name) for name in named}
        return {name: number for name, number in counted.items() if number}

    @property
    def status(self) -> int:
        """Its exit status."""
        return self.result.exit_status

    @property
    def gaps(self) -> str:
        """Why it is not complete, in sentences; empty where it is."""
        return "\n".join(gap.reason for gap in self.result.gaps)


def _work(
    url: str, folder: Path, bounds: Bounds, profile: dict[str, Any], answer: Any, readers_start: str
) -> None:
    from crawler import rehearsal, running  # noqa: PLC0415 - loaded in the child's parent

    # The processes that the crawl starts would load pytest once more each.
    sys.modules["__main__"] = ModuleType("__main__")
    readers.START_METHOD = readers_start
    asking = {name: profile.pop(name) for name in ("via", "wayback", "files") if name in profile}
    chosen = tuple(replace(site, **profile) for site in sites.choose((url,)))
    crawl = rehearsal.rehearse if bounds.dry_run else running.run
    answer.send(crawl(chosen, folder, observe=lambda _: None, bounds=bounds, **asking))


def begun(
    url: str,
    folder: Path,
    bounds: Bounds,
    profile: dict[str, Any],
    *,
    readers_start: str = readers.START_METHOD,
) -> tuple[BaseProcess, Any]:
    """A crawl that runs, and where its result will come from.

    One that may be killed starts its readers as a user's does. A forked reader has all loaded
    already, but holds the crawl's files open after the crawl's sudden end.
    """
    while int(time.time()) <= _ended.get(folder, 0):
        time.sleep(0.01)
    receiving, sending = multiprocessing.Pipe(duplex=False)
    child = swift_children.begun(_work, url, folder, bounds, profile, sending, readers_start)
    sending.close()
    return child, receiving


@contextmanager
def running(url: str, folder: Path, **profile: Any) -> Iterator[BaseProcess]:
    """A crawl that runs; it does not outlive the block."""
    child, receiving = begun(url, folder, Bounds(), profile)
    with receiving:
        try:
            yield child
        finally:
            child.kill()
            child.join()
            _ended[folder] = int(time.time())


def crawl(url: str, folder: Path, bounds: Bounds | None = None, **profile: Any) -> Told:
    """A crawl run to its end; `profile` replaces fields of the site's profile.

    `via`, `wayback` and `files` among them say whom it asks, and for what.
    """
    child, receiving = begun(url, folder, bounds or Bounds(), profile, readers_start="fork")
    with receiving:
        assert receiving.poll(_PATIENCE), "The crawl does not end."
        result = receiving.recv()
    child.join()
    _ended[folder] = int(time.time())
    return Told(result)
