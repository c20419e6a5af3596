"""A mention with everything a comparison needs, computed once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from twosource import lexicon
from twosource.anchors import words
from twosource.linking import when
from twosource.linking.sourcing import phrases
from twosource.linking.words import stems, tokens
from twosource.model import Document, Mention, Place, Polarity, Reading, Spans, TimeRange

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}(?:\s+\d{{4}})?\b"
    rf"|\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?\b|\b(?:19|20)\d\d\b"
    r"|\b\d{1,2}:\d\d\b",
    re.IGNORECASE,
)
_POINTING_ROOM = 1  # stems beside the pointing word that a content may have and still only point


@dataclass(frozen=True, slots=True)
class Item:
    """One mention; ``at`` is its place in the canonical order of all mentions."""

    at: int
    mention: Mention
    document: Document
    moment: str
    day: str | None
    text: str
    tokens: tuple[str, ...]
    bag: frozenset[str]
    numbers: frozenset[str]  # numbers in the words, dates left out
    points: str  # "any" or "figure" where the content only points to a statement before it
    rejects: bool  # does it point to a statement and call it false?
    lets_go: bool  # is it about no longer holding something?

    @property
    def denied(self) -> bool:
        """Does its asserter deny it, or only call what was said before false?"""
        return self.mention.polarity is Polarity.DENIED or self.rejects

    @property
    def own_time(self) -> TimeRange | None:
        """The time its own words give; one taken over from the context is only a hint."""
        time = self.mention.values.time
        return time if time is not None and self._within(time.spans) else None

    @property
    def own_places(self) -> tuple[Place, ...]:
        """The places its own words name."""
        return tuple(p for p in self.mention.values.places if self._within(p.spans))

    def _within(self, spans: Spans) -> bool:
        """Do the deciding words stand in the content? Values without words count as its own."""
        content = self.mention.content
        return not spans or any(s < end and start < e for s, e in spans for start, end in content)

    @property
    def said(self) -> frozenset[str]:
        """Its stems without those that only point to what is denied."""
        return (self.bag - pointing() or self.bag) if self.denied else self.bag

    @property
    def start(self) -> int:
        """Where its content begins in the text."""
        return self.mention.content[0][0] if self.mention.content else 0


@cache
def pointing() -> frozenset[str]:
    """Stems of the words that point to a statement ("report", "figure") or judge one ("lie")."""
    return frozenset(stem for word in lexicon.words("linking", "anaphors") for stem in stems(word))


_REJECTING = "rejects"
_NOT_IT = frozenset(  # "no figure", "the lower figure": not the statement before
    [
        *("no", "not", "cannot", "never", "any", "without", "none", "lower", "higher", "earlier"),
        *("previous", "former", "other", "another", "different", "new", "first", "second"),
    ]
)


@cache
def _rejecting() -> frozenset[str]:
    rows = lexicon.rows("linking", "anaphors")
    return frozenset(row[0] for row in rows if row[-1] == _REJECTING)


def _rejects(text: str, points: str) -> bool:
    return bool(points) and not _rejecting().isdisjoint(tokens(text))


def _points(text: str, bag: frozenset[str], denied: bool) -> str:
    table = lexicon.table("linking", "anaphors")
    kinds = {table[word] for word in tokens(text) if word in table}
    if not bag:
        return "any"
    if not kinds or any(stem.startswith("#") for stem in bag) or phrases().search(text):
        return ""
    if len(bag - pointing()) > _POINTING_ROOM:
        return ""
    if not denied and not _NOT_IT.isdisjoint(tokens(text)):
        return ""
    return "figure" if "figure" in kinds else "any"


def _item(at: int, mention: Mention, document: Document) -> Item:
    text = words(document.text, mention.content)
    bag = frozenset(stems(text))
    points = _points(text, bag, mention.polarity is Polarity.DENIED)
    undated = frozenset(stem for stem in stems(_DATE.sub(" ", text)) if stem.startswith("#"))
    return Item(
        at=at,
        mention=mention,
        document=document,
        moment=when.moment(document),
        day=when.day(document),
        text=text,
        tokens=tokens(text),
        bag=bag,
        numbers=undated,
        points=points,
        rejects=_rejects(text, points),
        lets_go=not lexicon.words("linking", "letting_go").isdisjoint(tokens(text)),
    )


def items(readings: Sequence[Reading]) -> tuple[Item, ...]:
    """All mentions in canonical order: by publication, document, place in the text, id."""
    found: dict[str, tuple[Mention, Document]] = {}
    for reading in readings:
        for mention in reading.mentions:
            found.setdefault(mention.id, (mention, reading.document))

    def key(pair: tuple[Mention, Document]) -> tuple[str, str, int, str]:
        mention, document = pair
        start = mention.content[0][0] if mention.content else 0
        return when.moment(document), document.id, start, mention.id

    ordered = sorted(found.values(), key=key)
    return tuple(_item(at, mention, document) for at, (mention, document) in enumerate(ordered))
