"""Said when against happened when: a field of days with a mark wherever claims meet.

On the slanting line a thing was reported on the day that it happened; below it later, above it
before: a forecast, a plan or a threat. Of a thing that took several days the one nearest to the
telling counts. The few farthest days are left out of the drawing, and said to be.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from twosource.model import Status
from twosource.publishing import phrases
from twosource.publishing.views.figures import Tick, day_ticks

WIDTH, HEIGHT = 760, 420
LEFT, RIGHT, TOP, BOTTOM = 92, 16, 14, 34
COLUMNS, ROWS = 56, 30
OUTSIDE = 0.02  # share of points at either end that may fall out of the drawing


class Told(Protocol):
    """A claim with the day it was first told and the days of the thing claimed."""

    @property
    def said(self) -> str:
        """ISO day."""
        ...

    @property
    def start(self) -> str:
        """ISO day."""
        ...

    @property
    def end(self) -> str:
        """ISO day."""
        ...

    @property
    def status(self) -> Status:
        """Where the claim stands."""
        ...


@dataclass(frozen=True, slots=True)
class Meeting:
    """Claims told in some days of other days: where, how many, and both stretches of days."""

    x: float
    y: float
    radius: float
    many: int
    contested: int
    said: tuple[str, str]
    happened: tuple[str, str]
    title: str


@dataclass(frozen=True, slots=True)
class Field:
    """The drawing; ``line`` is where both days are the same."""

    meetings: tuple[Meeting, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    line: tuple[float, float, float, float] | None
    outside: int
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM


def _ordinal(iso: str) -> int | None:
    try:
        return date.fromisoformat(iso[:10]).toordinal()
    except ValueError:
        return None


def _pairs(points: Sequence[Told]) -> list[tuple[int, int, bool]]:
    found = []
    for point in points:
        said, start, end = _ordinal(point.said), _ordinal(point.start), _ordinal(point.end)
        if said is not None and start is not None and end is not None:
            nearest = min(max(said, start), max(start, end))
            found.append((said, nearest, point.status is Status.CONTESTED))
    return found


def _range(days: list[int]) -> tuple[int, int]:
    """Where all but the farthest days lie, never less than a week."""
    days = sorted(days)
    cut = int(len(days) * OUTSIDE)
    low, high = days[cut], days[len(days) - 1 - cut]
    room = max(0, 7 - (high - low)) / 2
    return math.floor(low - room), math.ceil(high + room)


def _iso(ordinal: int) -> str:
    return date.fromordinal(max(1, ordinal)).isoformat()


def _span(first: int, last: int) -> str:
    if first == last:
        return phrases.day(_iso(first))
    return f"{phrases.day(_iso(first))}–{phrases.day(_iso(last))}"


def said_against_happened(points: Sequence[Told]) -> Field | None:
    """Lay the field out; ``None`` where fewer than two claims have both days."""
    pairs = _pairs(points)
    if len(pairs) < 2:
        return None
    left, right = _range([said for said, _, _ in pairs])
    low, high = _range([happened for _, happened, _ in pairs])
    inside = [p for p in pairs if left <= p[0] <= right and low <= p[1] <= high]
    wide = max(1, math.ceil((right - left + 1) / COLUMNS))
    tall = max(1, math.ceil((high - low + 1) / ROWS))
    cells: defaultdict[tuple[int, int], list[bool]] = defaultdict(list)
    for said, happened, contested in inside:
        cells[(said - left) // wide, (happened - low) // tall].append(contested)
    inner = (WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM)

    def x(day: float) -> float:
        return round(LEFT + (day - left + 0.5) / (right - left + 1) * inner[0], 1)

    def y(day: float) -> float:
        return round(HEIGHT - BOTTOM - (day - low + 0.5) / (high - low + 1) * inner[1], 1)

    most = max((len(own) for own in cells.values()), default=1)
    largest = min(inner[0] * wide / (right - left + 1), inner[1] * tall / (high - low + 1)) * 0.62
    meetings = []
    for (column, row), own in sorted(cells.items()):
        told = (left + column * wide, min(right, left + (column + 1) * wide - 1))
        past = (low + row * tall, min(high, low + (row + 1) * tall - 1))
        many = phrases.counted(len(own), "claim")
        meetings.append(
            Meeting(
                x=x((told[0] + told[1]) / 2),
                y=y((past[0] + past[1]) / 2),
                radius=round(
                    max(2.2, min(14.0, max(5.0, largest)) * math.sqrt(len(own) / most)), 1
                ),
                many=len(own),
                contested=sum(own),
                said=(_iso(told[0]), _iso(told[1])),
                happened=(_iso(past[0]), _iso(past[1])),
                title=f"{many} said {_span(*told)} of {_span(*past)}",
            )
        )
    first, last = max(left, low), min(right, high)
    return Field(
        meetings=tuple(meetings),
        across=day_ticks(left, right, x(left), x(right) - x(left)),
        up=day_ticks(low, high, y(low), y(high) - y(low)),
        line=(x(first), y(first), x(last), y(last)) if last > first else None,
        outside=len(pairs) - len(inside),
    )
