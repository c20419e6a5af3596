"""Claims: the table's lines with what they are filtered by, and the page of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.model import Claim, Conflict, Polarity
from twosource.publishing import phrases
from twosource.publishing.book import Book
from twosource.publishing.views.common import ClaimLine, MentionView, claim_line, mention_view
from twosource.publishing.views.figures import Chart
from twosource.publishing.views.judgements import Verdict, about
from twosource.publishing.views.tree import Node, origin_tree


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: what a line carries to match it, its label and how many have it."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What claims can be filtered by; names are numbered so that a line stays small."""

    kinds: tuple[Choice, ...]
    statuses: tuple[Choice, ...]
    evidence: tuple[Choice, ...]
    asserters: tuple[Choice, ...]
    places: tuple[Choice, ...]

    def keys(self, choices: tuple[Choice, ...]) -> dict[str, str]:
        """Label to key."""
        return {choice.label: choice.key for choice in choices}


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict with its two sides; of a denial, who affirms and who denies."""

    type: str
    why: str
    a: ClaimLine
    b: ClaimLine
    itself: bool
    affirmed: tuple[MentionView, ...]
    denied: tuple[MentionView, ...]

    def other(self, claim: str) -> ClaimLine:
        """The side that is not ``claim``."""
        return self.b if self.a.id == claim else self.a


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One claim with everything behind it."""

    line: ClaimLine
    facts: tuple[tuple[str, str], ...]
    tree: tuple[Node, ...]
    mentions: tuple[MentionView, ...]
    conflicts: tuple[ConflictView, ...]
    charts: tuple[Chart, ...]
    why: tuple[str, ...]
    before: str
    after: str
    history: tuple[Verdict, ...] = ()


def claim_lines(book: Book) -> dict[str, ClaimLine]:
    """All claims by id, those that need a look first: contested, then by how many carry them."""
    lines = [claim_line(book, claim) for claim in book.links.claims]
    lines.sort(
        key=lambda c: (c.conflicts == 0, -(c.documents + c.denials), c.first_published, c.id)
    )
    return {line.id: line for line in lines}


def _choices(values: Counter[str], numbered: bool) -> tuple[Choice, ...]:
    ordered = sorted(values.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        Choice(str(at) if numbered else label, label, count)
        for at, (label, count) in enumerate(ordered)
    )


def facets(lines: Sequence[ClaimLine]) -> Facets:
    """Count the values that lines have."""
    return Facets(
        kinds=_choices(Counter(line.kind for line in lines), False),
        statuses=_choices(Counter(str(line.status) for line in lines), False),
        evidence=_choices(Counter(str(e) for line in lines for e in line.evidence), False),
        asserters=_choices(Counter(a for line in lines for a in line.asserters), True),
        places=_choices(Counter(p for line in lines for p in line.places), True),
    )


def _views(book: Book, claim: Claim, lines: Mapping[str, ClaimLine]) -> tuple[MentionView, ...]:
    return tuple(
        mention_view(book.document[m.document], m, lines.get(claim.id), with_context=True)
        for m in book.mentions_of(claim)
        if m.document in book.document
    )


def conflict_view(
    book: Book, conflict: Conflict, lines: Mapping[str, ClaimLine]
) -> ConflictView | None:
    """Set out one conflict; ``None`` where a side is not in the book."""
    if conflict.a not in lines or conflict.b not in lines:
        return None
    itself = conflict.a == conflict.b
    a = _views(book, book.claim[conflict.a], lines)
    b = a if itself else _views(book, book.claim[conflict.b], lines)
    if itself:
        affirmed = tuple(v for v in a if v.polarity != Polarity.DENIED)
        denied = tuple(v for v in a if v.polarity == Polarity.DENIED)
    else:
        affirmed, denied = a, b
    return ConflictView(
        conflict.type, conflict.why, lines[conflict.a], lines[conflict.b], itself, affirmed, denied
    )


def conflict_views(book: Book, lines: Mapping[str, ClaimLine]) -> tuple[ConflictView, ...]:
    """All conflicts, those that most documents carry first."""
    views = (conflict_view(book, c, lines) for c in book.links.conflicts)
    found = [view for view in views if view]
    return tuple(sorted(found, key=lambda v: -(v.a.mentions + v.b.mentions)))


def _facts(claim: Claim) -> tuple[tuple[str, str], ...]:
    places = "; ".join(f"{p.name} ({p.precision})" for p in claim.places)
    given = (
        ("Figure", phrases.figure(claim.figure)),
        ("Of", (claim.figure and claim.figure.group) or ""),
        ("When", phrases.period(claim.time)),
        ("Where", places),
        ("Who", ", ".join(claim.actors)),
        ("Transfer", phrases.transfer(claim.transfer)),
    )
    return tuple((name, value) for name, value in given if value)


def claim_page(
    book: Book,
    claim: Claim,
    lines: Mapping[str, ClaimLine],
    charts: Sequence[Chart],
    before: str = "",
    after: str = "",
) -> ClaimPage:
    """The page of one claim; ``lines`` has it and every claim it stands in conflict with."""
    conflicts = (conflict_view(book, c, lines) for c in book.conflicts_of.get(claim.id, ()))
    return ClaimPage(
        line=lines[claim.id],
        facts=_facts(claim),
        tree=origin_tree(book, claim),
        mentions=_views(book, claim, lines),
        conflicts=tuple(c for c in conflicts if c),
        charts=tuple(charts),
        why=claim.why,
        before=before,
        after=after,
        history=about(book, claim.mentions),
    )


def claim_pages(
    book: Book, lines: Mapping[str, ClaimLine], charts: Sequence[Chart]
) -> Iterator[ClaimPage]:
    """The page of every claim, one at a time, in the order of the table."""
    ordered = list(lines)
    charts_of: dict[str, list[Chart]] = {}
    for chart in charts:
        for name in chart.claims:
            charts_of.setdefault(name, []).append(chart)
    for at, name in enumerate(ordered):
        yield claim_page(
            book,
            book.claim[name],
            lines,
            charts_of.get(name, ()),
            before=ordered[at - 1] if at else "",
            after=ordered[at + 1] if at + 1 < len(ordered) else "",
        )
