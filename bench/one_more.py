"""One more document into a large ledger: ``python -m bench.one_more [MENTIONS…]``.

Fills a ledger with generated reporting (`bench.stories`), links it, and then lets single reports
come in, among them one of the hottest story, and the first of all, which comes late. Prints the
seconds of processor time that storing, linking and the rows for pages (as they follow, and computed
anew as a whole) each take, beside those of reading as much text
as an article has, with the parser loaded already.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from bench.shared import ROOT
from bench.stories import Corpus, corpus
from twosource.documents import load
from twosource.engine.kernel import read_document
from twosource.engine.relink import relink
from twosource.ledger import Ledger, derived, shelf
from twosource.ledger.derived.touched import Touched
from twosource.ledger.shelf import keeping
from twosource.linking import JudgedPairs
from twosource.model import Reading

SIZES = (10_000, 100_000)
BATCH = 500
ARTICLE = 800  # words


class Clock:
    """Processor time since it was made."""

    def __init__(self) -> None:
        self._began = time.process_time()

    @property
    def seconds(self) -> float:
        """Seconds so far."""
        return time.process_time() - self._began


def reading_one() -> tuple[float, int]:
    """Seconds to read an article's length of the examples, and its words."""
    documents = [
        document
        for path in sorted((ROOT / "examples" / "kursk").iterdir())
        for document in load(path.read_bytes(), str(path)).documents
    ]
    read_document(documents[0])
    clock, words = Clock(), 0
    for document in documents:
        if words < ARTICLE:
            read_document(document)
            words += len(document.text.split())
    return clock.seconds, words


def newcomers(made: Corpus) -> dict[str, Reading]:
    """Reports held back: of a new story, the very first of all, of a middling and the hottest."""
    size = Counter(_story(reading) for reading in made.readings)
    last = {_story(reading): reading for reading in made.readings}
    ordered = sorted(size, key=lambda story: (size[story], last[story].document.published_at or ""))
    single = [story for story in ordered if size[story] == 1]
    middling = next(story for story in ordered if size[story] >= 10)
    return {
        "a new story": last[single[-1]],
        "the first of all, late": last[single[0]],
        f"to a story of {size[middling]}": last[middling],
        f"to the hottest, of {size[ordered[-1]]}": last[ordered[-1]],
    }


def _story(reading: Reading) -> str:
    return reading.document.id.split("-")[0]


@contextmanager
def timed_rows() -> Iterator[list[float]]:
    """Seconds that the rows for pages take to follow, within linking."""
    took: list[float] = []
    renew = keeping.renew_rows

    def timed(connection: Connection, touched: Touched, documents: list[str]) -> None:
        clock = Clock()
        renew(connection, touched, documents)
        took.append(clock.seconds)

    keeping.renew_rows = timed
    try:
        yield took
    finally:
        keeping.renew_rows = renew


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
                with timed_rows() as took:
                    shelf.link_due(connection, JudgedPairs())
                linking = clock.seconds - sum(took)
                clock = Clock()
                derived.refill_links(connection)
                anew = clock.seconds
            print(
                f"  one more ({name}): stored {storing:.3f} s, linked {linking:.3f} s, "
                f"rows for pages {sum(took):.3f} s (anew {anew:.3f} s)",
                flush=True,
            )


def main() -> None:
    """Measure the sizes given, else `SIZES`."""
    seconds, words = reading_one()
    print(f"reading {words} words: {seconds:.3f} s")
    for size in [int(size) for size in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            measure(size, Path(folder))


if __name__ == "__main__":
    main()
