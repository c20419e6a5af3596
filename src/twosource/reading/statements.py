"""From whole relations to the ledger's statements: split, nest, add what nobody is credited with.

Shared by every reader, so that a trained tagger need only find relations.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.lexicon import words
from twosource.model import Attribution, Quote
from twosource.reading.nesting import nested, renumbered
from twosource.reading.parsed import Parsed
from twosource.reading.splitting import split, tokens_in
from twosource.reading.unattributed import unattributed


def statements(parsed: Parsed, relations: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Fine-grained statements in text order, with their nesting."""
    whole = nested(parsed, [r for r in relations if not _silent(parsed, r)])
    pieces: list[tuple[int, Attribution]] = []
    for number, relation in enumerate(whole):
        quoted = relation.quote is Quote.DIRECT
        for piece in split(parsed, relation.content, quoted=quoted):
            pieces.append((number, replace(relation, content=piece)))
    alone = unattributed(parsed, relations)
    pieces += [(len(whole) + n, each) for n, each in enumerate(alone)]
    return renumbered(pieces)


def _silent(parsed: Parsed, relation: Attribution) -> bool:
    """As in "declined to comment", "asked not to be named": nothing is stated about the events."""
    if relation.rule not in ("verb.infinitive", "verb.preposition", "verb.gerund"):
        return False
    said = [
        parsed.doc[i].lemma_.lower()
        for i in tokens_in(parsed.doc, relation.content)
        if parsed.doc[i].pos_ in ("VERB", "NOUN", "PROPN", "NUM", "ADJ")
    ]
    return not set(said) - words("reading", "verification_words")
