"""Every address of the API. Each answers from the query that the page of the same name shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from twosource.ledger import Hit, queries
from twosource.ledger.queries import Page
from twosource.ledger.search import search
from twosource.model import ConflictType
from twosource.web.api import asked, tables
from twosource.web.api.endpoint import Endpoint


def _claims(connection: Connection, of: asked.Claims) -> Page[queries.ClaimRow]:
    return queries.claims(
        connection, of.where, of.sort, reverse=of.reverse, offset=of.offset, limit=of.limit
    )


def _claim(connection: Connection, of: asked.OneWithTexts) -> queries.ClaimDetail | None:
    found = queries.claim(connection, of.id)
    if found is None or of.texts:
        return found
    return replace(found, documents=tuple(replace(d, text="") for d in found.documents))


def _facets(connection: Connection, of: asked.Facets) -> tuple[queries.Facet, ...]:
    return queries.facets(connection, of.where, of.limit)


def _facet(connection: Connection, of: asked.FacetValues) -> queries.Facet | None:
    if of.name not in queries.FACETS:
        return None
    return queries.facet(connection, of.name, of.where, of.words, of.offset, of.limit)


def _documents(connection: Connection, of: asked.Documents) -> Page[queries.DocumentRow]:
    return queries.documents(
        connection, of.where, of.sort, reverse=of.reverse, offset=of.offset, limit=of.limit
    )


def _document(connection: Connection, of: asked.One) -> queries.DocumentDetail | None:
    found = queries.document(connection, of.id)
    if found is None:
        return None
    return replace(found, others=tuple(replace(d, text="") for d in found.others))


def _figures(connection: Connection, of: asked.Figures) -> Page[queries.SeriesRow]:
    return queries.figures(
        connection, measure=of.measure, text=of.q, offset=of.offset, limit=of.limit
    )


def _series(connection: Connection, of: asked.OneSeries) -> queries.SeriesDetail | None:
    return queries.series(connection, of.n)


def _timeline(connection: Connection, of: asked.Narrowed) -> queries.Timeline:
    return queries.timeline(connection, of.where)


def _places(connection: Connection, of: asked.Places) -> queries.Places:
    return queries.places(connection, of.where, of.limit)


def _network(connection: Connection, of: asked.Network) -> queries.Network:
    return queries.network(connection, of.kind, about=of.about, most=of.limit)


def _conflicts(connection: Connection, of: asked.Conflicts) -> Page[queries.ConflictRow]:
    return queries.conflicts(connection, of.type, offset=of.offset, limit=of.limit)


@dataclass(frozen=True, slots=True)
class TypeCount:
    """How many conflicts there are of a type."""

    type: ConflictType
    count: int


def _types(connection: Connection, _: asked.Nothing) -> tuple[TypeCount, ...]:
    return tuple(TypeCount(*found) for found in queries.conflict_types(connection))


def _sources(connection: Connection, of: asked.Sources) -> Page[queries.SourceRow]:
    return queries.sources(
        connection,
        of.role,
        text=of.q,
        sort=of.sort,
        reverse=of.reverse,
        offset=of.offset,
        limit=of.limit,
    )


def _source(connection: Connection, of: asked.Source) -> queries.SourceDetail | None:
    return queries.source(connection, of.name, of.role)


def _overview(connection: Connection, of: asked.Overview) -> queries.Overview:
    return queries.overview(connection, of.since)


def _review(connection: Connection, of: asked.Review) -> Page[queries.ReviewItem]:
    return queries.review_queue(connection, of.reason, offset=of.offset, limit=of.limit)


def _waiting(connection: Connection, _: asked.Nothing) -> tuple[queries.ReviewCount, ...]:
    return queries.review_counts(connection)


def _search(connection: Connection, of: asked.Search) -> list[Hit]:
    return search(connection, of.q, of.limit)


ENDPOINTS: tuple[Endpoint[Any], ...] = (
    Endpoint(
        "/overview",
        "The ledger at a glance: how much there is, what is new, what needs a look",
        asked.Overview,
        queries.Overview,
        _overview,
    ),
    Endpoint("/claims", "A page of claims", asked.Claims, Page[queries.ClaimRow], _claims),
    Endpoint("/claims.csv", "All claims of a view", asked.AllClaims, lines=tables.claims),
    Endpoint(
        "/claims/{id}",
        "One claim with its mentions, origins, conflicts, series and judgements; the id of a "
        "mention gives the claim that holds it",
        asked.OneWithTexts,
        queries.ClaimDetail,
        _claim,
    ),
    Endpoint(
        "/facets",
        "By what claims can be narrowed further, with counts",
        asked.Facets,
        tuple[queries.Facet, ...],
        _facets,
    ),
    Endpoint("/facets/{name}", "The values of one facet", asked.FacetValues, queries.Facet, _facet),
    Endpoint(
        "/documents",
        "A page of current documents",
        asked.Documents,
        Page[queries.DocumentRow],
        _documents,
    ),
    Endpoint(
        "/documents.csv", "All documents of a view", asked.AllDocuments, lines=tables.documents
    ),
    Endpoint(
        "/documents/{id}",
        "One document version with its mentions, copies and versions",
        asked.One,
        queries.DocumentDetail,
        _document,
    ),
    Endpoint(
        "/figures", "A page of series of figures", asked.Figures, Page[queries.SeriesRow], _figures
    ),
    Endpoint("/figures/{n}", "One series", asked.OneSeries, queries.SeriesDetail, _series),
    Endpoint(
        "/timeline",
        "When claims were said and when their things happened",
        asked.Narrowed,
        queries.Timeline,
        _timeline,
    ),
    Endpoint(
        "/places", "Where claims lie, and who holds what", asked.Places, queries.Places, _places
    ),
    Endpoint("/places.csv", "All places of a view", asked.Narrowed, lines=tables.places),
    Endpoint(
        "/network",
        "Who passes on whom, and who is said to give whom what",
        asked.Network,
        queries.Network,
        _network,
    ),
    Endpoint(
        "/conflicts",
        "A page of conflicts with both sides",
        asked.Conflicts,
        Page[queries.ConflictRow],
        _conflicts,
    ),
    Endpoint(
        "/conflicts/types",
        "How many conflicts there are of each type",
        asked.Nothing,
        tuple[TypeCount, ...],
        _types,
    ),
    Endpoint(
        "/sources",
        "A page of asserters or outlets",
        asked.Sources,
        Page[queries.SourceRow],
        _sources,
    ),
    Endpoint("/source", "One asserter or outlet", asked.Source, queries.SourceDetail, _source),
    Endpoint(
        "/review",
        "A page of what a person should look at",
        asked.Review,
        Page[queries.ReviewItem],
        _review,
    ),
    Endpoint(
        "/review/counts",
        "How much waits for a person, by reason",
        asked.Nothing,
        tuple[queries.ReviewCount, ...],
        _waiting,
    ),
    Endpoint(
        "/search",
        "Mentions, then documents, that hold all the words",
        asked.Search,
        list[Hit],
        _search,
    ),
)
