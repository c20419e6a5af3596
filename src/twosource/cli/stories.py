"""``twosource stories``: which documents tell of one incident."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from twosource.cli.options import json_option, ledger_option, open_ledger
from twosource.cli.terminal import say, shortened

if TYPE_CHECKING:
    from twosource.model import Document, Mention, Story


@click.command()
@ledger_option
@click.option("--all", "everything", is_flag=True, help="Also stories of one document.")
@json_option
def command(ledger: str, *, everything: bool, as_json: bool) -> None:
    r"""List which documents tell of one incident, whether or not they share a claim.

    What most of a story's documents have in common is shown beside it: telling words, places.

    \b
    Example:
      twosource stories
    """
    from twosource.linking.stories import find_stories
    from twosource.model import Reading

    with open_ledger(ledger) as opened:
        documents = {document.id: document for document in opened.documents()}
        told: dict[str, list[Mention]] = {name: [] for name in documents}
        for mention in opened.mentions():
            told[mention.document].append(mention)
    readings = [Reading(document, tuple(told[name])) for name, document in documents.items()]
    found = [story for story in find_stories(readings) if everything or len(story.documents) > 1]
    if as_json:
        from twosource.codec import encode

        click.echo(encode(found))
        return
    for story in found:
        for line in _lines(story, documents):
            say(line)
    if not found:
        say(f"no stories of several documents in {ledger}")


def _lines(story: Story, documents: dict[str, Document]) -> Iterator[str]:
    days = " to ".join(dict.fromkeys(day for day in (story.first, story.last) if day))
    yield f"{story.id}  {len(story.documents)} documents{f', {days}' if days else ''}"
    shared = ", ".join((*story.places, *(w for w in story.words if w not in story.places)))
    if shared:
        yield f"    about {shared}"
    for name in story.documents:
        document = documents[name]
        shown = shortened(document.title or document.key, 70)
        yield f"    {name}  {shown}" + (f" ({document.publisher})" if document.publisher else "")
