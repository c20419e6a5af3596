"""Which statement of the body is the one that the title or the lead makes."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.lint.context import LintContext, attributed, hull, overlap, tokens
from twosource.model import Certainty, Mention, Span

HEDGED = frozenset({Certainty.POSSIBLE, Certainty.PROBABLE})
_SHARED = 3  # content words in common, at least
_SHARE = 0.6  # of the title's content words that the body's statement has too


def content_words(context: LintContext, span: Span) -> frozenset[str]:
    """Lemmas of the nouns, names, verbs, adjectives and numbers of a stretch."""
    return frozenset(
        token.lemma_.lower()
        for token in tokens(context, span)
        if token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ", "NUM"} and not token.is_stop
    )


def top(context: LintContext) -> Span | None:
    """The title where it stands in the text, else the first paragraph if others follow."""
    title = context.document.title_span
    if title:
        return title
    paragraphs = context.parsed.paragraphs
    return paragraphs[0] if len(paragraphs) > 1 else None


def alike(context: LintContext, one: Span, other: Span) -> bool:
    """Whether the second stretch says what the first does, as far as their words show."""
    mine, theirs = content_words(context, one), content_words(context, other)
    shared = mine & theirs
    return len(shared) >= _SHARED and len(shared) >= _SHARE * len(mine)


def counterparts(context: LintContext) -> Iterator[tuple[Mention, Span, tuple[Mention, ...]]]:
    """Statements at the top that stress no doubt, each with those of the body that it repeats."""
    head = top(context)
    if head is None:
        return
    for mention in context.mentions:
        span = hull(mention.content)
        if not overlap(span, head) or mention.certainty in HEDGED:
            continue
        body = tuple(
            other
            for other in context.mentions
            if not overlap(hull(other.content), head)
            and alike(context, span, hull(other.content))
            and other.polarity == mention.polarity
        )
        if body:
            yield mention, span, body


def named_below(body: tuple[Mention, ...]) -> bool:
    """Whether every counterpart in the body is credited to somebody."""
    return all(attributed(mention) and mention.source for mention in body)
