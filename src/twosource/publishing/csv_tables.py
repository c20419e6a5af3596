"""Tables as CSV: UTF-8, comma, CRLF (RFC 4180), first line the column names.

Text stands in quotation marks, numbers and true/false do not, an unknown value is an empty cell
without marks. A spreadsheet takes a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a
carriage return for a formula, so such a text gets one apostrophe in front; so does a text that
begins with an apostrophe itself. To read a text back, drop one leading apostrophe where there is
one (`unguard`). Number columns hold numbers only and are left alone: ``-46.3`` is a longitude.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, fields

from twosource.publishing.book import Book
from twosource.publishing.tables import Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")


def guard(text: str) -> str:
    """Make a text harmless to a spreadsheet; blanks in front do not hide a formula."""
    return f"'{text}" if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text


def unguard(cell: str) -> str:
    """The text that `guard` was given."""
    return cell[1:] if cell.startswith("'") else cell


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(int(value)) if float(value).is_integer() else repr(value)
    return '"' + guard(str(value)).replace('"', '""') + '"'


def csv_row(values: Iterable[object]) -> bytes:
    """One line; what UTF-8 cannot say (a lone surrogate) becomes a question mark."""
    return (",".join(map(_cell, values)) + "\r\n").encode("utf-8", "replace")


def csv_lines(table: Table, book: Book) -> Iterator[bytes]:
    """The table line by line."""
    yield (",".join(field.name for field in fields(table.row)) + "\r\n").encode()
    for row in table.rows(book):
        yield csv_row(astuple(row))
