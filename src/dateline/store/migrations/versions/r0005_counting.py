"""Quicker to fill and to count: numbered parties, packed records, no columns and indexes that nothing asks by.

Revision ID: 0005
Revises: 0004
"""

import zlib
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MANY = 2_000
_TOLD = (
    "SELECT a.event, string_agg((CASE a.side WHEN 'actor' THEN p.key ELSE -p.key END)::text, ' '"
    " ORDER BY a.side, a.nr) AS who FROM event_actors a JOIN parties p"
    " ON p.folded = a.folded AND p.country = coalesce(a.country, '') GROUP BY a.event"
)
_UNUSED = {
    "events": ["type", "day"], "actors": ["country"], "places": ["place_country"], "dates": ["first_day"],
    "claims": ["day"],
}  # fmt: skip


def upgrade() -> None:
    """Change the tables and fill what is new in them from what is there."""
    for table, columns in _UNUSED.items():
        op.drop_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table)
    op.drop_index(op.f("ix_claims_speaker_country_day"), "claims")
    _pack_records()
    _number_parties()
    _narrow_terms()


def downgrade() -> None:
    """An older dateline cannot read such a store.

    Raises:
        NotImplementedError: always.
    """
    msg = "a store cannot go back to an older schema: restore a backup"
    raise NotImplementedError(msg)


def _pack_records() -> None:
    bind = op.get_bind()
    op.add_column(
        "records", sa.Column("packed", sa.LargeBinary(), nullable=False, server_default="")
    )
    records = sa.table("records", sa.column("report", KEY), sa.column("json", sa.Text()))
    report, text = records.c.report, records.c.json
    keys = list(bind.execute(sa.select(report).order_by(report)).scalars())
    for start in range(0, len(keys), _MANY):
        some = records.c.report.in_(keys[start : start + _MANY])
        rows = bind.execute(sa.select(report, text).where(some)).all()
        kept = [{"key": key, "kept": zlib.compress(whole.encode(), 1)} for key, whole in rows]
        if bind.dialect.name == "sqlite":
            bind.execute(sa.text("UPDATE records SET packed = :kept WHERE report = :key"), kept)
        else:  # one statement: the driver would send a statement a row
            command = (
                "UPDATE records SET packed = decode(made.kept, 'hex')"
                " FROM unnest(CAST(:keys AS bigint[]), CAST(:kept AS text[])) AS made (key, kept)"
                " WHERE report = made.key"
            )
            values = {"keys": [k["key"] for k in kept], "kept": [k["kept"].hex() for k in kept]}
            bind.execute(sa.text(command), values)
    op.drop_column("records", "json")
    if bind.dialect.name == "postgresql":
        op.alter_column("records", "packed", server_default=None)


def _number_parties() -> None:
    op.create_table(
        "parties",
        sa.Column("key", KEY, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("folded", "country", "name")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_parties")),
        sa.UniqueConstraint("folded", "country", name=op.f("uq_parties_folded_country")),
    )
    op.execute(
        "INSERT INTO parties (folded, country, name) SELECT folded, coalesce(country, ''), min(name)"
        " FROM event_actors GROUP BY folded, coalesce(country, '') ORDER BY folded, coalesce(country, '')"
    )
    op.add_column("events", sa.Column("parties", sa.Text(), nullable=False, server_default=""))
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"UPDATE events SET parties = told.who FROM ({_TOLD}) told WHERE told.event = events.key"  # noqa: S608
        )
        op.alter_column("events", "parties", server_default=None)
        return
    op.execute(
        "CREATE TEMP TABLE told AS SELECT event, group_concat(who, ' ') AS who FROM (SELECT a.event,"
        " CASE a.side WHEN 'actor' THEN p.key ELSE -p.key END AS who FROM event_actors a JOIN parties p"
        " ON p.folded = a.folded AND p.country = coalesce(a.country, '') ORDER BY a.event, a.side, a.nr)"
        " GROUP BY event ORDER BY event"
    )
    op.execute("CREATE UNIQUE INDEX temp.told_event ON told (event)")
    op.execute(
        "UPDATE events SET parties = coalesce((SELECT who FROM told WHERE event = events.key), '')"
    )
    op.execute("DROP TABLE told")


def _narrow_terms() -> None:
    op.rename_table("event_terms", "wide_terms")
    op.drop_index(op.f("ix_event_terms_event"), "wide_terms")
    included: dict[str, Any] = {
        "postgresql_include": ["type", "status", "last_day", "relevant", "intensity", "parties"]
    }
    name = op.f("pk_event_terms")
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint(name, "wide_terms")
    op.create_table(
        "event_terms",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("term", "day")),
        sa.Column("event", KEY, autoincrement=False, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("type", "status")),
        sa.Column("last_day", sa.Text()),
        sa.Column("relevant", sa.Boolean(), nullable=False),
        sa.Column("intensity", sa.Float()),
        sa.Column("parties", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("term", "day", "event", name=name, **included),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO event_terms (term, day, event, type, status, last_day, relevant, intensity, parties)"
        " SELECT t.term, t.day, t.event, t.type, t.status, nullif(t.last_day, t.day), t.relevant, t.intensity,"
        " e.parties"
        " FROM wide_terms t JOIN events e ON e.key = t.event ORDER BY t.term, t.day, t.event"
    )
    op.drop_table("wide_terms")
    op.create_index(op.f("ix_event_terms_event"), "event_terms", ["event"])
