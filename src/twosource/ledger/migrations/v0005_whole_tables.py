"""One more document goes through no whole table any more.

What each document adds to the counts over all mentions is noted with it. The highest number of a
claim and what refers to a copy or series are found by indexes. "Current" holds for nearly every
document: an index on it alone tempted SQLite to go through all of them where another names the one.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, which is filled with all derived rows when the ledger is opened."""
    op.add_column("document_rows", sa.Column("tally", sa.Text, nullable=False, server_default=""))
    op.drop_index("ix_documents_current", "documents")
    op.create_index("ix_claims_n", "claims", ["n"])
    op.create_index("ix_link_copies_n", "link_copies", ["n"])
    op.create_index("ix_link_series_n", "link_series", ["n"])


def downgrade() -> None:
    """Derived rows are thrown away."""
    raise RuntimeError("a ledger is never taken back to an older schema")
