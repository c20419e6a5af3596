"""The first schema.

Revision ID: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from twosource.ledger import guards

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_COUNTER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_TIME = sa.DateTime(timezone=True)


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _maybe(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text) for name in names]


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _read_side() -> None:
    op.create_table(
        "archive",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("n", _COUNTER, primary_key=True, autoincrement=True),
        *_text("id", "key"),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        *_text("sha256", "digest"),
        *_maybe("path", "url", "publisher", "published_at", "title", "language"),
        *_text("text", "record"),
        sa.UniqueConstraint("id", name="uq_documents_id"),
        sa.UniqueConstraint("key", "version", name="uq_documents_key_version"),
    )
    _index("documents", "key", "current", "sha256")
    op.create_table(
        "readings",
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), primary_key=True),
        *_text("software", "reader", "notes"),
    )
    op.create_table(
        "mentions",
        sa.Column("n", _COUNTER, primary_key=True, autoincrement=True),
        *_text("id"),
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), nullable=False),
        *_text("content", "source"),
        *_maybe("asserter"),
        *_text("quote", "named", "evidence", "polarity", "certainty", "time_frame", "kind"),
        *_text("record"),
        sa.UniqueConstraint("id", name="uq_mentions_id"),
    )
    _index("mentions", "document", "asserter")


def _link_side() -> None:
    def claim(name: str, *, primary_key: bool = False) -> sa.Column[str]:
        target = sa.ForeignKey("claims.id")
        return sa.Column(name, sa.Text, target, nullable=False, primary_key=primary_key)

    def document(name: str) -> sa.Column[str]:
        return sa.Column(name, sa.Text, sa.ForeignKey("documents.id"), nullable=False)

    def number(*, primary_key: bool = False) -> sa.Column[int]:
        return sa.Column(
            "n", sa.Integer, nullable=False, autoincrement=False, primary_key=primary_key
        )

    op.create_table(
        "claims",
        sa.Column("id", sa.Text, primary_key=True),
        number(),
        *_text("kind", "summary", "status"),
        sa.Column("independent_origins", sa.Integer, nullable=False),
        *_text("record"),
    )
    op.create_table(
        "claim_mentions",
        claim("claim", primary_key=True),
        sa.Column("mention", sa.Text, sa.ForeignKey("mentions.id"), primary_key=True),
    )
    _index("claim_mentions", "mention")
    op.create_table(
        "origins",
        claim("claim", primary_key=True),
        number(primary_key=True),
        *_text("actor", "evidence"),
        sa.Column("counted", sa.Boolean, nullable=False),
    )
    _index("origins", "actor")
    op.create_table(
        "conflicts", number(primary_key=True), claim("a"), claim("b"), *_text("type", "record")
    )
    _index("conflicts", "a", "b")
    op.create_table(
        "series", number(primary_key=True), *_text("measure"), *_maybe("group"), *_text("record")
    )
    op.create_table(
        "copies",
        number(primary_key=True),
        document("document"),
        document("original"),
        sa.Column("reuse", sa.Float, nullable=False),
        *_text("record"),
    )
    _index("copies", "document", "original")


def _record_side() -> None:
    op.create_table(
        "judgements",
        sa.Column("n", _COUNTER, primary_key=True, autoincrement=True),
        *_text("id", "kind", "subject", "who"),
        sa.Column("at", _TIME, nullable=False),
        *_text("record"),
        sa.UniqueConstraint("id", name="uq_judgements_id"),
    )
    _index("judgements", "subject")
    op.create_table(
        "history",
        sa.Column("n", _COUNTER, primary_key=True, autoincrement=False),
        sa.Column("at", _TIME, nullable=False),
        *_text("event", "subject", "digest", "hash"),
    )
    op.create_index("ix_history_event", "history", ["event", "subject"])
    op.create_table(
        "parts",
        sa.Column("path", sa.Text, primary_key=True),
        *_text("sha256", "software", "reader"),
        sa.Column("documents", sa.Integer, nullable=False),
        sa.Column("at", _TIME, nullable=False),
    )
    op.create_table(
        "problems",
        sa.Column("n", _COUNTER, primary_key=True, autoincrement=True),
        *_text("part", "record"),
    )
    _index("problems", "part")
    op.create_table("state", sa.Column("name", sa.Text, primary_key=True), *_text("value"))


def upgrade() -> None:
    """Make everything."""
    _read_side()
    _link_side()
    _record_side()
    guards.create(op.get_bind())


def downgrade() -> None:
    """A ledger is never taken apart."""
    raise RuntimeError("the first schema has nothing before it")
