"""The first schema.

Revision ID: 0001
Revises: nothing
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables, then the full-text index."""
    _actors()
    _claim_events()
    _coders()
    _dates()
    _documents()
    _event_actors()
    _event_terms()
    _pages()
    _places()
    _relations()
    _reports()
    _corrections()
    _records()
    _versions()
    _claims()
    _events()
    if op.get_bind().dialect.name == "sqlite":
        _words_sqlite()
    else:
        _words_postgresql()


def _required(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _words(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text()) for name in names]


def _whole(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer()) for name in names]


def _real(*names: str) -> list[sa.Column[float]]:
    return [sa.Column(name, sa.Float()) for name in names]


def downgrade() -> None:
    """There is nothing before the first schema.

    Raises:
        NotImplementedError: always.
    """
    msg = "a store cannot go back to before its first schema: restore a backup"
    raise NotImplementedError(msg)


def _words_sqlite() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE report_words USING fts5 (title, text, content='reports', content_rowid='key',"
        " tokenize='porter unicode61 remove_diacritics 2')"
    )


def _words_postgresql() -> None:
    """English endings are cut off, and no word is too common: "The Who" can be found."""
    for command in (
        "CREATE TEXT SEARCH DICTIONARY dateline_english (TEMPLATE = snowball, Language = english)",
        "CREATE TEXT SEARCH CONFIGURATION dateline (COPY = pg_catalog.simple)",
        "ALTER TEXT SEARCH CONFIGURATION dateline ALTER MAPPING FOR asciiword, word, numword WITH dateline_english",
        "CREATE TABLE report_words (report bigint PRIMARY KEY REFERENCES reports (key), words tsvector NOT NULL)",
        "CREATE INDEX ix_report_words_words ON report_words USING gin (words)",
    ):
        op.execute(command)


