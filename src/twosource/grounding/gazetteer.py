"""The packaged gazetteer: a folded name to every place on earth that bears it.

Towns of 500 inhabitants and more, first- and second-order divisions and countries come from
GeoNames (see ``data/README.md``); regions, seas and everyday names from ``data/regions.tsv``. The
packed files are searched where they lie: nothing is built at start, so the first lookup costs a
tenth of a second and the memory is that of the text.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from twosource.lexicon import rows

_APOSTROPHES = re.compile(r"['’‘ʼʻ`´.]")
_GAPS = re.compile(r"[\s\-–—‐‑_/]+")
_ARTICLES = frozenset(("al", "el", "ad", "ar", "as", "ash", "at", "az", "an"))
ORDER = {"country": 0, "area": 1, "region": 2, "town": 3, "district": 4}


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer.

    ``sort`` is country, area (sea, continent, disputed or historical region), region (first-order
    division), district (second-order) or town; ``people`` its inhabitants, 0 where unknown.
    """

    name: str
    lat: float
    lon: float
    country: str
    admin: str
    people: int
    sort: str
    everyday: bool = False  # from regions.tsv: what the name means unless something speaks against


def fold(name: str) -> str:
    """A name without accents, case, apostrophes, points and hyphens: "Ḩalab" and "Halab" meet."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ə", "a"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = _GAPS.sub(" ", _APOSTROPHES.sub("", plain)).strip()
    return f"st {plain[6:]}" if plain.startswith("saint ") else plain


@cache
def _packed(name: str) -> bytes:
    return gzip.decompress(files("twosource.grounding").joinpath("data", name).read_bytes())


def _entry(offset: int) -> Entry:
    places = _packed("gazetteer.places.gz")
    cells = places[offset : places.index(b"\n", offset)].decode().split("\t")
    name, lat, lon, country, admin, people, sort = cells
    return Entry(name, float(lat), float(lon), country, admin, int(people), sort)


def everywhere(sort: str) -> Iterator[Entry]:
    """Every packed place of one sort (see `Entry`), in the order of the file."""
    ending = f"\t{sort}".encode()
    for line in _packed("gazetteer.places.gz").split(b"\n"):
        if line.endswith(ending):
            name, lat, lon, country, admin, people, _ = line.decode().split("\t")
            yield Entry(name, float(lat), float(lon), country, admin, int(people), sort)


def _offsets(key: str) -> list[int]:
    """Binary search over the lines of the sorted name file."""
    names = _packed("gazetteer.names.gz")
    wanted = key.encode()
    low, high = 0, len(names)
    while low < high:
        middle = (low + high) // 2
        start = names.rfind(b"\n", 0, middle) + 1
        end = names.index(b"\n", middle)
        found, _, rest = names[start:end].partition(b"\t")
        if found == wanted:
            return [int(offset) for offset in rest.split()]
        if found < wanted:
            low = end + 1
        else:
            high = start
    return []


@cache
def _regions() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for names, lat, lon, sort, country, admin in rows("grounding", "regions"):
        spelt = [name.strip() for name in names.split(";")]
        country, admin = country.strip("-"), admin.strip("-")
        entry = Entry(spelt[0], float(lat), float(lon), country, admin, 0, sort, True)
        for name in spelt:
            found[fold(name)] = (*found.get(fold(name), ()), entry)
    return found


def respelt(name: str) -> tuple[Entry, ...]:
    """Places of a name that no entry has as written, by what romanisations of Arabic leave open.

    The mute ending ("Hodeidah" for Hodeida) and the article ("Deir" for "ad Deir"). Only for a name
    that the text already shows to be a place: so spelt, many a person would be one.
    """
    first, _, rest = fold(name).partition(" ")
    bare = rest if first in _ARTICLES and rest else fold(name)
    ends = [bare]
    if len(bare) > 4 and bare[-1] in "ah":
        stem = bare[:-2] if bare[-2:] in ("ah", "eh") else bare[:-1]
        ends += [f"{stem}{end}" for end in ("a", "ah", "e", "eh")]
    forms = (*ends, *(f"{article} {end}" for end in ends for article in ("al", "el")))
    return next((found for form in forms if (found := lookup(form))), ())


@cache
def lookup(name: str) -> tuple[Entry, ...]:
    """Every place of that name, countries first, then the more populous; empty where unknown.

    An entry of ``regions.tsv`` stands for the packed one of the same sort and country.
    """
    key = fold(name)
    if not key or not key.isascii():
        return ()
    own = _regions().get(key, ())
    replaced = {(entry.sort, entry.country) for entry in own}
    packed = (_entry(offset) for offset in _offsets(key))
    rest = (entry for entry in packed if (entry.sort, entry.country) not in replaced)
    return tuple(sorted((*own, *rest), key=lambda e: (ORDER[e.sort], -e.people, e.lat, e.lon)))
