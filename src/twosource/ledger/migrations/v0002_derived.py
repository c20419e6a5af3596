"""Narrow rows that pages are answered from; `twosource.ledger.derived` fills them.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from twosource.ledger import guards

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_COUNTER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def _to(name: str, target: str, *, key: bool = False) -> sa.Column[int]:
    return sa.Column(
        name,
        sa.Integer,
        sa.ForeignKey(target),
        nullable=False,
        primary_key=key,
        autoincrement=False,
    )


def _index(table: str, *columns: str, name: str | None = None) -> None:
    op.create_index(f"ix_{table}_{name or columns[0]}", table, list(columns))


def _documents() -> None:
    op.create_table(
        "document_rows",
        sa.Column(
            "n", _COUNTER, sa.ForeignKey("documents.n"), primary_key=True, autoincrement=False
        ),
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("outlet", sa.Text),
        *_text("published", "title"),
        *_numbers("event"),
        sa.Column("came", sa.DateTime(timezone=True), nullable=False),
        *_numbers("mentions"),
        sa.UniqueConstraint("document", name="uq_document_rows_document"),
    )
    _index("document_rows", "current", "published", name="published")
    _index("document_rows", "current", "event", name="event")
    _index("document_rows", "outlet", "current")
    op.create_table("outlets", sa.Column("key", sa.Text, primary_key=True), *_text("name"))


def _claims() -> None:
    op.create_table(
        "claim_rows",
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("claim", sa.Text, sa.ForeignKey("claims.id"), nullable=False),
        *_text("kind", "status"),
        *_numbers("origins", "mentions", "documents", "outlets", "conflicts", "attention"),
        *_text("published", "time_from", "time_to", "name"),
        sa.Column("score", sa.Float),
        *_numbers("first_event", "last_event"),
        sa.UniqueConstraint("claim", name="uq_claim_rows_claim"),
    )
    for column in ("attention", "published", "documents", "origins", "mentions", "name"):
        _index("claim_rows", column)
    _index("claim_rows", "time_to", "time_from")
    _index("claim_rows", "outlets", "origins")
    _index("claim_rows", "status", "kind")
    _index("claim_rows", "first_event")
    _index("claim_rows", "last_event")
    op.create_table("claim_lines", _to("n", "claim_rows.n", key=True), *_text("words", "record"))
    op.create_table(
        "facet_values",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        *_text("facet", "value", "folded"),
        *_numbers("claims"),
        sa.UniqueConstraint("facet", "value", name="uq_facet_values_facet_value"),
    )
    _index("facet_values", "facet", "claims", name="claims")
    op.create_table(
        "claim_values",
        _to("value", "facet_values.id", key=True),
        _to("claim", "claim_rows.n", key=True),
        sqlite_with_rowid=False,
    )
    _index("claim_values", "claim", "value")
    op.create_table(
        "claim_places",
        _to("claim", "claim_rows.n", key=True),
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        *_text("name", "precision"),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("country", sa.Text),
    )


def _between() -> None:
    op.create_table(
        "conflict_rows", _to("n", "conflicts.n", key=True), *_text("type"), *_numbers("mentions")
    )
    _index("conflict_rows", "mentions")
    _index("conflict_rows", "type", "mentions")
    op.create_table(
        "series_rows",
        _to("n", "series.n", key=True),
        *_text("measure", "folded"),
        *_numbers("points"),
        *_text("record"),
    )
    _index("series_rows", "points")
    op.create_table(
        "series_claims",
        _to("claim", "claim_rows.n", key=True),
        _to("series", "series.n", key=True),
        sqlite_with_rowid=False,
    )
    _index("series_claims", "series")
    op.create_table(
        "edges",
        *(sa.Column(name, sa.Text, primary_key=True) for name in ("kind", "a", "b", "what")),
        *_numbers("mentions", "documents"),
    )
    _index("edges", "a")
    _index("edges", "b")
    _index("edges", "kind", "mentions", name="mentions")
    op.create_table(
        "sources",
        *(sa.Column(name, sa.Text, primary_key=True) for name in ("role", "name")),
        *_text("folded"),
        *_numbers("claims", "mentions", "alone", "contested", "revised"),
        *_text("record"),
    )
    _index("sources", "role", "claims", name="claims")
    op.create_table(
        "tallies",
        *(sa.Column(name, sa.Text, primary_key=True) for name in ("name", "value")),
        *_numbers("count"),
    )


def upgrade() -> None:
    """Make the tables; they stand empty until they are filled."""
    _documents()
    _claims()
    _between()
    guards.create(op.get_bind())


def downgrade() -> None:
    """What was derived is thrown away."""
    raise RuntimeError("a ledger is never taken back to an older schema")