def _actors() -> None:
    op.create_table(
        "actors",
        sa.Column("report", KEY, autoincrement=False, nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        *_required("id", "name", "folded"),
        *_words("country", "code", "kind", "sectors", "wikidata"),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("report", "nr", name=op.f("pk_actors")),
    )
    op.create_index(op.f("ix_actors_country"), "actors", ["country"])
    op.create_index(op.f("ix_actors_folded"), "actors", ["folded"])
    op.create_index(op.f("ix_actors_wikidata"), "actors", ["wikidata"])


def _claim_events() -> None:
    op.create_table(
        "claim_events",
        sa.Column("claim", KEY, autoincrement=False, nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        *_required("event"),
        sa.Column("event_key", KEY),
        *_words("stance"),
        sa.PrimaryKeyConstraint("claim", "nr", name=op.f("pk_claim_events")),
    )
    op.create_index(op.f("ix_claim_events_event_key"), "claim_events", ["event_key"])


def _coders() -> None:
    op.create_table(
        "coders",
        sa.Column("key", sa.Integer(), nullable=False),
        *_required("stamp", "dateline", "first_seen"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_coders")),
        sa.UniqueConstraint("stamp", name=op.f("uq_coders_stamp")),
    )


def _dates() -> None:
    op.create_table(
        "dates",
        sa.Column("report", KEY, autoincrement=False, nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        *_words("text", "type", "value", "first_day", "last_day", "edtf"),
        sa.PrimaryKeyConstraint("report", "nr", name=op.f("pk_dates")),
    )
    op.create_index(op.f("ix_dates_first_day"), "dates", ["first_day"])


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("key", KEY, nullable=False),
        *_required("hash", "address"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_documents")),
        sa.UniqueConstraint("hash", name=op.f("uq_documents_hash")),
    )


def _event_actors() -> None:
    op.create_table(
        "event_actors",
        sa.Column("event", KEY, autoincrement=False, nullable=False),
        *_required("side"),
        sa.Column("nr", sa.Integer(), nullable=False),
        *_required("name", "folded"),
        *_words("country", "code", "kind", "sectors", "wikidata", "text"),
        sa.Column("inferred", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("event", "side", "nr", name=op.f("pk_event_actors")),
        sqlite_with_rowid=False,
    )


def _event_terms() -> None:
    op.create_table(
        "event_terms",
        *_required("term", "day"),
        sa.Column("event", KEY, autoincrement=False, nullable=False),
        sa.Column("report", KEY, nullable=False),
        *_required("type", "status"),
        *_words("last_day", "ahead_day"),
        sa.Column("relevant", sa.Boolean(), nullable=False),
        *_real("intensity"),
        sa.PrimaryKeyConstraint(
            "term",
            "day",
            "event",
            name=op.f("pk_event_terms"),
            postgresql_include=[
                "report",
                "type",
                "status",
                "last_day",
                "ahead_day",
                "relevant",
                "intensity",
            ],
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_event_terms_event"), "event_terms", ["event"])


def _pages() -> None:
    op.create_table(
        "pages",
        *_required("id", "kind", "target", "published"),
        *_words("withdrawn"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pages")),
    )
    op.create_index(op.f("ix_pages_kind_target"), "pages", ["kind", "target"])


def _places() -> None:
    op.create_table(
        "places",
        sa.Column("report", KEY, autoincrement=False, nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        *_words("text", "use", "place", "place_folded", "place_country", "admin1", "place_kind"),
        *_real("lat", "lon"),
        *_whole("geonameid"),
        *_words("precision"),
        sa.PrimaryKeyConstraint("report", "nr", name=op.f("pk_places")),
    )
    op.create_index(op.f("ix_places_place_country"), "places", ["place_country"])
    op.create_index(op.f("ix_places_place_folded"), "places", ["place_folded"])


def _relations() -> None:
    op.create_table(
        "relations",
        sa.Column("report", KEY, autoincrement=False, nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        *_required("kind"),
        *_words(
            "status",
            "subject",
            "subject_folded",
            "subject_country",
            "object",
            "object_folded",
            "object_country",
            "speaker",
            "sentence",
        ),
        sa.Column("of_place", sa.Boolean(), nullable=False),
        *_whole("start", "end"),
        *_words("day"),
        sa.PrimaryKeyConstraint("report", "nr", name=op.f("pk_relations")),
    )
    op.create_index(op.f("ix_relations_kind_day"), "relations", ["kind", "day"])
    op.create_index(op.f("ix_relations_object_folded"), "relations", ["object_folded"])
    op.create_index(op.f("ix_relations_subject_folded"), "relations", ["subject_folded"])


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("key", KEY, nullable=False),
        *_required("hash", "text"),
        *_words("title", "published", "published_from", "language"),
        *_required("json", "stored"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_reports")),
        sa.UniqueConstraint("hash", name=op.f("uq_reports_hash")),
    )
    op.create_index(op.f("ix_reports_published"), "reports", ["published"])
    op.create_index(op.f("ix_reports_stored"), "reports", ["stored"])


def _corrections() -> None:
    op.create_table(
        "corrections",
        sa.Column("key", KEY, nullable=False),
        sa.Column("report", KEY, nullable=False),
        *_required("kind", "action", "target"),
        *_words("json", "overruled", "note"),
        *_required("person", "made"),
        *_words("withdrawn"),
        sa.ForeignKeyConstraint(
            ["report"], ["reports.key"], name=op.f("fk_corrections_report_reports")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_corrections")),
    )
    op.create_index(op.f("ix_corrections_report"), "corrections", ["report"])


def _records() -> None:
    op.create_table(
        "records",
        sa.Column("report", KEY, nullable=False),
        sa.Column("coder", sa.Integer(), nullable=False),
        *_required("json"),
        *_words("not_coded"),
        *_required("stored"),
        sa.ForeignKeyConstraint(["coder"], ["coders.key"], name=op.f("fk_records_coder_coders")),
        sa.ForeignKeyConstraint(
            ["report"], ["reports.key"], name=op.f("fk_records_report_reports")
        ),
        sa.PrimaryKeyConstraint("report", name=op.f("pk_records")),
    )
    op.create_index(op.f("ix_records_coder"), "records", ["coder"])


def _versions() -> None:
    op.create_table(
        "versions",
        sa.Column("document", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("report", KEY, nullable=False),
        *_words("report_id", "input", "url", "publisher"),
        *_required("first_seen", "last_seen"),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.key"], name=op.f("fk_versions_document_documents")
        ),
        sa.ForeignKeyConstraint(
            ["report"], ["reports.key"], name=op.f("fk_versions_report_reports")
        ),
        sa.PrimaryKeyConstraint("document", "number", name=op.f("pk_versions")),
        sa.UniqueConstraint("document", "report", name=op.f("uq_versions_document_report")),
    )
    op.create_index(op.f("ix_versions_report"), "versions", ["report"])


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("key", KEY, autoincrement=False, nullable=False),
        sa.Column("report", KEY, nullable=False),
        *_required("id"),
        sa.Column("standing", sa.Boolean(), nullable=False),
        sa.Column("correction", KEY),
        *_required("act"),
        *_words(
            "speaker",
            "speaker_folded",
            "speaker_country",
            "speaker_wikidata",
            "content",
            "day",
            "sentence",
        ),
        sa.Column("direct", sa.Boolean(), nullable=False),
        *_whole("start", "end"),
        sa.ForeignKeyConstraint(
            ["correction"], ["corrections.key"], name=op.f("fk_claims_correction_corrections")
        ),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_claims_report_reports")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_day"), "claims", ["day"])
    op.create_index(op.f("ix_claims_report"), "claims", ["report"])
    op.create_index(op.f("ix_claims_speaker_country_day"), "claims", ["speaker_country", "day"])
    op.create_index(op.f("ix_claims_speaker_folded_day"), "claims", ["speaker_folded", "day"])


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("key", KEY, autoincrement=False, nullable=False),
        sa.Column("report", KEY, nullable=False),
        *_required("id"),
        sa.Column("standing", sa.Boolean(), nullable=False),
        sa.Column("correction", KEY),
        *_required("type", "status"),
        *_words("modes", "contexts", "cameo"),
        *_whole("quad"),
        *_real("goldstein", "intensity"),
        sa.Column("relevant", sa.Boolean(), nullable=False),
        *_words(
            "first_day",
            "last_day",
            "day",
            "ahead_type",
            "ahead_day",
            "place",
            "place_folded",
            "place_country",
            "admin1",
            "place_kind",
        ),
        *_real("lat", "lon"),
        *_whole("geonameid"),
        *_words("precision"),
        *_whole(
            "killed_low",
            "killed_high",
            "injured_low",
            "injured_high",
            "arrested_low",
            "arrested_high",
            "displaced_low",
            "displaced_high",
            "crowd_low",
            "crowd_high",
        ),
        *_words("speaker", "claim", "sentence", "trigger"),
        *_whole("start", "end"),
        *_real("confidence", "commitment"),
        sa.ForeignKeyConstraint(
            ["correction"], ["corrections.key"], name=op.f("fk_events_correction_corrections")
        ),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_events_report_reports")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_ahead_day"), "events", ["ahead_day"])
    op.create_index(op.f("ix_events_day"), "events", ["day"])
    op.create_index(op.f("ix_events_report"), "events", ["report"])
    op.create_index(op.f("ix_events_type_day"), "events", ["type", "day"])
