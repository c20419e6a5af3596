"""``twosource report``: the ledger as one HTML file."""

from __future__ import annotations

from pathlib import Path

import click

from twosource.cli.options import ledger_option, open_ledger
from twosource.cli.terminal import safe, say


@click.command()
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Where to write it.  [default: the ledger's name with .html]",
)
@click.option("--title", metavar="TEXT", help="What to call it.  [default: the ledger's name]")
@ledger_option
def command(output: str | None, title: str | None, ledger: str) -> None:
    r"""Write the ledger as one HTML file that opens from disk and needs no network.

    An older file of that name is replaced, at once and whole.

    \b
    Example:
      twosource report -o kursk.html --title "Kursk, winter 2024/25"
    """
    from datetime import UTC, datetime

    from twosource.publishing.book import Book
    from twosource.publishing.files import PublishError, whole_file
    from twosource.publishing.page import report_html
    from twosource.publishing.phrases import counted, day

    source = Path(ledger)
    path = Path(output) if output is not None else source.with_suffix(".html")
    with open_ledger(ledger, linked=True) as opened:
        book = Book.of(opened)
    made = day(datetime.now(UTC).date().isoformat())
    try:
        with whole_file(path, keep=source) as out:
            for piece in report_html(book, title or path.stem, made):
                out.write(piece.encode("utf-8", "replace"))
    except PublishError as error:
        raise click.ClickException(safe(str(error))) from error
    documents = counted(len(book.documents), "document")
    say(f"{path}: {documents}, {counted(len(book.links.claims), 'claim')}")
