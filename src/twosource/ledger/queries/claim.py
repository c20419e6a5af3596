"""One claim with everything behind it, without taking out the whole ledger."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from twosource.ledger.judgements import Judgement
from twosource.ledger.queries.rows import ClaimRow
from twosource.model import Claim, Conflict, Copy, Document, Links, Mention, Series


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """A claim as its page needs it.

    ``documents`` and ``mentions`` are those of the claim itself *and* of the claims it stands in
    conflict with (``others``), so that a tree, words in context and both sides of a conflict can
    be drawn from it alone: ``links`` gives them as linking would. ``judgements`` (oldest first,
    undone ones too) are about the claim or one of its mentions.
    """

    claim: Claim
    row: ClaimRow
    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]
    others: tuple[Claim, ...]
    rows: tuple[ClaimRow, ...]  # of ``others``, in their order, and of claims in ``series``
    conflicts: tuple[Conflict, ...]
    series: tuple[Series, ...]
    copies: tuple[Copy, ...]
    judgements: tuple[Judgement, ...]

    @property
    def links(self) -> Links:
        """The claim with its surroundings as links."""
        return Links((self.claim, *self.others), self.conflicts, self.series, self.copies)


def claim(connection: Connection, identity: str) -> ClaimDetail | None:
    """One claim; ``None`` where there is none of that id.

    The id of a mention gives the claim that holds it: claims may get new ids when the ledger is
    linked anew, mentions keep theirs.
    """
    raise NotImplementedError
