"""Counts over all mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from twosource.ledger.derived.heard import Heard


def tally_rows(mentions: Sequence[Heard]) -> list[dict[str, object]]:
    """Mentions by evidence and by certainty."""
    counts = {
        "evidence": Counter(m.evidence.value for m in mentions),
        "certainty": Counter(m.certainty.value for m in mentions),
    }
    return [
        {"name": name, "value": value, "count": count}
        for name, found in counts.items()
        for value, count in sorted(found.items())
    ]
