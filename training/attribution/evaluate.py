"""Score an exported tagger on annotated articles: ``python -m training.attribution.evaluate``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.shared import SHARED, scorer

from training.attribution.data import load
from twosource.reading.tagger.relations import relations
from twosource.reading.tagger.session import load as load_model


def main() -> int:
    """Print the scorer's table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=Path("training/work/attribution/model"))
    parser.add_argument(
        "--gold", type=Path, default=SHARED / "data" / "polnear" / "dev.jsonl.gz", help="JSON Lines"
    )
    args = parser.parse_args()
    model, score = load_model(args.model), scorer("score_attribution")
    articles = load(args.gold)
    predicted = {
        article.name: [
            {"content": a.content, "cue": a.cue or None, "source": a.source or None}
            for a in relations(model, article.text)
        ]
        for article in articles
    }
    gold = {
        a.name: [{k: v or None for k, v in x.items()} for x in a.attributions] for a in articles
    }
    documents = {a.name: score.Doc(a.text) for a in articles}
    score.show(score.score(documents, gold, predicted))
    return 0


if __name__ == "__main__":
    sys.exit(main())
