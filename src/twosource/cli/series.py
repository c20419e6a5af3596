"""``twosource series``: how a quantity moved over time, by origin: a table and a picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from twosource.cli.options import json_option, ledger_option, open_ledger
from twosource.cli.terminal import say
from twosource.model import Measure

if TYPE_CHECKING:
    from twosource.model import Series, SeriesPoint

BAR = 30  # characters of the longest bar


@click.command()
@ledger_option
@click.option("--measure", type=click.Choice([m.value for m in Measure]), help="Only this measure.")
@click.option("--group", metavar="NAME", help="Only groups of which the name holds this.")
@json_option
def command(ledger: str, measure: str | None, group: str | None, *, as_json: bool) -> None:
    r"""Show how a quantity moved, by origin.

    \b
    Example:
      twosource series --measure killed --group "North Korea"
    """
    with open_ledger(ledger, linked=True) as opened:
        found = [s for s in opened.links().series if _wanted(s, measure, group)]
    if as_json:
        from twosource.codec import encode
        from twosource.publishing.exchange import series_record

        click.echo(encode([series_record(series) for series in found]))
        return
    for series in found:
        for line in _lines(series):
            say(line)
    if not found:
        say(f"no series in {ledger}" + (" that fits" if measure or group else ""))


def _wanted(series: Series, measure: str | None, group: str | None) -> bool:
    if measure is not None and series.measure.value != measure:
        return False
    return group is None or group.casefold() in (series.group or "").casefold()


def _top(point: SeriesPoint) -> float:
    return point.high if point.high is not None else point.low or 0.0


def _bar(point: SeriesPoint, most: float) -> str:
    """Solid up to the low bound, light up to the high one."""
    if most <= 0:
        return ""
    low = point.low if point.low is not None else 0.0
    solid = round(BAR * low / most)
    return "█" * solid + "░" * (round(BAR * _top(point) / most) - solid)


def _lines(series: Series) -> Iterator[str]:
    from twosource.publishing.phrases import amount, day

    yield f"{series.measure.value}, {series.group or 'group not stated'}"
    most = max(map(_top, series.points), default=0.0)
    by_origin: dict[str, list[SeriesPoint]] = {}
    for point in series.points:
        by_origin.setdefault(point.origin, []).append(point)
    for origin, points in by_origin.items():
        yield f"  {origin or 'nobody credited'}"
        for point in points:
            told = f"{day(point.date):>12}  {amount(point.low, point.high):>15}"
            yield f"    {told}  {_bar(point, most):<{BAR}}  {point.claim}"
