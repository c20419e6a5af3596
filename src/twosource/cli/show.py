"""``twosource show``: one claim, mention or document."""

from __future__ import annotations

import click

from twosource.cli.options import json_option, ledger_option, open_ledger
from twosource.cli.terminal import safe, say


@click.command()
@click.argument("name", metavar="CLAIM|MENTION|DOCUMENT")
@ledger_option
@click.option("--explain", is_flag=True, help="Also the words and rules behind each value.")
@json_option
def command(name: str, ledger: str, *, explain: bool, as_json: bool) -> None:
    r"""Show a claim, a mention or a document, by the id that search and the report print.

    \b
    Example:
      twosource show d-3f2a9c01b7de --explain
    """
    with open_ledger(ledger, linked=True) as opened:
        found = opened.excerpt(name)
        about = [name] + ([m.id for m in found.mentions] if found else [])
        made = opened.judgements_about(about)
        held = [opened.judged(mention) for mention in about] if made else []
    if found is None:
        what = f"{ledger}: no claim, mention or document '{name}'"
        raise click.ClickException(safe(f"{what}; find one with 'twosource search'"))
    from twosource.publishing.book import Book

    judged = {each.mention.id: each for each in held if each is not None}
    book = Book(found.documents, found.mentions, found.links, judged=judged, judgements=tuple(made))
    if as_json:
        from twosource.cli.show_json import as_json as write

        click.echo(write(book, found.kind, found.id))
        return
    from twosource.cli.show_text import lines

    for line in lines(book, found.kind, found.id, explain=explain):
        say(line)
    if made:
        from twosource.cli.show_judged import lines as decided

        for line in decided(list(judged.values()), made, made[-1].id):
            say(line)
