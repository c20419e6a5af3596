"""From spans to mentions: chain, naming, evidence, certainty, polarity, time, loaded words."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.ids import stable_id
from twosource.model import Attribution, Document, Mention
from twosource.reading.parsed import Parsed


def describe(
    document: Document, parsed: Parsed, attributions: Sequence[Attribution]
) -> tuple[Mention, ...]:
    """One mention per attribution, in the same order, with everything but grounded values."""
    return tuple(
        Mention(
            id=stable_id("m", document.id, a.content, a.cue, a.source),
            document=document.id,
            content=a.content,
            cue=a.cue,
            source=a.source,
            quote=a.quote,
            score=a.score,
        )
        for a in attributions
    )
