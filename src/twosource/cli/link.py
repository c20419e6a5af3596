"""``twosource link``: the claims brought up to date without reading anything."""

from __future__ import annotations

import time

import click

from twosource.cli.options import json_option, ledger_option, open_ledger
from twosource.cli.terminal import say


@click.command()
@ledger_option
@click.option("--all", "anew", is_flag=True, help="Link everything anew, not only what is due.")
@json_option
def command(ledger: str, *, anew: bool, as_json: bool) -> None:
    r"""Bring the claims of a ledger up to date.

    Reading does it by itself: each document is linked with the few that it touches. This is for
    after an interrupted run or a judgement. With --all everything is linked from the beginning;
    the claims are the same, whatever the order in which the documents came.

    \b
    Example:
      twosource link --ledger kursk.ledger
      twosource link --all --ledger kursk.ledger
    """
    from twosource.engine.relink import relink

    started = time.monotonic()
    with open_ledger(ledger, timeout=30) as opened:
        done = relink(opened, anew=anew)
        count = opened.count
    if as_json:
        from twosource.codec import encode

        click.echo(encode(count))
        return
    from twosource.publishing.phrases import counted

    said = [
        counted(count.documents, "document"),
        counted(count.mentions, "mention"),
        counted(count.claims, "claim"),
        counted(count.conflicts, "conflict"),
    ]
    say(f"{ledger}: {', '.join(said)}")
    seconds = time.monotonic() - started
    say(f"linked in {seconds:.1f} s" if done else "up to date already: nothing to link")
