"""TS402: an attribution verb that judges the statement."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from twosource.lexicon import rows, words
from twosource.lint import standards
from twosource.lint.context import LintContext, in_quotes, span_of, text_of, tokens
from twosource.lint.rule import Example, Rule
from twosource.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_IMPLIES = {
    "doubt": "implies that you doubt it",
    "guilt": "makes the statement an admission",
    "truth": "vouches for the statement",
    "scorn": "belittles the speaker",
}


@cache
def _verbs() -> dict[str, tuple[str, frozenset[str]]]:
    """Lemma to what it implies and the objects that give it another sense."""
    return {
        row[0]: (row[1], frozenset(row[2].split()) if len(row) > 2 else frozenset())
        for row in rows("lint", "judging")
    }


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """Cues whose verb judges, outside quotations."""
    for mention in context.mentions:
        if not mention.source or not _person_speaks(context, mention.source[0]):
            continue
        for token in (token for cue in mention.cue for token in tokens(context, cue)):
            implied = _implied(token)
            span = span_of([token])
            if implied and not in_quotes(context, span):
                yield span, f"“{text_of(context, span)}” {_IMPLIES[implied]}: “said” does not"


def _implied(verb: Token) -> str | None:
    """What a verb implies, where it reports a statement ("admitted that", not "admitted him")."""
    implied, others = _verbs().get(verb.lemma_.lower(), ("", frozenset()))
    if not implied or verb.pos_ != "VERB":
        return None
    if any(child.dep_ in {"ccomp", "parataxis"} for child in verb.children):
        return implied
    if any(c.dep_ in {"dobj", "obj"} and c.lemma_.lower() in others for c in verb.children):
        return None
    objects = any(child.dep_ in {"dobj", "obj"} for child in verb.children)
    to = not objects and any(c.dep_ == "prep" and c.lower_ == "to" for c in verb.children)
    return implied if implied == "doubt" or (implied == "guilt" and to) else None


def _person_speaks(context: LintContext, source: Span) -> bool:
    """Whether somebody speaks; a document that reveals something is no speaker."""
    found = tokens(context, source)
    return bool(len(found)) and found.root.lemma_.lower() not in words("lint", "evidence")


RULE = Rule(
    code="TS402",
    name="judging-verb",
    summary="An attribution verb that judges the statement (“claimed”, “admitted”).",
    why="The verb of attribution is the writer's. “Claimed” says that you doubt it, “admitted” "
    "that it is a confession, “revealed” that it is true. “Said” leaves that to the reader.",
    silent="inside quotation marks and where a document, not a person, reveals something.",
    example=Example(
        "The minister claimed that the town had been retaken.",
        "The minister said that the town had been retaken; reporters had no access to it.",
    ),
    standards=(standards.REUTERS_BIAS, standards.STYLE_ATTRIBUTION),
    check=check,
)
