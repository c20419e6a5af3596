"""Claims brought up to date with what was read and what people decided."""

from __future__ import annotations

from twosource.engine.judged import judged
from twosource.ledger import Ledger


def relink(ledger: Ledger, *, anew: bool = False) -> bool:
    """Link a ledger that is stale; ``False`` where its claims were up to date.

    Only what changed is linked, with what it touches; with ``anew`` everything is, and a ledger
    that is not stale too. The claims are the same either way. Linking starts from mentions as they
    stand: amended ones as amended, rejected ones not at all.
    """
    if not (anew or ledger.stale):
        return False
    from twosource.linking import JudgedPairs

    seen = ledger.position
    people = judged(ledger.judgements(standing=True, attached=True))
    ledger.link(JudgedPairs(people.apart, people.together), seen, anew=anew)
    return True
