"""What excludes that two mentions state one proposition.

Likeness of wording cannot tell a paraphrase from a contradiction: every pair passes `apart` first.
"""

from __future__ import annotations

from twosource.linking import names, when
from twosource.linking.items import Item
from twosource.linking.values import (
    days_between,
    figures_apart,
    group_told,
    groups_apart,
    places_apart,
)
from twosource.model import ClaimKind, Figure, Measure, TimeFrame, TimeRange

ABOUT = 3  # days by which a time that is said to be about a day may be another one
TELLING = 2  # significant digits from which a number is particular
PARTICULAR = 3  # significant digits from which a number is hardly another's


def times_apart(a: TimeRange | None, b: TimeRange | None, slack: int) -> bool:
    """Do two known times lie more than ``slack`` days apart? What is about a day has more slack."""
    if a is None or b is None or when.overlap(a, b) > 0:
        return False
    slack += ABOUT * any("~" in (each.edtf or "") for each in (a, b))
    gaps = [days_between(a.end, b.start), days_between(b.end, a.start)]
    known = [gap for gap in gaps if gap is not None]
    return bool(known) and min(known) > slack


def holders_apart(a: Item, b: Item) -> bool:
    """Do both name who acts, and none of them can be one?"""
    x, y = a.holders, b.holders
    return bool(x and y) and not any(names.within(one, other) for one in x for other in y)


def _control_apart(a: Item, b: Item) -> str:
    x, y = a.mention.values, b.mention.values
    if not (x.kind is y.kind is ClaimKind.CONTROL):
        return ""
    if places_apart(a.own_places, b.own_places, exact=True):
        return "another place"
    if a.denied or b.denied:  # a denial names either party
        return ""
    if holders_apart(a, b):
        return "another holder"
    return "leaving is not holding" if a.lets_go != b.lets_go and a.holders and b.holders else ""


def _transfer_apart(a: Item, b: Item) -> str:
    x, y = a.mention.values.transfer, b.mention.values.transfer
    if x is None or y is None:
        return ""
    for one, other in ((x.giver, y.giver), (x.receiver, y.receiver)):
        if not one or not other or names.within(one, other):
            continue
        if names.is_name(one) and names.is_name(other):  # "its allies" excludes nobody
            return "another party of the transfer"
    return ""


def counted(item: Item) -> Figure | None:
    """Its figure, unless it is a denial that counts nothing."""
    return None if _not_one(item) else item.mention.values.figure


def _not_one(item: Item) -> bool:
    """A denial like "not one fighter" counts nothing."""
    figure = item.mention.values.figure
    return item.denied and figure is not None and (figure.high or 0) <= 1


def _lost(item: Item) -> bool:
    """Is it a loss of which it is not said whether they were killed ("lost 300 men")?"""
    return "lose" in item.bag and item.bag.isdisjoint({"wound", "casualty"})


def _measures_apart(a: Item, b: Item) -> str:
    x, y = _measure(a), _measure(b)
    if x is y or Measure.OTHER in (x, y):
        return ""
    vague = a if x is Measure.CASUALTIES else b
    if {x, y} == {Measure.CASUALTIES, Measure.KILLED} and _lost(vague):
        return ""
    return f"{x.value} is not {y.value}"


def _measure(item: Item) -> Measure:
    """What it counts; a bare number ("1,500 to 2,000") does not say."""
    figure = item.mention.values.figure
    return Measure.OTHER if figure is None or item.bare else figure.measure


def _figures_apart(a: Item, b: Item) -> str:
    x, y = a.mention.values.figure, b.mention.values.figure
    if x is None or y is None:
        return ""
    why = figures_apart(x, y)
    if why == "another number" and _measure(a) is _measure(b) is Measure.OTHER and telling(a, b):
        return ""  # one statement with two counts: the readings took different ones
    return why


def _groups_apart(a: Item, b: Item) -> str:
    """Groups that the words name exclude one another; a group from the context may be mistaken."""
    x, y = counted_group(a), counted_group(b)
    if not groups_apart(x, y):
        return ""
    told_a, told_b = _group_told(a, x), _group_told(b, y)
    if told_a and told_b:
        return "another group"
    if (told_a and _group_told(b, x)) or (told_b and _group_told(a, y)):
        return ""  # the words of both name one group
    return "" if one_voice(a, b) or telling(a, b, PARTICULAR) else "another group"


def counted_group(item: Item) -> str | None:
    """Whom its figure counts; a bare number does not say."""
    figure = item.mention.values.figure
    return None if figure is None or item.bare else figure.group


def _group_told(item: Item, group: str | None) -> bool:
    """Do its own words name the group? A figure without words counts as told."""
    figure = item.mention.values.figure
    if figure is None or not group:
        return False
    return (not figure.spans and group == figure.group) or group_told(group, item.tokens)


def one_voice(a: Item, b: Item) -> bool:
    """One root asserter, or one of them heard through the outlet of the other."""
    return one_asserter(a, b) or relayed(a, b)


def one_asserter(a: Item, b: Item) -> bool:
    """Have both one root asserter?"""
    x, y = a.mention.asserter, b.mention.asserter
    return bool(x and y and names.same(x, y))


def relayed(a: Item, b: Item) -> bool:
    """Does the one credit the outlet in which the other stands?"""
    if a.document.id == b.document.id:
        return False
    return any(
        outlet in relay.split() or outlet == relay
        for one, other in ((a, b), (b, a))
        for relay in one.relays
        for outlet in other.outlets
    )


def _numbers_apart(a: Item, b: Item) -> str:
    x, y = a.mention.values.figure, b.mention.values.figure
    if _not_one(a) or _not_one(b):
        return ""
    if x is not None and y is not None:
        return _measures_apart(a, b) or _figures_apart(a, b) or _groups_apart(a, b)
    if a.numbers and b.numbers and not a.numbers & b.numbers:
        return "another number"
    return ""


def _deadlines_apart(a: Item, b: Item) -> bool:
    """Agreements or plans whose words name different days."""
    if not a.dates or not b.dates or a.dates & b.dates:
        return False
    agreed = a.mention.values.kind is b.mention.values.kind is ClaimKind.AGREEMENT
    return agreed or a.mention.time_frame is b.mention.time_frame is TimeFrame.FUTURE


def telling(a: Item, b: Item, digits: int = TELLING) -> str:
    """A number both texts give that is too particular to be chance; years are none."""
    shared = [n for n in a.numbers & b.numbers if len(n.strip("#").strip("0.")) >= digits]
    return min(shared).strip("#") if shared else ""


def apart(a: Item, b: Item) -> str:
    """What excludes that the two state one proposition; ``""`` where nothing does."""
    x, y = a.mention.values, b.mention.values
    if why := _numbers_apart(a, b) or _control_apart(a, b) or _transfer_apart(a, b):
        return why
    counted = x.figure is not None and y.figure is not None
    if times_apart(a.own_time, b.own_time, slack=0 if counted else 1):
        return "another time"
    if places_apart(a.own_places, b.own_places):
        return "another place"
    if _deadlines_apart(a, b):
        return "another deadline"
    frames = {a.mention.time_frame, b.mention.time_frame}
    if frames >= {TimeFrame.FUTURE, TimeFrame.PAST} and not (a.denied or b.denied):
        return "a forecast is not an event"
    if a.denied != b.denied and one_asserter(a, b):
        return "nobody denies what it says itself"
    return ""
