"""The whole way, from files to exchange ledger, scored against a scenario's gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bench.shared import SHARED, scorer
from twosource.documents import load
from twosource.engine.kernel import read_batch
from twosource.linking import link
from twosource.publishing.book import Book
from twosource.publishing.exchange import ledger_json

SCENARIOS = ("seed", "karabakh")


def folder(name: str) -> Path:
    """Where a scenario lies."""
    return SHARED / "bench" / "scenarios" / name


def ledger(scenario: Path) -> dict[str, Any]:
    """Read, link and export all documents of a scenario, as `twosource` does."""
    documents = [
        document
        for path in sorted((scenario / "documents").glob("*.json"))
        for document in load(path.read_bytes(), str(path)).documents
    ]
    readings = read_batch(documents)
    mentions = tuple(m for reading in readings for m in reading.mentions)
    book = Book(tuple(documents), mentions, link(readings))
    exported: dict[str, Any] = json.loads(b"".join(ledger_json(book)))
    return exported


def rows(name: str) -> dict[str, float]:
    """The scorer's rows as ``row: figure``; rows with nothing to score are left out."""
    scored: dict[str, dict[str, Any]] = scorer("score").score(ledger(folder(name)), folder(name))
    figures: dict[str, float] = {}
    for row, values in scored.items():
        for key in ("f1", "macro_f1", "accuracy"):
            if values.get(key) is not None:
                figures[f"{row} ({key.replace('_', ' ')})"] = float(values[key])
    return figures
