"""One mention laid out for judging: its words in their place, its values, its company."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.anchors import words
from twosource.judging import Disagreement, Judged, Judgement, disagreements, undone
from twosource.judging.fields import SPANS, WORDS, Field, stored
from twosource.judging.shown import NOTHING, shown
from twosource.ledger import Ledger, queries
from twosource.ledger.queries import ClaimDetail
from twosource.model import Document, Mention, Span, Spans
from twosource.publishing.marking import Run, context, runs
from twosource.publishing.views.judgements import Verdict, history

ROOM = 420  # code points shown around a statement
NEAR = 6  # claims offered for a merge
_PIECES = re.compile(r"(?P<word>\w+(?:['’.,-]\w+)*|[^\w\s])|\s+")
HINTS = {
    Field.CHAIN: "Volna < South Korean lawmaker < National Intelligence Service",
    Field.ACTORS: "Meria | Aldria",
    Field.FIGURE: "measure=killed; low=300; high=350; unit=person; group=Merian army",
    Field.PLACES: "Kursk, or name=Depot 7; lat=51.7; lon=36.2; precision=point",
    Field.TIME: "2024-10-13 or 2024-10-13/2024-10-20",
    Field.TRANSFER: "from=Aldria; to=Meria; what=shells; in_return=grain",
}


@dataclass(frozen=True, slots=True)
class Input:
    """One field of the form: ``value`` as it would be typed, ``machine`` where a person set it."""

    name: str
    label: str
    value: str
    choices: tuple[str, ...] = ()
    words: str = ""  # of spans: what they say
    span: bool = False
    hint: str = ""
    machine: str | None = None


@dataclass(frozen=True, slots=True)
class Fellow:
    """Another mention of the same claim."""

    id: str
    said: str
    chain: str
    document: str
    title: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or what stands between two; a selection snaps to words."""

    text: str
    start: int
    end: int
    word: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces with the same marks; ``marks`` are style classes, ``said`` inside the content."""

    marks: str
    said: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """All that a person needs to judge one mention."""

    mention: Mention
    document: Document
    judged: Judged
    passage: tuple[Stretch, ...]
    before: bool
    after: bool
    inputs: tuple[Input, ...]
    fellows: tuple[Fellow, ...]
    claim: str | None
    summary: str
    near: tuple[tuple[str, str], ...]
    history: tuple[Verdict, ...]
    disagreements: tuple[Disagreement, ...]
    revision: str

    @property
    def asserter(self) -> str:
        """Who is credited now."""
        return self.mention.asserter or ""


def typed(mention: Mention, field: Field, text: str) -> str:
    """The present value as a person would type it."""
    if field in SPANS:
        return positions(getattr(mention, field.value))
    return shown(field.value, stored(mention, field, text))


def positions(spans: Spans) -> str:
    """``120:180,200:210``; ``none`` where there is no span."""
    return ",".join(f"{start}:{end}" for start, end in spans) or NOTHING


def _inputs(judged: Judged, text: str) -> Iterator[Input]:
    machine = {change.field: change.machine for change in judged.changes}
    for field in Field:
        span = field in SPANS
        yield Input(
            name=field.value,
            label=field.value.replace("_", " "),
            value=typed(judged.mention, field, text),
            choices=tuple(word.value for word in WORDS[field]) if field in WORDS else (),
            words=words(text, getattr(judged.mention, field.value)) if span else "",
            span=span,
            hint=HINTS.get(field, ""),
            machine=shown(field.value, machine[field.value]) if field.value in machine else None,
        )


def _stretch(run: Run) -> Stretch:
    marks = {"said": bool(run.mentions), "src": run.source, "cue": run.cue, "loaded": run.loaded}
    pieces = tuple(
        Piece(m[0], run.start + m.start(), run.start + m.end(), m.lastgroup == "word")
        for m in _PIECES.finditer(run.text)
    )
    return Stretch(" ".join(name for name, on in marks.items() if on), bool(run.mentions), pieces)


def _window(text: str, mention: Mention) -> Span:
    """The words around all that the mention stands on."""
    spans = (*mention.content, *mention.cue, *mention.source)
    near = [s for s in spans if s[0] < mention.content[-1][1] + ROOM] if mention.content else []
    return context(text, tuple(sorted(near)), ROOM)


def _fellows(detail: ClaimDetail, mention: Mention) -> Iterator[Fellow]:
    documents = {document.id: document for document in detail.documents}
    for other in detail.mentions:
        if other.id in detail.claim.mentions and other.id != mention.id:
            document = documents[other.document]
            yield Fellow(
                other.id,
                words(document.text, other.content),
                " < ".join(other.chain),
                other.document,
                document.title or document.key,
            )


def _near(detail: ClaimDetail, found: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Claims that this one may be: those it stands against, then those with like words."""
    listed = [(claim.id, claim.summary) for claim in detail.others] + found
    return tuple(dict(pair for pair in listed if pair[0] != detail.claim.id).items())[:NEAR]


def card(ledger: Ledger, identity: str) -> Card | None:
    """Lay out one mention; ``None`` where there is none of that id."""
    held, judged = ledger.held(identity), ledger.judged(identity)
    if held is None or judged is None:
        return None
    mention, document = held.shown, held.document
    with ledger.view() as connection:
        detail = queries.claim(connection, identity)
        like = " ".join(words(document.text, mention.content).split()[:4])
        wanted = queries.ClaimFilter(text=like)
        rows = queries.claims(connection, wanted, limit=NEAR).rows if like else ()
    about = ledger.judgements_about([identity])
    low, high = _window(document.text, mention)
    return Card(
        mention=mention,
        document=document,
        judged=judged,
        passage=tuple(map(_stretch, runs(document.text, [mention], window=(low, high)))),
        before=low > 0,
        after=high < len(document.text),
        inputs=tuple(_inputs(judged, document.text)),
        fellows=tuple(_fellows(detail, mention)) if detail else (),
        claim=detail.claim.id if detail else None,
        summary=detail.claim.summary if detail else words(document.text, mention.content),
        near=_near(detail, [(row.id, row.summary) for row in rows]) if detail else (),
        history=history(tuple(about)),
        disagreements=tuple(disagreements(_standing(about))),
        revision=about[-1].id if about else "",
    )


def _standing(about: list[Judgement]) -> list[Judgement]:
    gone = undone(about)
    return [judgement for judgement in about if judgement.id not in gone]
