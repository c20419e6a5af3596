"""What lists, facets and counts are answered from (`twosource.ledger.derived`).

Narrow rows that repeat the records, so that no page has to read those of everything.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from twosource.ledger.schema.base import Counter, UtcTime, metadata

document_rows = Table(  # every stored version; ``outlet``: key in ``outlets``
    "document_rows",
    metadata,
    Column("n", Counter, ForeignKey("documents.n"), primary_key=True, autoincrement=False),
    Column("document", Text, ForeignKey("documents.id"), nullable=False, unique=True),
    Column("current", Boolean, nullable=False),
    Column("outlet", Text),
    Column("published", Text, nullable=False),  # ISO 8601; "" where unknown
    Column("title", Text, nullable=False),
    Column("event", Integer, nullable=False),  # of the history, with which it came in
    Column("came", UtcTime, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("tally", Text, nullable=False, server_default=""),  # what it adds to ``tallies``
    Index("ix_document_rows_published", "current", "published"),
    Index("ix_document_rows_event", "current", "event"),
    Index("ix_document_rows_outlet", "outlet", "current"),
)

# Whether a version is the current one, where others are named beside. Nearly all are current: put
# as an equation, it tempts SQLite to begin with the index on it, that is, with every document.
row_stands = document_rows.c.current != false()

outlets = Table(  # "Northline" and "Northline Wire" are one: by folded short name
    "outlets",
    metadata,
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
)

claim_rows = Table(
    "claim_rows",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("claim", Text, ForeignKey("claims.id"), nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("attention", Integer, nullable=False),  # how far up in the natural order; most first
    Column("published", Text, nullable=False),  # the first; "" where unknown
    Column("time_from", Text, nullable=False),
    Column("time_to", Text, nullable=False),
    Column("name", Text, nullable=False),  # the beginning of the summary, folded
    Column("score", Float),  # of the least sure mention
    Column("first_event", Integer, nullable=False),  # of the history: its first document came in
    Column("last_event", Integer, nullable=False),
    Index("ix_claim_rows_attention", "attention"),
    Index("ix_claim_rows_published", "published"),
    Index("ix_claim_rows_time_to", "time_to", "time_from"),
    Index("ix_claim_rows_documents", "documents"),
    Index("ix_claim_rows_outlets", "outlets", "origins"),
    Index("ix_claim_rows_origins", "origins"),
    Index("ix_claim_rows_mentions", "mentions"),
    Index("ix_claim_rows_name", "name"),
    Index("ix_claim_rows_first_event", "first_event"),
    Index("ix_claim_rows_last_event", "last_event"),
    Index("ix_claim_rows_status", "status", "kind"),
)

claim_lines = Table(  # apart from the narrow rows, so that those stay narrow
    "claim_lines",
    metadata,
    Column("n", Integer, ForeignKey("claim_rows.n"), primary_key=True, autoincrement=False),
    Column("words", Text, nullable=False),  # what full-text search finds it by
    Column("record", Text, nullable=False),  # `twosource.ledger.queries.ClaimRow`
)

facet_values = Table(
    "facet_values",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("facet", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("claims", Integer, nullable=False),
    UniqueConstraint("facet", "value", name="uq_facet_values_facet_value"),
    Index("ix_facet_values_claims", "facet", "claims"),
)

claim_values = Table(
    "claim_values",
    metadata,
    Column("value", Integer, ForeignKey("facet_values.id"), primary_key=True),
    Column("claim", Integer, ForeignKey("claim_rows.n"), primary_key=True),
    Index("ix_claim_values_claim", "claim", "value"),
    sqlite_with_rowid=False,
)

claim_places = Table(
    "claim_places",
    metadata,
    Column("claim", Integer, ForeignKey("claim_rows.n"), primary_key=True, autoincrement=False),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("precision", Text, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("country", Text),
)

conflict_rows = Table(
    "conflict_rows",
    metadata,
    Column("n", Integer, ForeignKey("conflicts.n"), primary_key=True, autoincrement=False),
    Column("type", Text, nullable=False),
    Column("mentions", Integer, nullable=False),  # of both sides
    Index("ix_conflict_rows_mentions", "mentions"),
    Index("ix_conflict_rows_type", "type", "mentions"),
)

series_rows = Table(
    "series_rows",
    metadata,
    Column("n", Integer, ForeignKey("series.n"), primary_key=True, autoincrement=False),
    Column("measure", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("points", Integer, nullable=False),
    Column("record", Text, nullable=False),  # `twosource.ledger.queries.SeriesRow`
    Index("ix_series_rows_points", "points"),
)

series_claims = Table(
    "series_claims",
    metadata,
    Column("claim", Integer, ForeignKey("claim_rows.n"), primary_key=True, autoincrement=False),
    Column("series", Integer, ForeignKey("series.n"), primary_key=True, autoincrement=False),
    Index("ix_series_claims_series", "series"),
    sqlite_with_rowid=False,
)

edges = Table(  # who passes on whom ("relay"), who is said to give whom what ("transfer")
    "edges",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    Column("what", Text, primary_key=True),
    Column("mentions", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Index("ix_edges_b", "b"),
    Index("ix_edges_a", "a"),
    Index("ix_edges_mentions", "kind", "mentions"),
)

sources = Table(
    "sources",
    metadata,
    Column("role", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("folded", Text, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("alone", Integer, nullable=False),
    Column("contested", Integer, nullable=False),
    Column("revised", Integer, nullable=False),
    Column("record", Text, nullable=False),  # `twosource.ledger.queries.SourceRow`
    Index("ix_sources_claims", "role", "claims"),
)

tallies = Table(  # counts over all mentions
    "tallies",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("count", Integer, nullable=False),
)

DERIVED_TABLES = (  # computed from the links, in the order in which they can be emptied
    tallies,
    sources,
    edges,
    series_claims,
    series_rows,
    conflict_rows,
    claim_places,
    claim_values,
    facet_values,
    claim_lines,
    claim_rows,
)
