"""The values of a mention that a person can amend: how each is stored, put in place and shown.

A stored value is text: the plain word for a fixed vocabulary, else JSON in which every span is an
anchor, so that it can be put into another version of the text or is known not to fit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Generic, TypeVar

import msgspec

from twosource.anchors import Anchor, anchor
from twosource.codec import decode, encode
from twosource.judging import sound
from twosource.judging.attach import spans_of
from twosource.judging.sound import Unfit
from twosource.model import (
    Certainty,
    ClaimKind,
    Evidence,
    Figure,
    Mention,
    Named,
    Place,
    Polarity,
    Quote,
    Relay,
    Spans,
    TimeFrame,
    TimeRange,
    Transfer,
    Values,
)

T = TypeVar("T")


class Field(StrEnum):
    """What can be amended; names are those of the exchange format."""

    CONTENT = "content"
    CUE = "cue"
    SOURCE = "source"
    LOADED = "loaded"
    QUOTE = "quote"
    CHAIN = "chain"
    NAMED = "named"
    EVIDENCE = "evidence"
    POLARITY = "polarity"
    CERTAINTY = "certainty"
    TIME_FRAME = "time_frame"
    KIND = "kind"
    FIGURE = "figure"
    ACTORS = "actors"
    PLACES = "places"
    TIME = "time"
    TRANSFER = "transfer"


SPANS = (Field.CONTENT, Field.CUE, Field.SOURCE, Field.LOADED)
WORDS: dict[Field, type[StrEnum]] = {
    Field.QUOTE: Quote,
    Field.NAMED: Named,
    Field.EVIDENCE: Evidence,
    Field.POLARITY: Polarity,
    Field.CERTAINTY: Certainty,
    Field.TIME_FRAME: TimeFrame,
    Field.KIND: ClaimKind,
}


@dataclass(frozen=True, slots=True)
class Worded(Generic[T]):
    """A value without its spans, and the words it was read from."""

    value: T
    words: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """A transfer, or that there is none (a bare null would be no record)."""

    transfer: Transfer | None


def anchors(text: str, spans: Spans) -> tuple[Anchor, ...]:
    """Each span with its words; raises `Unfit` where one does not lie in the text."""
    try:
        return tuple(anchor(text, span) for span in spans)
    except ValueError as error:
        raise Unfit(str(error)) from None


def stored(mention: Mention, field: Field, text: str) -> str:
    """The mention's present value; ``text`` is its document's."""
    values = mention.values
    if field in SPANS:
        return encode(anchors(text, getattr(mention, field.value)))
    if field is Field.KIND:
        return values.kind.value
    if field in WORDS:
        return str(getattr(mention, field.value).value)
    if field is Field.CHAIN:
        return encode([_worded(relay, text) for relay in mention.relays])
    if field is Field.FIGURE:
        return encode(_worded(_floating(values.figure), text))
    if field is Field.PLACES:
        return encode([_worded(place, text) for place in values.places])
    if field is Field.TIME:
        return encode(_worded(values.time, text))
    return encode(values.actors if field is Field.ACTORS else Given(values.transfer))


V = TypeVar("V", Relay, Place, "Figure | None", "TimeRange | None")


def _worded(value: V, text: str) -> Worded[V]:
    if value is None:
        return Worded(value)
    return Worded(replace(value, spans=()), anchors(text, value.spans))


def _floating(figure: Figure | None) -> Figure | None:
    """One notation for one number: 40 and 40.0 are stored alike."""
    if figure is None:
        return None
    low, high = figure.low, figure.high
    return replace(
        figure,
        low=None if low is None else float(low),
        high=None if high is None else float(high),
    )


def put(mention: Mention, field: Field, value: str, text: str) -> Mention:
    """The mention with another value; raises `Unfit` where it does not take it."""
    try:
        return _put(mention, field, value, text)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        if isinstance(error, Unfit):
            raise
        raise Unfit(f"{field.value}: {error}") from None


def _put(mention: Mention, field: Field, value: str, text: str) -> Mention:
    if field in SPANS:
        return _with_spans(mention, field, decode(tuple[Anchor, ...], value), text)
    if field in WORDS:
        word = WORDS[field](value)
        if field is Field.KIND:
            return replace(mention, values=replace(mention.values, kind=ClaimKind(word)))
        return _with_word(mention, field, word)
    if field is Field.CHAIN:
        relays = decode(tuple[Worded[Relay], ...], value)
        return replace(
            mention, relays=tuple(replace(r.value, spans=_found(r.words, text)) for r in relays)
        )
    return replace(mention, values=_with_value(mention, field, value, text))


def _with_word(mention: Mention, field: Field, word: StrEnum) -> Mention:
    changes: dict[str, StrEnum] = {field.value: word}
    return replace(mention, **changes)  # type: ignore[arg-type]


def _with_spans(mention: Mention, field: Field, wanted: tuple[Anchor, ...], text: str) -> Mention:
    spans = _found(wanted, text)
    if field is Field.CONTENT and not spans:
        raise Unfit("content: a mention says something; to take it out, reject it")
    if any(start >= end for start, end in spans):
        raise Unfit(f"{field.value}: an empty span")
    if any(one[1] > two[0] for one, two in pairwise(spans)):
        raise Unfit(f"{field.value}: spans overlap or stand out of order")
    changes: dict[str, Spans] = {field.value: spans}
    return replace(mention, **changes)  # type: ignore[arg-type]


def _with_value(mention: Mention, field: Field, value: str, text: str) -> Values:
    values = mention.values
    if field is Field.FIGURE:
        figure = decode(Worded[Figure | None], value)
        spanned = figure.value and replace(
            sound.figure(figure.value), spans=_found(figure.words, text)
        )
        return replace(values, figure=spanned)
    if field is Field.TIME:
        time = decode(Worded[TimeRange | None], value)
        held = time.value and replace(sound.time(time.value), spans=_found(time.words, text))
        return replace(values, time=held)
    if field is Field.PLACES:
        places = decode(tuple[Worded[Place], ...], value)
        spots = tuple(replace(sound.place(p.value), spans=_found(p.words, text)) for p in places)
        return replace(values, places=spots)
    if field is Field.ACTORS:
        return replace(values, actors=tuple(map(sound.name, decode(tuple[str, ...], value))))
    return replace(values, transfer=decode(Given, value).transfer)


def _found(wanted: tuple[Anchor, ...], text: str) -> Spans:
    spans = spans_of(text, wanted)
    if spans is None:
        raise Unfit("the words it stands on are not in this version, or more than once")
    return spans


def reattributed(mention: Mention, asserter: str) -> Mention:
    """The mention with another root asserter; an empty name credits nobody.

    Who relayed it stays, and so do source and cue where somebody is credited.
    """
    if not asserter:
        return replace(mention, relays=(), source=(), cue=(), named=Named.NONE, quote=Quote.NONE)
    quote = Quote.INDIRECT if mention.quote is Quote.NONE else mention.quote
    relays = (*mention.relays[:-1], Relay(asserter, (), Named.NAMED))
    return replace(mention, relays=relays, named=Named.NAMED, quote=quote)
