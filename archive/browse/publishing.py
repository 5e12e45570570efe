"""All that a server elsewhere needs to show the archive, in one folder."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import Any

from sqlite_utils import Database

import archive
from archive.browse import configuration, dates, requirements
from archive.errors import UsageError
from archive.export.output import output_folder
from archive.file_report import size_of
from archive.query.renewing import renew
from archive.storage import DATABASE_NAME, close, open_read_only

_PLUGIN = "plugins/resilience_archive.py"
_SOURCE = "source"

Tell = Callable[[str], None]


def publish(folder: Path, target: Path, tell: Tell) -> None:
    """Write the archive in `folder` as a site into `target`, whole or not at all.

    A site that was written there before is replaced. A crawl may write to the archive meanwhile:
    the copy is of one moment. Raises UsageError where `target` holds anything else, ArchiveError
    where the archive cannot be read or the folder not be written.
    """
    _refuse(folder, target)
    with output_folder(target) as site:
        database = site / DATABASE_NAME
        copy_database(folder, database)
        tell(f"The database is copied ({size_of(database.stat().st_size)}).")
        kept = _copy_files(folder, site)
        tell(f"Files and pictures are copied: {kept}.")
        _write_settings(site, database)
        _write_words(site, database, kept)
        _write_program(site)
    tell(f"The site is in {target}. {target / 'README.md'} tells how to serve it.")


def copy_database(folder: Path, path: Path) -> None:
    """Copy the archive's database as it is at one moment, as one file without a journal.

    Sums that a crawl has put out of date are made anew in the copy, for nothing else ever will.
    """
    source = open_read_only(folder)
    try:
        with closing(sqlite3.connect(path)) as copy:
            source.conn.backup(copy)
            renew(Database(copy))
            # The copy would else ask for a write-ahead log, and so for a folder it may write to.
            copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        close(source)


def _refuse(folder: Path, target: Path) -> None:
    """Raise UsageError where a folder is there that nobody would want to lose."""
    if target.resolve() == folder.resolve() or folder.resolve().is_relative_to(target.resolve()):
        raise UsageError(f"The archive itself is in {target}. Name another folder with --export.")
    if target.exists() and not (target / _PLUGIN).is_file() and any(target.iterdir()):
        raise UsageError(
            f"{target} has other files than a site written before."
            " Name a new or an empty folder with --export."
        )


def _copy_files(folder: Path, site: Path) -> str:
    """Copy the files that pages offer, with their pictures; how many and how large in words."""
    number, length = 0, 0
    for path in _kept_paths(site / DATABASE_NAME):
        source, copy = folder / path, site / path
        if not source.is_file() or not source.resolve().is_relative_to(folder.resolve()):
            continue
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, copy)
        number, length = number + 1, length + copy.stat().st_size
    return f"{number:,} in all, {size_of(length)}"


def _kept_paths(database: Path) -> Iterator[str]:
    with closing(sqlite3.connect(database)) as db:
        for paths in db.execute("SELECT path, picture FROM files ORDER BY id").fetchall():
            yield from (path for path in paths if path)


def _write_settings(site: Path, database: Path) -> None:
    """Tell either line of Datasette of the archive, by the files that it looks for."""
    for name, content in {
        "datasette.json": {**configuration.config(), "settings": configuration.SETTINGS},
        "metadata.json": configuration.metadata(),
        "settings.json": configuration.SETTINGS,
        "inspect-data.json": _inspected(database),
    }.items():
        written = json.dumps(content, ensure_ascii=False, indent=2)
        (site / name).write_text(f"{written}\n", "utf-8")


def _inspected(database: Path) -> dict[str, Any]:
    """What `datasette inspect` finds: it makes Datasette take the database as never changing."""
    with closing(sqlite3.connect(database)) as db:
        named = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        counts = {
            name: {"count": db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]}  # noqa: S608 - tables of the schema
            for (name,) in db.execute(named).fetchall()
        }
    with database.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        configuration.DATABASE: {
            "hash": digest,
            "size": database.stat().st_size,
            "file": DATABASE_NAME,
            "tables": counts,
        }
    }


def _write_words(site: Path, database: Path, kept: str) -> None:
    """How to serve the folder, for people and for containers."""
    told = {
        "date": dates.day(datetime.now(UTC).isoformat(), "en"),
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "database": size_of(database.stat().st_size),
        "files": kept,
    }
    (site / "README.md").write_text(_text("readme.txt").format(**told), "utf-8")
    (site / "Containerfile").write_text(_text("containerfile.txt").format(**told), "utf-8")
    (site / ".dockerignore").write_text(".venv\n", "utf-8")  # that of whoever serves it without one
    needed = "".join(f"{line}\n" for line in requirements.requirements())
    (site / "requirements.txt").write_text(needed, "utf-8")


def _write_program(site: Path) -> None:
    """The site's pages: this program's source, and the plugin that makes Datasette find it."""
    package = Path(archive.__file__).parent
    shutil.copytree(
        package,
        site / _SOURCE / package.name,
        ignore=shutil.ignore_patterns("__pycache__"),
        copy_function=shutil.copyfile,
    )
    plugin = site / _PLUGIN
    plugin.parent.mkdir()
    plugin.write_text(_text("plugin.txt"), "utf-8")


def _text(name: str) -> str:
    return resources.files(__package__).joinpath("published", name).read_text("utf-8")
