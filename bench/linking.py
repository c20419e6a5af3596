"""How linking grows and how well it does at scale: ``python -m bench.linking [SIZES…]``.

Each size runs in a process of its own, so that peak memory is its own. Prints seconds of processor
time and by the clock, MiB, quality against the generator's truth, and the exponent fitted to
processor time over mentions.
"""

from __future__ import annotations

import json
import math
import resource
import subprocess
import sys
import time
from collections import Counter

from bench.stories import Corpus, corpus
from twosource.linking import link
from twosource.model import Links

SIZES = (1_000, 10_000, 100_000)


def _pairs(counts: Counter[object]) -> int:
    return sum(n * (n - 1) // 2 for n in counts.values())


def same_claim(made: Corpus, links: Links) -> tuple[float, float]:
    """Precision and recall over pairs of mentions."""
    given: Counter[object] = Counter()
    both: Counter[object] = Counter()
    for claim in links.claims:
        for mention in claim.mentions:
            given[claim.id] += 1
            both[claim.id, made.claim[mention]] += 1
    right = _pairs(both)
    truth = _pairs(Counter(made.claim.values()))
    return right / max(1, _pairs(given)), right / max(1, truth)


def copied(made: Corpus, links: Links) -> tuple[float, float]:
    """Precision and recall of copies, with the exact original."""
    right = sum(made.original.get(copy.document) == copy.original for copy in links.copies)
    return right / max(1, len(links.copies)), right / max(1, len(made.original))


def measure(size: int) -> dict[str, float]:
    """One size: seconds, memory, quality."""
    made = corpus(size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    began, worked = time.perf_counter(), time.process_time()
    links = link(made.readings)
    seconds, wall = time.process_time() - worked, time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    precision, recall = same_claim(made, links)
    copy_precision, copy_recall = copied(made, links)
    return {
        "mentions": len(made.claim),
        "documents": len(made.readings),
        "seconds": round(seconds, 2),
        "wall": round(wall, 2),
        "MiB": round(peak),
        "MiB of input": round(before),
        "same claim P": round(precision, 3),
        "same claim R": round(recall, 3),
        "copy P": round(copy_precision, 3),
        "copy R": round(copy_recall, 3),
    }


def exponent(rows: list[dict[str, float]]) -> float:
    """Slope of log seconds over log mentions, least squares."""
    xs = [math.log(row["mentions"]) for row in rows]
    ys = [math.log(max(row["seconds"], 1e-3)) for row in rows]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return over / sum((x - mean_x) ** 2 for x in xs)


def main() -> None:
    """Measure the sizes given, else `SIZES`."""
    if len(sys.argv) == 3 and sys.argv[1] == "--one":
        print(json.dumps(measure(int(sys.argv[2]))))
        return
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    rows: list[dict[str, float]] = []
    for size in sizes:
        command = [sys.executable, "-m", "bench.linking", "--one", str(size)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        rows.append(json.loads(done.stdout))
        print("  ".join(f"{key} {value:g}" for key, value in rows[-1].items()), flush=True)
    if len(rows) > 1:
        print(f"exponent of time over mentions: {exponent(rows):.2f}")


if __name__ == "__main__":
    main()
