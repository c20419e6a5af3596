"""TS106: a passive that reports a view without saying whose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from twosource.lexicon import words
from twosource.lint import standards
from twosource.lint.context import LintContext, own_voice_or_cue, sentence, span_of, text_of
from twosource.lint.rule import Example, Rule
from twosource.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_CREDIT = re.compile(r"\baccording to\b", re.I)


def _auxiliaries(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in {"auxpass", "aux"} and c.i < verb.i]


def _impersonal(verb: Token) -> Token | None:
    """The "it" of "it is believed that …"."""
    for child in verb.children:
        if child.dep_ in {"nsubjpass", "nsubj", "expl"} and child.lower_ == "it":
            clause = any(c.dep_ in {"ccomp", "csubj", "csubjpass"} for c in verb.children)
            return child if clause else None
    return None


def _hearsay(verb: Token) -> list[Token]:
    """The words of a passive of hearsay, empty where the verb is none."""
    helpers = _auxiliaries(verb)
    if verb.tag_ != "VBN" or not any(h.dep_ == "auxpass" for h in helpers):
        return []
    if any(child.dep_ in {"agent", "neg"} for child in verb.children):
        return []
    it = _impersonal(verb)
    if it is not None:
        return [it, *helpers, verb]
    infinitive = any(
        child.dep_ == "xcomp" and any(c.lower_ == "to" and c.i < child.i for c in child.children)
        for child in verb.children
    )
    return [*helpers, verb] if infinitive else []


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """Passives of hearsay in the writer's own voice, without an agent."""
    heard = words("lint", "hearsay")
    for verb in context.parsed.doc:
        if verb.lower_ not in heard:
            continue
        found = _hearsay(verb)
        if not found:
            continue
        span = span_of(found)
        whole = context.parsed.text[slice(*sentence(context, span))]
        if own_voice_or_cue(context, span) and not _CREDIT.search(whole):
            yield span, f"“{text_of(context, span)}”: by whom? Name who holds or reports it"


RULE = Rule(
    code="TS106",
    name="passive-attribution",
    summary="A passive that reports a view without saying whose (“it is believed”).",
    why="The passive turns one person's belief into everybody's. Turn it round: the holder of the "
    "view first, then the view.",
    silent="where the holder follows (“by …”, “according to …”) and where somebody else says it.",
    example=Example(
        "It is believed that two brigades have crossed the river.",
        "Colonel Andrés Gil, who commands the sector, believes that two brigades have crossed the "
        "river.",
    ),
    standards=(
        standards.STYLE_ATTRIBUTION,
        standards.STYLE_PASSIVE,
        standards.REUTERS_ATTRIBUTION,
    ),
    check=check,
)
