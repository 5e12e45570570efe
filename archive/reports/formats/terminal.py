"""A report's tables for a terminal, or for 100 columns of plain text."""

from __future__ import annotations

import io

from rich.console import Console
from rich.table import Table as TerminalTable
from rich.text import Text

from archive.reports.cells import Cell, plain
from archive.reports.report import Report, Table
from archive.tabular import TABLE_WIDTH, printable


def show(report: Report, console: Console) -> None:
    """Print every table that has rows and columns here; a caption where there are several."""
    filled = [table for table in report.tables if table.rows and table.at("terminal")[0]]
    for table in filled:
        if len(filled) > 1:
            console.print(Text(table.caption, style="bold"))
        console.print(as_table(table))
        if table is not filled[-1]:
            console.print()


def written(report: Report) -> str:
    """The same as plain text of TABLE_WIDTH columns."""
    file = io.StringIO()
    show(report, Console(file=file, width=TABLE_WIDTH))
    return file.getvalue()


def as_table(table: Table) -> TerminalTable:
    """A table as wide as the terminal; what is too long ends in an ellipsis."""
    columns, rows = table.at("terminal")
    shown = TerminalTable(box=None, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
    for column in columns:
        shown.add_column(
            column.heading,
            justify="right" if column.is_number else "left",
            no_wrap=not column.grows,
            ratio=1 if column.grows else None,
            max_width=column.longest,
        )
    for row in rows:
        shown.add_row(*(Text(_words(cell), overflow="ellipsis") for cell in row))
    return shown


def _words(cell: Cell) -> str:
    value = plain(cell)
    return "" if value is None else printable(str(value))
