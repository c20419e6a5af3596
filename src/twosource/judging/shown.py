"""Stored values as people read and type them: the notation of ``twosource judge amend --set``."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import msgspec

from twosource.anchors import Anchor
from twosource.codec import decode
from twosource.judging.fields import SPANS, WORDS, Field, Given, Worded
from twosource.model import Figure, Place, Relay, TimeRange, Transfer

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

NOTHING = "none"
BETWEEN = " | "  # of several places, several names
CHAIN = " < "
KEYS = {"giver": "from", "receiver": "to"}


def shown(field: str, value: str) -> str:
    """One line for people; ``none`` where the value is empty; as it is where it is malformed."""
    try:
        return _shown(Field(field), value) or NOTHING
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return value


def _shown(field: Field, value: str) -> str:
    if field in WORDS:
        return value
    if field in SPANS:
        return " … ".join(each.exact for each in decode(tuple[Anchor, ...], value))
    if field is Field.CHAIN:
        return CHAIN.join(r.value.name for r in decode(tuple[Worded[Relay], ...], value))
    if field is Field.ACTORS:
        return BETWEEN.join(decode(tuple[str, ...], value))
    if field is Field.PLACES:
        places = decode(tuple[Worded[Place], ...], value)
        return BETWEEN.join(notation(place.value) for place in places)
    if field is Field.FIGURE:
        figure = decode(Worded[Figure | None], value).value
        return notation(figure) if figure else ""
    if field is Field.TIME:
        time = decode(Worded[TimeRange | None], value).value
        return f"{time.start}/{time.end}" if time else ""
    transfer = decode(Given, value).transfer
    return notation(transfer) if transfer else ""


def notation(value: Figure | Place | Transfer) -> str:
    """``measure=killed; low=300; unit=person``: what is unknown is left out."""
    return "; ".join(_cells(value))


def _cells(value: DataclassInstance) -> list[str]:
    cells: list[str] = []
    for field in fields(value):
        held = getattr(value, field.name)
        if held is None or field.name == "spans":
            continue
        if isinstance(held, bool):
            held = "yes" if held else "no"
        elif isinstance(held, float):
            held = f"{held:.10g}" if abs(held) < 1e10 else f"{held:.0f}"
        cells.append(f"{KEYS.get(field.name, field.name)}={held}")
    return cells
