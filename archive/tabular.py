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
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def printable(text: str) -> str:
    """The text in one line without characters that could steer a terminal."""
    kept = (" " if character.isspace() else character for character in text)
    return "".join(c for c in kept if unicodedata.category(c) not in {"Cc", "Cf", "Cs"})


def _cell(value: str | int | None) -> str | int:
    """A cell's value; text that a spreadsheet would run as a formula begins with a quote."""
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value
