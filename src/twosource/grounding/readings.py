"""How each sort of time expression is read: one function a sort, named in ``data/timexes.tsv``."""

from __future__ import annotations

import re
from collections.abc import Callable

from twosource.grounding import anchored, dates, durations
from twosource.grounding.timing import Found, Scene

Handler = Callable[[re.Match[str], Scene], Found]

READINGS: dict[str, Handler] = {
    "iso": dates.iso,
    "numeric": dates.numeric,
    "calendar": dates.calendar,
    "days": dates.days,
    "month": dates.month,
    "year": dates.year,
    "decade": dates.decade,
    "weekday": anchored.weekday,
    "near": anchored.near,
    "deictic": anchored.deictic,
    "season": dates.season,
    "ago": anchored.ago,
    "lately": durations.lately,
    "duration": durations.duration,
    "bare_plural": durations.bare_plural,
    "whole": anchored.whole,
    "end_of": anchored.end_of,
    "month_day": anchored.month_day,
    "set": durations.repeated,
    "every": durations.every,
    "clock": anchored.clock,
    "part": anchored.part,
    "ref": anchored.ref,
    "holiday": dates.holiday,
    "quarter": dates.quarter,
    "months_of_year": durations.months_of_year,
}
