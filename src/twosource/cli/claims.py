"""``twosource claims``: the claims of a ledger, with the three numbers side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from twosource.cli.options import json_option, ledger_option, open_ledger
from twosource.cli.terminal import say
from twosource.model import ClaimKind, Status

if TYPE_CHECKING:
    from twosource.model import Claim
    from twosource.publishing.book import Book

_FIRST = (Status.CONTESTED, Status.CORROBORATED, Status.SINGLE_ORIGIN, Status.UNATTRIBUTED)


@click.command()
@ledger_option
@click.option("--status", type=click.Choice([s.value for s in Status]), help="Only these.")
@click.option("--kind", type=click.Choice([k.value for k in ClaimKind]), help="Only these.")
@click.option(
    "--asserter", metavar="NAME", help="Only claims that an actor of this name vouches for."
)
@click.option(
    "--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many."
)
@json_option
def command(
    ledger: str,
    status: str | None,
    kind: str | None,
    asserter: str | None,
    limit: int,
    *,
    as_json: bool,
) -> None:
    r"""List the claims of a ledger: documents, outlets and independent origins of each.

    Contested claims come first, then those with most independent origins. Marks: ◆ contested,
    ● corroborated, ○ one origin, – nobody credited.

    \b
    Example:
      twosource claims --status contested --limit 10
    """
    from twosource.publishing.book import Book

    with open_ledger(ledger, linked=True) as opened:
        book = Book.of(opened)
    found = [c for c in book.links.claims if _wanted(c, status, kind, asserter)]
    found.sort(key=lambda c: (_FIRST.index(c.status), -c.independent_origins, -len(c.mentions)))
    if as_json:
        from twosource.codec import encode
        from twosource.publishing.exchange import claim_record

        click.echo(encode([claim_record(claim) for claim in found[:limit]]))
        return
    _print(book, found[:limit])
    if len(found) > limit:
        say(f"{len(found) - limit:,} more; raise --limit to see them")
    elif not found:
        say(f"no claims in {ledger}" + (" that fit" if book.links.claims else ""))


def _wanted(claim: Claim, status: str | None, kind: str | None, asserter: str | None) -> bool:
    if status is not None and claim.status.value != status:
        return False
    if kind is not None and claim.kind.value != kind:
        return False
    if asserter is None:
        return True
    return any(asserter.casefold() in origin.actor.casefold() for origin in claim.origins)


def _print(book: Book, found: list[Claim]) -> None:
    from twosource.cli.listing import table
    from twosource.cli.terminal import shortened
    from twosource.outlets import outlets
    from twosource.publishing import phrases

    rows: list[tuple[str, ...]] = []
    for claim in found:
        documents = dict.fromkeys(m.document for m in book.carriers(claim))
        rows.append(
            (
                phrases.STATUS_MARK[claim.status],
                str(len(documents)),
                str(outlets(book.document.get(name) for name in documents)),
                str(claim.independent_origins),
                claim.id,
                shortened(claim.summary, 120),
            )
        )
    if rows:
        table(("", "docs", "outlets", "origins", "claim", "summary"), rows, numbers=(1, 2, 3))
