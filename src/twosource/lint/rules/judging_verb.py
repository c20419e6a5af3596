"""TS402: an attribution verb that judges the statement."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.lexicon import table
from twosource.lint import standards
from twosource.lint.context import LintContext, in_quotes, span_of, text_of, tokens
from twosource.lint.rule import Example, Rule
from twosource.model import Span

_IMPLIES = {
    "doubt": "implies that you doubt it",
    "guilt": "makes the statement an admission",
    "truth": "vouches for the statement",
    "scorn": "belittles the speaker",
}


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """Cues whose verb judges, outside quotations."""
    judging = table("lint", "judging")
    seen: set[Span] = set()
    for mention in context.mentions:
        for cue in mention.cue:
            for token in tokens(context, cue):
                implied = judging.get(token.lemma_.lower())
                span = span_of([token])
                if implied is None or token.pos_ != "VERB" or span in seen or not mention.source:
                    continue
                if in_quotes(context, span) or not _person_speaks(context, mention.source[0]):
                    continue
                seen.add(span)
                yield span, f"“{text_of(context, span)}” {_IMPLIES[implied]}: “said” does not"


def _person_speaks(context: LintContext, source: Span) -> bool:
    """Whether somebody speaks; a document that reveals something is no speaker."""
    found = tokens(context, source)
    if not len(found):
        return False
    things = {"report", "document", "image", "imagery", "data", "record", "video", "footage"}
    return found.root.lemma_.lower() not in things


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
