"""What SQLite keeps as text and integers, as the values that a table's columns hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from archive.export.facts.tables import Kind
from archive.tabular import cell

Value = Any
Reader = Callable[[Any], Value]
"""Gives the value of what SQLite keeps; raises ValueError where it is none of its kind."""


def _same(kept: Any) -> Any:
    return kept


def _checked_date(kept: str) -> str:
    return date.fromisoformat(kept).isoformat()


def _moment(kept: str) -> datetime:
    moment = datetime.fromisoformat(kept)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _written_moment(kept: str) -> str:
    return _moment(kept).strftime("%Y-%m-%dT%H:%M:%SZ")


def _texts(kept: str) -> list[str]:
    return [str(text) for text in json.loads(kept)]


def _spans(kept: str) -> list[dict[str, int]]:
    return [{"start": start, "end": end} for start, end in json.loads(kept)]


TYPED: dict[Kind, Reader] = {
    "text": _same,
    "integer": _same,
    "boolean": bool,
    "date": date.fromisoformat,
    "time": _moment,
    "texts": _texts,
    "spans": _spans,
}
"""Values with types of their own."""

CELLS: dict[Kind, Reader] = {
    "text": cell,
    "integer": _same,
    "boolean": lambda kept: "true" if kept else "false",
    "date": _checked_date,
    "time": _written_moment,
    "texts": _same,
    "spans": _same,
}
"""Cells of CSV: lists as JSON, text such that a spreadsheet runs none of it."""


def read(column: Sequence[Any], reader: Reader) -> tuple[list[Value], int]:
    """The values of a column, None as None, and how many of them are none of their kind.

    These are None too.
    """
    try:
        return [None if kept is None else reader(kept) for kept in column], 0
    except (ValueError, TypeError):
        return _read_each(column, reader)


def _read_each(column: Sequence[Any], reader: Reader) -> tuple[list[Value], int]:
    values: list[Value] = []
    refused = 0
    for kept in column:
        try:
            values.append(None if kept is None else reader(kept))
        except (ValueError, TypeError):
            values.append(None)
            refused += 1
    return values, refused
