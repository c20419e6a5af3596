"""TS401: words that judge, in the writer's own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from twosource.lexicon import words
from twosource.lint import standards
from twosource.lint.context import LintContext, overlap, own_voice, text_of, tokens
from twosource.lint.rule import Example, Rule
from twosource.model import Span


@cache
def _pattern() -> re.Pattern[str]:
    judging = words("reading", "loaded") - words("lint", "plain_words") | words("lint", "loaded")
    longest_first = sorted(judging, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b", re.I)


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """Loaded words outside quotations and outside what others are credited with."""
    text = context.parsed.text
    for match in _pattern().finditer(text):
        span = match.span()
        named = match.group()[0].isupper() and not _starts_sentence(context, span)
        if named or not own_voice(context, span) or _is_cue(context, span):
            continue
        if not _somebodys(context, span):
            words_ = text_of(context, span)
            yield span, f"“{words_}” judges rather than reports: give the fact, or whose word it is"


def _is_cue(context: LintContext, span: Span) -> bool:
    """Whether the word attributes a statement: the rule about judging verbs speaks of these."""
    return any(overlap(span, cue) for mention in context.mentions for cue in mention.cue)


def _somebodys(context: LintContext, span: Span) -> bool:
    """Whether the word stands under a verb that reports somebody's judgement."""
    word = tokens(context, span).root
    return any(verb.lemma_.lower() in words("lint", "evaluating") for verb in word.ancestors)


def _starts_sentence(context: LintContext, span: Span) -> bool:
    """Whether a capital is only that of a sentence's or line's beginning, not of a name."""
    before = context.parsed.text[: span[0]].rstrip(" \t-–—•*“\"'(")
    return not before or before[-1] in ".!?\n\r:"


RULE = Rule(
    code="TS401",
    name="loaded-word",
    summary="A word that judges rather than reports, in the writer's own voice.",
    why="Adjectives of praise and horror tell the reader what to feel about a fact instead of the "
    "fact. In a source's mouth they are news; in the reporter's they are a verdict.",
    silent="inside quotation marks, inside statements credited to somebody, and in names.",
    example=Example(
        "The brutal attack left the town without power.",
        "The attack, which the mayor called brutal, left the town without power for two days.",
    ),
    standards=(standards.REUTERS_BIAS, standards.BBC_WAR),
    check=check,
)
