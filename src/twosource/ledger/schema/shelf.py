"""What linking remembers of every linked document (`twosource.ledger.shelf`).

With it one more document touches only its neighbours. Ranks sort as documents were published and
mentions stand in them.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, Table, Text

from twosource.ledger.schema.base import Counter, metadata

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
    Column("n", Integer, ForeignKey("copies.n"), nullable=False, index=True),
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
    Column("n", Integer, ForeignKey("series.n"), nullable=False, index=True),
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
