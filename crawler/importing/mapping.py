"""The mapping file of an import: which saved page was at which address, and when."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from archive.errors import UsageError
from crawler.discovery import addresses

_MOST_BYTES = 64 * 1024 * 1024
_EXAMPLE = (
    "Each row has file, url and, if known, date: page.html,http://kota.example/?p=7,2018-10-25"
)
_HEADER = ("file", "url")


@dataclass(frozen=True, slots=True)
class Mapped:
    """What the mapping says of one file."""

    url: str
    """In canonical form."""
    saved_at: datetime | None
    """With its zone."""


def load(path: Path) -> dict[Path, Mapped]:
    """The mapping: file -> address and date. Files are relative to the mapping's folder.

    CSV, TSV (by its suffix) or JSON: a list of objects, or one object file -> address. Raises
    UsageError, which names the row.
    """
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"The mapping {path} cannot be read: {reason}. {_EXAMPLE}") from error
    rows = _json_rows(text, path) if path.suffix.lower() == ".json" else _table_rows(text, path)
    mapped = {}
    for place, row in rows:
        name, said = _mapped(row, f"{place} of {path}")
        mapped[(path.parent / name).resolve()] = said
    if not mapped:
        raise UsageError(f"The mapping {path} has no row. {_EXAMPLE}")
    return mapped


def moment_of(written: str) -> datetime:
    """A date or a time in ISO 8601, without a zone in UTC. Raises ValueError."""
    moment = datetime.fromisoformat(written)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def _table_rows(text: str, path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    delimiter = "\t" if path.suffix.lower() in {".tsv", ".tab"} else ","
    try:
        table = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error as error:
        raise UsageError(f"The mapping {path} is no table: {error}. {_EXAMPLE}") from error
    names = [cell.strip().lower() for cell in table[0]] if table else []
    has_header = set(_HEADER) <= set(names)
    header = names if has_header else [*_HEADER, "date"]
    for number, row in enumerate(table, 1):
        if any(cell.strip() for cell in row) and not (has_header and number == 1):
            yield f"Row {number}", dict(zip(header, row, strict=False))


def _json_rows(text: str, path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"The mapping {path} is no JSON: {error}. {_EXAMPLE}") from error
    if isinstance(read, dict):
        read = [{"file": name, "url": url} for name, url in read.items()]
    for number, row in enumerate(read if isinstance(read, list) else [read], 1):
        if not isinstance(row, dict):
            raise UsageError(f"Entry {number} of {path} is no object. {_EXAMPLE}")
        yield f"Entry {number}", row


def _mapped(row: Mapping[str, Any], place: str) -> tuple[str, Mapped]:
    name = str(row.get("file") or "").strip()
    if not name or "\0" in name:
        raise UsageError(f"{place} names no file. {_EXAMPLE}")
    written = str(row.get("url") or "").strip()
    url = addresses.canonical(written)
    if url is None:
        raise UsageError(f"{place}: {written!r} is no http or https address. {_EXAMPLE}")
    date = str(row.get("date") or "").strip()
    try:
        return name, Mapped(url, moment_of(date) if date else None)
    except ValueError:
        raise UsageError(
            f"{place}: {date!r} is no date. Write it as 2018-10-25 or 2018-10-25T09:41:08+07:00."
        ) from None
