"""Many rows at once, with as little in between as the driver allows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, insert, select

from twosource.codec import encode


def among(column: ColumnElement[Any], values: Collection[str | int]) -> ColumnElement[bool]:
    """Is it one of these? However many: they travel as one value."""
    listed = func.json_each(encode(sorted(values))).table_valued("value")
    return column.in_(select(listed.c.value))


def put(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert rows that all have the same columns, of types that the driver takes as they are."""
    if not rows:
        return
    statement = insert(table).compile(dialect=connection.dialect, column_keys=list(rows[0]))
    order = statement.positiontup
    if order is None:
        connection.execute(insert(table), list(rows))
    else:
        connection.exec_driver_sql(
            statement.string, [tuple(row[name] for name in order) for row in rows]
        )
