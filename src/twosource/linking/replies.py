"""What a denial denies, and what "the same number" is: statements that point to one before them.

A denial is often elliptic ("denied losing any aircraft", "the report as baseless"): it is attached
to the statement by another party that it answers, in the same document where that can be seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from twosource import lexicon
from twosource.linking import names
from twosource.linking.items import Item, pointing
from twosource.linking.ranks import Rank
from twosource.linking.weights import cosine
from twosource.model import ClaimKind, Measure
from twosource.reading.states import any_state, states_in

REACH = 6  # statements looked back over
AHEAD = 3  # statements looked ahead to, where the words themselves show what is meant
NEAR = 400  # code points between a reply and what it answers, where words give no hint
LIKE = 0.3  # cosine from which words alone show what is answered
AHEAD_LIKE = 0.45
HINT = 0.08  # cosine that a reply with words of its own needs at least
BREATH = 300  # code points between a statement and a reply that follows it at once
FEW = 2  # stems up to which a denial may have no word in common with what it denies
LEAST = 0.2  # score below which nothing is answered
_NEARNESS = 0.5
_HEAD = 0.25  # the main statement of a source, rather than a detail after it
_MAIN = 0.45  # what a source says first is what "the report" means
_LEAD = 0.25  # the first figure of a text is the one "the figure" means
_KIND = 0.2
_VAGUE = 0.3  # a count of who knows what is hardly "the figure"


@dataclass(frozen=True, slots=True)
class Reply:
    """A mention that answers or points to another."""

    mention: Rank
    target: Rank
    score: float
    why: str


def _other_party(reply: Item, item: Item) -> bool:
    """May the asserter of ``reply`` answer ``item``? Nobody denies what he passed on himself."""
    a, b = reply.mention.asserter, item.mention.asserter
    if not a or not b:
        return True
    return not (_one_state(a, b) or any(names.same(a, link) for link in item.mention.chain))


def _one_state(a: str, b: str) -> bool:
    """A state and one of its own bodies: "Chad", "a Chadian ministry official"."""
    whole = any_state(a) or any_state(b)
    words = (names.fold(each).title().split() for each in (a, b))
    named = ({state.name for _, state in states_in(each)} for each in words)
    return whole is not None and all(whole.name in each for each in named)


def _heads(told: Sequence[Item]) -> frozenset[Rank]:
    """The first statement of every run of statements by one source."""
    found: set[Rank] = set()
    last: str | None = None
    for item in told:
        root = names.fold(item.mention.asserter or "")
        if root != last:
            found.add(item.at)
        last = root
    return frozenset(found)


def _means_the_news(reply: Item) -> bool:
    """Does it mean the news as such ("the report", "the reports as fantasies")?"""
    about_news = not _news().isdisjoint(reply.tokens)
    return reply.points == "any" and about_news and not reply.bag - pointing()


@cache
def _news() -> frozenset[str]:
    rows = lexicon.rows("linking", "anaphors")
    return frozenset(row[0] for row in rows if row[-1] == "news")


def _mains(told: Sequence[Item]) -> frozenset[Rank]:
    """The first statement of every source in the document."""
    first: dict[str, Rank] = {}
    for item in told:
        title = item.document.title_span
        if item.mention.asserter and (title is None or item.start >= title[1]):
            first.setdefault(names.fold(item.mention.asserter), item.at)
    return frozenset(first.values())


def _in_one_breath(reply: Item, item: Item, steps: int) -> bool:
    """Does it stand just before, in the same paragraph?

    A reply with words of its own answers the very statement before it; one that only points may
    mean any of the few before it.
    """
    content = item.mention.content
    if not content or (steps and not reply.points) or not item.mention.asserter:
        return False
    between = reply.document.text[content[-1][1] : reply.start]
    return len(between) <= BREATH and "\n" not in between


def _fits(reply: Item, item: Item, like: float, steps: int, lead: bool, main: bool) -> bool:
    """Can ``item`` be what is meant at all?"""
    if reply.denied and not _other_party(reply, item):
        return False
    if reply.points == "figure" and item.mention.values.figure is None and not item.numbers:
        return False
    own_words = not reply.points and len(reply.bag) > FEW
    own_words |= reply.points == "any" and bool(reply.bag - pointing())
    counted = item.mention.values.figure is not None and not reply.numbers
    hint = AHEAD_LIKE if counted and not reply.points else HINT
    if own_words and like < hint and not _in_one_breath(reply, item, steps):
        return False
    content = item.mention.content
    gap = abs(reply.start - content[-1][1]) if content else NEAR + 1
    return gap <= NEAR or like >= LIKE or _named_by(reply, lead, main)


def _named_by(reply: Item, lead: bool, main: bool) -> bool:
    """Is it what "the figure" or "the report" of a text means, however far before?"""
    return (lead and reply.points == "figure") or (main and _means_the_news(reply))


def _score(
    reply: Item, item: Item, like: float, steps: int, head: bool, lead: bool, main: bool = False
) -> float:
    kinds = {reply.mention.values.kind, item.mention.values.kind}
    score = like + _NEARNESS / (1 + steps)
    score += _KIND * (len(kinds) == 1 and ClaimKind.STATEMENT not in kinds)
    score += _HEAD * (head and reply.points == "any")
    score += _MAIN * (main and _means_the_news(reply))
    if reply.points == "figure":
        figure = item.mention.values.figure
        score += _LEAD * lead
        score -= _VAGUE * (figure is None or figure.measure is Measure.OTHER)
    return score


def _says_ahead(reply: Item, item: Item) -> bool:
    """May a statement after it be what it answers? What only points, points back."""
    counted = item.mention.values.figure is not None and not reply.numbers
    return not reply.points and not counted and _other_party(reply, item)


def _answers(reply: Item, told: Sequence[Item], place: int) -> list[Reply]:
    """What a reply may answer in its document, with scores."""
    plain = [item for item in told if not item.denied and not item.points]
    heads = _heads(plain)
    mains = _mains(plain)
    counted = [x for x in plain if x.mention.values.figure is not None]
    counted = counted or [x for x in plain if x.numbers]
    first = counted[0].at if counted else None
    before = [item for item in reversed(told[:place]) if not item.denied and not item.points]
    after = [item for item in told[place + 1 :] if not item.denied and not item.points]
    verb = "denies" if reply.denied else "points to"
    found: list[Reply] = []
    for steps, item in enumerate(before):
        like = cosine(reply.said, item.bag)
        lead, main = item.at == first, item.at in mains
        near = steps < REACH or lead or main
        if not near or not _fits(reply, item, like, steps, lead, main):
            continue
        score = _score(reply, item, like, steps, item.at in heads, lead, main)
        found.append(Reply(reply.at, item.at, score, f"{verb} a statement before it"))
    for steps, item in enumerate(after[:AHEAD]):
        like = cosine(reply.said, item.bag)
        if like >= AHEAD_LIKE and len(reply.bag) > FEW and _says_ahead(reply, item):
            score = _score(reply, item, like, steps + 1, head=False, lead=False, main=False)
            found.append(Reply(reply.at, item.at, score, f"{verb} a statement after it"))
    return [reply for reply in found if reply.score >= LEAST]


def replies(told: Sequence[Item]) -> tuple[Reply, ...]:
    """All answers that denials and pointing statements of one document may be."""
    return tuple(
        answer
        for place, item in enumerate(told)
        if item.denied or item.points
        for answer in _answers(item, told, place)
    )
