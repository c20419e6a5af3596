"""How figures moved: each series as a drawing with ranges, by origin, computed here to the pixel.

Drawn on the server, so that it prints and works without a script. The scale of values is linear
and starts at zero: a picture of tolls must not make a small change look large.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from twosource.model import Measure, Series
from twosource.publishing import phrases
from twosource.publishing.book import Book

WIDTH, HEIGHT = 760, 300
LEFT, RIGHT, TOP, BOTTOM = 64, 24, 18, 34
SHAPES = 6  # distinct marks; the seventh origin starts over with the first


@dataclass(frozen=True, slots=True)
class Tick:
    """One mark of an axis: where, and what it says."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One point: its place, its range (``top`` above ``bottom``), and what it stands for."""

    x: float
    y: float
    top: float
    bottom: float
    open_end: str  # "up" or "down" where that bound is not fixed
    title: str
    claim: str


@dataclass(frozen=True, slots=True)
class Voice:
    """All points of one origin, in time."""

    origin: str
    shape: int
    marks: tuple[Mark, ...]
    line: str


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """The same point as a line of a table; ``change`` against the origin's value before."""

    date: str
    amount: str
    origin: str
    change: str
    summary: str
    claim: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A whole series: drawing and table."""

    anchor: str
    title: str
    group: str
    voices: tuple[Voice, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    rows: tuple[SeriesRow, ...]
    claims: frozenset[str]
    missing: int  # points without a number or a day: in the table, not in the drawing
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM


def nice_step(span: float, parts: int) -> float:
    """The smallest of 1, 2, 5 x 10^n that cuts ``span`` into no more than ``parts``."""
    rough = max(span, 1e-9) / parts
    power = 10.0 ** math.floor(math.log10(rough))
    return next(m * power for m in (1, 2, 5, 10) if m * power >= rough * 0.9999)


def _day(text: str) -> int | None:
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return None


def day_ticks(first: int, last: int, place: float, width: float) -> tuple[Tick, ...]:
    """About seven days along an axis of ``width`` from ``place``; the year where it begins."""
    span = max(1, last - first)
    step = max(1, math.ceil(span / 6))
    ticks = []
    year = None
    for ordinal in range(first, last + 1, step):
        when = date.fromordinal(ordinal)
        label = phrases.day(when.isoformat()).rpartition(" ")[0]
        ticks.append(
            Tick(
                place + (ordinal - first) / span * width,
                label if when.year == year else f"{label} {when.year}",
            )
        )
        year = when.year
    return tuple(ticks)


def _change(
    before: tuple[float | None, float | None], now: tuple[float | None, float | None]
) -> str:
    if None in before or None in now:
        return ""
    low = (now[0] or 0) - (before[0] or 0)
    high = (now[1] or 0) - (before[1] or 0)
    if low == high == 0:
        return "unchanged"
    sign = "+" if low > 0 or (low == 0 and high > 0) else "−"
    small, large = sorted((abs(low), abs(high)))
    if low * high < 0:
        return "range moved"
    return sign + phrases.amount(small, large)


def _rows(series: Series, summaries: Mapping[str, str]) -> tuple[SeriesRow, ...]:
    rows = []
    last: dict[str, tuple[float | None, float | None]] = {}
    for point in sorted(series.points, key=lambda p: (p.date, p.origin)):
        now = (point.low, point.high)
        rows.append(
            SeriesRow(
                date=phrases.day(point.date),
                amount=phrases.amount(*now) or "not stated",
                origin=point.origin or phrases.NOBODY,
                change=_change(last[point.origin], now) if point.origin in last else "first",
                summary=summaries.get(point.claim, ""),
                claim=point.claim,
            )
        )
        last[point.origin] = now
    return tuple(rows)


def chart(series: Series, at: int, summaries: Mapping[str, str]) -> Chart:
    """Lay out one series; ``at`` numbers it; ``summaries`` by claim id."""
    drawn = [
        (d, p)
        for p in sorted(series.points, key=lambda p: (p.date, p.low or 0))
        if (d := _day(p.date)) is not None and (p.low is not None or p.high is not None)
    ]
    highest = max((p.high if p.high is not None else p.low or 0 for _, p in drawn), default=1) or 1
    step = nice_step(highest, 5)
    ceiling = step * math.ceil(highest / step - 1e-9)
    first = min((d for d, _ in drawn), default=1)
    last = max((d for d, _ in drawn), default=1)
    if first == last:
        first, last = first - 1, last + 1
    inner = WIDTH - LEFT - RIGHT - 24

    def x(day: int) -> float:
        return round(LEFT + 12 + (day - first) / (last - first) * inner, 1)

    def y(value: float) -> float:
        return round(HEIGHT - BOTTOM - value / ceiling * (HEIGHT - TOP - BOTTOM), 1)

    voices = []
    for shape, origin in enumerate(dict.fromkeys(p.origin for _, p in drawn)):
        marks = []
        for day, p in drawn:
            if p.origin != origin:
                continue
            low = p.low if p.low is not None else 0.0
            high = p.high if p.high is not None else p.low or 0.0
            said = phrases.amount(p.low, p.high)
            open_end = "up" if p.high is None else "down" if p.low is None else ""
            marks.append(
                Mark(
                    x=x(day),
                    y=y(high if p.low is None else low if p.high is None else (low + high) / 2),
                    top=y(high),
                    bottom=y(low),
                    open_end=open_end,
                    title=f"{phrases.day(p.date)}: {said} ({origin or phrases.NOBODY})",
                    claim=p.claim,
                )
            )
        line = " ".join(f"{m.x},{m.y}" for m in marks) if len(marks) > 1 else ""
        voices.append(Voice(origin or phrases.NOBODY, shape % SHAPES, tuple(marks), line))
    steps = round(ceiling / step)
    return Chart(
        anchor=f"series-{at}",
        title=_title(series),
        group=series.group or "",
        voices=tuple(voices),
        across=day_ticks(first, last, LEFT + 12, inner) if drawn else (),
        up=tuple(Tick(y(step * i), phrases.number(round(step * i, 6))) for i in range(steps + 1)),
        rows=_rows(series, summaries),
        claims=frozenset(p.claim for p in series.points),
        missing=len(series.points) - len(drawn),
    )


def _title(series: Series) -> str:
    measure = "Figure" if series.measure is Measure.OTHER else series.measure.capitalize()
    return f"{measure}: {series.group}" if series.group else measure


def charts(book: Book) -> tuple[Chart, ...]:
    """All series, those with most points first."""
    ordered = sorted(book.links.series, key=lambda s: (-len(s.points), s.measure, s.group or ""))
    summaries = {claim.id: claim.summary for claim in book.links.claims}
    return tuple(chart(series, at, summaries) for at, series in enumerate(ordered, 1))


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the strip of days, from ``start`` to ``end`` (ISO days)."""

    x: float
    width: float
    y: float
    height: float
    title: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Documents by day (or week, month) of publication."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    unit: str
    most: int
    width: int = WIDTH
    height: int = 96


