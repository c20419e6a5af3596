"""Every quality measure beside its floor: ``python -m bench``; exit code 1 where one is broken.

A floor is lowered only with a reason in the commit. A corpus that is not here is skipped by name;
one that differs from the one the floors were measured on is said, since its figures say little.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from bench import attribution, scenarios
from bench.shared import SHARED, digest

FLOORS = Path(__file__).with_name("floors.toml")


def measures() -> dict[str, tuple[Path, dict[str, float]]]:
    """Every measure that can be taken here: its corpus and its rows."""
    found: dict[str, tuple[Path, dict[str, float]]] = {}
    for name in scenarios.SCENARIOS:
        if scenarios.folder(name).is_dir():
            found[name] = scenarios.folder(name), scenarios.rows(name)
    corpus = SHARED / "data" / "polnear"
    if corpus.is_dir():
        found["polnear"] = corpus, attribution.rows()
    return found


def main() -> int:
    """Print the table; 1 where a floor is broken."""
    floors = tomllib.loads(FLOORS.read_text("utf-8"))
    broken = 0
    taken = measures()
    for name, pinned in floors.items():
        if name not in taken:
            print(f"{name}: skipped, its corpus is not beside this checkout")
            continue
        corpus, rows = taken[name]
        if digest(corpus) != pinned["corpus"]:
            print(f"{name}: its corpus is not the one these floors were measured on")
        for row, figure in rows.items():
            floor = pinned["floors"].get(row)
            low = floor is not None and figure < floor - 1e-9
            broken += low
            beside = "" if floor is None else f"  floor {floor:.3f}"
            print(f"{name:9s} {row:58s} {figure:.3f}{beside}{'  BROKEN' if low else ''}")
        for row in pinned["floors"].keys() - rows.keys():
            broken += 1
            print(f"{name:9s} {row:58s} not measured  BROKEN")
    print(f"{broken} floors broken" if broken else "all floors hold")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
