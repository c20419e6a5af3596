"""What each address of the API takes: one type each, from which it is read and documented."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from twosource.ledger.queries import (
    ClaimFilter,
    ClaimSort,
    DocumentFilter,
    DocumentSort,
    EdgeKind,
    ReviewReason,
    Role,
    SourceSort,
)
from twosource.ledger.queries.paging import LIMIT, MOST
from twosource.model import Certainty, ClaimKind, ConflictType, Evidence, Measure, Status

_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_RANGE = r"^[0-9]{1,6}(\+|-[0-9]{1,6})?$"

Text = Annotated[str, Meta(min_length=1, max_length=500)]
Day = Annotated[str, Meta(pattern=_DAY, examples=["2025-04-27"])]
Whole = Annotated[int, Meta(ge=0, le=10_000_000)]
Offset = Annotated[
    int, Meta(ge=0, le=10_000_000, description="How many rows of the list to pass over.")
]
Limit = Annotated[int, Meta(ge=1, le=MOST, description="How many rows to give at most.")]
Few = Annotated[int, Meta(ge=1, le=200, description="How many rows to give at most.")]
Words = Annotated[
    str,
    Meta(max_length=500, description='Words that must all be there; `"…"` is a phrase.'),
]
Part = Annotated[
    str, Meta(max_length=500, description="Letters that must stand in the name, in any case.")
]
Reverse = Annotated[bool, Meta(description="Turn the order round.")]
Since = Annotated[
    datetime, Meta(tz=True, description="What came into the ledger after this moment.")
]


class Nothing(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """No parameters."""


class Narrowed(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={
        "time_from": "from",
        "time_to": "to",
        "text": "q",
    },
):
    """What claims are narrowed to: every parameter must hold, of several values of one any."""

    status: Annotated[tuple[Status, ...], Meta(description="Where the claim stands.")] = ()
    kind: Annotated[tuple[ClaimKind, ...], Meta(description="What sort of claim.")] = ()
    evidence: Annotated[
        tuple[Evidence, ...], Meta(description="What a mention that carries it rests on.")
    ] = ()
    certainty: Annotated[
        tuple[Certainty, ...], Meta(description="How a mention that carries it hedges.")
    ] = ()
    origins: (
        Annotated[
            str,
            Meta(
                pattern=_RANGE,
                description="Independent origins: `2`, `2+` or `2-5`.",
                examples=["2+"],
            ),
        ]
        | None
    ) = None
    asserter: Annotated[tuple[Text, ...], Meta(description="Who affirms or denies it.")] = ()
    outlet: Annotated[tuple[Text, ...], Meta(description="An outlet that it stands in.")] = ()
    place: Annotated[tuple[Text, ...], Meta(description="A place that it is about.")] = ()
    time_from: (
        Annotated[Day, Meta(description="The thing claimed happened on this day or later.")] | None
    ) = None
    time_to: Annotated[Day, Meta(description="The thing claimed happened by this day.")] | None = (
        None
    )
    said_from: Annotated[Day, Meta(description="First published that day or later.")] | None = None
    said_to: Annotated[Day, Meta(description="First published by that day.")] | None = None
    outlets: Annotated[Whole, Meta(description="Outlets that carry it, at least.")] | None = None
    documents: Annotated[Whole, Meta(description="Documents that carry it, at least.")] | None = (
        None
    )
    since: Since | None = None
    heard: (
        Annotated[
            datetime, Meta(tz=True, description="Carried or denied by what came in after that.")
        ]
        | None
    ) = None
    document: Annotated[Text, Meta(description="A document that holds it.")] | None = None
    text: Words = ""

    @property
    def where(self) -> ClaimFilter:
        """The same as the ledger's filter."""
        low, high = _range(self.origins)
        return ClaimFilter(
            asserter=self.asserter,
            outlet=self.outlet,
            kind=self.kind,
            evidence=self.evidence,
            certainty=self.certainty,
            status=self.status,
            place=self.place,
            time_from=self.time_from,
            time_to=self.time_to,
            published_from=self.said_from,
            published_to=self.said_to,
            origins_from=low,
            origins_to=high,
            outlets_from=self.outlets,
            documents_from=self.documents,
            since=self.since,
            heard=self.heard,
            document=self.document,
            text=self.text,
        )


