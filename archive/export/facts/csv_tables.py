"""The tables as CSV, with a description that validates: a Frictionless Data Package."""

from __future__ import annotations

import csv
from pathlib import Path

from archive.export.facts import package
from archive.export.facts.batches import batches
from archive.export.facts.order import Order
from archive.export.facts.tables import Table
from archive.export.facts.values import CELLS

_ROWS = 5_000
_MANNER = package.Manner(
    "csv",
    "text/csv",
    note=(
        "A text that a spreadsheet would run as a formula, for it begins with =, +, -, @"
        " (full-width or not), a tab or a line end, begins here with an apostrophe."
    ),
    properties={
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "header": True},
    },
)


def write(order: Order, folder: Path) -> str:
    """Write a CSV file a table (RFC 4180, UTF-8) and the package's description into the folder."""
    return package.write(order, folder, _MANNER, _write_table)


def _write_table(order: Order, table: Table, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        # Line ends of two characters have the writer quote cells with either of them.
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([column.name for column in table.columns])
        for columns in batches(order.db, table, CELLS, order.tell, most=_ROWS):
            writer.writerows(zip(*columns, strict=True))
