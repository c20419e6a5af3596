"""The store: archived bytes, documents, mentions, links, judgements and their history.

It decides nothing; what a person or a stage decided is kept here and cannot be lost unnoticed.
"""

from twosource.judging import Judgement, JudgementKind
from twosource.ledger.errors import LedgerError
from twosource.ledger.excerpt import Excerpt
from twosource.ledger.frames import Frames
from twosource.ledger.search import Hit
from twosource.ledger.store import Counts, Ledger
from twosource.ledger.storing import Stored

__all__ = [
    "Counts",
    "Excerpt",
    "Frames",
    "Hit",
    "Judgement",
    "JudgementKind",
    "Ledger",
    "LedgerError",
    "Stored",
]
