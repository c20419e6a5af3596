"""What each stage of one document costs, in one process: ``python -m bench.stages``.

Words per CPU second of parsing, of reading (finding statements, chains, evidence and the like) and
of grounding, over the same articles. Grounding is to cost less than the reader: parse and rules.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from itertools import islice

from bench.speed import texts
from twosource.grounding.ground import ground
from twosource.model import Document
from twosource.reading.describe import describe
from twosource.reading.parsed import parse
from twosource.reading.rules import RuleReader


def rows(count: int) -> Iterator[tuple[str, float]]:
    """Each stage with its CPU seconds, the words of the corpus first."""
    spent = {"parsing": 0.0, "reading": 0.0, "grounding": 0.0}
    reader, words = RuleReader(), 0
    made = list(islice(texts(), count + 1))
    for n, text in enumerate(made):
        document = Document(str(n), str(n), text, "", published_at="2016-06-01", language="en")
        start = time.process_time()
        parsed = parse(text)
        read = time.process_time()
        mentions = describe(document, parsed, reader.attributions(document, parsed))
        described = time.process_time()
        ground(document, parsed, mentions)
        grounded = time.process_time()
        if n == 0:
            continue  # models and gazetteer load with the first
        words += len(text.split())
        spent["parsing"] += read - start
        spent["reading"] += described - read
        spent["grounding"] += grounded - described
    yield "words", words
    yield from spent.items()


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--documents", type=int, default=40, help="how many articles")
    measured = list(rows(options.parse_args().documents))
    words = measured[0][1]
    print(f"{'corpus':12s} {words:,.0f} words")
    for name, seconds in measured[1:]:
        print(f"{name:12s} {words / max(seconds, 1e-9):9,.0f} words a CPU second")


if __name__ == "__main__":
    main()
