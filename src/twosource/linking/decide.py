"""Do two mentions state one proposition? Values decide first, wording only where they allow it.

Likeness of wording alone cannot tell a paraphrase from a contradiction, so every pair first passes
`apart`, which knows what excludes what; only then `likeness` adds up what speaks for one claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource import lexicon
from twosource.linking import names, when
from twosource.linking.exclusion import (
    counted,
    counted_group,
    holders_apart,
    one_asserter,
    one_voice,
    relayed,
    telling,
    times_apart,
)
from twosource.linking.holding import one_holding
from twosource.linking.items import Item
from twosource.linking.values import (
    days_between,
    figures_apart,
    group_told,
    groups_apart,
    places_apart,
    places_shared,
)
from twosource.linking.weights import cosine, is_name
from twosource.linking.words import stems
from twosource.model import ClaimKind, Figure

SAME = 0.7
LEAST_WORDING = 0.25  # cosine that wording must reach where no figure speaks for it
FEW = 3  # stems below which like words say little
ADRIFT = 0.5  # what is taken off where nothing ties two reports to one incident
NEAR = 3  # days within which one asserter's like words are likely one statement
FIRM = 0.5  # what shared values must add up to where they rather than the words carry a pair
ANCHOR = 3  # significant digits of a number that two incidents hardly share; two are any age
FAR = 30  # days between two reports from which sameness needs more


@dataclass(frozen=True, slots=True)
class Verdict:
    """How much speaks for one claim (0..1), and what."""

    score: float
    why: str
    valued: bool = False  # does it rest on values more than on wording?


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
    if one_asserter(a, b):
        found.append((0.1, "asserter"))
        gap = days_between(a.day, b.day)
        if gap is not None and gap <= NEAR and a.document.id != b.document.id:
            found.append((0.06, "days"))
    if relayed(a, b):
        found.append((0.2, "relay"))
    if _one_bargain(a, b):
        found.append((0.25, "goods"))
    if x.kind is y.kind and x.kind is not ClaimKind.STATEMENT:
        found.append((0.05, "kind"))
    return found


def _one_bargain(a: Item, b: Item) -> bool:
    """Do both tell of one giver or receiver, by name, and of goods named alike?"""
    x, y = a.mention.values.transfer, b.mention.values.transfer
    if x is None or y is None:
        return False
    parties = ((x.giver, y.giver), (x.receiver, y.receiver))
    known = any(
        p and q and names.is_name(p) and names.is_name(q) and names.within(p, q) for p, q in parties
    )
    return known and not set(stems(x.what or "")).isdisjoint(stems(y.what or ""))


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
    if groups_apart(counted_group(a), counted_group(b)):
        minus += 0.2
    if holders_apart(a, b):
        minus += 0.15
    if times_apart(x.time, y.time, slack=1) or places_apart(x.places, y.places):
        minus += 0.1
    if x.kind is y.kind is ClaimKind.CONTROL and not (a.holders and b.holders):
        minus += 0.2  # who holds it is not known of both
    if x.kind is y.kind is ClaimKind.CONTROL and places_apart(x.places, y.places, exact=True):
        minus += 0.4  # "the town" of one text is not that of another
    gap = days_between(a.day, b.day)
    if gap is not None and gap > FAR and not (x.time and y.time) and not _one_range(a, b):
        minus += 0.05 if one_voice(a, b) else 0.15
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


def _anchored(a: Item, b: Item, shared: list[tuple[float, str]]) -> bool:
    """Is there anything that two incidents would not have in common?

    "two men are dead" of May and of August are two incidents unless a place, a day, a name or a
    particular number says otherwise; of one day, or in one text, they may be one. An outlet that
    credits itself a year later, "Officials", and a people that the words do not name tie nothing.
    """
    gap = days_between(a.day, b.day)
    if a.document.id == b.document.id or gap is None or gap <= NEAR:
        return True
    common = {name for _, name in shared}
    if {"place", "actor", "actors", "time", "goods"} & common or ("relay" in common and gap <= FAR):
        return True
    if telling(a, b, ANCHOR) or _one_range(a, b):
        return True
    if places_apart(a.mention.values.places, b.mention.values.places):
        return False  # whoever counted them, and whosever people they were
    if one_asserter(a, b) and _known_by_name(a.mention.asserter or ""):
        return True
    x, y = counted_group(a), counted_group(b)
    named = x and y and names.is_name(x) and not groups_apart(x, y)
    if named and (group_told(x or "", a.tokens) or group_told(y or "", b.tokens)):
        return True
    return any(map(is_name, a.said & b.said))


def _known_by_name(asserter: str) -> bool:
    """Is it a name, and not a word that a capital begins: "Investigators", "Officials"?"""
    capitals = [word for word in asserter.split() if word[:1].isupper()]
    return len(capitals) > 1 or any(is_name(stem) for word in capitals for stem in stems(word))


def _name_alone(a: Item, b: Item) -> bool:
    """Do they share no more than who it is about: "the soldiers' help", "300 soldiers killed"?"""
    x, y = a.mention.values, b.mention.values
    who = {name for values in (x, y) for name in values.actors}
    who |= {each.group for each in (x.figure, y.figure) if each is not None and each.group}
    told = {stem for name in who for stem in stems(name)}
    return not {stem for stem in a.said & b.said if not stem.startswith("#")} - told - _people()


@cache
def _people() -> frozenset[str]:
    words = lexicon.table("linking", "generic_groups")
    return frozenset(stem for word in words for stem in stems(word))


def likeness(a: Item, b: Item) -> Verdict:
    """What speaks for one claim, given that nothing excludes it."""
    wording = cosine(a.said, b.said)
    shared = _shared_values(a, b)
    x, y = counted(a), counted(b)
    minus = _held_against(a, b) + (0.0 if _anchored(a, b, shared) else ADRIFT)
    valued = True
    if x is not None and y is not None and not figures_apart(x, y):
        shared += _figure_score(x, y)
        score = sum(part for part, _ in shared) + 0.35 * wording - minus
    elif a.tokens == b.tokens and len(a.bag) >= 3:
        return Verdict(1.0 - minus, "the same words", valued=True)
    elif held := one_holding(a, b):
        return Verdict(0.75 + 0.2 * wording, held, valued=True)
    elif wording < LEAST_WORDING or _name_alone(a, b):
        return Verdict(0.0, "")
    else:
        if told := telling(a, b):
            shared.append((0.3, f"number {told}"))
        elif a.numbers & b.numbers and one_voice(a, b):
            shared.append((0.2, "number"))
        if min(len(a.said), len(b.said)) < FEW and not {"place", "asserter"} & {
            n for _, n in shared
        }:
            minus += 0.3  # "it was holding the town": which town?
        firm = sum(part for part, _ in shared) - minus
        score = wording + firm
        valued = firm >= FIRM
    reasons = [name for _, name in shared]
    if wording >= LEAST_WORDING:
        reasons.append(f"wording {wording:.2f}")
    return Verdict(max(0.0, score), "same " + ", ".join(reasons), valued)
