"""Statements in the writer's own voice: what the rules about missing sources share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from twosource.lexicon import words
from twosource.lint.context import (
    LintContext,
    attributed,
    hull,
    in_title,
    own_voice,
    sentence,
    tokens,
)
from twosource.model import Figure, Measure, Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_CREDIT = re.compile(r"\baccording to\b|\bas reported by\b|\bsays? who\b", re.I)
HEARSAY = re.compile(r"\b(?:reportedly|allegedly|purportedly|supposedly|apparently)\b", re.I)
_SUBJECT = frozenset({"nsubj", "nsubjpass", "expl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ADDRESS = frozenset({"i", "we", "you", "my", "our", "your"})
_COUNTED = 10
_SHORTEST = 4  # words; less is a heading or a fragment


def statement(context: LintContext, span: Span) -> bool:
    """Whether the words assert something that somebody has to vouch for.

    They must be a clause with its own subject and a finite verb. Passed over are questions, what
    is addressed to the reader, clauses about "he" or "they" (whose credit may stand before), acts
    done in public, and statements about counts, papers and other works, which can be looked up.
    """
    found = tokens(context, span)
    if len([token for token in found if token.is_alpha or token.like_num]) < _SHORTEST:
        return False
    if context.parsed.text[slice(*sentence(context, span))].rstrip().endswith("?"):
        return False
    verb = _finite(found)
    if verb is None or verb.lemma_.lower() in words("lint", "public_acts"):
        return False
    subject = next(child for child in verb.children if child.dep_ in _SUBJECT)
    papers = words("lint", "evidence") | words("lint", "works")
    known = any(child.dep_ in {"det", "poss", "nummod"} for child in subject.children)
    if known and subject.lemma_.lower() in papers:
        return False
    if any(token.dep_ == "pobj" and token.lemma_.lower() in papers for token in found):
        return False
    if any(child.dep_ == "poss" and child.pos_ == "PRON" for child in subject.children):
        return False
    return subject.pos_ in {"NOUN", "PROPN"} and not any(
        token.lower_ in _ADDRESS for token in found
    )


def _finite(found: Tokens) -> Token | None:
    """The finite verb of a clause whose subject lies in the stretch too."""
    root = found.root
    if root.pos_ not in {"VERB", "AUX"} or root.dep_ in {"relcl", "acl"}:
        return None
    helpers = [child for child in root.children if child.dep_ in {"aux", "auxpass"}]
    if not any(token.tag_ in _FINITE for token in (root, *helpers)):
        return None
    inside = range(found.start, found.end)
    subject = any(child.dep_ in _SUBJECT and child.i in inside for child in root.children)
    return root if subject else None


def _says(context: LintContext, span: Span) -> bool:
    """Whether a plain verb of attribution stands in the sentence."""
    saying = words("lint", "saying")
    whole = tokens(context, sentence(context, span))
    return any(token.pos_ == "VERB" and token.lemma_.lower() in saying for token in whole)


def counts(figure: Figure) -> bool:
    """Whether a figure is one that somebody counted: "two bridges" is only a plural."""
    bounds = [bound for bound in (figure.low, figure.high) if bound is not None]
    return figure.measure is not Measure.OTHER or max(bounds, default=0) >= _COUNTED


def first_person(context: LintContext) -> bool:
    """Whether the writer says "I": an account of what the writer saw."""
    return any(
        token.lower_ in {"i", "me", "my"}
        and token.pos_ == "PRON"
        and own_voice(context, (token.idx, token.idx + 1))
        for token in context.parsed.doc
    )


def unattributed(context: LintContext) -> Iterator[tuple[Mention, Span]]:
    """Mentions that nobody is credited with, in the writer's own voice, outside the title.

    None in an account in the first person: there the writer is the witness.
    """
    if first_person(context):
        return
    for mention in context.mentions:
        if attributed(mention):
            continue
        span = hull(mention.content)
        whole = context.parsed.text[slice(*sentence(context, span))]
        if in_title(context, span) or not own_voice(context, span) or _CREDIT.search(whole):
            continue
        if _says(context, span):
            continue  # somebody is credited in the sentence, found by the reading or not
        if HEARSAY.search(context.parsed.text[slice(*span)]):
            continue  # the rule about hearsay adverbs speaks of these
        if statement(context, span):
            yield mention, span
