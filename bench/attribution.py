"""Who said what, on PolNeAR: ``python -m bench.attribution [dev|train] [--reader NAME …]``.

Whole attribution relations before they are split into statements, and without those inside another
one's content (the corpus has a single layer), scored with the corpus scorer beside the checkout.
Readers: the rules; the tagger alone (no parse); the tagger told what the rules found; both, as
``twosource read`` joins them. ``--predictions FILE`` writes what the last one found. Peers and
people were measured with the same scorer; their figures are those of ``shared/research/peers.md``
(dev part).
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.shared import SHARED, scorer
from twosource.model import Attribution
from twosource.reading.nesting import outermost
from twosource.reading.parsed import parse
from twosource.reading.rules import relations

CORPUS = SHARED / "data" / "polnear"
READERS = ("rules", "tagger alone", "tagger", "both")
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


@dataclass(frozen=True, slots=True)
class Run:
    """What one reader found in all documents, and the CPU seconds it took with its parser."""

    predicted: list[dict[str, Any]]
    seconds: float


def finder(reader: str) -> Callable[[str], Sequence[Attribution]]:
    """A function from a text to its whole relations."""
    if reader == "rules":
        return lambda text: relations(parse(text))
    from twosource.reading.joint import JointReader
    from twosource.reading.tagger import relations as tagged
    from twosource.reading.tagger.folder import SHIPPED
    from twosource.reading.tagger.reader import TaggerReader
    from twosource.reading.tagger.session import load

    model = load(SHIPPED)
    if reader == "tagger alone":
        return lambda text: tagged.relations(model, text)
    told = TaggerReader(model, rules=True)
    both = JointReader(told)
    used = told if reader == "tagger" else both
    return lambda text: used.relations(parse(text))


def run(reader: str, documents: list[dict[str, Any]]) -> Run:
    """Read all documents with one reader, in the corpus' own format."""
    find = finder(reader)
    find("He said so.")  # what is loaded once is not timed
    start = time.process_time()
    found = [
        {"doc": d["doc"], "attributions": [_raw(a) for a in outermost(find(d["text"]))]}
        for d in documents
    ]
    return Run(found, time.process_time() - start)


def score(documents: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> dict[str, Any]:
    """All figures of the corpus scorer."""
    module = scorer("score_attribution")
    docs = {d["doc"]: module.Doc(d["text"]) for d in documents}
    golds = {d["doc"]: d["attributions"] for d in documents}
    preds = {d["doc"]: d["attributions"] for d in predicted}
    scored: dict[str, Any] = module.score(docs, golds, preds, boot=0)
    return scored


def rows(part: str = "dev") -> dict[str, float]:
    """The figures that have a floor: soft relation F1 by class, span F1 by role (0..1)."""
    documents = gold(part)
    figures: dict[str, float] = {}
    for reader in ("rules", "tagger"):
        scored = score(documents, run(reader, documents).predicted)
        relation = scored["soft"]["relation"]
        for name in CLASSES:
            figures[f"{reader}: relation F1, {name}"] = float(relation[name]["F1"])
        for measure in ("token", "exact"):
            for role in ("content", "source", "cue"):
                figures[f"{reader}: {measure} F1, {role}"] = float(scored[measure][role]["F1"])
    return figures


def report(reader: str, documents: list[dict[str, Any]], done: Run) -> None:
    """Print one reader's rows."""
    scored = score(documents, done.predicted)
    relation = scored["soft"]["relation"]
    ours = "".join(f"{100 * relation[name]['F1']:10.1f}" for name in CLASSES)
    print(f"{f'twosource, {reader}':34s}{ours}")
    whole = relation["all"]
    print(f"    precision {100 * whole['P']:.1f}, recall {100 * whole['R']:.1f}", end="")
    for measure in ("token", "exact"):
        roles = (f"{r} {100 * scored[measure][r]['F1']:.1f}" for r in ("content", "source", "cue"))
        print(f"; {measure} F1: {', '.join(roles)}", end="")
    count = sum(len(d["text"].split()) for d in documents)
    print(f"; {count / done.seconds:.0f} words per CPU second")


def main(arguments: list[str]) -> int:
    """Print the readers' rows beside the peers'."""
    options = argparse.ArgumentParser(prog="bench.attribution")
    options.add_argument("part", nargs="?", default="dev", choices=("dev", "train"))
    options.add_argument("--reader", action="append", choices=READERS, help="default: all")
    options.add_argument("--predictions", type=Path, help="also write what was found, JSON lines")
    chosen = options.parse_args(arguments)
    if not CORPUS.is_dir():
        print("polnear: skipped, the corpus is not beside this checkout")
        return 0
    documents = gold(chosen.part)
    print(f"{'soft relation F1':34s}" + "".join(f"{name:>10s}" for name in CLASSES))
    for name, figures in PEERS.items():
        print(f"{name:34s}" + "".join(f"{figure:10.1f}" for figure in figures))
    for reader in chosen.reader or READERS:
        done = run(reader, documents)
        report(reader, documents, done)
        if chosen.predictions is not None:
            lines = "".join(json.dumps(p) + "\n" for p in done.predicted)
            chosen.predictions.write_text(lines, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