def _range(value: str | None) -> tuple[int | None, int | None]:
    if value is None:
        return None, None
    low, mark, high = re.split(r"([+-]|$)", value, maxsplit=1)
    return int(low), None if mark == "+" else int(high or low)


class AllClaims(Narrowed, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole list of claims."""

    sort: Annotated[ClaimSort, Meta(description="By what they are ordered.")] = ClaimSort.ATTENTION
    reverse: Reverse = False


class Claims(AllClaims, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page of claims."""

    offset: Offset = 0
    limit: Limit = LIMIT


class Facets(Narrowed, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All facets."""

    limit: Annotated[int, Meta(ge=1, le=MOST, description="Values of each facet.")] = 12


class FacetValues(Narrowed, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One facet."""

    name: Annotated[Text, Meta(description="A facet, as `/facets` names them.")]
    words: Part = ""
    offset: Offset = 0
    limit: Limit = LIMIT


class One(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing by its id."""

    id: Annotated[str, Meta(description="Its id.")]


class OneWithTexts(One, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One claim."""

    texts: Annotated[bool, Meta(description="Give the documents with their whole texts.")] = False


class AllDocuments(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole list of documents."""

    outlet: Annotated[tuple[Text, ...], Meta(description="The outlet it stands in.")] = ()
    said_from: Annotated[Day, Meta(description="Published that day or later.")] | None = None
    said_to: Annotated[Day, Meta(description="Published by that day.")] | None = None
    since: Since | None = None
    q: Words = ""
    sort: Annotated[DocumentSort, Meta(description="By what they are ordered.")] = (
        DocumentSort.PUBLISHED
    )
    reverse: Reverse = False

    @property
    def where(self) -> DocumentFilter:
        """The same as the ledger's filter."""
        return DocumentFilter(self.outlet, self.said_from, self.said_to, self.since, self.q)


class Documents(AllDocuments, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page of documents."""

    offset: Offset = 0
    limit: Limit = LIMIT


class Figures(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page of series."""

    measure: Annotated[Measure, Meta(description="What is counted.")] | None = None
    q: Part = ""
    offset: Offset = 0
    limit: Limit = LIMIT


class OneSeries(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One series."""

    n: Annotated[Whole, Meta(description="Its number, as `/figures` gives it.")]


class Places(Narrowed, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Places of claims."""

    limit: Limit = MOST


class Network(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The network, or a part."""

    kind: Annotated[EdgeKind, Meta(description="Only edges of this kind.")] | None = None
    about: Annotated[Text, Meta(description="Only edges of this name.")] | None = None
    limit: Limit = 300


class Conflicts(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page of conflicts."""

    type: Annotated[ConflictType, Meta(description="Only conflicts of this type.")] | None = None
    offset: Offset = 0
    limit: Few = 20


class Sources(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page of sources."""

    role: Annotated[Role, Meta(description="Asserters or outlets.")] = Role.ASSERTER
    q: Part = ""
    sort: Annotated[SourceSort, Meta(description="By what they are ordered.")] = SourceSort.CLAIMS
    reverse: Reverse = False
    offset: Offset = 0
    limit: Limit = LIMIT


class Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One source."""

    name: Annotated[Text, Meta(description="Its name, as `/sources` gives it.")]
    role: (
        Annotated[Role, Meta(description="As what; both are tried where none is given.")] | None
    ) = None


class Overview(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The ledger at a glance."""

    since: Since | None = None


class Review(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page of what waits for a person."""

    reason: Annotated[ReviewReason, Meta(description="Only what waits for this.")] | None = None
    offset: Offset = 0
    limit: Few = 20


class Search(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words to be found."""

    q: Annotated[Words, Meta(min_length=1)]
    limit: Annotated[int, Meta(ge=1, le=200, description="Hits of each kind.")] = 20
