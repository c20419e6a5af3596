"""Who "they" are by their number: "Officers found three men. They had been shot" wounds three.

The number is taken up from the clause or sentence before, where it is the only one of people there.
"""

from __future__ import annotations

from spacy.tokens import Token

from twosource.grounding.groups import people_class
from twosource.grounding.page import Page
from twosource.lexicon import table
from twosource.model import Span


def those_before(page: Page, pronoun: Token) -> tuple[int, Span] | None:
    """How many a pronoun stands for, and where the text numbers them."""
    least = int(table("grounding", "those").get(pronoun.lower_, "0"))
    if not least or pronoun.dep_ not in ("nsubj", "nsubjpass") or any(pronoun.children):
        return None
    start, end = page.sentence(pronoun.idx)[0], pronoun.idx
    for _ in range(2):  # its own sentence, then the one before
        found = _people(page, (start, end))
        if found:
            break
        start, end = page.sentence(max(0, start - 1))[0], start
    if len(found) != 1:
        return None
    number, span = found[0]
    fits = number >= least and (pronoun.lower_ != "both" or number == 2)
    return (number, span) if fits else None


def _people(page: Page, span: Span) -> list[tuple[int, Span]]:
    """The numbers of people between two offsets, each with its place."""
    found = []
    for quantity in page.quantities_near(span):
        if not (span[0] <= quantity.core[0] and quantity.core[1] <= span[1]) or quantity.unit:
            continue
        number = page.token_at(quantity.core[1] - 1)
        noun = number.head if number.dep_ == "nummod" else number
        whole = quantity.low is not None and quantity.low == quantity.high
        if whole and quantity.low is not None and people_class(noun):
            found.append((int(quantity.low), quantity.core))
    return found