def strip(book: Book) -> Strip | None:
    """Count publications over time; ``None`` where fewer than two days are known."""
    days = sorted(d for doc in book.documents if (d := _day(doc.published_at or "")) is not None)
    if len(set(days)) < 2:
        return None
    span = days[-1] - days[0] + 1
    size, unit = (1, "day") if span <= 120 else (7, "week") if span <= 840 else (30, "30 days")
    buckets: Counter[int] = Counter((ordinal - days[0]) // size for ordinal in days)
    counted = [
        (days[0] + at * size, days[0] + at * size + size - 1, many)
        for at, many in sorted(buckets.items())
    ]
    return bars(counted, unit)


def bars(
    counted: Sequence[tuple[int, int, int]], unit: str, what: str = "document"
) -> Strip | None:
    """A strip of (first day, last day, how many), days as ordinals; ``None`` for fewer than two."""
    if len(counted) < 2:
        return None
    first, last = counted[0][0], counted[-1][1]
    span = max(1, last - first + 1)
    most, floor = max(many for _, _, many in counted), 70
    drawn = []
    for start, end, many in counted:
        wide = (end - start + 1) / span * (WIDTH - 2)
        height = max(3.0, many / most * (floor - 8))
        left = 1 + (start - first) / span * (WIDTH - 2)
        drawn.append(
            Bar(
                round(left + wide * 0.1, 2),
                round(min(wide * 0.8, 34), 2),
                round(floor - height, 1),
                round(height, 1),
                f"{_days(start, end)}: {phrases.counted(many, what)}",
                date.fromordinal(start).isoformat(),
                date.fromordinal(end).isoformat(),
            )
        )
    one = (WIDTH - 2) / span
    until = counted[-1][0]
    ticks = day_ticks(first, until, 1 + one / 2, (until - first) * one)
    return Strip(tuple(drawn), ticks, unit, most)


def _days(start: int, end: int) -> str:
    first, last = (phrases.day(date.fromordinal(day).isoformat()) for day in (start, end))
    return first if first == last else f"{first}–{last}"
