"""TS107: a source that is named by a label only."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.lexicon import words
from twosource.lint import standards
from twosource.lint.context import LintContext, head, in_quotes, sources, text_of, tokens
from twosource.lint.rule import Example, Rule
from twosource.model import Span

_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """Sources whose head is a label, with nothing in them that names a side."""
    labels = words("lint", "labels")
    for span, _ in sources(context):
        word = head(context, span)
        if word is None or in_quotes(context, span):
            continue
        bare = " ".join(t.lower_ for t in tokens(context, span) if t.dep_ != "det")
        if word.lower_ not in labels and bare not in labels:
            continue
        others = [t for t in tokens(context, span) if t.i != word.i]
        if any(t.ent_type_ in _NAMES or t.pos_ == "PROPN" for t in others):
            continue
        yield span, f"“{text_of(context, span)}” is a label, not a source: say which body spoke"


RULE = Rule(
    code="TS107",
    name="label-as-source",
    summary="A source named by a label only (“the regime”, “authorities”).",
    why="A label tells the reader which side the writer is on, not who said it. Name the ministry, "
    "the office or the person.",
    silent="where the label carries a name (“the Syrian authorities”) or stands in quotation "
    "marks.",
    example=Example(
        "The regime said the strike had failed.",
        "The Defence Ministry said the strike had failed.",
    ),
    standards=(standards.REUTERS_BIAS, standards.REUTERS_ESSENTIALS),
    check=check,
)
