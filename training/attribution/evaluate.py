"""Score an exported tagger on annotated articles: ``python -m training.attribution.evaluate``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from bench.shared import SHARED, scorer

from training.attribution.data import load, load_hints
from twosource.learning.annotated import ROLES
from twosource.model import Attribution, Spans
from twosource.reading.tagger.relations import relations
from twosource.reading.tagger.session import load as load_model


def raw(found: Iterable[Attribution]) -> list[dict[str, Spans | None]]:
    """Attributions as the scorer wants them."""
    return [{role: getattr(a, role) or None for role in ROLES} for a in found]


def main() -> int:
    """Print the scorer's table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=Path("training/work/attribution/model"))
    parser.add_argument(
        "--gold", type=Path, default=SHARED / "data" / "polnear" / "dev.jsonl.gz", help="JSON Lines"
    )
    parser.add_argument("--hints", type=Path, help="what the rules found there: read with both")
    args = parser.parse_args()
    model, score = load_model(args.model), scorer("score_attribution")
    articles = load(args.gold)
    told = load_hints(args.hints) if args.hints else {}
    predicted = {a.name: raw(relations(model, a.text, told.get(a.name))) for a in articles}
    gold = {a.name: raw(a.attributions) for a in articles}
    documents = {a.name: score.Doc(a.text) for a in articles}
    score.show(score.score(documents, gold, predicted))
    return 0


if __name__ == "__main__":
    sys.exit(main())
