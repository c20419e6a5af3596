"""One statement about who holds a place, whatever the words: held, taken, lost, denied."""

from __future__ import annotations

from twosource.linking import names, when
from twosource.linking.exclusion import times_apart
from twosource.linking.items import Item
from twosource.linking.values import days_between, same_place
from twosource.model import ClaimKind

SOON = 3  # days between two reports within which a place hardly changes hands twice

SHORT = 4  # stems of a statement that tells of nothing but the loss


def one_holding(a: Item, b: Item) -> str:
    """Why two statements tell of one holding of one place; ``""`` where that is not shown."""
    if not _control(a, b) or not _one_spot(a, b):
        return ""
    if a.dates and b.dates and not a.dates & b.dates:
        return ""
    if a.denied != b.denied:
        return "denies that it is held" if _answers(a, b) else ""
    if a.denied:
        return ""
    if _known(a, b) and a.lets_go == b.lets_go and _at_one_time(a, b):
        return "one holder of one place"
    return "lost by the one, taken by the other" if _changed_hands(a, b) else ""


def _control(a: Item, b: Item) -> bool:
    return a.mention.values.kind is b.mention.values.kind is ClaimKind.CONTROL


def _one_spot(a: Item, b: Item) -> bool:
    x, y = a.mention.values.places, b.mention.values.places
    return any(same_place(one, other) for one in x for other in y)


def _known(a: Item, b: Item) -> bool:
    """Do both name one holder?"""
    return any(names.same(one, other) for one in a.holders for other in b.holders)


def _at_one_time(a: Item, b: Item) -> bool:
    x, y = a.mention.values.time, b.mention.values.time
    return x is not None and y is not None and when.overlap(x, y) >= 0.5


def _soon(a: Item, b: Item) -> bool:
    gap = days_between(a.day, b.day)
    return gap is not None and gap <= SOON and not times_apart(a.own_time, b.own_time, slack=1)


def _answers(a: Item, b: Item) -> bool:
    """Does the one deny what the other, of another party, says?"""
    no, yes = (a, b) if a.denied else (b, a)
    denier = no.mention.asserter
    if denier is None or no.lets_go != yes.lets_go or not _soon(a, b):
        return False
    theirs = (*yes.holders, yes.mention.asserter or "")
    if any(names.within(denier, party) for party in theirs):
        return False
    return not no.holders or not yes.holders or _known(a, b) or denier in no.holders


def _changed_hands(a: Item, b: Item) -> bool:
    """Is one "the town had been lost", nobody named, the other "his troops had taken it"?"""
    lost, taken = (a, b) if a.lets_go else (b, a)
    if not lost.lets_go or taken.lets_go or lost.holders or not taken.holders:
        return False
    if len(lost.bag) > SHORT:  # "left the heights before the town with all its guns" is more
        return False
    return _soon(a, b)
