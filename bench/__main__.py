"""Every quality measure beside its floor: ``python -m bench``; exit code 1 where one is broken.

A floor is lowered only with a reason in the commit. Some corpora stand beside the maintainers'
checkout alone: where they are absent their measures are skipped, by name and in the last line;
where the folder that holds them is here and one is not found in it, that is a failure. A corpus
that differs from the one the floors were measured on is said, since its figures say little.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import attribution, copies, echo, gold_links, scenarios
from bench.shared import SHARED, digest

FLOORS = Path(__file__).with_name("floors.toml")
COPIES = 2_000  # documents; the whole measure is `python -m bench.copies`


@dataclass(frozen=True, slots=True)
class Measure:
    """How to take one measure; ``corpus`` is ``None`` where it makes its own."""

    rows: Callable[[], dict[str, float]]
    corpus: Path | None = None

    @property
    def here(self) -> bool:
        """Can it be taken on this machine?"""
        return self.corpus is None or self.corpus.is_dir()


def measures() -> dict[str, Measure]:
    """Every measure, by the name that its floors have."""
    seed, karabakh = map(scenarios.folder, scenarios.SCENARIOS)
    return {
        "seed": Measure(lambda: scenarios.rows("seed"), seed),
        "karabakh": Measure(lambda: scenarios.rows("karabakh"), karabakh),
        "gold links": Measure(gold_links.rows, karabakh),
        "polnear": Measure(attribution.rows, SHARED / "data" / "polnear"),
        "echo": Measure(echo.rows),
        "copies": Measure(lambda: copies.rows(COPIES)),
    }


def beside(name: str, rows: Mapping[str, float], floors: Mapping[str, float]) -> int:
    """Print a measure's rows beside their floors; how many are broken."""
    broken = 0
    for row, figure in rows.items():
        floor = floors.get(row)
        low = floor is not None and figure < floor - 1e-9
        broken += low
        pinned = "" if floor is None else f"  floor {floor:.3f}"
        print(f"{name:10s} {row:58s} {figure:.3f}{pinned}{'  BROKEN' if low else ''}")
    for row in sorted(floors.keys() - rows.keys()):
        broken += 1
        print(f"{name:10s} {row:58s} not measured  BROKEN")
    return broken


def verdict(broken: int, skipped: list[str], *, shared: bool) -> tuple[int, str]:
    """Exit code and last line; ``shared``: the folder of the corpora is on this machine."""
    if skipped and shared:
        return 1, f"{broken} floors broken; {SHARED} is here, but not: {', '.join(skipped)}"
    if broken:
        return 1, f"{broken} floors broken"
    if skipped:
        return 0, f"the floors that were measured hold; skipped: {', '.join(skipped)}"
    return 0, "all floors hold"


def main() -> int:
    """Print the table; 1 where a floor is broken or a corpus that should be here is not."""
    floors: dict[str, Any] = tomllib.loads(FLOORS.read_text("utf-8"))
    broken = 0
    skipped: list[str] = []
    for name, measure in measures().items():
        if not measure.here:
            print(f"{name}: skipped, its corpus is not at {measure.corpus}")
            skipped.append(name)
            continue
        pinned = floors.get(name, {"floors": {}})
        if measure.corpus is not None and digest(measure.corpus) != pinned.get("corpus"):
            print(f"{name}: its corpus is not the one these floors were measured on")
        broken += beside(name, measure.rows(), pinned["floors"])
    for name in sorted(floors.keys() - measures().keys()):
        broken += 1
        print(f"{name}: floors of a measure that is not taken  BROKEN")
    code, line = verdict(broken, skipped, shared=SHARED.is_dir())
    print(line)
    return code


if __name__ == "__main__":
    sys.exit(main())
