"""A quantity on its way to a figure: what was read so far, and what earlier mentions stated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.grounding.groups import Counted
from twosource.grounding.numbers import Quantity
from twosource.grounding.page import Page
from twosource.model import ActorKind, Figure, Measure, Mention, Reason, Span

PERSONS = frozenset(
    (
        Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.CAPTURED, Measure.MISSING,
        Measure.DISPLACED, Measure.STRENGTH,
    )
)  # fmt: skip


HARMS = frozenset((Measure.KILLED, Measure.WOUNDED, Measure.MISSING))


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure with the words that decided its parts, and where it stands."""

    figure: Figure
    reasons: tuple[Reason, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Read:
    """A quantity with its noun phrase, what it measures, and how plainly (``weight``)."""

    quantity: Quantity
    phrase: Counted
    measure: Measure
    trigger: Span | None
    weight: int


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of those hit once the dead are told of: how many, as what, by which words."""

    quantity: Quantity
    dead: Span
    measure: Measure = Measure.WOUNDED
    why: str = "less the dead among them"


@dataclass(frozen=True, slots=True)
class Before:
    """The last figures the document stated: of anything, of people, of things.

    ``forces``: the armed bodies it names as sources, whose "army" it speaks of later;
    ``tolls``: who counted what of whom, in the order of the text; ``harmed``: how many were said
    to be killed, wounded or missing.
    """

    any: Stated | None = None
    people: Stated | None = None
    things: Stated | None = None
    forces: tuple[str, ...] = ()
    tolls: tuple[tuple[str, Measure, str], ...] = ()
    harmed: tuple[tuple[Measure, float], ...] = ()

    def then(self, stated: Stated, asserter: str | None = None) -> Before:
        """The same after one more figure, and who gave it."""
        if stated.figure.group:
            told = (asserter or "", stated.figure.measure, stated.figure.group)
            self = replace(self, tolls=(*self.tolls, told))
        if stated.figure.measure in HARMS:
            count = (stated.figure.measure, stated.figure.low or 0)
            self = replace(self, harmed=(*self.harmed, count))
        if stated.figure.measure in PERSONS:
            return replace(self, any=stated, people=stated)
        if stated.figure.measure is Measure.EQUIPMENT:
            return replace(self, any=stated, things=stated)
        return replace(self, any=stated)


def armed(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The names of armed bodies among those who speak, in the order of the mentions."""
    named = (r.name for m in mentions for r in m.relays if r.kind is ActorKind.FORCE)
    return tuple(dict.fromkeys(named))


def around(page: Page, quantity: Quantity, content: Span) -> tuple[Span, Span]:
    """Give the stretches after and before a number, up to its neighbours, within the content."""
    sentence = page.sentence(quantity.core[0])
    start, end = max(content[0], sentence[0]), min(content[1], max(sentence[1], quantity.span[1]))
    for other in page.quantities_near((start, end + 100)):  # one's words begin before its number
        if other.core[1] <= quantity.core[0]:
            start = max(start, other.core[1])
        elif other.core[0] >= quantity.core[1]:
            if other.unit == "percent" and quantity.unit != "percent":
                continue  # "70,000, about half the population, have fled"
            end = min(end, other.span[0])
            break
    return (quantity.core[1], end), (start, quantity.core[0])


def near(page: Page, before: Stated, at: int) -> bool:
    """Does a figure stand in the paragraph of an offset or the one before it."""
    here = page.paragraph(at)[0]
    return before.at >= page.paragraph(max(0, here - 2))[0]
