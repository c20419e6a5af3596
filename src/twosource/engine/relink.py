"""Claims brought up to date with what was read and what people decided."""

from __future__ import annotations

from twosource.engine.judged import judged
from twosource.ledger import Ledger


def relink(ledger: Ledger) -> bool:
    """Link a ledger that is stale; ``False`` where its claims were up to date.

    Linking starts from mentions as they stand: amended ones as amended, rejected ones not at all.
    """
    if not ledger.stale:
        return False
    from twosource.linking import link

    seen = ledger.position
    people = judged(ledger.judgements(standing=True, attached=True))
    ledger.replace_links(link(ledger.readings(), people.apart, people.together), seen)
    return True
