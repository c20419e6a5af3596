"""What a format makes of its bytes, before a document gets its name: drafts and problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.model import Document, Problem, Span

MAX_TEXT = 5_000_000  # code points of one document: some ten thick books


@dataclass(frozen=True, slots=True)
class Draft:
    """One document as its format tells of it; fields as in `twosource.model.Document`.

    ``raw`` are the bytes of this document alone where the file holds several (a WARC payload, a
    feed entry, a line of JSON), ``None`` where they are the file's. ``given`` is the id the file
    gives; ``message`` a name that is not an address but stays the same (Message-ID, feed GUID).
    """

    text: str
    media_type: str
    title: str | None = None
    title_span: Span | None = None
    url: str | None = None
    publisher: str | None = None
    published_at: str | None = None
    modified_at: str | None = None
    language: str | None = None
    byline: str | None = None
    agency: str | None = None
    dateline: str | None = None
    feed_source: str | None = None
    cites: tuple[str, ...] = ()
    given: str | None = None
    message: str | None = None
    raw: bytes | None = None


Drafts = Iterator["Draft | Problem"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """The documents of one file in file order, and one line for each thing that was not read.

    ``archived[i]`` are the bytes whose SHA-256 is ``documents[i].sha256``: the file's own, or the
    part of it that is this document (a WARC payload, a feed entry, a JSON record).
    """

    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    archived: tuple[bytes, ...] = ()


def compose(title: str | None, *parts: str | None) -> tuple[str, Span | None]:
    """Title, lead and body as one text, blank lines between; and where the title stands in it.

    A part that says again what the title says (an ``h1`` inside the body) is not repeated.
    """
    pieces = [part.strip() for part in parts if part and part.strip()]
    if not title:
        return "\n\n".join(pieces), None
    if pieces and folded(pieces[0].split("\n", 1)[0]) == folded(title):
        rest = pieces[0].split("\n", 1)[1:]
        pieces[:1] = [part.strip() for part in rest if part.strip()]
    return "\n\n".join([title, *pieces]), (0, len(title))


def folded(text: str) -> str:
    """For comparing: case and white space do not count."""
    return " ".join(text.split()).casefold()
