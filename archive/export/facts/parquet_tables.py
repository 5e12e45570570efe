"""The tables as Parquet files with types of their own, and the description of the package."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from archive.export.facts import package
from archive.export.facts.batches import batches
from archive.export.facts.order import Order
from archive.export.facts.tables import Column, Kind, Table
from archive.export.facts.values import TYPED

_ROWS = 20_000
"""Rows of a row group, which is read as a whole."""
_SPAN = pa.struct(
    [
        pa.field("start", pa.int32(), nullable=False),
        pa.field("end", pa.int32(), nullable=False),
    ]
)
_ARROW: dict[Kind, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "time": pa.timestamp("ms", tz="UTC"),  # Parquet has no whole seconds
    "texts": pa.list_(pa.string()),
    "spans": pa.list_(_SPAN),
}
_MANNER = package.Manner("parquet", "application/vnd.apache.parquet")


def write(order: Order, folder: Path) -> str:
    """Write a Parquet file a table and the package's description into the folder."""
    return package.write(order, folder, _MANNER, _write_table)


def _write_table(order: Order, table: Table, path: Path) -> None:
    schema = pa.schema(
        [_field(column) for column in table.columns], metadata={"description": table.meaning}
    )
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for columns in batches(order.db, table, TYPED, order.tell, most=_ROWS):
            arrays = [
                pa.array(values, type=field.type)
                for values, field in zip(columns, schema, strict=True)
            ]
            writer.write_batch(pa.record_batch(arrays, schema=schema))


def _field(column: Column) -> pa.Field:
    # What is not of its column's kind is left out: only keys are surely there.
    return pa.field(
        column.name,
        _ARROW[column.kind],
        nullable=not column.is_key,
        metadata={"description": column.meaning},
    )
