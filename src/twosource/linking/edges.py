"""Edges between mentions that may state one proposition: copied, alike, or an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from twosource.linking.decide import SAME, likeness
from twosource.linking.exclusion import apart
from twosource.linking.items import Item
from twosource.linking.replies import replies
from twosource.linking.shelf import Edge, Sort
from twosource.linking.weights import cosine
from twosource.model import Copy

COPIED = 0.5  # cosine between two contents of aligned sentences from which they are one statement
DIGITS = 6  # of a score: what decides must not hang on rounding


def _inside(item: Item, start: int, end: int) -> bool:
    content = item.mention.content
    return bool(content) and start <= content[0][0] and content[-1][1] <= end


def copied(copy: Copy, told: Sequence[Item], original: Sequence[Item]) -> Iterator[Edge]:
    """Statements in aligned passages of a copy (``told``: its mentions) and its original."""
    for passage in copy.passages:
        here = [x for x in told if _inside(x, *passage.here)]
        there = [x for x in original if _inside(x, *passage.there)]
        for x in here:
            for y in there:
                like = cosine(x.bag, y.bag)
                if x.denied == y.denied and like >= COPIED and not apart(x, y):
                    one, other = min(x.at, y.at), max(x.at, y.at)
                    yield Edge(one, other, round(1.0 + like, DIGITS), Sort.COPIED)


def alike(item: Item, earlier: Iterable[Item]) -> Iterator[Edge]:
    """Earlier statements that are like this one."""
    for one in earlier:
        if apart(one, item):
            continue
        verdict = likeness(one, item)
        if verdict.score >= SAME:
            sort = Sort.VALUES if verdict.valued else Sort.WORDS
            yield Edge(one.at, item.at, round(verdict.score, DIGITS), sort)


def answers(told: Sequence[Item], settled: Iterable[Edge]) -> Iterator[Edge]:
    """What the replies of one document may answer.

    ``settled``: edges to originals of replies that answer something where they were copied from;
    the copied replies answer the same.
    """
    taken = {edge.other for edge in settled}
    for reply in replies(told):
        if reply.mention not in taken:
            one, other = min(reply.mention, reply.target), max(reply.mention, reply.target)
            yield Edge(one, other, round(reply.score, DIGITS), Sort.ANSWER)


def is_reply(item: Item) -> bool:
    """Does it deny something or only point to it?"""
    return item.denied or bool(item.points)


def why(edge: Edge, one: Item, other: Item) -> str:
    """One line for people: what speaks for the edge."""
    if edge.sort is Sort.COPIED:
        return "copied passage"
    if edge.sort is not Sort.ANSWER:
        return likeness(one, other).why
    reply = other if is_reply(other) else one
    where = "before" if reply is other else "after"
    return f"{'denies' if reply.denied else 'points to'} a statement {where} it"
