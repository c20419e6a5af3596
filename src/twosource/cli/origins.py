"""``twosource origins``: the tree behind a claim's number of independent origins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from twosource.cli.options import json_option, ledger_option, open_ledger
from twosource.cli.terminal import safe, say, shortened
from twosource.model import Polarity
from twosource.outlets import outlet

if TYPE_CHECKING:
    from twosource.model import Claim, Mention, Origin
    from twosource.publishing.book import Book

WIDTH = 100


@click.command()
@click.argument("claim")
@ledger_option
@json_option
def command(claim: str, ledger: str, *, as_json: bool) -> None:
    r"""Draw the tree behind a claim's number of independent origins.

    Root asserters first (● counted, ○ listed but not counted, with the reason), below each the
    statements that credit it, with the chain and the document. CLAIM is the id of a claim or of
    one of its mentions.

    \b
    Example:
      twosource origins c-3f2a9c01b7de
    """
    from twosource.publishing.book import Book

    with open_ledger(ledger, linked=True) as opened:
        book = Book.of(opened)
    found = book.claim.get(book.claim_of.get(claim, claim))
    if found is None:
        what = f"{ledger}: no claim '{claim}'"
        raise click.ClickException(safe(f"{what}; list them with 'twosource claims'"))
    if as_json:
        from twosource.codec import encode
        from twosource.publishing.exchange import claim_record

        click.echo(encode(claim_record(found)))
        return
    for line in tree(book, found):
        say(line)


def _said(book: Book, mention: Mention) -> str:
    from twosource.anchors import words

    document = book.document.get(mention.document)
    text = shortened(words(document.text, mention.content), WIDTH) if document else ""
    where = (outlet(document) or document.title or document.key) if document else "?"
    chain = " < ".join((where, *mention.chain))
    return f"{mention.id}  {chain}: “{text}”"


def _copied(book: Book, mention: Mention) -> str:
    copy = book.copy_of.get(mention.document)
    if copy is None:
        return ""
    original = book.document.get(copy.original)
    name = (outlet(original) or original.key) if original else copy.original
    return f"  [its document takes {copy.reuse:.0%} from {shortened(name, 40)}]"


def _branch(book: Book, origin: Origin, *, last: bool) -> Iterator[str]:
    mark = "●" if origin.counted else "○"
    note = "" if origin.counted else f"  not counted: {origin.why}"
    yield f"{'└─' if last else '├─'} {mark} {origin.actor} [{origin.evidence.value}]{note}"
    said = [book.mention[name] for name in origin.mentions if name in book.mention]
    for at, mention in enumerate(said):
        stem = "   " if last else "│  "
        turn = "└─" if at == len(said) - 1 else "├─"
        yield f"{stem}{turn} {_said(book, mention)}{_copied(book, mention)}"


def tree(book: Book, claim: Claim) -> Iterator[str]:
    """The lines of the tree, documents, outlets and independent origins on top."""
    from twosource.outlets import outlets
    from twosource.publishing import phrases
    from twosource.publishing.phrases import counted

    carriers = book.carriers(claim)
    documents = {m.document for m in carriers}
    known = outlets(book.document.get(name) for name in documents)
    yield f"{claim.id}  {shortened(claim.summary, 2 * WIDTH)}"
    numbers = (
        counted(len(documents), "document"),
        phrases.outlets(known),
        counted(claim.independent_origins, "independent origin"),
    )
    yield f"{', '.join(numbers)}; {claim.status.value}"
    credited = {name for origin in claim.origins for name in origin.mentions}
    loose = [m for m in book.mentions_of(claim) if m.id not in credited]
    for at, origin in enumerate(claim.origins):
        yield from _branch(book, origin, last=at == len(claim.origins) - 1 and not loose)
    for at, mention in enumerate(loose):
        turn = "└─" if at == len(loose) - 1 else "├─"
        denied = mention.polarity is Polarity.DENIED
        what = "✗ denied" if denied else "– vouches for nothing"
        yield f"{turn} {what}: {_said(book, mention)}{_copied(book, mention)}"
