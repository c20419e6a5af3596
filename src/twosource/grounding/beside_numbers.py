"""What befell those counted by the words beside their number, where no verb governs it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from twosource.grounding.groups import measured
from twosource.grounding.harm import WEAK, Fate, span_of
from twosource.grounding.numbers import Quantity
from twosource.grounding.page import Page
from twosource.grounding.stated import around
from twosource.model import Measure, Span
from twosource.reading.syntax import following

_HYPHENS = frozenset("-‐‑")
_BOTH = re.compile(
    r"\b(?:killed|dead|deaths)\s*(?:,|and/or|and|or)\s*(?:the\s+)?(?:wounded|injured)\b"
    r"|\b(?:wounded|injured)\s+(?:and|or)\s+(?:killed|dead)\b",
    re.IGNORECASE,
)


def trigger(tokens: Sequence[Token]) -> Fate | None:
    """The first word of some that names a measure; "lost" only where nothing stronger stands."""
    weak: Fate | None = None
    for token in tokens:
        name = measured(token)
        tried = token.i > 0 and token.nbor(-1).lower_ == "attempted"
        if name is None or token.lower_ == "fell" or tried:
            continue
        if token.lemma_.lower() in WEAK or name == "rate":
            weak = weak or (Measure(name), span_of(token))
            continue
        return Measure(name), span_of(token)
    return weak


def both_of(page: Page, quantity: Quantity, content: Span) -> Fate | None:
    """As in "killed or wounded": one count of both."""
    after, before = around(page, quantity, content)
    both = _BOTH.search(page.text, *after) or _BOTH.search(page.text, *before)
    return (Measure.CASUALTIES, both.span()) if both else None


def and_so_on(page: Page, word: Span) -> Fate | None:
    """As in "were killed, wounded or missing", at the word that says what befell them."""
    both = _BOTH.match(page.text, word[0])
    return (Measure.CASUALTIES, both.span()) if both else None


def harm_beside(page: Page, quantity: Quantity, content: Span) -> Fate | None:
    """What befell those counted, from the words after the number, then from those before."""
    after, before = around(page, quantity, content)
    both = both_of(page, quantity, content)
    return both or trigger(page.tokens(after)) or trigger(list(reversed(page.tokens(before))))


def hyphened(page: Page, quantity: Quantity) -> Token | None:
    """The noun a hyphen joins to a number: "six-point", "30-man", "500-strong", but no age."""
    mark = page.token_at(quantity.core[1])
    if mark.idx != quantity.core[1] or mark.text not in _HYPHENS or mark.whitespace_:
        return None
    words_of = page.text[mark.idx + 1 : mark.idx + 12].casefold()
    return None if words_of.startswith(("year-old", "month-old")) else following(mark)
