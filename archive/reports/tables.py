"""Tables made of rows: each column with the function that gives its cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from archive.reports.cells import Cell
from archive.reports.report import Column, Row, Source, Table

T = TypeVar("T")
Columns = Sequence[tuple[Column, Callable[[T], Cell]]]
"""A column, and what of a row stands in it."""


def table(
    caption: str,
    columns: Columns[T],
    items: Sequence[T],
    *,
    sources: Callable[[T], Sequence[Source]] = lambda _item: (),
    nothing: str = "Nothing matches.",
    every: int | None = None,
) -> Table:
    """A table of the items, dataclasses of archive.query.

    `sources` gives the pages behind an item; JSON has them, with their words, beside the item's
    own fields, where there are any.
    """
    rows = []
    for item in items:
        behind = tuple(sources(item))
        cells = tuple(value(item) for _, value in columns)
        rows.append(Row(cells, tuple(source.number for source in behind), _record(item, behind)))
    return Table(caption, tuple(column for column, _ in columns), tuple(rows), nothing, every)


def _record(item: Any, behind: Sequence[Source]) -> dict[str, Any]:
    record = asdict(item)
    return {**record, "sources": [asdict(source) for source in behind]} if behind else record
