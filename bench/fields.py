"""Single abilities on other people's data: ``python -m bench.fields [places|times|counts|chains]``.

Places, times, tolls and chains of news that has nothing to do with the scenarios, through the same
code that `twosource read` runs, scored by the scorers beside the data. These take minutes and are
not part of the quick table.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.shared import SHARED, imported
from twosource.documents import load
from twosource.engine.kernel import read_batch
from twosource.grounding.places import located
from twosource.grounding.timexes import timexes
from twosource.linking import link
from twosource.linking.stories import find_stories
from twosource.linking.words import stems
from twosource.model import Document, Reading
from twosource.publishing.book import Book
from twosource.publishing.exchange import ledger_json
from twosource.reading.parsed import parse

DATA = SHARED / "data"
Record = dict[str, Any]


def records(path: Path) -> list[Record]:
    """The lines of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _scorer(room: str) -> ModuleType:
    return imported(DATA / room / f"score_{room}.py")


def _predictions(scorer: ModuleType, rows: Iterator[Record]) -> Any:  # noqa: ANN401 - the scorer's own
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row) + "\n")
        out.flush()
        return scorer.read_predictions(out.name)[0]


def places() -> dict[str, Record]:
    """Recognition and location of place names, local news and news of 200 sites."""
    scorer = _scorer("places")

    def found(record: Record) -> Record:
        spans = [
            {
                "start": each.place.spans[0][0],
                "end": each.place.spans[0][1],
                "lat": each.place.lat,
                "lon": each.place.lon,
            }
            for each in located(parse(record["text"]))
        ]
        return {"id": record["id"], "places": spans}

    result: dict[str, Record] = {}
    for path in sorted((DATA / "places").glob("*.jsonl.gz")):
        gold = records(path)
        rows = scorer.score(gold, _predictions(scorer, map(found, gold)))
        result |= {f"{path.name.split('.')[0]} {key}": value for key, value in rows.items()}
    return result


def times() -> dict[str, Record]:
    """Time expressions and their values, TimeBank and AQUAINT."""
    scorer = _scorer("times")

    def found(record: Record) -> Record:
        stated = re.match(r"\d{4}-\d\d-\d\d", record["published_at"] or "")
        anchor = date.fromisoformat(stated.group()) if stated else None
        spans = [
            {"start": t.span[0], "end": t.span[1], "type": t.type, "value": t.value}
            for t in timexes(record["text"], anchor)
        ]
        return {"id": record["id"], "timexes": spans}

    gold = records(DATA / "times" / "times.jsonl.gz")
    rows: dict[str, Record] = scorer.score(gold, _predictions(scorer, map(found, gold)))
    return rows


def _read(rows: Sequence[Record]) -> list[Reading]:
    """Read records as JSON documents."""
    fields = ("id", "url", "publisher", "published_at", "title", "language", "text")
    documents: list[Document] = []
    for row in rows:
        data = json.dumps({"language": "en", **{k: row.get(k) for k in fields if row.get(k)}})
        documents += load(data.encode(), f"{row['id']}.json").documents
    return list(read_batch(documents))


def _ledger(readings: Sequence[Reading]) -> Record:
    """Link and export."""
    documents = tuple(reading.document for reading in readings)
    mentions = tuple(m for reading in readings for m in reading.mentions)
    exported: Record = json.loads(b"".join(ledger_json(Book(documents, mentions, link(readings)))))
    return exported


def _as_claims(groups: Iterable[Sequence[str]], documents: Sequence[Document]) -> Record:
    """A ledger in which every group of document ids is one claim, for the scorer of grouping."""
    claims = [{"id": str(at), "mentions": list(group)} for at, group in enumerate(groups)]
    mentions = [
        {"document": name, "claim": claim["id"]} for claim in claims for name in claim["mentions"]
    ]
    known = [{"id": document.id, "path": document.path} for document in documents]
    return {"documents": known, "mentions": mentions, "claims": claims}


def _alike(documents: Sequence[Document], least: float = 0.2) -> list[tuple[str, str]]:
    """The yardstick: every pair whose texts have a TF-IDF cosine of ``least``."""
    bags = [Counter(stems(f"{d.title or ''}\n{d.text}")) for d in documents]
    frequency = Counter(stem for bag in bags for stem in bag)
    posting: dict[str, list[tuple[int, float]]] = defaultdict(list)
    found: list[tuple[str, str]] = []
    for at, bag in enumerate(bags):
        raw = {
            stem: (1 + math.log(count)) * math.log(len(bags) / frequency[stem])
            for stem, count in bag.items()
        }
        norm = math.sqrt(sum(weight**2 for weight in raw.values())) or 1.0
        dots: Counter[int] = Counter()
        for stem, weight in raw.items():
            for other, there in posting[stem]:
                dots[other] += weight / norm * there
        found += [
            (documents[other].id, documents[at].id) for other, dot in dots.items() if dot >= least
        ]
        for stem, weight in raw.items():
            posting[stem].append((at, weight / norm))
    return found


def chains() -> dict[str, Record]:
    """Who is credited, through whom, and who they are: Wikinews reports and interviews."""
    gold = records(DATA / "chains" / "chains.jsonl.gz")
    rows: dict[str, Record] = _scorer("chains").score(_ledger(_read(gold)), gold)
    return rows


def counts() -> dict[str, Record]:
    """Killed and injured, and which reports tell of one incident: news of shootings."""
    gold = records(DATA / "counts" / "docs.jsonl.gz")
    incidents = records(DATA / "counts" / "gold.jsonl.gz")
    scorer = _scorer("counts")
    readings = _read(gold)
    documents = [reading.document for reading in readings]
    rows: dict[str, Record] = scorer.score(_ledger(readings), gold, incidents)
    rows["grouping by claims"] = rows.pop("grouping")
    for name, groups in (
        ("grouping by stories", [story.documents for story in find_stories(readings)]),
        ("grouping by TF-IDF cosine >= .2", _alike(documents)),
    ):
        rows[name] = scorer.score(_as_claims(groups, documents), gold, incidents)["grouping"]
    return rows


ROOMS: dict[str, Callable[[], dict[str, Record]]] = {
    "chains": chains,
    "times": times,
    "places": places,
    "counts": counts,
}


def main(wanted: Sequence[str]) -> int:
    """Print every row of the rooms asked for (all, where none is)."""
    for room in wanted or ROOMS:
        if room not in ROOMS:
            print(f"{room}: no such measure; there are {', '.join(ROOMS)}", file=sys.stderr)
            return 2
        if not (DATA / room).is_dir():
            print(f"{room}: skipped, its data is not beside this checkout")
            continue
        for row, value in ROOMS[room]().items():
            shown = (
                "  ".join(f"{k} {v}" for k, v in value.items())
                if isinstance(value, dict)
                else value
            )
            print(f"{room:7s} {row:34s} {shown}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
