"""TS203: a relative date in a text whose own date is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.lint import standards
from twosource.lint.context import LintContext, in_quotes, text_of
from twosource.lint.rule import Example, Rule
from twosource.model import Span

_DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_SEASON = "(?:spring|summer|autumn|fall|winter)"
_UNIT = f"(?:week|weekend|month|year|decade|century|night|{_SEASON}|{_DAY}|{_MONTH})"
_NUMBER = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a few|several)"
)
_RELATIVE = re.compile(
    r"\b(?:[Yy]esterday|[Tt]omorrow|[Tt]onight"
    rf"|(?:[Ll]ast|[Nn]ext) {_UNIT}\b(?! of\b)"
    rf"|(?:[Ee]arlier |[Ll]ater )?[Tt]his (?:week|weekend|month|year|morning|afternoon|evening|"
    rf"{_SEASON}|{_DAY}|{_MONTH})\b(?! of\b)"
    rf"|{_NUMBER} (?:days?|weeks?|months?|years?|decades?) ago"
    rf"|{_DAY}(?:'s|’s)?)"
    r"(?!,? \d{1,2}\b)"
)
_DATED = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})\b"
)


def _dated(context: LintContext) -> bool:
    """Whether the text's own date is known: by metadata, or as a full date anywhere in it.

    A full date in the text may not be its own; but then the writer gave one to reckon from.
    """
    document = context.document
    if document.published_at or document.modified_at:
        return True
    return bool(_DATED.search(context.parsed.text))


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """Relative dates outside quotations, where no date is there to reckon from."""
    if _dated(context):
        return
    for match in _RELATIVE.finditer(context.parsed.text):
        span = match.span()
        if not in_quotes(context, span):
            yield (
                span,
                f"“{text_of(context, span)}” cannot be resolved: the text has no date; give one",
            )


RULE = Rule(
    code="TS203",
    name="unresolvable-date",
    summary="A relative date (“last autumn”, “Tuesday”) in a text whose own date is not known.",
    why="Texts are copied, cut and archived. Without its date of publication, “last week” is any "
    "week. Give the date in the text or in its metadata.",
    silent="where a publication date is known or a full date stands in the text, and inside "
    "quotation marks.",
    example=Example(
        "The depot burned down last autumn, the firm said.",
        "The depot burned down on 4 October 2023, the firm said.",
    ),
    standards=(standards.AP_TIME, standards.CASUALTY_DATA),
    check=check,
)
