"""What the book holds at a glance, and the asserters behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.model import Evidence, Named, Polarity, Status
from twosource.outlets import outlets
from twosource.publishing import phrases
from twosource.publishing.book import Book
from twosource.publishing.views.common import ClaimLine
from twosource.publishing.views.figures import Strip, strip

SHOWN = 8  # claims in each list of the overview


@dataclass(frozen=True, slots=True)
class Share:
    """One evidence with how many mentions rest on it; ``width`` in hundredths of the longest."""

    evidence: Evidence
    count: int
    width: float


@dataclass(frozen=True, slots=True)
class Overview:
    """The figures of the first page."""

    documents: int
    outlets: int
    mentions: int
    claims: int
    unattributed: int
    single: int
    corroborated: int
    contested: int
    conflicts: int
    copies: int
    first: str
    last: str
    dangerous: tuple[ClaimLine, ...]
    dangerous_total: int
    disputed: tuple[ClaimLine, ...]
    firm: tuple[ClaimLine, ...]
    evidence: tuple[Share, ...]
    strip: Strip | None


def overview(book: Book, lines: Sequence[ClaimLine]) -> Overview:
    """Count everything once."""
    by_status = Counter(line.status for line in lines)
    published = sorted(d.published_at for d in book.documents if d.published_at)
    evidence = Counter(m.evidence for m in book.mentions)
    most = max(evidence.values(), default=1)
    dangerous = sorted(
        (c for c in lines if c.origins == 1 and c.documents > 1),
        key=lambda c: (-(c.outlets or 0), -c.documents, c.id),
    )
    disputed = sorted(
        (c for c in lines if c.status is Status.CONTESTED),
        key=lambda c: (-(c.documents + c.denials), -c.conflicts, c.id),
    )
    firm = sorted((c for c in lines if c.origins > 1), key=lambda c: (-c.origins, -c.documents))
    return Overview(
        documents=len(book.documents),
        outlets=len(outlets(book.documents)),
        mentions=len(book.mentions),
        claims=len(lines),
        unattributed=by_status[Status.UNATTRIBUTED],
        single=by_status[Status.SINGLE_ORIGIN],
        corroborated=by_status[Status.CORROBORATED],
        contested=by_status[Status.CONTESTED],
        conflicts=len(book.links.conflicts),
        copies=len(book.copy_of),
        first=phrases.day(published[0]) if published else "",
        last=phrases.day(published[-1]) if published else "",
        dangerous=tuple(dangerous[:SHOWN]),
        dangerous_total=len(dangerous),
        disputed=tuple(disputed[:SHOWN]),
        firm=tuple(firm[:SHOWN]),
        evidence=tuple(Share(e, n, round(100 * n / most, 1)) for e, n in evidence.most_common()),
        strip=strip(book),
    )


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One root asserter: what stands on its word. No score."""

    name: str
    key: str
    mentions: int
    claims: int
    alone: int
    contested: int
    denies: int
    outlets: int
    evidence: tuple[Evidence, ...]
    unnamed: bool


def source_lines(
    book: Book, lines: Mapping[str, ClaimLine], keys: Mapping[str, str]
) -> tuple[SourceLine, ...]:
    """All root asserters, those with most claims first."""
    by_name: dict[str, list[int]] = {}
    for at, mention in enumerate(book.mentions):
        if mention.asserter:
            by_name.setdefault(mention.asserter, []).append(at)
    found = []
    for name, indices in by_name.items():
        own = [book.mentions[i] for i in indices]
        claims = {c for m in own if (c := book.claim_of.get(m.id)) in lines and c}
        known = outlets(book.document.get(m.document) for m in own)
        found.append(
            SourceLine(
                name=name,
                key=keys.get(name, ""),
                mentions=len(own),
                claims=len(claims),
                alone=sum(lines[c].origins == 1 for c in claims),
                contested=sum(lines[c].status is Status.CONTESTED for c in claims),
                denies=sum(m.polarity is Polarity.DENIED for m in own),
                outlets=len(known),
                evidence=tuple(e for e, _ in Counter(m.evidence for m in own).most_common()),
                unnamed=all(m.named in (Named.UNNAMED, Named.COLLECTIVE) for m in own),
            )
        )
    return tuple(sorted(found, key=lambda s: (-s.claims, -s.mentions, s.name)))
