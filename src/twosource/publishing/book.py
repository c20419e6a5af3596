"""What every publication is made from: documents, mentions and links, with look-ups between them.

A `Book` is plain data; a ledger gives one (`Book.of`), tests make their own. The look-ups are
computed once, when first asked for; nothing here decides anything about a claim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, TypeVar

from twosource.judging import Judged, Judgement
from twosource.model import Claim, Conflict, Copy, Document, Links, Mention, Polarity

K = TypeVar("K")
V = TypeVar("V")


class Source(Protocol):
    """What a ledger offers to those who publish it."""

    def documents(self) -> Sequence[Document]:
        """All documents."""
        ...

    def mentions(self) -> Sequence[Mention]:
        """All mentions of all documents."""
        ...

    def links(self) -> Links:
        """What linking found over them."""
        ...

    def rejected(self) -> Sequence[Mention]:
        """The mentions that people rejected."""
        ...

    def all_judged(self) -> Mapping[str, Judged]:
        """Mention id to what people made of it; only those that somebody judged."""
        ...

    def judgements(self) -> Sequence[Judgement]:
        """All that people decided."""
        ...


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


@dataclass(frozen=True)
class Book:
    """Everything one publication shows."""

    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]
    links: Links = field(default_factory=Links)
    rejected: tuple[Mention, ...] = ()  # by people; no part of ``mentions``
    judged: Mapping[str, Judged] = field(default_factory=dict)  # mention id to what people made
    judgements: tuple[Judgement, ...] = ()  # all, as they came in

    @classmethod
    def of(cls, source: Source) -> Book:
        """Take everything out of a ledger, in its own order."""
        return cls(
            tuple(source.documents()),
            tuple(source.mentions()),
            source.links(),
            tuple(source.rejected()),
            source.all_judged(),
            tuple(source.judgements()),
        )

    @cached_property
    def document(self) -> Mapping[str, Document]:
        """Documents by id."""
        return {document.id: document for document in self.documents}

    @cached_property
    def mention(self) -> Mapping[str, Mention]:
        """Mentions by id."""
        return {mention.id: mention for mention in self.mentions}

    @cached_property
    def claim(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.links.claims}

    @cached_property
    def claim_of(self) -> Mapping[str, str]:
        """Mention id to claim id; a mention that no claim holds is missing here."""
        return {name: claim.id for claim in self.links.claims for name in claim.mentions}

    @cached_property
    def mentions_in(self) -> Mapping[str, tuple[Mention, ...]]:
        """Document id to its mentions, in text order."""
        ordered = sorted(self.mentions, key=lambda m: m.content or ((0, 0),))
        return _grouped((mention.document, mention) for mention in ordered)

    @cached_property
    def copy_of(self) -> Mapping[str, Copy]:
        """Document id to the one it copies most."""
        best: dict[str, Copy] = {}
        for copy in sorted(self.links.copies, key=lambda c: (-c.reuse, c.original)):
            best.setdefault(copy.document, copy)
        return best

    @cached_property
    def copies_of(self) -> Mapping[str, tuple[Copy, ...]]:
        """Document id to those that copy it."""
        return _grouped((copy.original, copy) for copy in self.links.copies)

    @cached_property
    def conflicts_of(self) -> Mapping[str, tuple[Conflict, ...]]:
        """Claim id to the conflicts that it stands in."""
        return _grouped(
            (name, conflict)
            for conflict in self.links.conflicts
            for name in dict.fromkeys((conflict.a, conflict.b))
        )

    @cached_property
    def versions(self) -> Mapping[str, tuple[Document, ...]]:
        """Publication key to its versions, in the ledger's order."""
        return _grouped((document.key, document) for document in self.documents)

    def mentions_of(self, claim: Claim) -> tuple[Mention, ...]:
        """The mentions of a claim, earliest publication first; names that lead nowhere left out."""
        found = [self.mention[name] for name in claim.mentions if name in self.mention]
        return tuple(sorted(found, key=lambda m: (self.published(m), m.document, m.content)))

    def carriers(self, claim: Claim) -> tuple[Mention, ...]:
        """Mentions that affirm the claim; where all deny it, all of them."""
        found = self.mentions_of(claim)
        return tuple(m for m in found if m.polarity is not Polarity.DENIED) or found

    def published(self, mention: Mention) -> str:
        """When the mention's document appeared; sorts last where unknown."""
        document = self.document.get(mention.document)
        return (document and document.published_at) or "9999"
