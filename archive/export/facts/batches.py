"""The rows of an exported table, so many at a time that memory stays small."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sqlite_utils import Database

from archive.export.facts.order import TOLD_EVERY
from archive.export.facts.tables import Kind, Table
from archive.export.facts.values import Reader, Value, read

_MOST_CHARACTERS = 1 << 24
"""Text of a batch: one with a few very long articles has few rows."""


def batches(
    db: Database,
    table: Table,
    readers: Mapping[Kind, Reader],
    tell: Callable[[str], None],
    *,
    most: int,
) -> Iterator[list[list[Value]]]:
    """The table's columns, each a list of values, for `most` rows or fewer at a time.

    What is not of its column's kind is left out, and their number told at the end.
    """
    refused = [0] * len(table.columns)
    rows = 0
    for batch in _bounded(db.execute(table.sql), most):
        values = []
        for position, kept in enumerate(zip(*batch, strict=True)):
            column, wrong = read(kept, readers[table.columns[position].kind])
            values.append(column)
            refused[position] += wrong
        yield values
        before, rows = rows, rows + len(batch)
        if before // TOLD_EVERY < rows // TOLD_EVERY:
            tell(f"{rows} rows of {table.name} written")
    for column_of, number in zip(table.columns, refused, strict=True):
        if number:
            tell(
                f"Left empty in {table.name}.{column_of.name}: {number} that are no {column_of.kind}"
            )


def _bounded(rows: Iterable[tuple[Any, ...]], most: int) -> Iterator[list[tuple[Any, ...]]]:
    batch: list[tuple[Any, ...]] = []
    characters = 0
    for row in rows:
        batch.append(row)
        characters += sum(len(value) for value in row if isinstance(value, str))
        if len(batch) >= most or characters >= _MOST_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch
