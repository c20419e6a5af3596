"""Do two mentions state one proposition? Values decide first, wording only where they allow it.

Likeness of wording alone cannot tell a paraphrase from a contradiction, so every pair first passes
`apart`, which knows what excludes what; only then `likeness` adds up what speaks for one claim.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from twosource.linking import names, when
from twosource.linking.items import Item
from twosource.linking.values import (
    days_between,
    figures_apart,
    group_told,
    groups_apart,
    places_apart,
    places_shared,
)
from twosource.model import ClaimKind, Figure, Measure, TimeFrame, TimeRange

SAME = 0.7
LEAST_WORDING = 0.25  # cosine that wording must reach where no figure speaks for it
FEW = 3  # stems below which like words say little
TELLING = 2  # significant digits from which a number is particular
PARTICULAR = 3  # significant digits from which a number is hardly another's
NEAR = 3  # days within which one asserter's like words are likely one statement
FAR = 30  # days between two reports from which sameness needs more


@dataclass(frozen=True, slots=True)
class Verdict:
    """How much speaks for one claim (0..1), and what."""

    score: float
    why: str
    valued: bool = False  # does it rest on values more than on wording?


class Weights(dict[str, float]):
    """Weight of every stem; squares and the squared norms of bags are kept."""

    def __init__(self, weight: Mapping[str, float]) -> None:
        """Take the weights over."""
        super().__init__(weight)
        self._squares = {stem: value**2 for stem, value in weight.items()}
        self._norms: dict[frozenset[str], float] = {}

    def squared(self, bag: frozenset[str]) -> float:
        """Sum of the squared weights of a bag."""
        return sum(map(self._squares.__getitem__, bag))

    def norm(self, bag: frozenset[str]) -> float:
        """As `squared`, remembered: for the bag of a whole content."""
        known = self._norms.get(bag)
        if known is None:
            known = self._norms[bag] = self.squared(bag)
        return known


def cosine(a: frozenset[str], b: frozenset[str], weight: Weights) -> float:
    """Cosine of two bags under squared inverse-document-frequency weights."""
    common = a & b
    if not common:
        return 0.0
    both = weight.squared(common)
    return both / math.sqrt(weight.norm(a) * weight.norm(b)) if both else 0.0


def _times_apart(a: TimeRange | None, b: TimeRange | None, slack: int) -> bool:
    if a is None or b is None or when.overlap(a, b) > 0:
        return False
    gaps = [days_between(a.end, b.start), days_between(b.end, a.start)]
    known = [gap for gap in gaps if gap is not None]
    return bool(known) and min(known) > slack


def _holders_apart(a: Item, b: Item) -> bool:
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
    if _holders_apart(a, b):
        return "another holder"
    return "leaving is not holding" if a.lets_go != b.lets_go and a.holders and b.holders else ""


def _transfer_apart(a: Item, b: Item) -> str:
    x, y = a.mention.values.transfer, b.mention.values.transfer
    if x is None or y is None:
        return ""
    for one, other in ((x.giver, y.giver), (x.receiver, y.receiver)):
        if one and other and not names.within(one, other):
            return "another party of the transfer"
    return ""


def _counted(item: Item) -> Figure | None:
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
    if why == "another number" and _measure(a) is _measure(b) is Measure.OTHER and _telling(a, b):
        return ""  # one statement with two counts: the readings took different ones
    return why


def _groups_apart(a: Item, b: Item) -> str:
    """Groups that the words name exclude one another; a group from the context may be mistaken."""
    x, y = _group(a), _group(b)
    if not groups_apart(x, y):
        return ""
    told_a, told_b = _group_told(a, x), _group_told(b, y)
    if told_a and told_b:
        return "another group"
    if (told_a and _group_told(b, x)) or (told_b and _group_told(a, y)):
        return ""  # the words of both name one group
    return "" if _one_voice(a, b) or _telling(a, b, PARTICULAR) else "another group"


def _group(item: Item) -> str | None:
    figure = item.mention.values.figure
    return None if figure is None or item.bare else figure.group


def _group_told(item: Item, group: str | None) -> bool:
    """Do its own words name the group? A figure without words counts as told."""
    figure = item.mention.values.figure
    if figure is None or not group:
        return False
    return (not figure.spans and group == figure.group) or group_told(group, item.tokens)


def _one_voice(a: Item, b: Item) -> bool:
    """One root asserter, or one of them heard through the outlet of the other."""
    return _one_asserter(a, b) or _relayed(a, b)


def _one_asserter(a: Item, b: Item) -> bool:
    x, y = a.mention.asserter, b.mention.asserter
    return bool(x and y and names.same(x, y))


def _relayed(a: Item, b: Item) -> bool:
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


def apart(a: Item, b: Item) -> str:
    """What excludes that the two state one proposition; ``""`` where nothing does."""
    x, y = a.mention.values, b.mention.values
    if why := _numbers_apart(a, b) or _control_apart(a, b) or _transfer_apart(a, b):
        return why
    counted = x.figure is not None and y.figure is not None
    if _times_apart(a.own_time, b.own_time, slack=0 if counted else 1):
        return "another time"
    if places_apart(a.own_places, b.own_places):
        return "another place"
    if _deadlines_apart(a, b):
        return "another deadline"
    frames = {a.mention.time_frame, b.mention.time_frame}
    if frames >= {TimeFrame.FUTURE, TimeFrame.PAST} and not (a.denied or b.denied):
        return "a forecast is not an event"
    if a.denied != b.denied and _one_asserter(a, b):
        return "nobody denies what it says itself"
    return ""


def _significant(figure: Figure) -> int:
    bound = figure.high if figure.high is not None else figure.low
    return len(f"{bound:g}".replace(".", "").strip("0")) if bound is not None else 0


def _shared_values(a: Item, b: Item) -> list[tuple[float, str]]:
    """What else the two have in common, each with its weight."""
    x, y = a.mention.values, b.mention.values
    found: list[tuple[float, str]] = []
    if places_shared(x.places, y.places):
        found.append((0.12, "place"))
    known = sum(any(names.same(one, other) for other in b.holders) for one in a.holders)
    if known:
        found.append((0.08 * min(known, 2), "actor" if known == 1 else "actors"))
    if x.time and y.time and when.overlap(x.time, y.time) >= 0.5:
        found.append((0.12, "time"))
    if _one_asserter(a, b):
        found.append((0.1, "asserter"))
        gap = days_between(a.day, b.day)
        if gap is not None and gap <= NEAR and a.document.id != b.document.id:
            found.append((0.06, "days"))
    if _relayed(a, b):
        found.append((0.2, "relay"))
    if x.kind is y.kind and x.kind is not ClaimKind.STATEMENT:
        found.append((0.05, "kind"))
    return found


def _held_against(a: Item, b: Item) -> float:
    """What speaks against without excluding."""
    x, y = a.mention.values, b.mention.values
    minus = 0.0
    if x.kind is not y.kind and not {ClaimKind.STATEMENT, ClaimKind.FIGURE} & {x.kind, y.kind}:
        minus += 0.1
    if (x.figure is None) != (y.figure is None) and not a.numbers & b.numbers:
        minus += 0.1
    if a.dates and b.dates and not a.dates & b.dates:
        minus += 0.2
    if groups_apart(_group(a), _group(b)):
        minus += 0.2
    if _holders_apart(a, b):
        minus += 0.15
    if _times_apart(x.time, y.time, slack=1) or places_apart(x.places, y.places):
        minus += 0.1
    if x.kind is y.kind is ClaimKind.CONTROL and not (a.holders and b.holders):
        minus += 0.2  # who holds it is not known of both
    gap = days_between(a.day, b.day)
    if gap is not None and gap > FAR and not (x.time and y.time) and not _one_range(a, b):
        minus += 0.05 if _one_voice(a, b) else 0.15
    return minus


def _one_range(a: Item, b: Item) -> bool:
    """Do both give the same two bounds? Hardly by chance."""
    x, y = a.mention.values.figure, b.mention.values.figure
    if x is None or y is None or x.low is None or x.high is None or x.low == x.high:
        return False
    return (x.low, x.high) == (y.low, y.high)


def _figure_score(one: Figure, other: Figure) -> list[tuple[float, str]]:
    found = [(0.45, "number")]
    if one.group and other.group and not groups_apart(one.group, other.group):
        found.append((0.15, "group"))
    if one.low != one.high and (one.low, one.high) == (other.low, other.high):
        found.append((0.25, "range"))
    digits = max(_significant(one), _significant(other))
    if digits >= 2:
        found.append((0.05 * min(digits, 4), "telling number"))
    return found


def likeness(a: Item, b: Item, weight: Weights) -> Verdict:
    """What speaks for one claim, given that nothing excludes it."""
    wording = cosine(a.said, b.said, weight)
    shared = _shared_values(a, b)
    x, y = _counted(a), _counted(b)
    minus = _held_against(a, b)
    valued = True
    if x is not None and y is not None and not figures_apart(x, y):
        shared += _figure_score(x, y)
        score = sum(part for part, _ in shared) + 0.35 * wording - minus
    elif a.tokens == b.tokens and len(a.bag) >= 3:
        return Verdict(1.0 - minus, "the same words", valued=True)
    elif _one_holding(a, b, shared):
        score = 0.75 + 0.2 * wording - minus
    elif wording < LEAST_WORDING:
        return Verdict(0.0, "")
    else:
        if told := _telling(a, b):
            shared.append((0.3, f"number {told}"))
        elif a.numbers & b.numbers and _one_voice(a, b):
            shared.append((0.2, "number"))
        if min(len(a.said), len(b.said)) < FEW and not {"place", "asserter"} & {
            n for _, n in shared
        }:
            minus += 0.3  # "it was holding the town": which town?
        score = wording + sum(part for part, _ in shared) - minus
        valued = False
    reasons = [name for _, name in shared]
    if wording >= LEAST_WORDING:
        reasons.append(f"wording {wording:.2f}")
    return Verdict(max(0.0, score), "same " + ", ".join(reasons), valued)


def _telling(a: Item, b: Item, digits: int = TELLING) -> str:
    """A number both texts give that is too particular to be chance; years are none."""
    shared = [n for n in a.numbers & b.numbers if len(n.strip("#").strip("0.")) >= digits]
    return min(shared).strip("#") if shared else ""


def _one_holding(a: Item, b: Item, shared: list[tuple[float, str]]) -> bool:
    """One party holding one place at one time, whatever the words."""
    kinds = {a.mention.values.kind, b.mention.values.kind}
    return kinds == {ClaimKind.CONTROL} and {"place", "actor", "time"} <= {
        name for _, name in shared
    }
