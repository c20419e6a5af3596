"""The ledger as pandas data frames, for notebooks. Unknown is ``None``/``NaN``, never a guess."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from twosource.anchors import words
from twosource.ledger.errors import LedgerError
from twosource.model import Claim, Document, Links, Mention

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Frames:
    """One data frame a table; ids join them."""

    documents: pd.DataFrame
    mentions: pd.DataFrame
    claims: pd.DataFrame
    origins: pd.DataFrame
    conflicts: pd.DataFrame
    series: pd.DataFrame
    copies: pd.DataFrame


def frames(documents: Sequence[Document], mentions: Sequence[Mention], links: Links) -> Frames:
    """Build the frames; raises `LedgerError` where pandas is not installed."""
    try:
        import pandas as pd
    except ImportError:
        raise LedgerError(
            "data frames need pandas: install it with pip install 'twosource[frames]'"
        ) from None
    texts = {document.id: document.text for document in documents}
    claim_of = {mention: claim.id for claim in links.claims for mention in claim.mentions}
    rows: dict[str, tuple[list[Row], list[str]]] = {
        "documents": ([_document(d) for d in documents], list(_DOCUMENT)),
        "mentions": ([_mention(m, texts, claim_of) for m in mentions], list(_MENTION)),
        "claims": ([_claim(c) for c in links.claims], list(_CLAIM)),
        "origins": ([row for c in links.claims for row in _origins(c)], list(_ORIGIN)),
        "conflicts": (
            [{"a": c.a, "b": c.b, "type": c.type.value, "why": c.why} for c in links.conflicts],
            ["a", "b", "type", "why"],
        ),
        "series": (_points(links), ["measure", "group", "claim", "date", "low", "high", "origin"]),
        "copies": (
            [
                {"document": c.document, "original": c.original, "reuse": c.reuse, "why": c.why}
                for c in links.copies
            ],
            ["document", "original", "reuse", "why"],
        ),
    }
    made = {name: pd.DataFrame(found, columns=columns) for name, (found, columns) in rows.items()}
    return Frames(**made)


_DOCUMENT = (
    *("id", "key", "path", "url", "publisher", "published_at", "modified_at", "title"),
    *("language", "byline", "agency", "dateline", "sha256", "characters"),
)
_MENTION = (
    *("id", "document", "content", "cue", "source", "quote", "chain", "asserter", "named"),
    *("evidence", "polarity", "certainty", "time_frame", "kind", "measure", "low", "high"),
    *("unit", "group", "places", "time_from", "time_to", "claim", "score"),
)
_CLAIM = (
    *("id", "kind", "summary", "status", "independent_origins", "mentions", "measure", "low"),
    *("high", "unit", "group", "actors", "places", "time_from", "time_to"),
)
_ORIGIN = ("claim", "actor", "evidence", "documents", "counted", "why")


def _document(document: Document) -> Row:
    row: Row = {name: getattr(document, name, None) for name in _DOCUMENT}
    return row | {"characters": len(document.text)}


def _values(held: Claim | Mention) -> Row:
    values = held.values if isinstance(held, Mention) else held
    figure, time = values.figure, values.time
    return {
        "kind": values.kind.value,
        "measure": figure.measure.value if figure else None,
        "low": figure.low if figure else None,
        "high": figure.high if figure else None,
        "unit": figure.unit if figure else None,
        "group": figure.group if figure else None,
        "places": tuple(place.name for place in values.places),
        "time_from": time.start if time else None,
        "time_to": time.end if time else None,
    }


def _mention(mention: Mention, texts: dict[str, str], claim_of: dict[str, str]) -> Row:
    text = texts[mention.document]
    return _values(mention) | {
        "id": mention.id,
        "document": mention.document,
        "content": words(text, mention.content),
        "cue": words(text, mention.cue),
        "source": words(text, mention.source),
        "quote": mention.quote.value,
        "chain": mention.chain,
        "asserter": mention.asserter,
        "named": mention.named.value,
        "evidence": mention.evidence.value,
        "polarity": mention.polarity.value,
        "certainty": mention.certainty.value,
        "time_frame": mention.time_frame.value,
        "claim": claim_of.get(mention.id),
        "score": mention.score,
    }


def _claim(claim: Claim) -> Row:
    return _values(claim) | {
        "id": claim.id,
        "summary": claim.summary,
        "status": claim.status.value,
        "independent_origins": claim.independent_origins,
        "mentions": claim.mentions,
        "actors": claim.actors,
    }


def _origins(claim: Claim) -> list[Row]:
    return [
        {
            "claim": claim.id,
            "actor": origin.actor,
            "evidence": origin.evidence.value,
            "documents": origin.documents,
            "counted": origin.counted,
            "why": origin.why,
        }
        for origin in claim.origins
    ]


def _points(links: Links) -> list[Row]:
    return [
        {
            "measure": series.measure.value,
            "group": series.group,
            "claim": point.claim,
            "date": point.date,
            "low": point.low,
            "high": point.high,
            "origin": point.origin,
        }
        for series in links.series
        for point in series.points
    ]
