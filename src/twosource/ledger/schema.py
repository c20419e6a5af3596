"""The tables of the ledger.

``archive``, ``history`` and ``judgements`` are append-only (triggers refuse anything else).
``documents`` are never deleted. ``readings`` and ``mentions`` are what the software made of the
documents, and what people made of that (`twosource.ledger.judged`); ``claims`` and the rest of the
links are views computed from them, replaced wholesale.

Each record is kept whole as typed JSON (``record``); the other columns repeat parts of it for
queries. JSON is stored as text, not as a JSON type, because its digest stands in the history.
The tables are made by the migrations; this module must describe what they make (a test compares).
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    func,
)

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMES)

Counter = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows only by INTEGER


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC. SQLite drops time zones, so they are taken off and put back here."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a time without a zone; store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give every time its zone again."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


archive = Table(
    "archive",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("n", Counter, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("key", Text, nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("current", Boolean, nullable=False, index=True),
    Column("sha256", Text, nullable=False, index=True),
    Column("digest", Text, nullable=False),  # of text and metadata, whatever file they came in
    Column("path", Text),
    Column("url", Text),
    Column("publisher", Text),
    Column("published_at", Text),
    Column("title", Text),
    Column("language", Text),
    Column("text", Text, nullable=False),
    Column("record", Text, nullable=False),  # the Document without its text
    UniqueConstraint("key", "version", name="uq_documents_key_version"),
)

readings = Table(
    "readings",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("software", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("notes", Text, nullable=False),
)

mentions = Table(
    "mentions",
    metadata,
    Column("n", Counter, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("content", Text, nullable=False),  # words, not spans
    Column("source", Text, nullable=False),
    Column("asserter", Text, index=True),
    Column("quote", Text, nullable=False),
    Column("named", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("time_frame", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("record", Text, nullable=False),  # the machine's own; the columns above: as it stands
    Column("judged", Text),  # the Mention as people amended it; null where it stands as read
    Column("rejected", Boolean, nullable=False, server_default=false()),
)
shown_record = func.coalesce(mentions.c.judged, mentions.c.record)  # the Mention as it stands

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("n", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("independent_origins", Integer, nullable=False),
    Column("record", Text, nullable=False),
)

claim_mentions = Table(
    "claim_mentions",
    metadata,
    Column("claim", Text, ForeignKey("claims.id"), primary_key=True),
    Column("mention", Text, ForeignKey("mentions.id"), primary_key=True, index=True),
)

origins = Table(
    "origins",
    metadata,
    Column("claim", Text, ForeignKey("claims.id"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("actor", Text, nullable=False, index=True),
    Column("evidence", Text, nullable=False),
    Column("counted", Boolean, nullable=False),
)

conflicts = Table(
    "conflicts",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("a", Text, ForeignKey("claims.id"), nullable=False, index=True),
    Column("b", Text, ForeignKey("claims.id"), nullable=False, index=True),
    Column("type", Text, nullable=False),
    Column("record", Text, nullable=False),
)

series = Table(
    "series",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("measure", Text, nullable=False),
    Column("group", Text),
    Column("record", Text, nullable=False),
)

copies = Table(
    "copies",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("document", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("original", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("reuse", Float, nullable=False),
    Column("record", Text, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("n", Counter, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False, index=True),
    Column("subject", Text, nullable=False, index=True),
    Column("who", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("record", Text, nullable=False),
)

attachments = Table(  # which mention of which version a judgement stands on; computed
    "attachments",
    metadata,
    Column("row", Counter, primary_key=True, autoincrement=True),
    Column("judgement", Text, ForeignKey("judgements.id"), nullable=False, index=True),
    Column("n", Integer, nullable=False),  # which of its subjects
    Column("subject", Text, nullable=False, index=True),  # as the judgement names it
    Column("key", Text, index=True),  # the publication; null where it is about no known mention
    Column("sha256", Text, index=True),  # of the version that was judged
    Column("document", Text, ForeignKey("documents.id")),
    Column("mention", Text, index=True),  # null where no mention of the version is the judged one
)

history = Table(
    "history",
    metadata,
    Column("n", Counter, primary_key=True, autoincrement=False),
    Column("at", UtcTime, nullable=False),
    Column("event", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index("ix_history_event", "event", "subject"),
)

parts = Table(  # input files that were read to their end: a run resumes after them
    "parts",
    metadata,
    Column("path", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("software", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("at", UtcTime, nullable=False),
)

problems = Table(  # what stands unread, by the input file it belongs to
    "problems",
    metadata,
    Column("n", Counter, primary_key=True, autoincrement=True),
    Column("part", Text, nullable=False, index=True),
    Column("record", Text, nullable=False),
)

state = Table(  # "linked": the last history event that linking saw
    "state",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

# What lists, facets and counts are answered from (`twosource.ledger.derived`): narrow rows that
# repeat the above, so that no page has to read the records of everything.

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
    Index("ix_document_rows_published", "current", "published"),
    Index("ix_document_rows_event", "current", "event"),
    Index("ix_document_rows_outlet", "outlet", "current"),
)

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

# What linking remembers of every linked document (`twosource.ledger.shelf`), so that one more
# touches only its neighbours. Ranks sort as documents were published and mentions stand in them.

link_documents = Table(
    "link_documents",
    metadata,
    Column("rank", LargeBinary, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False, unique=True),
    Column("keys", LargeBinary, nullable=False),  # its blocks, eight bytes each
    sqlite_with_rowid=False,
)

link_mentions = Table(
    "link_mentions",
    metadata,
    Column("rank", LargeBinary, primary_key=True),
    Column("mention", Text, nullable=False, unique=True),
    Column("claim", Text),
    Column("keys", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

link_prints = Table(  # which documents fall into a block
    "link_prints",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("rank", LargeBinary, primary_key=True),
    sqlite_with_rowid=False,
)

link_blocks = Table(  # which mentions fall into a block
    "link_blocks",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("rank", LargeBinary, primary_key=True),
    sqlite_with_rowid=False,
)

link_edges = Table(  # mentions that may state one proposition; sort: `linking.shelf.Sort`
    "link_edges",
    metadata,
    Column("one", LargeBinary, primary_key=True),
    Column("other", LargeBinary, primary_key=True),
    Column("sort", Integer, primary_key=True, autoincrement=False),
    Column("score", Float, nullable=False),
    Index("ix_link_edges_other", "other"),
    sqlite_with_rowid=False,
)

link_copies = Table(
    "link_copies",
    metadata,
    Column("rank", LargeBinary, primary_key=True),
    Column("original", LargeBinary, nullable=False, index=True),
    Column("n", Integer, ForeignKey("copies.n"), nullable=False),
    sqlite_with_rowid=False,
)

link_claims = Table(
    "link_claims",
    metadata,
    Column("claim", Text, ForeignKey("claims.id"), primary_key=True),
    Column("members", LargeBinary, nullable=False),  # ranks of its mentions, one after another
    Column("keys", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

link_claim_keys = Table(  # which claims fall into a block
    "link_claim_keys",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("claim", Text, primary_key=True),
    sqlite_with_rowid=False,
)

link_series = Table(
    "link_series",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("n", Integer, ForeignKey("series.n"), nullable=False),
)

link_due = Table(  # documents to link, to link anew, or to take out of the links
    "link_due",
    metadata,
    Column("n", Counter, primary_key=True, autoincrement=True),
    Column("document", Text, nullable=False),
)

SHELF_TABLES = (
    link_series,
    link_claim_keys,
    link_claims,
    link_copies,
    link_edges,
    link_blocks,
    link_prints,
    link_mentions,
    link_documents,
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
LINK_TABLES = (
    *SHELF_TABLES,
    *DERIVED_TABLES,
    copies,
    series,
    conflicts,
    origins,
    claim_mentions,
    claims,
)
