"""A report's main table as JSON."""

from __future__ import annotations

import json

from archive.reports.report import Report


def written(report: Report) -> str:
    """A JSON list: one object a row, with its lists and the sources behind it."""
    records = [row.record for row in report.tables[0].rows]
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"
