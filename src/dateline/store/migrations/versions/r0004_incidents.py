"""One act in many reports: prints, tellings, rulings.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "prints",
        sa.Column("report", KEY, autoincrement=False, nullable=False),
        sa.Column("json", sa.Text(), nullable=False),
        sa.Column("published", sa.Text()),
        sa.Column("parent", KEY),
        sa.Column("score", sa.Float()),
        sa.Column("story", KEY, nullable=False),
        sa.Column("copy", KEY, nullable=False),
        sa.PrimaryKeyConstraint("report", name=op.f("pk_prints")),
    )
    _indexes("prints", "copy", "parent", "story")
    op.create_table(
        "print_terms",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("term", "published")),
        sa.Column("report", KEY, autoincrement=False, nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "term",
            "published",
            "report",
            name=op.f("pk_print_terms"),
            postgresql_include=["weight"],
        ),
        sqlite_with_rowid=False,
    )
    _indexes("print_terms", "report")
    op.create_table(
        "unmerged",
        sa.Column("report", KEY, autoincrement=False, nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("report", name=op.f("pk_unmerged")),
    )
    op.execute("INSERT INTO unmerged (report, since) SELECT report, stored FROM records")
    _tellings()
    op.create_table(
        "rulings",
        sa.Column("key", KEY, nullable=False),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("kind", "first", "second", "person", "made")
        ),
        *(
            sa.Column(
                name,
                KEY,
                sa.ForeignKey("reports.key", name=op.f(f"fk_rulings_{name}_reports")),
                nullable=False,
            )
            for name in ("first_report", "second_report")
        ),
        *(sa.Column(name, sa.Text()) for name in ("note", "withdrawn")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_rulings")),
    )
    _indexes("rulings", "first_report", "second_report")


def _tellings() -> None:
    op.create_table(
        "tellings",
        sa.Column("event", KEY, autoincrement=False, nullable=False),
        sa.Column("report", KEY, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("id", "type", "json")),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("chief", sa.Boolean(), nullable=False),
        sa.Column("parent", KEY),
        sa.Column("score", sa.Float()),
        sa.Column("reasons", sa.Text()),
        sa.Column("tree", KEY, nullable=False),
        sa.Column("incident", KEY, nullable=False),
        sa.PrimaryKeyConstraint("event", name=op.f("pk_tellings")),
    )
    _indexes("tellings", "id", "incident", "parent", "report", "tree")


def _indexes(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def downgrade() -> None:
    """Take the tables away; what people ruled is lost."""
    for table in ("rulings", "tellings", "unmerged", "print_terms", "prints"):
        op.drop_table(table)
