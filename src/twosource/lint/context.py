"""What a rule sees, and the few questions that many rules ask about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from twosource.model import Document, Mention, Quote, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from twosource.reading.parsed import Parsed


@dataclass(frozen=True, slots=True)
class LintContext:
    """One read document: its text, the parse all rules share, and its mentions."""

    document: Document
    parsed: Parsed
    mentions: tuple[Mention, ...]


def text_of(context: LintContext, span: Span, limit: int = 60) -> str:
    """The words under a span for use in a message: white space folded, cut at ``limit``."""
    words = " ".join(context.parsed.text[span[0] : span[1]].split())
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def tokens(context: LintContext, span: Span) -> Tokens:
    """The parsed tokens that a span touches."""
    found = context.parsed.doc.char_span(*span, alignment_mode="expand")
    return found if found is not None else context.parsed.doc[0:0]


def span_of(words: Iterable[Token]) -> Span:
    """From the first to the last of some tokens (at least one)."""
    known = sorted(words, key=lambda token: token.i)
    return known[0].idx, known[-1].idx + len(known[-1].text)


def hull(spans: Iterable[Span]) -> Span:
    """The shortest span that holds all of these (at least one)."""
    known = tuple(spans)
    return min(start for start, _ in known), max(end for _, end in known)


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def in_quotes(context: LintContext, span: Span) -> bool:
    """Whether the words stand inside quotation marks, however partly."""
    return any(overlap(span, quote) for quote in context.parsed.quotes)


def attributed(mention: Mention) -> bool:
    """Whether the text credits somebody or something with the statement."""
    return bool(mention.source or mention.cue) or mention.quote is not Quote.NONE


def credited(context: LintContext, span: Span) -> bool:
    """Whether the words belong to a statement that the text credits to somebody."""
    return any(
        overlap(span, content)
        for mention in context.mentions
        if mention.source
        for content in mention.content
    )


def own_voice(context: LintContext, span: Span) -> bool:
    """Whether the writer, and nobody else, says these words."""
    return not in_quotes(context, span) and not credited(context, span)


def title_spans(context: LintContext) -> tuple[Span, ...]:
    """Where the title stands in the text; none where it is metadata only."""
    span = context.document.title_span
    return (span,) if span else ()


def in_title(context: LintContext, span: Span) -> bool:
    """Whether the words stand in the title."""
    return any(overlap(span, title) for title in title_spans(context))


def sentence(context: LintContext, span: Span) -> Span:
    """The sentence (or sentences) that the span touches."""
    found = tokens(context, span)
    if not len(found):
        return span
    sentences = [token.sent for token in (found[0], found[-1])]
    return sentences[0].start_char, sentences[-1].end_char


def paragraph(context: LintContext, span: Span) -> Span:
    """The paragraph that the span begins in, or the span itself."""
    for one in context.parsed.paragraphs:
        if one[0] <= span[0] < one[1]:
            return one
    return span


def sources(context: LintContext) -> Iterator[tuple[Span, Mention]]:
    """Each stretch that names a source, once, with the first statement it vouches for.

    Passed over are those who only would say something ("critics would call it …").
    """
    seen: set[Span] = set()
    for mention in context.mentions:
        if not mention.source or _would(context, mention):
            continue
        span = hull(mention.source)
        if span not in seen:
            seen.add(span)
            yield span, mention


def _would(context: LintContext, mention: Mention) -> bool:
    return any(
        child.lower_ in {"would", "might", "could", "may"}
        for cue in mention.cue
        for token in tokens(context, cue)
        if token.pos_ in {"VERB", "AUX"}
        for child in (token, *token.children)
        if child.dep_ == "aux" or child is token
    )


def head(context: LintContext, span: Span) -> Token | None:
    """The word that governs a stretch, as the parser sees it."""
    found = tokens(context, span)
    return found.root if len(found) else None


def own_voice_or_cue(context: LintContext, span: Span) -> bool:
    """Whether the words are the writer's: outside quotations and other people's statements.

    Words that themselves name the source of a statement are the writer's, whoever's they are.
    """
    if in_quotes(context, span):
        return False
    for mention in context.mentions:
        if not mention.source or any(overlap(span, one) for one in mention.source):
            continue
        if any(overlap(span, content) for content in mention.content):
            return False
    return True
