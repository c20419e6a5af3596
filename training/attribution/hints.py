"""What the rule reader finds in the training texts: ``python -m training.attribution.hints``.

The tagger is shown the rules' own findings, so that it learns when to follow them. They are read
once and kept beside the checkpoints.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from multiprocessing import get_context
from pathlib import Path

from training.attribution.data import load
from twosource.learning.annotated import Annotated
from twosource.reading.tagger.pieces import Hints
from twosource.reading.tagger.relations import hints


def told(text: str) -> Hints:
    """Outermost relations of the rule reader, one tuple of spans per role."""
    from twosource.reading.nesting import outermost
    from twosource.reading.parsed import parse
    from twosource.reading.rules import relations

    return hints(outermost(relations(parse(text))))


def _line(article: Annotated) -> str:
    return json.dumps([article.name, told(article.text)]) + "\n"


def main() -> int:
    """Parse the command line and read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear"))
    parser.add_argument("--work", type=Path, default=Path("training/work/attribution"))
    parser.add_argument("--part", default="train")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    wanted = load(args.data / f"{args.part}.jsonl.gz")
    out = args.work / f"hints.{args.part}.jsonl.gz"
    with get_context("spawn").Pool(2) as pool, gzip.open(out.with_suffix(".part"), "wt") as lines:
        for number, line in enumerate(pool.imap(_line, wanted, chunksize=2), 1):
            lines.write(line)
            if number % 50 == 0:
                print(f"{number} of {len(wanted)} articles", flush=True)
    out.with_suffix(".part").replace(out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
