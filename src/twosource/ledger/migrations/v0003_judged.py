"""Judgements take effect: mentions as they stand, and what each judgement stands on.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from twosource.ledger import guards

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_COUNTER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add columns and table; judgements made before are attached when the ledger is opened."""
    op.add_column("mentions", sa.Column("judged", sa.Text))
    op.add_column(
        "mentions", sa.Column("rejected", sa.Boolean, nullable=False, server_default=sa.false())
    )
    op.create_table(
        "attachments",
        sa.Column("row", _COUNTER, primary_key=True, autoincrement=True),
        sa.Column("judgement", sa.Text, sa.ForeignKey("judgements.id"), nullable=False),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("key", sa.Text),
        sa.Column("sha256", sa.Text),
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id")),
        sa.Column("mention", sa.Text),
    )
    for column in ("judgement", "subject", "key", "sha256", "mention"):
        op.create_index(f"ix_attachments_{column}", "attachments", [column])
    op.create_index("ix_judgements_kind", "judgements", ["kind"])
    guards.create(op.get_bind())


def downgrade() -> None:
    """What people decided is not taken back."""
    raise RuntimeError("a ledger is never taken back to an older schema")
