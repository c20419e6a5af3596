"""The same quantity over time, by origin."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.linking import names
from twosource.model import Claim, Measure, Series, SeriesPoint

LEAST_POINTS = 2  # claims a quantity needs to be a series

Quantity = tuple[str, str]


def quantity(claim: Claim) -> Quantity | None:
    """What a claim counts: measure and group; ``None`` where the text does not fix both."""
    figure = claim.figure
    if figure is None or not figure.group or (figure.low is None and figure.high is None):
        return None
    if figure.measure is Measure.OTHER:
        return None
    return figure.measure.value, " ".join(sorted(names.parts(figure.group)))


def series_of(told: Sequence[tuple[Claim, str | None]]) -> Series | None:
    """The series of claims of one quantity, ``None`` where it has too few points.

    With each claim comes the day it was first reported, which stands in where the text fixes none.
    Points are ordered by date, origin and claim.
    """
    points: list[SeriesPoint] = []
    groups: list[str] = []
    measure = Measure.OTHER
    for claim, reported in told:
        figure = claim.figure
        day = claim.time.end if claim.time is not None else reported
        if figure is None or figure.group is None or day is None:
            continue
        measure = figure.measure
        groups.append(figure.group)
        for actor in [origin.actor for origin in claim.origins if origin.counted] or [""]:
            points.append(SeriesPoint(claim.id, day, figure.low, figure.high, actor))
    if len({point.claim for point in points}) < LEAST_POINTS:
        return None
    points.sort(key=lambda point: (point.date, point.origin, point.claim))
    return Series(measure, min(groups), tuple(points))
