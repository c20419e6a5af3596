"""A mention with everything a comparison needs, computed once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from twosource import lexicon
from twosource.anchors import words
from twosource.linking import when
from twosource.linking.names import fold
from twosource.linking.ranks import Rank, document_rank, mention_rank
from twosource.linking.sourcing import phrases
from twosource.linking.words import stems, tokens
from twosource.model import (
    ClaimKind,
    Document,
    Mention,
    Place,
    Polarity,
    Precision,
    Reading,
    Spans,
    TimeRange,
)
from twosource.outlets import short_name

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
_YEAR = re.compile(r"(?:19|20)\d\d|of")
_IDLE_ONE = re.compile(
    r"\bone (?:more|of|another)\b|\b(?:no|this|that|the|any) one\b", re.IGNORECASE
)
_OURS = frozenset({"our", "ours", "we"})
_ITS_TROOPS = re.compile(
    r"\W*(?:his|her|its|our) (?:own )?(?:troops|forces|army|soldiers|units|men|fighters|military)\b"
)
_IN_ITS_HANDS = re.compile(r"\bin (?:its|their|his|her) (?:own )?(?:hands|control|possession)\b")
_POINTING_ROOM = 1  # stems beside the pointing word that a content may have and still only point
_JUDGING_ROOM = 3  # the same where its subject is "this" and it calls it false
_THIS = re.compile(r"^\W*(?:this|that|these|those|it)\b['’]?(?:s|re)?\b", re.IGNORECASE)
_SIMILAR = frozenset({"same", "similar", "identical"})


@dataclass(frozen=True, slots=True)
class Item:
    """One mention; ``at`` is its rank in the canonical order of all mentions."""

    at: Rank
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
    dates: frozenset[str]  # days of a month named in the words ("15 november")
    lets_go: bool  # is it about no longer holding something?
    denied: bool  # does its asserter deny it, or only call what was said before false?
    own_time: TimeRange | None  # given by its own words; one from the context is only a hint
    own_places: tuple[Place, ...]  # named by its own words
    said: frozenset[str]  # its stems without those that only point to what is denied
    holders: tuple[str, ...]  # its actors without those that are only names of its places
    bare: bool  # does it consist of numbers alone?
    relays: frozenset[str]  # who passed it on, folded
    outlets: frozenset[str]  # short names of the outlet and agency it stands in, folded

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


def _rejects(found: tuple[str, ...], points: str) -> bool:
    """Does it call a statement false: "the report is a lie", "news of X is an invention"?"""
    if len(found) == 2 and found[0] == "not" and found[1][0].isdigit():
        return True  # "55, not 250"
    if _rejecting().isdisjoint(found):
        return False
    nouns = lexicon.table("linking", "anaphors").keys() - _rejecting()
    return bool(points) or (found[-1] in _rejecting() and not nouns.isdisjoint(found[:3]))


def _points(text: str, said: tuple[str, ...], bag: frozenset[str], denied: bool) -> str:
    table = lexicon.table("linking", "anaphors")
    kinds = {table[word] for word in said if word in table}
    if not bag:
        return "any"
    numbered = any(stem.startswith("#") for stem in bag)
    if numbered and "figure" in kinds and not _SIMILAR.isdisjoint(said):
        return "figure"  # "a similar estimate, no higher than 2,000"
    if not kinds or numbered or phrases().search(text):
        return ""
    judges = _THIS.match(text) and not _rejecting().isdisjoint(said)
    if len(bag - pointing()) > (_JUDGING_ROOM if judges else _POINTING_ROOM):
        return ""
    if not denied and not _NOT_IT.isdisjoint(said):
        return ""
    return "figure" if "figure" in kinds else "any"


def _within(mention: Mention, spans: Spans) -> bool:
    """Do the deciding words stand in the content? Values without words count as its own."""
    return not spans or any(
        s < end and start < e for s, e in spans for start, end in mention.content
    )


def _dates(text: str) -> frozenset[str]:
    """Days of a month, written one way: "4 october" for "October 4th"."""
    found: set[str] = set()
    for match in _DATE.finditer(text):
        words_of = [word for word in tokens(match.group()) if not _YEAR.fullmatch(word)]
        days = [word.rstrip("stndrh") for word in words_of if word[0].isdigit()]
        months = [word[:3] for word in words_of if word[0].isalpha() and len(word) > 2]
        if days and months:
            found.add(f"{days[0]} {months[0]}")
    return frozenset(found)


def _holders(mention: Mention, said: tuple[str, ...]) -> tuple[str, ...]:
    """Its actors; of "our units hold the village", "it is in its hands" the one who says so."""
    spots = {fold(p.name) for p in mention.values.places if p.precision is not Precision.COUNTRY}
    named = tuple(actor for actor in mention.values.actors if fold(actor) not in spots)
    if mention.values.kind is not ClaimKind.CONTROL:
        return named
    if mention.asserter and _ITS_TROOPS.match(" ".join(said)):
        return (mention.asserter, *named)
    if named:
        return named
    if _OURS.isdisjoint(said) and not _IN_ITS_HANDS.search(" ".join(said)):
        return ()
    return (mention.asserter,) if mention.asserter else ()


@lru_cache(maxsize=10_000)
def _outlets(*named: str | None) -> frozenset[str]:
    return frozenset(fold(short_name(name)) for name in named if name) - {""}


def item(at: Rank, mention: Mention, document: Document) -> Item:
    """One mention with everything a comparison needs; ``at``: its rank."""
    text = words(document.text, mention.content)
    bag = frozenset(stems(_IDLE_ONE.sub(" ", text)))
    said = tokens(text)
    points = _points(text, said, bag, mention.polarity is Polarity.DENIED)
    rejects = _rejects(said, points)
    denied = mention.polarity is Polarity.DENIED or rejects
    plain = _DATE.sub(" ", text)
    dated = plain != text
    undated = stems(_IDLE_ONE.sub(" ", plain)) if dated else bag
    time = mention.values.time
    return Item(
        at=at,
        mention=mention,
        document=document,
        moment=when.moment(document),
        day=when.day(document),
        text=text,
        tokens=said,
        bag=bag,
        numbers=frozenset(stem for stem in undated if stem.startswith("#")),
        points=points,
        rejects=rejects,
        dates=_dates(text) if dated else frozenset(),
        lets_go=not lexicon.words("linking", "letting_go").isdisjoint(said),
        denied=denied,
        own_time=time if time is not None and _within(mention, time.spans) else None,
        own_places=tuple(p for p in mention.values.places if _within(mention, p.spans)),
        said=(bag - pointing() or bag) if denied else bag,
        holders=_holders(mention, said),
        bare=bool(bag) and all(stem.startswith("#") for stem in bag),
        relays=frozenset(fold(short_name(relay.name)) for relay in mention.relays[:-1]),
        outlets=_outlets(document.publisher, document.agency),
    )


def items(reading: Reading) -> tuple[Item, ...]:
    """The mentions of a document, each once, in canonical order: by place in the text, then id."""

    def key(mention: Mention) -> tuple[int, str]:
        return (mention.content[0][0] if mention.content else 0), mention.id

    rank = document_rank(reading.document)
    ordered = sorted({mention.id: mention for mention in reading.mentions}.values(), key=key)
    return tuple(
        item(mention_rank(rank, place), mention, reading.document)
        for place, mention in enumerate(ordered)
    )
