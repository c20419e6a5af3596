"""A document of our own writing with mentions, and judgements about them."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from twosource.ids import stable_id
from twosource.judging import Judgement, JudgementKind, anchored
from twosource.model import (
    Certainty,
    ClaimKind,
    Document,
    Evidence,
    Figure,
    Measure,
    Mention,
    Named,
    Place,
    Precision,
    Quote,
    Reason,
    Relay,
    Span,
    TimeRange,
    Transfer,
    Values,
)

TEXT = (
    "Forty guards were killed at the Lesna depot on 3 March, Volna reported, citing the ministry. "
    "Officials said the bridge was likely mined. The bridge was repaired in a week."
)


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return start, start + len(words)


def document(text: str = TEXT, key: str = "https://volna.example/1") -> Document:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(stable_id("d", key, sha256), key, text, sha256)


def mention(of: Document, content: str, cue: str = "", source: str = "", **more: object) -> Mention:
    def spans(words: str) -> tuple[Span, ...]:
        return (at(words, of.text),) if words else ()

    held = spans(content), spans(cue), spans(source)
    fields: dict[str, object] = {
        "id": stable_id("m", of.id, *held),
        "document": of.id,
        "content": held[0],
        "cue": held[1],
        "source": held[2],
        "quote": Quote.INDIRECT if source else Quote.NONE,
    }
    return Mention(**{**fields, **more})  # type: ignore[arg-type]


def toll(of: Document) -> Mention:
    """A mention with a value in every field."""
    text = of.text
    return mention(
        of,
        "Forty guards were killed at the Lesna depot on 3 March",
        "reported, citing",
        "the ministry",
        relays=(
            Relay("Volna", (at("Volna", text),), Named.NAMED),
            Relay("Ministry of Defence", (at("the ministry", text),), Named.NAMED),
        ),
        named=Named.NAMED,
        evidence=Evidence.OFFICIAL,
        certainty=Certainty.UNSTATED,
        loaded=(at("guards", text),),
        values=Values(
            ClaimKind.FIGURE,
            Figure(Measure.KILLED, 40, 40, "person", "guards", spans=(at("Forty guards", text),)),
            ("guards", "Ministry of Defence"),
            (Place("Lesna", 52.1, 23.5, Precision.CITY, "BY", spans=(at("Lesna", text),)),),
            TimeRange("2031-03-03", "2031-03-03", spans=(at("3 March", text),)),
            Transfer("A", "B", "shells", None),
        ),
        reasons=(Reason("evidence", "official", (at("the ministry", text),), "body"),),
        score=0.8,
    )


def mined(of: Document) -> Mention:
    return mention(of, "the bridge was likely mined", "said", "Officials")


def made(
    kind: JudgementKind,
    *about: Mention | str,
    of: Document | None = None,
    minute: int = 0,
    **more: object,
) -> Judgement:
    names = tuple(m if isinstance(m, str) else m.id for m in about)
    anchors = tuple(anchored(m, of) for m in about if not isinstance(m, str)) if of else ()
    fields: dict[str, object] = {
        "id": stable_id("j", kind, names, minute, sorted(more.items(), key=str)),
        "kind": kind,
        "subjects": names,
        "who": "Ada",
        "at": f"2031-04-01T12:{minute:02}:00+00:00",
        "reason": "as the text says",
        "anchors": anchors,
    }
    return Judgement(**{**fields, **more})  # type: ignore[arg-type]


def edited(of: Document, text: str) -> Document:
    """Another version of the same publication."""
    assert text != of.text
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return replace(of, id=stable_id("d", of.key, sha256), text=text, sha256=sha256)
