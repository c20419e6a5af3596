"""What every reading of a time expression needs: its scene, counts, units and dated answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from twosource.grounding import calendars as cal
from twosource.grounding.numbers import value as number_value

PLURALS = ("century", "centuries")

Found = tuple[str, str, cal.Period | None] | None  # TIMEX3 type and value, the days it covers


@dataclass(frozen=True, slots=True)
class Scene:
    """What an expression is read against: publication day, and whether the sentence looks ahead."""

    anchor: date | None
    ahead: bool


def dated(period: cal.Period | None, part: str | None = None) -> Found:
    """A period as an answer, with the part of the day where one is named."""
    if period is None:
        return "DATE", "", None
    if part:
        code = cal.words("part").get(part.casefold().strip().split()[-1], "")
        return "TIME", f"{period.value}T{code}", period
    return "DATE", period.value, period


def year_of(text: str | None, month: int, scene: Scene) -> int | None:
    """The year as written, else the nearest one to publication that fits the month."""
    if text:
        return int(text)
    ahead = True if scene.ahead else None
    return cal.nearest_year(scene.anchor, month, ahead) if scene.anchor else None


def unit_of(text: str) -> str:
    """The code of a unit of time, ``""`` for none."""
    bare = text.casefold().rstrip(".")
    bare = "century" if bare in PLURALS else bare
    units = cal.words("unit")
    return units.get(bare) or units.get(bare.removesuffix("s"), "")


def count_of(text: str) -> float | None:
    """How many, ``None`` where the words are vague ("several")."""
    words = " ".join(text.casefold().split())
    vague = ("several", "a few", "few", "many", "some", "recent", "couple", "the few", "last few")
    if any(words.endswith(v) for v in vague) or words in ("", "past", "last", "next"):
        return None
    if words.endswith(" and a half"):
        whole = count_of(words.removesuffix(" and a half"))
        return whole + 0.5 if whole is not None else None
    if words in ("a", "an", "one", "another", "the", "each"):
        return 1.0
    if words.startswith("half"):
        return 0.5
    if words.endswith("couple of"):
        return 2.0
    return number_value(re.sub(r"^(?:past|last|next|first|the|a|an)\s+(?=\S)", "", words))


def counted(number: str, unit: str) -> tuple[float | None, str]:
    """How many of which unit; a fortnight is two weeks."""
    count = count_of(number)
    if unit.casefold().startswith("fortnight"):
        return (2 * count if count is not None else None), "W"
    return count, unit_of(unit)


def duration_value(count: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units: ``P3D``, ``PXM``, ``PT2H``."""
    if count is None:
        amount = "X"
    elif count == int(count):
        amount = str(int(count))
    else:
        amount = f"{count:g}"
    if unit in ("TH", "TM", "TS"):
        return f"PT{amount}{unit[1]}"
    return f"P{amount}{unit}"
