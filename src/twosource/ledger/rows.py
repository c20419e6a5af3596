"""Links as rows of their tables."""

from __future__ import annotations

from twosource.codec import encode
from twosource.model import Claim, Conflict, Copy, Series

Row = dict[str, object]


def claim_row(n: int, claim: Claim) -> Row:
    """A row of ``claims``."""
    return {
        "id": claim.id,
        "n": n,
        "kind": claim.kind.value,
        "summary": claim.summary,
        "status": claim.status.value,
        "independent_origins": claim.independent_origins,
        "record": encode(claim),
    }


def origin_rows(claim: Claim) -> list[Row]:
    """Rows of ``origins``."""
    return [
        {
            "claim": claim.id,
            "n": n,
            "actor": origin.actor,
            "evidence": origin.evidence.value,
            "counted": origin.counted,
        }
        for n, origin in enumerate(claim.origins)
    ]


def conflict_row(n: int, conflict: Conflict) -> Row:
    """A row of ``conflicts``."""
    record = encode(conflict)
    return {
        "n": n,
        "a": conflict.a,
        "b": conflict.b,
        "type": conflict.type.value,
        "record": record,
    }


def series_row(n: int, series: Series) -> Row:
    """A row of ``series``."""
    return {
        "n": n,
        "measure": series.measure.value,
        "group": series.group,
        "record": encode(series),
    }


def copy_row(n: int, copy: Copy) -> Row:
    """A row of ``copies``."""
    return {
        "n": n,
        "document": copy.document,
        "original": copy.original,
        "reuse": copy.reuse,
        "record": encode(copy),
    }
