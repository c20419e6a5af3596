"""Linking alone: a scenario's gold mentions with gold values, linked and scored.

``python -m bench.gold_links`` prints the rows that linking answers for. It is an upper bound: the
whole way, with the reader's own mentions and values, is measured by `bench.scenarios`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bench.scenarios import folder
from bench.shared import scorer
from twosource.linking import link
from twosource.model import (
    ActorKind,
    ClaimKind,
    Document,
    Evidence,
    Figure,
    Measure,
    Mention,
    Named,
    Place,
    Polarity,
    Precision,
    Quote,
    Reading,
    Relay,
    TimeFrame,
    TimeRange,
    Values,
)
from twosource.publishing.book import Book
from twosource.publishing.exchange import ledger_json

ROWS = (
    "same claim (pairs of mentions)",
    "independent origins, exact count",
    "independent origins, claims in several documents",
    "conflict",
    "derived from, exact document",
)
Gold = dict[str, Any]


def _figure(gold: Gold | None, names: dict[str, str]) -> Figure | None:
    if gold is None:
        return None
    measure = Measure.OTHER if gold["measure"] == "any" else Measure(gold["measure"])
    group = names[gold["group"]] if gold.get("group") else None
    return Figure(measure, gold["low"], gold["high"], gold["unit"], group)


def _values(claim: Gold, names: dict[str, str]) -> Values:
    time = claim.get("time")
    return Values(
        ClaimKind(claim["kind"]),
        _figure(claim.get("figure"), names),
        tuple(names[key] for key in claim.get("actors") or ()),
        tuple(
            Place(p["name"], p["lat"], p["lon"], Precision(p["precision"]))
            for p in claim.get("places") or ()
        ),
        TimeRange(time["from"], time["to"]) if time else None,
    )


def _known(gold: Gold, field: str, otherwise: str) -> str:
    value = gold.get(field, "any")
    return otherwise if value == "any" else str(value)


def _mention(gold: Gold, values: Values, actors: Gold, names: dict[str, str]) -> Mention:
    relays = tuple(
        Relay(names[key], kind=ActorKind(actors[key]["kind"])) for key in gold.get("chain", ())
    )
    return Mention(
        id=gold["id"],
        document=gold["document"],
        content=tuple((start, end) for start, end in gold["content"]),
        cue=(),
        source=(),
        quote=Quote(_known(gold, "quote", "none")),
        relays=relays,
        named=Named(_known(gold, "named", "none")),
        evidence=Evidence(_known(gold, "evidence", "none")),
        polarity=Polarity(_known(gold, "polarity", "affirmed")),
        time_frame=TimeFrame(_known(gold, "time_frame", "present")),
        values=values,
    )


def readings(scenario: Path) -> list[Reading]:
    """The scenario's documents with its gold mentions."""
    gold = json.loads((scenario / "gold.json").read_text("utf-8"))
    actors = gold["actors"]
    names = {key: actor["names"][0] for key, actor in actors.items()}
    claims = {claim["id"]: claim for claim in gold["claims"]}
    found: list[Reading] = []
    for path in sorted((scenario / "documents").glob("*.json")):
        raw = json.loads(path.read_text("utf-8"))
        document = Document(
            id=path.stem,
            key=path.stem,
            text=raw["text"],
            sha256="",
            path=str(path),
            url=raw.get("url"),
            publisher=raw.get("publisher"),
            published_at=raw.get("published_at"),
            title=raw.get("title"),
        )
        told = tuple(
            _mention(m, _values(claims[m["claim"]], names), actors, names)
            for m in gold["mentions"]
            if m["document"] == path.stem
        )
        found.append(Reading(document, told))
    return found


def _scored(scenario: Path) -> dict[str, dict[str, float]]:
    told = readings(scenario)
    mentions = tuple(m for reading in told for m in reading.mentions)
    book = Book(tuple(r.document for r in told), mentions, link(told))
    exported = json.loads(b"".join(ledger_json(book)))
    found: dict[str, dict[str, float]] = scorer("score").score(exported, scenario)
    return found


def rows() -> dict[str, float]:
    """The rows that linking answers for, as ``row: figure``, with the precision of merges."""
    scored = _scored(folder("karabakh"))
    merges = scored[ROWS[0]]
    figures = {f"{ROWS[0]} (precision)": merges["p"]}
    for row in ROWS:
        for key in ("f1", "accuracy"):
            if scored[row].get(key) is not None:
                figures[f"{row} ({key})"] = scored[row][key]
    return figures


def main() -> None:
    """Print the rows for karabakh."""
    scenario = folder("karabakh")
    if not scenario.is_dir():
        print("karabakh: skipped, it is not beside this checkout")
        return
    scored = _scored(scenario)
    for row in ROWS:
        print(f"{row:52s} " + "  ".join(f"{name} {x}" for name, x in scored[row].items()))


if __name__ == "__main__":
    main()
