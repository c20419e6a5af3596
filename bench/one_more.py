"""One more document into a large ledger: ``python -m bench.one_more [MENTIONS…]``.

Fills a ledger with generated reporting (`bench.stories`), links it, and then lets single reports
come in: one of a new story, one of a middling and one of the hottest. Prints the seconds of
processor time that storing and linking each takes, beside those of reading one article of the
examples, with the parser loaded already.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from bench.shared import ROOT
from bench.stories import Corpus, corpus
from twosource.documents import load
from twosource.engine.kernel import read_document
from twosource.engine.relink import relink
from twosource.ledger import Ledger, derived, shelf
from twosource.ledger.shelf import pages
from twosource.linking import JudgedPairs
from twosource.model import Reading

SIZES = (10_000, 100_000)
BATCH = 500


class Clock:
    """Processor time since it was made."""

    def __init__(self) -> None:
        self._began = time.process_time()

    @property
    def seconds(self) -> float:
        """Seconds so far."""
        return time.process_time() - self._began


def reading_one() -> tuple[float, int]:
    """Seconds to read one article of the examples, and its words."""
    path = max((ROOT / "examples" / "kursk").iterdir(), key=lambda p: p.stat().st_size)
    (document, *_) = load(path.read_bytes(), str(path)).documents
    read_document(document)
    clock = Clock()
    read_document(document)
    return clock.seconds, len(document.text.split())


def newcomers(made: Corpus) -> dict[str, Reading]:
    """Reports held back: the last of a story of one, of a middling one and of the hottest."""
    size = Counter(reading.document.id.split("-")[0] for reading in made.readings)
    ordered = sorted(size, key=lambda story: (size[story], story))
    last = {r.document.id.split("-")[0]: r for r in made.readings}
    middling = next(story for story in ordered if size[story] >= 10)
    chosen = {"alone": ordered[0], f"of {size[middling]}": middling}
    chosen[f"of {size[ordered[-1]]}"] = ordered[-1]
    return {name: last[story] for name, story in chosen.items()}


def measure(mentions: int, folder: Path) -> None:
    """One size."""
    made = corpus(mentions)
    late = newcomers(made)
    ids = {reading.document.id for reading in late.values()}
    early = [reading for reading in made.readings if reading.document.id not in ids]
    with Ledger(folder / f"{mentions}.ledger") as ledger:
        clock = Clock()
        for at in range(0, len(early), BATCH):
            ledger.store_all([(reading, None) for reading in early[at : at + BATCH]])
        stored = clock.seconds
        clock = Clock()
        relink(ledger)
        print(f"{mentions:,} mentions, {len(early):,} documents: stored in {stored:.1f} s", end="")
        print(f", linked at once in {clock.seconds:.1f} s", end="")
        print(f", {ledger.path.stat().st_size / 2**20:.0f} MiB", flush=True)
        for name, reading in late.items():
            clock = Clock()
            ledger.store(reading)
            storing = clock.seconds
            with ledger._writing() as connection:
                clock = Clock()
                shelf.link_due(connection, JudgedPairs())
                linking = clock.seconds
                clock = Clock()
                derived.refill_links(connection)
                pages.note_new(connection)
                rows = clock.seconds
            print(
                f"  one more ({name}): stored {storing:.3f} s, linked {linking:.3f} s, "
                f"rows for pages {rows:.3f} s",
                flush=True,
            )


def main() -> None:
    """Measure the sizes given, else `SIZES`."""
    seconds, words = reading_one()
    print(f"reading one article of {words} words: {seconds:.3f} s")
    for size in [int(size) for size in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            measure(size, Path(folder))


if __name__ == "__main__":
    main()
