"""Plain questions to the file, hundreds for one document: nothing stands before the driver."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection

T = TypeVar("T", str, int, bytes)
V = TypeVar("V", str, int, bytes)
MANY = 512  # values in one question: SQLite takes no more than some thousands


class Ask:
    """The file, within the transaction of a connection."""

    def __init__(self, connection: Connection) -> None:
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        self.rows = raw.execute
        self.many = raw.executemany

    def first(self, line: str, values: Sequence[Any]) -> tuple[Any, ...] | None:
        """The first row, ``None`` where there is none."""
        found: tuple[Any, ...] | None = self.rows(line, values).fetchone()
        return found

    def value(self, kind: type[V], line: str, values: Sequence[Any]) -> V | None:
        """The first value of the first row, ``None`` where there is none."""
        found = self.first(line, values)
        if found is None:
            return None
        assert isinstance(found[0], kind)
        return found[0]

    def among(
        self, line: str, values: Iterable[T], before: tuple[Any, ...] = ()
    ) -> Iterator[tuple[Any, ...]]:
        """The rows of a question that ends with ``IN``, for many values, each asked once.

        ``before``: values that it names before.

        Lists are filled up to a power of two, so that few questions differ and the driver knows
        them.
        """
        waiting = iter(dict.fromkeys(values))
        while chunk := tuple(islice(waiting, MANY)):
            length = 1 << (len(chunk) - 1).bit_length()
            chunk += chunk[:1] * (length - len(chunk))
            yield from self.rows(f"{line}({','.join('?' * length)})", before + chunk).fetchall()
