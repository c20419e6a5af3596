"""Claims and what else linking computes from the mentions."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, Table, Text

from twosource.ledger.schema.base import metadata

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("n", Integer, nullable=False, index=True),
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
