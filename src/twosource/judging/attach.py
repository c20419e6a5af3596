"""Which mention of a version a judgement stands on: by id, else by the words, else none.

A judgement is never moved to a mention that only resembles the judged one. Words may have moved
within the text, and punctuation at the ends of a span may be drawn in or left out by another
reader; anything more leaves the judgement without a mention, for a person to see.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.anchors import Anchor, anchor, relocate
from twosource.judging.judgement import Anchored
from twosource.model import Document, Mention, Span, Spans


def anchored(mention: Mention, document: Document) -> Anchored:
    """The mention with its words, to find it again."""

    def kept(spans: Spans) -> tuple[Anchor, ...]:
        return tuple(anchor(document.text, span) for span in spans)

    return Anchored(
        mention.id,
        document.id,
        document.key,
        document.sha256,
        kept(mention.content),
        kept(mention.cue),
        kept(mention.source),
    )


def spans_of(text: str, wanted: Sequence[Anchor]) -> Spans | None:
    """Where all the anchors stand in ``text``; ``None`` where one is gone or ambiguous."""
    found: list[Span] = []
    for each in wanted:
        span = relocate(text, each)
        if span is None:
            return None
        found.append(span)
    return tuple(found)


def _trimmed(text: str, spans: Spans) -> Spans:
    """The spans without what is no letter or digit at their ends."""
    kept: list[Span] = []
    for start, end in spans:
        while start < end and not text[start].isalnum():
            start += 1
        while end > start and not text[end - 1].isalnum():
            end -= 1
        if start < end:
            kept.append((start, end))
    return tuple(kept)


def _only(found: Iterable[Mention]) -> Mention | None:
    listed = list(found)
    return listed[0] if len(listed) == 1 else None


def attach(wanted: Anchored, text: str, mentions: Sequence[Mention]) -> Mention | None:
    """The mention, among those read from ``text``, that was judged; ``None`` where none is it."""
    same = _only(m for m in mentions if m.id == wanted.mention)
    if same is not None:
        return same
    content = spans_of(text, wanted.content)
    if not content:
        return None
    bare = _trimmed(text, content)
    found = [m for m in mentions if bare and _trimmed(text, m.content) == bare]
    if len(found) > 1:  # one content, credited twice: the words of the credit tell them apart
        cue, source = spans_of(text, wanted.cue), spans_of(text, wanted.source)
        found = [m for m in found if m.cue == cue and m.source == source]
    return _only(found)
