"""Ledgers of any size for benches of pages: generated stories with generated links.

The texts and mentions are `bench.stories`; outlets, agencies, evidence and certainty are drawn at
random, the few often and the many seldom, and links are the generator's truth: what a page costs
depends on how much there is, not on who was right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from bench.stories import Corpus, corpus, name
from twosource.ids import stable_id
from twosource.ledger import Ledger
from twosource.model import (
    Certainty,
    Claim,
    ClaimKind,
    Conflict,
    ConflictType,
    Copy,
    Document,
    Evidence,
    Links,
    Measure,
    Mention,
    Named,
    Origin,
    Passage,
    Polarity,
    Reading,
    Relay,
    Series,
    SeriesPoint,
    Status,
    Transfer,
)

OUTLETS, AGENCIES, BATCH = 240, 12, 500
POINTS = 4  # tolls of one series


def _seldom(random: Random, names: Sequence[str]) -> str:
    """One of the names, the first ones far more often."""
    return names[min(int(random.paretovariate(0.7)) - 1, len(names) - 1)]


def _mention(mention: Mention, random: Random, agencies: Sequence[str]) -> Mention:
    relays = mention.relays
    if random.random() < 0.3:
        relays = (Relay(_seldom(random, agencies), named=Named.NAMED), *relays)
    values = mention.values
    if values.kind is ClaimKind.ATTACK and random.random() < 0.2:
        transfer = Transfer(name(random)[:3], name(random)[:3], "shells")
        values = replace(values, kind=ClaimKind.TRANSFER, transfer=transfer)
    return replace(
        mention,
        relays=relays,
        evidence=random.choice(list(Evidence)),
        certainty=random.choice(list(Certainty)),
        score=round(random.random() ** 0.2, 3),
        values=values,
    )


def varied(made: Corpus, seed: int = 1) -> Iterator[Reading]:
    """The readings with outlets, titles and the rest that pages show and filter by."""
    random = Random(seed)
    outlets = [f"{name(random)} {random.choice(('Post', 'Mail', 'Radio'))}" for _ in range(OUTLETS)]
    agencies = [f"{name(random)} Agency" for _ in range(AGENCIES)]
    for reading in made.readings:
        title = reading.document.text.partition(".")[0][:100]
        document = replace(
            reading.document, publisher=_seldom(random, outlets), title=title, language="en"
        )
        yield Reading(document, tuple(_mention(m, random, agencies) for m in reading.mentions))


def truth(made: Corpus, readings: Sequence[Reading]) -> Links:
    """The links as the generator knows them."""
    documents = {reading.document.id: reading.document for reading in readings}
    told: defaultdict[str, list[Mention]] = defaultdict(list)
    for reading in readings:
        for mention in reading.mentions:
            told[made.claim[mention.id]].append(mention)
    claims = [_claim(own, documents) for own in told.values()]
    by_id = {m.id: m for own in told.values() for m in own}
    conflicts = [
        Conflict(c.id, c.id, ConflictType.DENIAL, "affirmed and denied")
        for c in claims
        if len({by_id[m].polarity for m in c.mentions}) == 2
    ]
    tolls = [c for c in claims if c.figure is not None]
    conflicts += (
        Conflict(a.id, b.id, ConflictType.FIGURE, "two tolls of one day")
        for a, b in zip(tolls[::10], tolls[1::10], strict=False)
    )
    open_claims = {side for c in conflicts for side in (c.a, c.b)}
    claims = [replace(c, status=Status.CONTESTED) if c.id in open_claims else c for c in claims]
    copies = [_copy(documents[a], documents[b]) for a, b in made.original.items()]
    return Links(tuple(claims), tuple(conflicts), tuple(_series(tolls)), tuple(copies))


def _claim(own: Sequence[Mention], documents: dict[str, Document]) -> Claim:
    first, document = own[0], documents[own[0].document]
    start, end = first.content[0]
    origins = _origins(own)
    counted = sum(origin.counted for origin in origins)
    status = (Status.UNATTRIBUTED, Status.SINGLE_ORIGIN, Status.CORROBORATED)[min(counted, 2)]
    return Claim(
        id=stable_id("c", first.id),
        kind=first.values.kind,
        summary=document.text[start:end].capitalize(),
        mentions=tuple(m.id for m in own),
        figure=first.values.figure,
        actors=first.values.actors,
        places=first.values.places,
        time=first.values.time,
        transfer=first.values.transfer,
        origins=origins,
        independent_origins=counted,
        status=status,
        why=("generated as one",),
    )


def _origins(own: Sequence[Mention]) -> tuple[Origin, ...]:
    said: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in own:
        if mention.polarity is Polarity.AFFIRMED and mention.asserter:
            said[mention.asserter].append(mention)
    return tuple(
        Origin(
            actor,
            found[0].evidence,
            tuple(dict.fromkeys(m.document for m in found)),
            tuple(m.id for m in found),
        )
        for actor, found in said.items()
    )


def _copy(document: Document, original: Document) -> Copy:
    end = min(len(document.text), len(original.text))
    return Copy(document.id, original.id, 1.0, (Passage((0, end), (0, end)),), "word for word")


def _series(tolls: Sequence[Claim]) -> Iterator[Series]:
    for at in range(0, len(tolls), POINTS):
        points = [
            SeriesPoint(c.id, c.time.end, c.figure.low, c.figure.high, origin.actor)
            for c in tolls[at : at + POINTS]
            if c.time is not None and c.figure is not None
            for origin in c.origins[:1]
        ]
        figure = tolls[at].figure
        group = figure.group if figure else None
        yield Series(Measure.KILLED, group, tuple(sorted(points, key=lambda p: p.date)))


def make(path: Path, mentions: int, seed: int = 1) -> None:
    """Write a ledger of about that many mentions, the same for one seed."""
    made = corpus(mentions, seed)
    readings = list(varied(made, seed))
    with Ledger(path) as ledger:
        for at in range(0, len(readings), BATCH):
            ledger.store_all([(reading, None) for reading in readings[at : at + BATCH]])
        ledger.replace_links(truth(made, readings))
