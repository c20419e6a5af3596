"""From whole relations to the ledger's statements: split, nest, add what nobody is credited with.

Shared by every reader, so that a trained tagger need only find relations.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.lexicon import words
from twosource.model import Attribution, Quote
from twosource.reading.nesting import nested
from twosource.reading.parsed import Parsed
from twosource.reading.splitting import split, tokens_in
from twosource.reading.unattributed import unattributed


def statements(parsed: Parsed, relations: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Fine-grained statements in text order, with their nesting."""
    found: list[Attribution] = []
    for relation in relations:
        if _silent(parsed, relation):
            continue
        quoted = relation.quote is Quote.DIRECT
        found += [
            replace(relation, content=piece)
            for piece in split(parsed, relation.content, quoted=quoted)
        ]
    found += unattributed(parsed, relations)
    found.sort(key=lambda a: (a.content[0], a.content, a.cue, a.source))
    return nested(parsed, found)


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
