"""A dry run: the crawl over a copy of the archive, which is thrown away."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.storage import DATABASE_NAME
from crawler import running
from crawler.bounds import Bounds
from crawler.discovery.web_archive import INTERNET_ARCHIVE
from crawler.progress import Observer
from crawler.running import CrawlResult, Files, Source
from crawler.sites import Site


def rehearse(
    sites: tuple[Site, ...],
    folder: Path,
    *,
    observe: Observer,
    contact: str | None = None,
    bounds: Bounds,
    via: Source = "live",
    wayback: str = INTERNET_ARCHIVE,
    files: Files = "without",
) -> CrawlResult:
    """What a crawl would ask for: only the sites' lists are read, and nothing is kept.

    The archive in `folder` need not exist. Raises ArchiveError as a crawl does.
    """
    with TemporaryDirectory() as scratch:
        copy = Path(scratch)
        if (folder / DATABASE_NAME).exists():
            _copy(folder / DATABASE_NAME, copy / DATABASE_NAME)
        result = running.run(
            sites,
            copy,
            observe=observe,
            contact=contact,
            bounds=bounds,
            via=via,
            wayback=wayback,
            files=files,
        )
        return replace(result, folder=folder)


def _copy(source: Path, target: Path) -> None:
    """One state of a database, whoever writes to it meanwhile."""
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
        one.backup(other)
