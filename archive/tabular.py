"""Text that is safe to show: CSV cells for a spreadsheet, words for a terminal."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

TABLE_WIDTH = 100
"""Columns of a table where the output is no terminal whose width could be asked."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet run a cell (OWASP, CSV Injection), full-width forms included."""


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> str:
    """The rows as CSV (RFC 4180 but with plain line ends), None as an empty cell."""
    return "".join(
        _csv_line(row) for row in (header, *([cell(value) for value in row] for row in rows))
    )


def _csv_line(cells: Sequence[str | int]) -> str:
    """Line ends of two characters have the writer quote cells with either of them."""
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().removesuffix("\r\n") + "\n"


def printable(text: str) -> str:
    """The text in one line without characters that could steer a terminal."""
    kept = (" " if character.isspace() else character for character in text)
    return "".join(c for c in kept if unicodedata.category(c) not in {"Cc", "Cf", "Cs"})


def without_guard(guarded: str) -> str:
    """A cell that `csv_text` wrote, as it was before a quote kept it from being run."""
    is_guarded = guarded.startswith("'") and guarded[1:].startswith(_FORMULA_STARTS)
    return guarded[1:] if is_guarded else guarded


def cell(value: str | int | None) -> str | int:
    """A cell's value; text that a spreadsheet would run as a formula begins with a quote."""
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value
