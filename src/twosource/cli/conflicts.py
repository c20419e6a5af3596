"""``twosource conflicts``: claims that cannot both be true, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from twosource.cli.options import json_option, ledger_option, open_ledger
from twosource.cli.terminal import say, shortened
from twosource.model import ConflictType, Polarity

if TYPE_CHECKING:
    from twosource.model import Conflict
    from twosource.publishing.book import Book


@click.command()
@ledger_option
@click.option(
    "--type", "kind", type=click.Choice([t.value for t in ConflictType]), help="Only these."
)
@json_option
def command(ledger: str, kind: str | None, *, as_json: bool) -> None:
    r"""List claims that cannot both be true: figures, control of a place, claim and denial.

    Both sides are shown; which is right is not said.

    \b
    Example:
      twosource conflicts --type figure
    """
    from twosource.publishing.book import Book

    with open_ledger(ledger, linked=True) as opened:
        book = Book.of(opened)
    found = [c for c in book.links.conflicts if kind is None or c.type.value == kind]
    if as_json:
        from twosource.codec import encode
        from twosource.publishing.exchange import conflict_record

        click.echo(encode([conflict_record(conflict) for conflict in found]))
        return
    for conflict in found:
        for line in _lines(book, conflict):
            say(line)
    if not found:
        say(f"no conflicts in {ledger}")


def _side(book: Book, name: str) -> str:
    claim = book.claim[name]
    who = ", ".join(origin.actor for origin in claim.origins) or "nobody credited"
    return f"{claim.id}  {shortened(claim.summary, 110)}  ({who})"


def _lines(book: Book, conflict: Conflict) -> Iterator[str]:
    yield f"◆ {conflict.type.value}: {conflict.why}"
    yield f"    {_side(book, conflict.a)}"
    if conflict.a != conflict.b:
        yield f"    {_side(book, conflict.b)}"
        return
    for mention in book.mentions_of(book.claim[conflict.a]):
        if mention.polarity is Polarity.DENIED:
            yield f"    denied by {mention.asserter or 'nobody named'}: {mention.id}"
