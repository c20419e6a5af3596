"""What is kept for ever, what the software made of it, and what was done.

``archive``, ``history`` and ``judgements`` are append-only (triggers refuse anything else);
``documents`` are never deleted.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    false,
    func,
)

from twosource.ledger.schema.base import Counter, UtcTime, metadata

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
    Column("current", Boolean, nullable=False),
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
