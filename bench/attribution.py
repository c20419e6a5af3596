"""Who said what, on PolNeAR: ``python -m bench.attribution [dev|train] [--predictions FILE]``.

Whole attribution relations of the rule reader, before they are split into statements and without
those inside another one's content (the corpus has a single layer), scored with the corpus scorer
beside the checkout. Peers and people were measured with the same scorer; their
figures are those of ``shared/research/peers.md`` (dev part).
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from pathlib import Path
from typing import Any

from bench.shared import SHARED, scorer
from twosource.model import Attribution
from twosource.reading.nesting import outermost
from twosource.reading.parsed import parse
from twosource.reading.rules import relations

CORPUS = SHARED / "data" / "polnear"
CLASSES = ("all", "direct", "mixed", "indirect")
PEERS: dict[str, tuple[float, float, float, float]] = {
    "textacy, a paragraph at a time": (29.2, 67.9, 0.0, 0.5),
    "SaysWho": (28.2, 68.3, 0.0, 0.0),
    "GenderGapTracker (rules)": (43.2, 52.2, 58.1, 35.2),
    "Citron, PARC3 models": (47.4, 62.5, 61.3, 38.9),
    "Citron, trained on this corpus": (59.0, 75.5, 70.3, 50.8),
    "two trained people": (76.8, 97.5, 90.5, 68.9),
}


def gold(part: str) -> list[dict[str, Any]]:
    """Documents of one part of the corpus with their annotated attributions."""
    with gzip.open(CORPUS / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _raw(found: Attribution) -> dict[str, list[tuple[int, int]]]:
    return {
        "source": list(found.source),
        "cue": list(found.cue),
        "content": list(found.content),
    }


def predictions(documents: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the rule reader finds, in the corpus' own format."""
    return [
        {"doc": d["doc"], "attributions": [_raw(a) for a in outermost(relations(parse(d["text"])))]}
        for d in documents
    ]


def score(documents: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> dict[str, Any]:
    """All figures of the corpus scorer."""
    module = scorer("score_attribution")
    docs = {d["doc"]: module.Doc(d["text"]) for d in documents}
    golds = {d["doc"]: d["attributions"] for d in documents}
    preds = {d["doc"]: d["attributions"] for d in predicted}
    scored: dict[str, Any] = module.score(docs, golds, preds, boot=0)
    return scored


def rows(part: str = "dev") -> dict[str, float]:
    """The figures that have a floor: soft relation F1 by class, token F1 by role (0..1)."""
    documents = gold(part)
    scored = score(documents, predictions(documents))
    relation = scored["soft"]["relation"]
    figures = {f"relation F1, {name}": float(relation[name]["F1"]) for name in CLASSES}
    for role in ("content", "source", "cue"):
        figures[f"token F1, {role}"] = float(scored["token"][role]["F1"])
    return figures


def main(arguments: list[str]) -> int:
    """Print the reader's row beside the peers'."""
    options = argparse.ArgumentParser(prog="bench.attribution")
    options.add_argument("part", nargs="?", default="dev", choices=("dev", "train"))
    options.add_argument("--predictions", type=Path, help="also write what was found, JSON lines")
    chosen = options.parse_args(arguments)
    if not CORPUS.is_dir():
        print("polnear: skipped, the corpus is not beside this checkout")
        return 0
    documents = gold(chosen.part)
    start = time.process_time()
    predicted = predictions(documents)
    seconds = time.process_time() - start
    if chosen.predictions is not None:
        lines = "".join(json.dumps(p) + "\n" for p in predicted)
        chosen.predictions.write_text(lines, encoding="utf-8")
    scored = score(documents, predicted)
    relation = scored["soft"]["relation"]
    print(f"{'soft relation F1':34s}" + "".join(f"{name:>10s}" for name in CLASSES))
    for name, figures in PEERS.items():
        print(f"{name:34s}" + "".join(f"{figure:10.1f}" for figure in figures))
    ours = [100 * relation[name]["F1"] for name in CLASSES]
    print(f"{'twosource, rules':34s}" + "".join(f"{figure:10.1f}" for figure in ours))
    whole = relation["all"]
    print(f"precision {100 * whole['P']:.1f}, recall {100 * whole['R']:.1f}", end="; ")
    roles = (f"{r} {100 * scored['token'][r]['F1']:.1f}" for r in ("content", "source", "cue"))
    print("token F1: " + ", ".join(roles))
    count = sum(len(d["text"].split()) for d in documents)
    print(f"{count} words, {count / seconds:.0f} words per CPU second, parser included")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
