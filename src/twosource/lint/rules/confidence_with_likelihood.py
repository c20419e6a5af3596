"""TS304: a level of confidence and a degree of likelihood in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.lint import standards
from twosource.lint.context import LintContext, in_quotes, text_of
from twosource.lint.finding import Severity
from twosource.lint.rule import Example, Rule
from twosource.model import Span

_CONFIDENCE = re.compile(r"\b(?:high|moderate|medium|low) confidence\b", re.I)
_LIKELIHOOD = re.compile(
    r"\b(?:almost no chance|remote|(?:very |highly )?(?:likely|unlikely|probabl[ey]|improbabl[ey])"
    r"|roughly even (?:chance|odds)|almost certain(?:ly)?|nearly certain)\b",
    re.I,
)


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """Sentences with both scales, outside quotations."""
    for one in context.parsed.doc.sents:
        confidence = _CONFIDENCE.search(context.parsed.text, one.start_char, one.end_char)
        likelihood = _LIKELIHOOD.search(context.parsed.text, one.start_char, one.end_char)
        if not confidence or not likelihood:
            continue
        span = min(confidence.span(), likelihood.span())[0], max(confidence.end(), likelihood.end())
        if in_quotes(context, confidence.span()) or in_quotes(context, likelihood.span()):
            continue
        yield (
            span,
            f"“{text_of(context, confidence.span())}” and “{text_of(context, likelihood.span())}” "
            "in one sentence: confidence is about the sources, likelihood about the event",
        )


RULE = Rule(
    code="TS304",
    name="confidence-with-likelihood",
    summary="A level of confidence and a degree of likelihood in one sentence.",
    why="“High confidence” says how good the evidence is; “likely” says how probable the event is. "
    "Together they are read as one. Give each its own sentence.",
    silent="inside quotation marks.",
    example=Example(
        "The agency has high confidence that an attack is unlikely.",
        "An attack is unlikely, the agency said. Its confidence in this is high, because it rests "
        "on several intercepts.",
    ),
    standards=(standards.ICD_UNCERTAINTY,),
    check=check,
    severity=Severity.NOTE,
)
