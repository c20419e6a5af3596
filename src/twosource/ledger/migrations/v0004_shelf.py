"""What linking remembers, so that one more document touches only its neighbours.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from twosource.ledger import guards

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_COUNTER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def _blob(name: str, *, key: bool = False) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False, primary_key=key)


def _number(name: str, *, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, primary_key=key, autoincrement=False)


def _refers(name: str, target: str, *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, sa.ForeignKey(target), nullable=False, primary_key=key)


def _table(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(name, *columns, sqlite_with_rowid=False)


def _members() -> None:
    _table(
        "link_documents",
        _blob("rank", key=True),
        _refers("document", "documents.id"),
        _blob("keys"),
        sa.UniqueConstraint("document", name="uq_link_documents_document"),
    )
    _table(
        "link_mentions",
        _blob("rank", key=True),
        sa.Column("mention", sa.Text, nullable=False),
        sa.Column("claim", sa.Text),
        _blob("keys"),
        sa.UniqueConstraint("mention", name="uq_link_mentions_mention"),
    )
    for name in ("link_prints", "link_blocks"):
        _table(name, _number("key", key=True), _blob("rank", key=True))


def _between() -> None:
    _table(
        "link_edges",
        _blob("one", key=True),
        _blob("other", key=True),
        _number("sort", key=True),
        sa.Column("score", sa.Float, nullable=False),
    )
    op.create_index("ix_link_edges_other", "link_edges", ["other"])
    copies = sa.Column("n", sa.Integer, sa.ForeignKey("copies.n"), nullable=False)
    _table("link_copies", _blob("rank", key=True), _blob("original"), copies)
    op.create_index("ix_link_copies_original", "link_copies", ["original"])


def _claims() -> None:
    _table("link_claims", _refers("claim", "claims.id", key=True), _blob("members"), _blob("keys"))
    claim = sa.Column("claim", sa.Text, nullable=False, primary_key=True)
    _table("link_claim_keys", _number("key", key=True), claim)
    series = sa.Column("n", sa.Integer, sa.ForeignKey("series.n"), nullable=False)
    op.create_table("link_series", _number("key", key=True), series)
    op.create_table(
        "link_due",
        sa.Column("n", _COUNTER, primary_key=True, autoincrement=True),
        sa.Column("document", sa.Text, nullable=False),
    )


def upgrade() -> None:
    """Make the tables; the next linking fills them."""
    _members()
    _between()
    _claims()
    guards.create(op.get_bind())


def downgrade() -> None:
    """What linking remembers is thrown away."""
    raise RuntimeError("a ledger is never taken back to an older schema")
