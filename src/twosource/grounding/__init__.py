"""From words to values: actors, figures, places, times, kinds and transfers of one document."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Document, Mention
from twosource.reading.parsed import Parsed


def ground(document: Document, parsed: Parsed, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The same mentions with canonical names in their chains and their ``values`` filled."""
    return tuple(mentions)
