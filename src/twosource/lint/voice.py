"""Statements in the writer's own voice: what the rules about missing sources share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.lint.context import (
    LintContext,
    attributed,
    hull,
    in_title,
    own_voice,
    sentence,
    tokens,
)
from twosource.model import Mention, Span

_CREDIT = re.compile(r"\baccording to\b|\bas reported by\b|\bsays? who\b", re.I)
HEARSAY = re.compile(r"\b(?:reportedly|allegedly|purportedly|supposedly|apparently)\b", re.I)
_SHORTEST = 4  # words; less is a heading or a fragment


def statement(context: LintContext, span: Span) -> bool:
    """Whether the words can be a statement: long enough, no question, not the reader addressed."""
    words = [token for token in tokens(context, span) if token.is_alpha or token.like_num]
    if len(words) < _SHORTEST:
        return False
    whole = context.parsed.text[slice(*sentence(context, span))].rstrip()
    if whole.endswith("?"):
        return False
    return not any(token.lower_ in {"i", "we", "you", "my", "our", "your"} for token in words)


def unattributed(context: LintContext) -> Iterator[tuple[Mention, Span]]:
    """Mentions that nobody is credited with, in the writer's own voice, outside the title."""
    for mention in context.mentions:
        if attributed(mention):
            continue
        span = hull(mention.content)
        whole = context.parsed.text[slice(*sentence(context, span))]
        if in_title(context, span) or not own_voice(context, span) or _CREDIT.search(whole):
            continue
        if HEARSAY.search(context.parsed.text[slice(*span)]):
            continue  # the rule about hearsay adverbs speaks of these
        if statement(context, span):
            yield mention, span
