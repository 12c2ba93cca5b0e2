"""Feeds that are watched, and the pages they name.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make both tables."""
    _feeds()
    _feed_items()


def downgrade() -> None:
    """Take them away, and what they hold."""
    op.drop_table("feed_items")
    op.drop_table("feeds")


def _required(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _words(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text()) for name in names]


def _feeds() -> None:
    op.create_table(
        "feeds",
        sa.Column("key", KEY, nullable=False),
        *_required("hash", "address", "kind", "name", "state", "added", "due"),
        *_words("title", "moved_to", "since", "etag", "modified", "hints", "tried", "succeeded"),
        *_words("error", "note"),
        sa.Column("every", sa.Integer()),
        sa.Column("failures", sa.Integer(), nullable=False),
        *_words("holder", "held_until"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_feeds")),
        sa.UniqueConstraint("hash", name=op.f("uq_feeds_hash")),
        sa.UniqueConstraint("name", name=op.f("uq_feeds_name")),
    )
    op.create_index(op.f("ix_feeds_due"), "feeds", ["due"])


def _feed_items() -> None:
    op.create_table(
        "feed_items",
        sa.Column("feed", KEY, nullable=False),
        *_required("hash", "address", "state", "first_seen", "last_seen"),
        *_words("title", "published", "updated", "body", "error", "source", "due"),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("report", KEY),
        sa.ForeignKeyConstraint(["feed"], ["feeds.key"], name=op.f("fk_feed_items_feed_feeds")),
        sa.ForeignKeyConstraint(
            ["report"], ["reports.key"], name=op.f("fk_feed_items_report_reports")
        ),
        sa.PrimaryKeyConstraint("feed", "hash", name=op.f("pk_feed_items")),
    )
    op.create_index(op.f("ix_feed_items_feed_state_due"), "feed_items", ["feed", "state", "due"])
    op.create_index(op.f("ix_feed_items_hash"), "feed_items", ["hash"])
    op.create_index(op.f("ix_feed_items_report"), "feed_items", ["report"])
