"""Files as people read them: a table for a terminal, JSON, CSV. No database here."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from urllib.parse import urlsplit

from rich.table import Table
from rich.text import Text

from archive.file_queries import FileRow
from archive.tabular import csv_text, printable

CSV_COLUMNS = (
    "state",
    "label",
    "file_type",
    "length",
    "pages",
    "activity_id",
    "start_date",
    "title",
    "presenter",
    "host_kind",
    "material_url",
    "reason",
    "sha256",
    "path",
    "url",
    "site",
    "http_status",
    "attempts",
    "checked_at",
    "next_try_at",
)
_DIGEST_SHOWN = 8
_HOST_WIDTH = 16
_STATE_WIDTH = 9
_THOUSAND = 1000


def as_table(rows: Sequence[FileRow]) -> Table:
    """A table that fits 100 columns; a material has a line for its label, activity and reason."""
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
    table.add_column("State", no_wrap=True, min_width=_STATE_WIDTH)
    table.add_column("Type", no_wrap=True)
    for heading in ("Size", "Pages"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("Digest", no_wrap=True, min_width=_DIGEST_SHOWN)
    table.add_column("Host", no_wrap=True, max_width=_HOST_WIDTH)
    table.add_column("Material, activity, reason", ratio=1)
    for row in rows:
        table.add_row(*(Text(cell, overflow="ellipsis") for cell in _cells(row)))
    return table


def as_json(rows: Sequence[FileRow]) -> str:
    """A JSON list of links and files, each with the list of what was tried."""
    return json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1)


def as_csv(rows: Sequence[FileRow]) -> str:
    """One line a link of a post."""
    return csv_text(CSV_COLUMNS, ([getattr(row, name) for name in CSV_COLUMNS] for row in rows))


def as_line(row: FileRow) -> str:
    """A link or file in one line, by which a person can choose it."""
    known = (_digest(row) or row.state, _type(row), _size(row), printable(_material(row)))
    return "  ".join(part for part in (*known, _activity(row), _address(row)) if part)


def as_text(row: FileRow, texts: dict[int, str]) -> str:
    """The text of pages, each under its number."""
    return "\n".join(
        f"== {page_word(row)} {page} ==\n{page_text(text)}" for page, text in texts.items()
    )


def page_text(text: str) -> str:
    """A page's text line by line, without characters that could steer a terminal."""
    return "\n".join(printable(line) for line in text.splitlines())


def page_word(row: FileRow) -> str:
    """What the pages of such a file are called."""
    words = {"pptx": "slide", "ppt": "slide", "odp": "slide"}
    words |= {"xlsx": "sheet", "xls": "sheet", "ods": "sheet"}
    return words.get(row.file_type or "", "page")


def number_of(number: int, word: str, words: str | None = None) -> str:
    """A number of things: `1 file`, `2 files`, `2 addresses`."""
    return f"{number} {word if number == 1 else words or f'{word}s'}"


def size_of(length: int) -> str:
    """Bytes in decimal units: `999 B`, `1.2 MB`."""
    size, unit = float(length), "B"
    for larger in ("kB", "MB", "GB"):
        if size < _THOUSAND:
            break
        size, unit = size / _THOUSAND, larger
    return f"{length} B" if unit == "B" else f"{size:.1f} {unit}"


def _cells(row: FileRow) -> tuple[str, ...]:
    told = (printable(_material(row)), _activity(row), printable(row.reason or ""))
    return (
        row.state,
        _type(row),
        _size(row),
        "" if row.pages is None else str(row.pages),
        _digest(row),
        printable(_host(row)),
        "\n".join(line for line in told if line),
    )


def _type(row: FileRow) -> str:
    if row.is_scanned:
        return f"{row.file_type} (scan)"
    return row.file_type or ""


def _size(row: FileRow) -> str:
    return "" if row.length is None else size_of(row.length)


def _digest(row: FileRow) -> str:
    return (row.sha256 or "")[:_DIGEST_SHOWN]


def _host(row: FileRow) -> str:
    if row.host_kind in {None, "upload", "other"}:
        return _host_name(row.material_url or "")
    return (row.host_kind or "").replace("_", " ")


def _host_name(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _material(row: FileRow) -> str:
    return f"{row.label} ({row.presenter})" if row.presenter else row.label


def _activity(row: FileRow) -> str:
    told = (row.start_date, row.title and printable(row.title))
    return " ".join(part for part in told if part)


def _address(row: FileRow) -> str:
    return f"<{printable(row.material_url)}>" if row.material_url else ""
