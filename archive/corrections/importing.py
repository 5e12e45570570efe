"""Corrections from a CSV file: each row by itself, once, however often the file is imported."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sqlite_utils import Database

from archive.corrections import keeping, stored
from archive.corrections.csv_reading import (
    NEEDED,
    is_known,
    proposed_anew,
    request_of,
    restored,
)
from archive.corrections.csv_writing import COLUMNS
from archive.corrections.making import all_or_nothing, page_of, present
from archive.errors import ArchiveError, ResilienceError, UsageError
from archive.storage import transaction
from archive.tabular import without_guard
from archive.timestamps import utc_now


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that could not be imported."""

    line: int
    """Where it begins in the file, from 1."""
    reason: str
    """With its remedy."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file."""

    added: int
    known: int
    """Corrections that the archive had already."""
    problems: tuple[Problem, ...]


def import_file(db: Database, path: Path, author: str) -> Imported:
    """Make the corrections of a file, each whole or not at all; a bad row stops no other.

    Rows that an archive exported keep their author and time; what the archive has already is
    left as it is. Rows written by hand are `author`'s where they name none. Raises UsageError
    where the file is none of this kind, ArchiveError where the database refuses all of it.
    """
    rows = list(_rows(path))
    added = known = 0
    problems = []
    with all_or_nothing(db):
        for line, row in rows:
            try:
                if _import_row(db, row, author):
                    added += 1
                else:
                    known += 1
            except ResilienceError as error:
                problems.append(Problem(line, str(error)))
    return Imported(added, known, tuple(problems))


def _import_row(db: Database, row: Mapping[str, str], author: str) -> bool:
    """Whether the row's correction is new."""
    missing = [name for name in NEEDED if not row.get(name, "").strip()]
    if missing:
        raise UsageError(f"The row has no {' and no '.join(missing)}. Fill it in.")
    try:
        with transaction(db):
            page_id = page_of(db, row["activity"].strip())
            made = stored.of_page(db, page_id)
            if row.get("made_at"):
                new = restored(row, page_id)
                if is_known(new, made):
                    return False
            else:
                reading, _ = present(db, page_id)
                asked = proposed_anew(reading, made, request_of(row, author))
                if asked is None:
                    return False
                new = replace(asked, page_id=page_id, made_at=utc_now())
            stored.add(db, new)
            keeping.renew(db, page_id)
    except sqlite3.Error as error:
        raise ArchiveError(f"It cannot be stored: {error}. Nothing of it was written.") from error
    return True


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """(line, row) of the file; a row's cells are under their columns' names."""
    reader = csv.reader(io.StringIO(_text(path), newline=""), delimiter=_delimiter(path))
    try:
        header = [name.strip() for name in next(reader, [])]
        missing = [name for name in NEEDED if name not in header]
        if missing:
            raise UsageError(
                f"{path} has no column {missing[0]}. Its first line must name the columns; they"
                f" are {', '.join(COLUMNS)}, of which {', '.join(NEEDED)} are needed."
            )
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                named = zip(header, cells, strict=False)
                yield line, {name: without_guard(cell) for name, cell in named}
            line = reader.line_num + 1
    except csv.Error as error:
        raise UsageError(
            f"{path} is not CSV at line {reader.line_num}: {error}. Save it again as CSV (UTF-8)."
        ) from error


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}. Name another file.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 text. Save it as CSV (UTF-8).") from error


def _delimiter(path: Path) -> str:
    """A comma, or the semicolon that spreadsheets write in Indonesia and in Europe."""
    first = _text(path).partition("\n")[0]
    return ";" if first.count(";") > first.count(",") else ","
