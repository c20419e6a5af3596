"""The per-document stage as one function from a batch of documents to a batch of readings."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.grounding import ground
from twosource.model import Document, Reading
from twosource.reading.describe import describe
from twosource.reading.parsed import Parsed, parse
from twosource.reading.reader import Reader
from twosource.reading.rules import RuleReader

READ_LANGUAGES = frozenset({"en"})


def default_reader() -> Reader:
    """The best reader this installation has."""
    return RuleReader()


def read_parsed(document: Document, reader: Reader | None = None) -> tuple[Parsed | None, Reading]:
    """Read one document and keep its parse, ``None`` where no reader knows the language."""
    if document.language is not None and document.language[:2] not in READ_LANGUAGES:
        note = f"no reader for language '{document.language}': archived, not read"
        return None, Reading(document, (), (note,))
    parsed = parse(document.text)
    found = (reader or default_reader()).attributions(document, parsed)
    described = describe(document, parsed, found)
    # A relay only passes on what the statement inside it says: it is a link of that one's chain.
    told = tuple(m for m, a in zip(described, found, strict=True) if not a.relay)
    return parsed, Reading(document, ground(document, parsed, told))


def read_document(document: Document, reader: Reader | None = None) -> Reading:
    """Read one document; one in a language without a reader comes back unread, with a note."""
    return read_parsed(document, reader)[1]


def read_batch(documents: Sequence[Document]) -> list[Reading]:
    """Read a batch: what every engine runs."""
    reader = default_reader()
    return [read_document(document, reader) for document in documents]
