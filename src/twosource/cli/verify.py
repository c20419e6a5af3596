"""``twosource verify``: does the ledger still hold what its history says."""

from __future__ import annotations

import sys

import click

from twosource.cli.options import ledger_option, open_ledger
from twosource.cli.terminal import say


@click.command()
@ledger_option
@click.option(
    "--head",
    metavar="HASH",
    help="The last hash you noted down: it must still stand in the history.",
)
def command(ledger: str, head: str | None) -> None:
    r"""Check the ledger's history for tampering.

    Recomputes the hash chain over every event and the digests of archived bytes, documents,
    readings and judgements; one line for each thing that does not fit, and exit code 1. Note the
    hash it prints: given again with --head, it also shows a history that was cut short.

    \b
    Example:
      twosource verify --ledger kursk.ledger
    """
    with open_ledger(ledger) as opened:
        lines = opened.verify()
        if head is not None and not opened.has_hash(head):
            lines.append(f"history: the hash {head} is not in it; it was cut short or replaced")
        position, newest = opened.position, opened.head
    for line in lines:
        say(line)
    if lines:
        sys.exit(1)
    say(f"{ledger}: all {position:,} events hold; newest hash {newest}")
