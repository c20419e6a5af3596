"""Tables as Parquet: the same rows as CSV with their types, one file a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, fields
from itertools import islice
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from twosource.publishing.book import Book
from twosource.publishing.exchange import FORMAT
from twosource.publishing.table_rows import Row
from twosource.publishing.tables import Table

BATCH = 20_000  # rows held in memory at once

_TYPES = {"str": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_()}


def schema_of(table: Table) -> pa.Schema:
    """Columns from the row's fields; ``None`` in a field's type makes the column nullable."""
    columns = []
    for field in fields(table.row):
        name = str(field.type)
        nullable = name.endswith("| None")
        columns.append(pa.field(field.name, _TYPES[name.split(" ")[0]], nullable=nullable))
    return pa.schema(columns, metadata={"format": FORMAT, "table": table.name})


def _batches(rows: Iterator[Row], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    while chunk := list(islice(rows, BATCH)):
        columns = zip(*(astuple(row) for row in chunk), strict=True)
        arrays = [pa.array(list(c), type=f.type) for c, f in zip(columns, schema, strict=True)]
        yield pa.RecordBatch.from_arrays(arrays, schema=schema)


def write_parquet(table: Table, book: Book, out: BinaryIO) -> None:
    """Write one table; a table without rows still has its columns."""
    schema = schema_of(table)
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for batch in _batches(iter(table.rows(book)), schema):
            writer.write_batch(batch)
