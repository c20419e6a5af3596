"""Attributions planted in a text: what is said, by which word, by whom."""

from twosource.model import Attribution, Document, Mention, Quote, Spans
from twosource.reading.describe import describe
from twosource.reading.parsed import parse

Said = tuple[str, str, str]  # content, cue, source ("" = none)


def spot(text: str, words: str, after: int = 0) -> Spans:
    if not words:
        return ()
    start = text.index(words, after)
    return ((start, start + len(words)),)


def mentions(text: str, *said: Said, publisher: str = "Delta Wire") -> tuple[Mention, ...]:
    """Describe the sayings; words of one are looked for in the order they are given."""
    document = Document(id="d", key="d", text=text, sha256="", publisher=publisher, language="en")
    found = []
    for content, cue, source in said:
        at = spot(text, content)
        near = max(0, at[0][0] - 250)
        found.append(
            Attribution(at, spot(text, cue, near), spot(text, source, near), Quote.INDIRECT)
        )
    return describe(document, parse(text), found)


def mention(text: str, content: str, cue: str = "", source: str = "") -> Mention:
    return mentions(text, (content, cue, source))[0]
