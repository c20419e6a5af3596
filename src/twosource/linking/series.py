"""The same quantity over time, by origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.linking import names
from twosource.linking.items import Item
from twosource.model import Claim, Measure, Series, SeriesPoint

LEAST_POINTS = 2  # claims a quantity needs to be a series


def _date(claim: Claim, members: Sequence[Item]) -> str | None:
    """The day the figure holds for; where the text fixes none, the day it was first reported."""
    if claim.time is not None:
        return claim.time.end
    return next((item.day for item in members if item.day), None)


def find_series(told: Sequence[tuple[Claim, Sequence[Item]]]) -> tuple[Series, ...]:
    """All series with at least two claims; points by date, origin and claim."""
    quantity: Mapping[tuple[str, str], list[tuple[SeriesPoint, str]]] = defaultdict(list)
    for claim, members in told:
        figure = claim.figure
        if figure is None or not figure.group or (figure.low is None and figure.high is None):
            continue
        date = _date(claim, members)
        if date is None or figure.measure is Measure.OTHER:
            continue
        key = (figure.measure.value, " ".join(sorted(names.parts(figure.group))))
        actors = [origin.actor for origin in claim.origins if origin.counted] or [""]
        for actor in actors:
            point = SeriesPoint(claim.id, date, figure.low, figure.high, actor)
            quantity[key].append((point, figure.group))
    found: list[Series] = []
    for (measure, _), points in sorted(quantity.items()):
        if len({point.claim for point, _ in points}) < LEAST_POINTS:
            continue
        group = min(group for _, group in points)
        ordered = sorted((p for p, _ in points), key=lambda p: (p.date, p.origin, p.claim))
        found.append(Series(Measure(measure), group, tuple(ordered)))
    return tuple(found)
