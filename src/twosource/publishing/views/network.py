"""Who passes on whom, who gives whom what: two columns of names and the ribbons between them.

Whose words, or who gives, stands on the left; who passes them on, or who gets, on the right. A name
may stand in both columns: a relay is also a source. Widths are counts of mentions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, COLUMN, GAP = 760.0, 8.0, 7.0
LABEL = 232.0  # pixels for the names on either side
LEAST, TALL = 15.0, 620.0
DRAWN = 60  # ribbons in a drawing; the table has them all


@dataclass(frozen=True, slots=True)
class Tie:
    """One edge to draw: from left to right, with its count and what it stands for."""

    left: str
    right: str
    many: int
    what: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A name in a column; ``at`` numbers it for those ribbons that it belongs to."""

    name: str
    at: int
    x: float
    y: float
    height: float
    many: int


@dataclass(frozen=True, slots=True)
class Ribbon:
    """One edge as a path from bar ``left`` to bar ``right``."""

    tie: Tie
    left: int
    right: int
    path: str
    width: float
    label_x: float
    label_y: float


@dataclass(frozen=True, slots=True)
class Sankey:
    """The drawing."""

    left: tuple[Bar, ...]
    right: tuple[Bar, ...]
    ribbons: tuple[Ribbon, ...]
    width: float
    height: float


def _sums(ties: Sequence[Tie], right: bool) -> dict[str, int]:
    found: dict[str, int] = {}
    for tie in ties:
        name = tie.right if right else tie.left
        found[name] = found.get(name, 0) + tie.many
    return found


def _column(sums: dict[str, int], order: Sequence[str], x: float, unit: float) -> tuple[Bar, ...]:
    bars, y = [], 8.0
    for at, name in enumerate(order):
        height = max(LEAST, sums[name] * unit)
        bars.append(Bar(name, at, x, round(y, 1), round(height, 1), sums[name]))
        y += height + GAP
    return tuple(bars)


def sankey(ties: Sequence[Tie], most: int = DRAWN) -> Sankey | None:
    """Lay the strongest ties out; ``None`` where there are none."""
    drawn = sorted(ties, key=lambda t: (-t.many, t.left, t.right, t.what))[:most]
    if not drawn:
        return None
    left, right = _sums(drawn, False), _sums(drawn, True)
    many = max(len(left), len(right))
    room = max(120.0, TALL - many * GAP)
    unit = min(9.0, room / max(1, sum(tie.many for tie in drawn)))
    first = sorted(left, key=lambda name: (-left[name], name))
    place = {name: at for at, name in enumerate(first)}

    def middle(name: str) -> float:
        own = [(place[t.left], t.many) for t in drawn if t.right == name]
        return sum(at * many for at, many in own) / sum(many for _, many in own)

    second = sorted(right, key=lambda name: (middle(name), name))
    a = _column(left, first, LABEL, unit)
    b = _column(right, second, WIDTH - LABEL - COLUMN, unit)
    height = max(bars[-1].y + bars[-1].height for bars in (a, b)) + 8
    return Sankey(a, b, _ribbons(drawn, a, b, unit), WIDTH, round(height, 1))


def _ribbons(
    ties: Sequence[Tie], left: Sequence[Bar], right: Sequence[Bar], unit: float
) -> tuple[Ribbon, ...]:
    a, b = {bar.name: bar for bar in left}, {bar.name: bar for bar in right}

    def starts(bars: Sequence[Bar]) -> dict[str, float]:
        """Where the first ribbon of a bar runs: all of them together stand in its middle."""
        return {bar.name: bar.y + (bar.height - bar.many * unit) / 2 for bar in bars}

    from_y, to_y = starts(left), starts(right)
    ends: dict[Tie, float] = {}
    for tie in sorted(ties, key=lambda t: (b[t.right].at, a[t.left].at, t.what)):
        ends[tie] = to_y[tie.right] + tie.many * unit / 2
        to_y[tie.right] += tie.many * unit
    made = []
    for tie in sorted(ties, key=lambda t: (a[t.left].at, b[t.right].at, t.what)):
        y1 = from_y[tie.left] + tie.many * unit / 2
        from_y[tie.left] += tie.many * unit
        y2 = ends[tie]
        x1, x2 = a[tie.left].x + COLUMN, b[tie.right].x
        bend = (x2 - x1) / 2
        made.append(
            Ribbon(
                tie=tie,
                left=a[tie.left].at,
                right=b[tie.right].at,
                path=f"M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} "
                f"{x2 - bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}",
                width=round(max(1.2, tie.many * unit), 1),
                label_x=round((x1 + x2) / 2, 1),
                label_y=round((y1 + y2) / 2 + 4, 1),
            )
        )
    return tuple(made)
