"""Situations: saved questions.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "situations",
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("folded", "name", "json", "made")
        ),
        sa.Column("looked", sa.Text()),
        sa.PrimaryKeyConstraint("folded", name=op.f("pk_situations")),
    )


def downgrade() -> None:
    """Forget them."""
    op.drop_table("situations")
