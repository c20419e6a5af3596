"""What several views share: a claim as one line, a mention with its words, a document's name."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model import Claim, Document, Evidence, Mention, Polarity, Reason, Spans, Status
from twosource.outlets import outlet, outlets
from twosource.publishing import phrases
from twosource.publishing.book import Book
from twosource.publishing.marking import Run, context, runs
from twosource.publishing.safe import anchor
from twosource.titles import shown_title


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim as a table, a list or a conflict shows it.

    ``documents`` and ``outlets`` count those that carry the claim, not those that deny it;
    ``outlets`` is ``None`` where no publisher is known. ``vouched`` are the counted origins,
    ``said_by`` everybody who affirms it (these first), ``asserters`` also those who deny it.
    """

    id: str
    anchor: str
    summary: str
    kind: str
    status: Status
    figure: str
    group: str
    when: str
    time_from: str
    time_to: str
    asserters: tuple[str, ...]
    said_by: tuple[str, ...]
    vouched: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    places: tuple[str, ...]
    first_published: str
    mentions: int
    documents: int
    outlets: int | None
    origins: int
    denials: int
    conflicts: int


@dataclass(frozen=True, slots=True)
class DocumentName:
    """A document as others refer to it."""

    id: str
    anchor: str
    title: str
    publisher: str
    published: str
    published_at: str


@dataclass(frozen=True, slots=True)
class MentionView:
    """One mention with its words in context; ``cut_before``/``cut_after``: text was left out."""

    id: str
    anchor: str
    words_anchor: str
    document: DocumentName
    claim: ClaimLine | None
    content: str
    runs: tuple[Run, ...]
    cut_before: bool
    cut_after: bool
    chain: tuple[str, ...]
    named: str
    evidence: Evidence
    certainty: str
    polarity: str
    time_frame: str
    quote: str
    reasons: tuple[Reason, ...]
    reason_words: tuple[str, ...]
    score: float | None


def document_name(document: Document) -> DocumentName:
    """Title and publisher where known, else its key."""
    return DocumentName(
        id=document.id,
        anchor=anchor("document", document.id),
        title=shown_title(document),
        publisher=outlet(document) or "",
        published=phrases.moment(document.published_at),
        published_at=document.published_at or "",
    )


def _asserters(first: tuple[str, ...], mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*first, *(m.asserter for m in mentions if m.asserter)]))


def claim_line(book: Book, claim: Claim) -> ClaimLine:
    """Count who carries a claim and write its values for people."""
    mentions, carriers = book.mentions_of(claim), book.carriers(claim)
    documents = {m.document for m in carriers}
    known = outlets(book.document.get(name) for name in documents)
    vouched = tuple(dict.fromkeys(o.actor for o in claim.origins if o.counted))
    affirming = tuple(m for m in mentions if m.polarity is not Polarity.DENIED)
    dates = sorted(p for m in mentions if (p := book.published(m)) != "9999")
    return ClaimLine(
        id=claim.id,
        anchor=anchor("claim", claim.id),
        summary=claim.summary,
        kind=claim.kind,
        status=claim.status,
        figure=phrases.figure(claim.figure),
        group=(claim.figure and claim.figure.group) or "",
        when=phrases.period(claim.time),
        time_from=claim.time.start if claim.time else "",
        time_to=claim.time.end if claim.time else "",
        asserters=_asserters(vouched, mentions),
        said_by=_asserters(vouched, affirming),
        vouched=vouched,
        evidence=tuple(dict.fromkeys(m.evidence for m in carriers)),
        places=tuple(dict.fromkeys(p.name for p in claim.places)),
        first_published=dates[0] if dates else "",
        mentions=len(mentions),
        documents=len(documents),
        outlets=len(known) or None,
        origins=claim.independent_origins,
        denials=sum(m.polarity is Polarity.DENIED for m in mentions),
        conflicts=len(book.conflicts_of.get(claim.id, ())),
    )


def _words(text: str, spans: Spans) -> str:
    return " … ".join(text[start:end] for start, end in spans)


def mention_view(
    document: Document, mention: Mention, claim: ClaimLine | None, with_context: bool
) -> MentionView:
    """A mention for a list; ``with_context`` adds the paragraph around it, marked."""
    text = document.text
    window = context(text, mention.content) if with_context else (0, 0)
    paragraph_start = text.rfind("\n", 0, window[0]) + 1
    return MentionView(
        id=mention.id,
        anchor=anchor("m", mention.id),
        words_anchor=anchor("w", mention.id),
        document=document_name(document),
        claim=claim,
        content=_words(text, mention.content),
        runs=runs(text, (mention,), window=window) if with_context else (),
        cut_before=with_context and window[0] > paragraph_start,
        cut_after=with_context and text[window[1] : window[1] + 1] not in ("", "\n"),
        chain=mention.chain,
        named=mention.named,
        evidence=mention.evidence,
        certainty=mention.certainty,
        polarity=mention.polarity,
        time_frame=mention.time_frame,
        quote=mention.quote,
        reasons=mention.reasons,
        reason_words=tuple(_words(text, reason.spans) for reason in mention.reasons),
        score=mention.score,
    )
