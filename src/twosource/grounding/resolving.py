"""Which place of that name: containers, neighbours and countries of the document, then size.

Evidence, in this order of weight: a container named beside it ("Paris, Texas"), countries and
regions the document names, the countries and nearness of its other places, the name's own form
(main name before alternate name, a capital before others), inhabitants. Two candidates that remain
level stay unresolved.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from twosource.grounding.gazetteer import Entry, fold, lookup
from twosource.grounding.toponyms import Toponym
from twosource.model import Precision
from twosource.reading.states import state_named

_WELL_KNOWN = {"region": 3.0, "town": 6.0}  # for entries of regions.tsv
NEAR = 250.0  # kilometres within which two places of one document support each other
SMALL = 50  # a town with less than one in so many of its region's people does not stand for it
MARGIN = 0.2  # two candidates closer than this in score are level
VILLAGE = 5000  # inhabitants
FAR = 1500.0  # kilometres from a text's other places at which a village is not to be expected
HARDLY = 0.2  # a country's share of what the text names, below which it is hardly about it
NEIGHBOURS = 40  # places of the document that nearness is measured to
SAME = 60.0  # kilometres: two candidates so near are one place at this precision


def kilometres(a: Entry, b: Entry) -> float:
    """Great-circle distance."""
    one, two = math.radians(a.lat), math.radians(b.lat)
    across = math.radians(b.lon - a.lon)
    half = (
        math.sin((two - one) / 2) ** 2 + math.cos(one) * math.cos(two) * math.sin(across / 2) ** 2
    )
    return 12742 * math.asin(min(1.0, math.sqrt(half)))


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the document as a whole says: weights of countries and divisions, places settled."""

    countries: dict[str, float]
    divisions: dict[tuple[str, str], float]
    settled: tuple[Entry, ...]


@dataclass(slots=True)
class _Share:
    """What one name adds to the setting, or all of them together."""

    countries: Counter[str] = field(default_factory=Counter)
    divisions: Counter[tuple[str, str]] = field(default_factory=Counter)
    places: dict[tuple[float, float], Entry] = field(default_factory=dict)

    def add(self, entry: Entry, contained: bool) -> None:
        weight = 2 if contained or entry.sort in ("country", "region", "area") else 1
        if entry.country:
            self.countries[entry.country] += weight
        if entry.admin:
            self.divisions[entry.country, entry.admin] += weight
        if entry.sort in ("town", "district"):
            self.places[entry.lat, entry.lon] = entry


@dataclass(frozen=True, slots=True)
class _Tally:
    """What the names of the document say together; a name is no evidence for itself."""

    whole: _Share
    parts: dict[str, _Share]

    def without(self, name: str) -> _Setting:
        """The setting that all names but one make."""
        part = self.parts.get(name, _Share())
        countries = self.whole.countries - part.countries
        divisions = self.whole.divisions - part.divisions
        total, pieces = max(1, countries.total()), max(1, divisions.total())
        settled = [e for at, e in self.whole.places.items() if at not in part.places]
        return _Setting(
            {code: n / total for code, n in countries.items()},
            {key: n / pieces for key, n in divisions.items()},
            tuple(settled[:NEIGHBOURS]),
        )


def _tally(named: Sequence[Toponym], chosen: Sequence[Entry | None], hints: Counter[str]) -> _Tally:
    tally = _Tally(_Share(Counter(hints)), {})
    for toponym, entry in zip(named, chosen, strict=True):
        if entry is not None:
            contained = toponym.container is not None
            tally.whole.add(entry, contained)
            tally.parts.setdefault(fold(toponym.name), _Share()).add(entry, contained)
    return tally


def _contained(entry: Entry, container: str | None) -> bool:
    if not container:
        return False
    return any(
        (outer.sort in ("country", "area") and outer.country == entry.country != "")
        or (
            outer.sort == "region" and outer.country == entry.country and outer.admin == entry.admin
        )
        for outer in lookup(container)
        if outer.sort != "town"
    )


def _seat(entry: Entry, candidates: Sequence[Entry]) -> bool:
    """Is it a region named after a town in it: a bare name means the town?"""
    return entry.sort in ("region", "district") and any(
        other.sort == "town"
        and other.people * SMALL >= entry.people
        and fold(other.name) == fold(entry.name)
        and (other.country, other.admin) == (entry.country, entry.admin)
        for other in candidates
    )


def _fits(entry: Entry, precision: Precision | None) -> float:
    if precision is None:
        if entry.everyday and entry.sort in _WELL_KNOWN:
            return _WELL_KNOWN[entry.sort]
        return {"country": 6.0, "area": 4.5, "region": 0.6, "district": -1.5}.get(entry.sort, 0.0)
    wanted = {
        Precision.DISTRICT: ("district", "region"),
        Precision.REGION: ("region", "area", "country"),
        Precision.CITY: ("town",),
    }.get(precision, ())
    return 2.0 if entry.sort in wanted else 0.0


