"""A report's main table as CSV."""

from __future__ import annotations

from archive.reports.cells import plain
from archive.reports.report import Report
from archive.tabular import csv_text


def written(report: Report) -> str:
    """One line a row; several values in one cell are parted by semicolons."""
    columns, rows = report.tables[0].at("data")
    header = [column.name for column in columns]
    return csv_text(header, ([plain(cell) for cell in row] for row in rows))
