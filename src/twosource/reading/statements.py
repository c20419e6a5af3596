"""From whole relations to the ledger's statements: split, nest, add what nobody is credited with.

Shared by every reader, so that a trained tagger need only find relations.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Attribution
from twosource.reading.parsed import Parsed


def statements(parsed: Parsed, relations: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Fine-grained statements in text order."""
    return tuple(relations)
