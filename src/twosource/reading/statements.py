"""From whole relations to the ledger's statements: split, nest, add what nobody is credited with.

Shared by every reader, so that a trained tagger need only find relations.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.model import Attribution, Quote
from twosource.reading.nesting import nested
from twosource.reading.parsed import Parsed
from twosource.reading.splitting import split
from twosource.reading.unattributed import unattributed


def statements(parsed: Parsed, relations: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Fine-grained statements in text order, with their nesting."""
    found: list[Attribution] = []
    for relation in relations:
        quoted = relation.quote is Quote.DIRECT
        found += [
            replace(relation, content=piece)
            for piece in split(parsed, relation.content, quoted=quoted)
        ]
    found += unattributed(parsed, relations)
    found.sort(key=lambda a: (a.content[0], a.content, a.cue, a.source))
    return nested(found)
