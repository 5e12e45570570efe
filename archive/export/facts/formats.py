"""The forms in which facts are exported, and whether they are a file or a folder of files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Unpack

from sqlite_utils import Database

from archive.errors import UsageError
from archive.export.facts import package
from archive.export.facts.chosen import chosen
from archive.export.facts.order import Order
from archive.export.output import output, output_folder
from archive.query.selection import Selected


@dataclass(frozen=True, slots=True)
class Format:
    """A form of export."""

    module: str
    """Has `write(order, file | folder)`, which tells what it wrote; imported where it is used."""
    what: str
    """What it is, for the help."""
    is_folder: bool = False
    states_license: bool = False
    """Whether it has a place for the licence under which it is published."""


FORMATS: dict[str, Format] = {
    "csv": Format(
        "csv_tables", "a folder of tables, a Data Package", is_folder=True, states_license=True
    ),
    "parquet": Format(
        "parquet_tables", "the same tables with types", is_folder=True, states_license=True
    ),
    "ndjson": Format("records", "whole records, a line each"),
    "icalendar": Format("calendar", "a calendar of events"),
    "jsonld": Format("linked_data", "events as schema.org", states_license=True),
    "popolo": Format("popolo", "people, organizations, memberships"),
    "graphml": Format("graph", "who was where with whom"),
}


def export(
    db: Database,
    name: str,
    path: Path,
    tell: Callable[[str], None],
    *,
    license: str | None = None,  # noqa: A002 - the word of the standards
    force: bool = False,
    **selected: Unpack[Selected],
) -> str:
    """Write the facts of the selected reports in a format; what was written, in words.

    The output appears whole or not at all. With `force` it takes the place of an earlier one.
    Raises UsageError for a path that cannot be used and ArchiveError where no report is left or
    the disk refuses.
    """
    form = FORMATS[name]
    _refuse_place(path, form, force=force)
    module: Any = import_module(f"archive.export.facts.{form.module}")
    with chosen(db, **selected) as reports:
        order = Order(db, reports, license, tell)
        if form.is_folder:
            with output_folder(path) as folder:
                return str(module.write(order, folder))
        with output() as new, new.file(path) as file:
            return str(module.write(order, file))


def _refuse_place(path: Path, form: Format, *, force: bool) -> None:
    """Raise UsageError where the format cannot be written to `path`.

    A folder is replaced only where nothing but an earlier export lies in it.
    """
    if form.is_folder and path.exists() and not path.is_dir():
        raise UsageError(f"{path} is a file. Name a folder with --output.")
    if not form.is_folder and path.is_dir():
        raise UsageError(f"{path} is a folder. Name a file with --output.")
    if not path.exists():
        return
    within = {one.name for one in path.iterdir()} if form.is_folder else {path.name}
    if within and not force:
        raise UsageError(
            f"{path} exists already. Write it anew with --force, or name another --output."
        )
    if form.is_folder:
        others = sorted(within - (package.files_of(path) or frozenset()))
        if others:
            raise UsageError(
                f"{path} holds '{others[0]}', which is no part of an earlier export."
                " Name another folder with --output."
            )
