"""The per-document stage as one function from a batch of documents to a batch of readings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from twosource.engine.readers import Choice, choose, reader
from twosource.grounding.ground import ground
from twosource.model import Document, Reading
from twosource.reading.describe import describe
from twosource.reading.parsed import Parsed, parse

READ_LANGUAGES = frozenset({"en"})


@cache
def default() -> Choice:
    """The best reader this installation has; a process asks once."""
    return choose()


def read_parsed(document: Document, choice: Choice | None = None) -> tuple[Parsed | None, Reading]:
    """Read one document and keep its parse, ``None`` where no reader knows the language."""
    if document.language is not None and document.language[:2] not in READ_LANGUAGES:
        note = f"no reader for language '{document.language}': archived, not read"
        return None, Reading(document, (), (note,))
    used, alone = reader(choice or default())
    parsed = parse(document.text)
    found = used.attributions(document, parsed)
    described = describe(document, parsed, found)
    # A relay only passes on what the statement inside it says: it is a link of that one's chain.
    told = tuple(m for m, a in zip(described, found, strict=True) if not a.relay)
    notes = () if alone is None else (alone,)
    return parsed, Reading(document, ground(document, parsed, told), notes)


def read_document(document: Document, choice: Choice | None = None) -> Reading:
    """Read one document; one in a language without a reader comes back unread, with a note."""
    return read_parsed(document, choice)[1]


def read_batch(documents: Sequence[Document], choice: Choice | None = None) -> list[Reading]:
    """Read a batch: what every engine runs."""
    return [read_document(document, choice) for document in documents]
