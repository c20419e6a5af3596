"""``twosource search``: full text over contents, sources and documents."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from twosource.cli.options import is_terminal, json_option, ledger_option, open_ledger
from twosource.cli.terminal import safe, say, shortened

if TYPE_CHECKING:
    from twosource.ledger import Hit


@click.command()
@click.argument("words", nargs=-1, required=True)
@ledger_option
@click.option(
    "--limit",
    type=click.IntRange(1, 10_000),
    default=20,
    show_default=True,
    help="At most so many mentions, and so many documents.",
)
@json_option
def command(words: tuple[str, ...], ledger: str, limit: int, *, as_json: bool) -> None:
    r"""Search contents, sources and documents for words; all of them must occur.

    Words are only words: no sign has a special meaning, but what stands between quotation marks
    is looked for as a phrase. Exit code 1 where nothing is found.

    \b
    Example:
      twosource search artillery '"North Korea"' --limit 5
    """
    with open_ledger(ledger, linked=True) as opened:
        hits = opened.search(" ".join(words), limit)
    if as_json:
        from twosource.codec import encode

        click.echo(encode(hits))
    else:
        for hit in hits:
            say(_line(hit))
            click.echo("    " + _snippet(hit, color=is_terminal()))
        if not hits:
            say(f"nothing found in {ledger}")
    sys.exit(0 if hits else 1)


def _line(hit: Hit) -> str:
    title = shortened(hit.title or "", 70)
    if hit.kind == "document":
        return f"document {hit.id}  {title}"
    said = f"{hit.asserter}: " if hit.asserter else ""
    return f"mention {hit.id}  {said}{title}" + (f"  [claim {hit.claim}]" if hit.claim else "")


def _snippet(hit: Hit, *, color: bool) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in hit.marks:
        pieces.append(safe(hit.snippet[at:start]))
        word = safe(hit.snippet[start:end])
        pieces.append(click.style(word, bold=True, underline=True) if color else word)
        at = end
    pieces.append(safe(hit.snippet[at:]))
    return "".join(pieces)
