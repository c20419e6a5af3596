"""``twosource copies``: which document reprints or rewrites which."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from twosource.cli.options import json_option, ledger_option, open_ledger
from twosource.cli.terminal import say, shortened

if TYPE_CHECKING:
    from twosource.model import Copy
    from twosource.publishing.book import Book


@click.command()
@ledger_option
@click.option("--passages", is_flag=True, help="Also the aligned passages, here and there.")
@json_option
def command(ledger: str, *, passages: bool, as_json: bool) -> None:
    r"""List which document reprints or rewrites which, and how much of it.

    \b
    Example:
      twosource copies --passages
    """
    from twosource.publishing.book import Book

    with open_ledger(ledger, linked=True) as opened:
        book = Book.of(opened)
    if as_json:
        from twosource.codec import encode
        from twosource.publishing.exchange import copy_records

        click.echo(encode(list(copy_records(book))))
        return
    for copy in book.links.copies:
        for line in _lines(book, copy, passages=passages):
            say(line)
    if not book.links.copies:
        say(f"no copies in {ledger}")


def _named(book: Book, name: str) -> str:
    document = book.document.get(name)
    if document is None:
        return name
    shown = shortened(document.title or document.key, 70)
    return f"{name}  {shown}" + (f" ({document.publisher})" if document.publisher else "")


def _lines(book: Book, copy: Copy, *, passages: bool) -> Iterator[str]:
    yield _named(book, copy.document)
    yield f"    takes {copy.reuse:.0%} from {_named(book, copy.original)}"
    yield f"    {copy.why}"
    here, there = book.document.get(copy.document), book.document.get(copy.original)
    if not passages or here is None or there is None:
        return
    for passage in copy.passages:
        yield f"      here:  {' '.join(here.text[slice(*passage.here)].split())}"
        yield f"      there: {' '.join(there.text[slice(*passage.there)].split())}"
