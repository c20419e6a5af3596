"""``twosource export``: the ledger for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from twosource.cli.options import ledger_option, open_ledger
from twosource.cli.terminal import safe, say

if TYPE_CHECKING:
    from twosource.publishing.book import Book


@click.command()
@click.option(
    "--format",
    "kind",
    type=click.Choice(["json", "csv", "parquet"]),
    default="json",
    show_default=True,
    help="json: one file; csv and parquet: a folder with one file a table.",
)
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    help="The file (json) or folder to write.  [default: standard output; <ledger>-<format>]",
)
@ledger_option
def command(kind: str, output: str | None, ledger: str) -> None:
    r"""Write the ledger as JSON, CSV or Parquet.

    JSON is the exchange format twosource-ledger/1; its schema ships with the package. In CSV, a
    text that a spreadsheet would take for a formula (or that begins with an apostrophe) has one
    apostrophe in front; drop it to have the text as it was. Unknown values are empty.

    \b
    Example:
      twosource export --format csv -o kursk-csv
    """
    from twosource.publishing.book import Book
    from twosource.publishing.files import PublishError

    source = Path(ledger)
    with open_ledger(ledger, linked=True) as opened:
        book = Book.of(opened)
    try:
        if kind == "json":
            _json(book, None if output in (None, "-") else Path(str(output)), source)
        else:
            _tables(book, kind, Path(output or f"{source.stem}-{kind}"))
    except PublishError as error:
        raise click.ClickException(safe(str(error))) from error


def _json(book: Book, path: Path | None, source: Path) -> None:
    from twosource.publishing.exchange import ledger_json
    from twosource.publishing.files import whole_file

    if path is None:
        for piece in ledger_json(book):
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
        return
    with whole_file(path, keep=source) as out:
        out.writelines(ledger_json(book))


def _tables(book: Book, kind: str, folder: Path) -> None:
    from twosource.publishing.files import new_folder, whole_file
    from twosource.publishing.phrases import counted
    from twosource.publishing.tables import TABLES

    new_folder(folder)
    for table in TABLES.values():
        with whole_file(folder / f"{table.name}.{kind}") as out:
            if kind == "csv":
                from twosource.publishing.csv_tables import csv_lines

                out.writelines(csv_lines(table, book))
            else:
                from twosource.publishing.parquet_tables import write_parquet

                write_parquet(table, book, out)
    say(f"{folder}: {counted(len(TABLES), 'table')}")
