"""Documents, readings and links of our own writing, made without a parser."""

from __future__ import annotations

import hashlib

from twosource.ids import stable_id
from twosource.model import (
    Claim,
    ClaimKind,
    Conflict,
    ConflictType,
    Copy,
    Document,
    Evidence,
    Figure,
    Links,
    Measure,
    Mention,
    Named,
    Origin,
    Passage,
    Place,
    Polarity,
    Precision,
    Quote,
    Reading,
    Reason,
    Relay,
    Series,
    SeriesPoint,
    Status,
    TimeRange,
    Transfer,
    Values,
)

TEXT = "Two bridges over the Lesna were hit, the ministry said. Nobody was hurt."


def document(text: str = TEXT, key: str = "https://outlet.example/1", **more: object) -> Document:
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    fields = {"id": stable_id("d", key, sha256), "title": "Bridges hit", "publisher": "Volna"}
    return Document(**{**fields, "key": key, "text": text, "sha256": sha256, **more})  # type: ignore[arg-type]


def mention(of: Document, start: int = 0, end: int = 10, **more: object) -> Mention:
    fields: dict[str, object] = {
        "id": stable_id("m", of.id, start, end),
        "document": of.id,
        "content": ((start, end),),
        "cue": ((start, start + 1),),
        "source": ((start, start + 2),),
        "quote": Quote.INDIRECT,
        "relays": (Relay("Volna"), Relay("Ministry of Defence", ((37, 49),), Named.NAMED)),
        "named": Named.NAMED,
        "evidence": Evidence.OFFICIAL,
    }
    return Mention(**{**fields, **more})  # type: ignore[arg-type]


def reading(text: str = TEXT, key: str = "https://outlet.example/1", **more: object) -> Reading:
    made = document(text, key, **more)
    return Reading(made, (mention(made, 0, 35), mention(made, 20, 35)))


def full_values() -> Values:
    place = Place("Lesna", 52.1, 23.5, Precision.POINT, "BY", "Brest", ((21, 26),))
    return Values(
        ClaimKind.FIGURE,
        Figure(Measure.KILLED, 2.0, None, "person", "Volna", "at least", True, ((0, 3),)),
        ("Volna", "Ministry of Defence"),
        (place, Place("Springfield", None, None, Precision.CITY)),
        TimeRange("2025-04-27", "2025-04-28", "2025-04-27/2025-04-28~", ((4, 9),)),
        Transfer("A", "B", "shells", None),
    )


def full_mention(of: Document) -> Mention:
    return mention(
        of,
        polarity=Polarity.DENIED,
        loaded=((3, 5),),
        values=full_values(),
        reasons=(Reason("evidence", "official", ((37, 49),), "ministry"),),
        score=0.75,
    )


def links(*held: Reading) -> Links:
    """One claim a mention, a conflict, a series, and a copy where there are two documents."""
    mentions = [m for r in held for m in r.mentions]
    claims = tuple(
        Claim(
            id=stable_id("c", m.id),
            kind=ClaimKind.ATTACK,
            summary=f"Bridges hit ({n})",
            mentions=(m.id,),
            origins=(Origin("Ministry of Defence", Evidence.OFFICIAL, (m.document,), (m.id,)),),
            independent_origins=1,
            status=Status.SINGLE_ORIGIN,
            why=("same words",),
        )
        for n, m in enumerate(mentions)
    )
    point = SeriesPoint(claims[0].id, "2025-04-27", 2.0, None, "Ministry of Defence")
    copies = (
        (Copy(held[1].document.id, held[0].document.id, 0.5, (Passage((0, 5), (1, 6)),), "wire"),)
        if len(held) > 1
        else ()
    )
    return Links(
        claims,
        (Conflict(claims[0].id, claims[0].id, ConflictType.DENIAL, "denied"),),
        (Series(Measure.KILLED, "Volna", (point,)),),
        copies,
    )