def _score(entry: Entry, toponym: Toponym, setting: _Setting) -> float:
    score = 0.45 * math.log10(entry.people + 10)
    score -= 2.0 if toponym.precision is None and _seat(entry, toponym.candidates) else 0.0
    score += _fits(entry, toponym.precision)
    score += 1.0 if fold(entry.name) == fold(toponym.name) else 0.0
    score += 6.0 if _contained(entry, toponym.container) else 0.0
    capital = entry.sort == "town" and entry.country == _capital_of(toponym.name)
    score += 1.0 if capital else 0.0
    score += 2.0 * math.sqrt(setting.countries.get(entry.country, 0.0))
    score += 2.0 * math.sqrt(setting.divisions.get((entry.country, entry.admin), 0.0))
    others = [e for e in setting.settled if (e.lat, e.lon) != (entry.lat, entry.lon)]
    if others:
        near = sum(kilometres(entry, other) < NEAR for other in others)
        score += 0.8 * near / len(others)
    return score


@cache
def _capital_of(name: str) -> str:
    """The code of the country whose capital is called so: "Dili", which is Delhi elsewhere."""
    state = state_named(name)
    country = lookup(state.name) if state is not None and state.name != name else ()
    return country[0].country if country else "-"


def _stray(entry: Entry, toponym: Toponym, setting: _Setting) -> bool:
    """Is it a village of a country that the text hardly names, far from all its other places?

    Then the name more likely means a spot that no gazetteer has ("Fish Lake" outside Basra).
    """
    village = entry.sort == "town" and entry.people < VILLAGE and not entry.everyday
    if not village or toponym.container is not None or not setting.settled:
        return False
    foreign = setting.countries.get(entry.country, 0.0) < HARDLY
    return foreign and all(kilometres(entry, other) > FAR for other in setting.settled)


def _abroad(entry: Entry, container: str | None) -> bool:
    """Does it lie in another country than what the text says holds it ("Palma in Cabo Delgado")?

    Then the place that is meant is none that the gazetteer has.
    """
    if container is None or entry.sort != "town":
        return False  # "Syria, Iraq" is a list
    outer = [e for e in lookup(container) if e.sort != "town"]
    if not outer or any(not e.country or e.sort == "district" for e in outer):
        return False
    return entry.country not in {e.country for e in outer}


def _choose(toponym: Toponym, setting: _Setting) -> Entry | None:
    ranked = sorted(
        ((_score(entry, toponym, setting), entry) for entry in toponym.candidates),
        key=lambda pair: -pair[0],
    )
    if not ranked:
        return None
    best, entry = ranked[0]
    if _stray(entry, toponym, setting) or _abroad(entry, toponym.container):
        return None
    for score, other in ranked[1:]:
        if score > best - MARGIN and kilometres(entry, other) > SAME:
            return None
    return entry


def resolve(named: Sequence[Toponym], hints: Counter[str]) -> tuple[Entry | None, ...]:
    """One gazetteer entry (or none) for each name; ``hints`` counts countries seen otherwise.

    Three rounds: size and containers first, then twice with what the rounds before settled.
    """
    chosen: list[Entry | None] = [
        t.candidates[0] if t.candidates and t.candidates[0].sort in ("country", "area") else None
        for t in named
    ]
    chosen = [
        entry or (t.candidates[0] if len(t.candidates) == 1 else None)
        for t, entry in zip(named, chosen, strict=True)
    ]
    for _ in range(3):
        tally = _tally(named, chosen, hints)
        memo: dict[tuple[str, Precision | None, str | None], Entry | None] = {}
        following: list[Entry | None] = []
        for toponym in named:
            key = (fold(toponym.name), toponym.precision, toponym.container)
            if key not in memo:
                memo[key] = _choose(toponym, tally.without(key[0]))
            following.append(memo[key])
        chosen = following
    return _one_sense(named, chosen)


def _one_sense(named: Sequence[Toponym], chosen: list[Entry | None]) -> tuple[Entry | None, ...]:
    """A name fixed once by its container means the same elsewhere in the document."""
    fixed: dict[str, Entry | None] = {}
    for toponym, entry in zip(named, chosen, strict=True):
        if entry and toponym.container and _contained(entry, toponym.container):
            fixed.setdefault(fold(toponym.name), entry)
    for toponym, entry in zip(named, chosen, strict=True):
        if entry is None and all(_abroad(c, toponym.container) for c in toponym.candidates):
            fixed.setdefault(fold(toponym.name), None)
    return tuple(
        fixed.get(fold(t.name), entry) if t.container is None and t.precision is None else entry
        for t, entry in zip(named, chosen, strict=True)
    )
