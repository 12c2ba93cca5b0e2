"""The tables, in one place; ``migrations/`` says how a store came to have them.

What is what:

    reports      one row a content (title, text, day of publication), never changed
    documents    where reports were found: a page's address, a caller's id, a file
    versions     which report a document held, in order; a changed page is a new version
    coders       every coder that ever wrote here, in order of appearance
    records      what the newest coder said of a report, as JSON, zlib on it, without the text, which the report has
    corrections  what people said instead; never changed, only withdrawn
    events, event_actors, event_terms, claims, claim_events, actors, places, dates, relations
                 the same records and corrections by columns, to be asked; made anew from JSON at any time
    pages        random ids under which something was published
    situations   saved questions, by name
    rulings      whether two tellings are one act, by people
    unmerged     reports that wait to be merged into incidents
    prints, print_terms, tellings
                 what finds one act in many reports, and which tellings make one incident; made anew at any time
    feeds        what is watched, with what the last look at it gave and when the next is due
    feed_items   pages that feeds name, each a feed's: waiting, kept (with its report) or given up

``key`` of events and claims is the report's key and a place in its record (``keys.py``). Days are ISO text, so that
they sort; ``folded`` is a name in small letters without accents. ``standing`` is false for what a person overruled.
The many small rows made of a record have no foreign keys: to check each costs more than to write it; ``db check`` does.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMES)
#: SQLite calls only INTEGER its row number; PostgreSQL needs eight bytes for it.
Key = BigInteger().with_variant(Integer(), "sqlite")
FIGURES = ("killed", "injured", "arrested", "displaced", "crowd")


def _text(*names: str) -> list[Column[Any]]:
    return [Column(name, Text) for name in names]


def _required(*names: str) -> list[Column[Any]]:
    return [Column(name, Text, nullable=False) for name in names]


def _report(*, primary_key: bool = False) -> Column[Any]:
    return Column("report", ForeignKey("reports.key"), nullable=False, primary_key=primary_key)


reports = Table(
    "reports", metadata,
    Column("key", Key, primary_key=True),
    *_required("hash", "text"),
    *_text("title", "published", "published_from", "language"),
    Column("json", Text, nullable=False),
    *_required("stored"),
    UniqueConstraint("hash"), Index(None, "published"), Index(None, "stored"),
)  # fmt: skip
documents = Table(
    "documents", metadata,
    Column("key", Key, primary_key=True),
    *_required("hash", "address"),
    UniqueConstraint("hash"),
)  # fmt: skip
versions = Table(
    "versions", metadata,
    Column("document", ForeignKey("documents.key"), primary_key=True),
    Column("number", Integer, primary_key=True),
    _report(),
    *_text("report_id", "input", "url", "publisher"),
    *_required("first_seen", "last_seen"),
    UniqueConstraint("document", "report"), Index(None, "report"),
)  # fmt: skip
coders = Table(
    "coders", metadata,
    Column("key", Integer, primary_key=True),
    *_required("stamp", "dateline", "first_seen"),
    UniqueConstraint("stamp"),
)  # fmt: skip
records = Table(
    "records", metadata,
    _report(primary_key=True),
    Column("coder", ForeignKey("coders.key"), nullable=False),
    Column("packed", LargeBinary, nullable=False),
    *_text("not_coded"),
    *_required("stored"),
    Index(None, "coder"),
)  # fmt: skip
corrections = Table(
    "corrections", metadata,
    Column("key", Key, primary_key=True),
    _report(),
    *_required("kind", "action", "target"),
    *_text("json", "overruled", "note"),
    *_required("person", "made"),
    *_text("withdrawn"),
    Index(None, "report"),
)  # fmt: skip
pages = Table(
    "pages", metadata,
    Column("id", Text, primary_key=True),
    *_required("kind", "target", "published"),
    *_text("withdrawn"),
    Index(None, "kind", "target"),
)  # fmt: skip
feeds = Table(
    "feeds", metadata,
    Column("key", Key, primary_key=True),
    *_required("hash", "address", "kind", "name", "state", "added", "due"),
    *_text("title", "moved_to", "since", "etag", "modified", "hints", "tried", "succeeded", "error", "note"),
    Column("every", Integer), Column("failures", Integer, nullable=False),
    *_text("holder", "held_until"),
    UniqueConstraint("hash"), UniqueConstraint("name"), Index(None, "due"),
)  # fmt: skip
feed_items = Table(
    "feed_items", metadata,
    Column("feed", ForeignKey("feeds.key"), primary_key=True),
    Column("hash", Text, primary_key=True),
    *_required("address", "state", "first_seen", "last_seen"),
    *_text("title", "published", "updated", "body", "error", "source", "due"),
    Column("place", Integer, nullable=False), Column("tries", Integer, nullable=False),
    Column("report", ForeignKey("reports.key")),
    Index(None, "feed", "state", "due"), Index(None, "hash"), Index(None, "report"),
)  # fmt: skip

situations = Table(
    "situations", metadata,
    Column("folded", Text, primary_key=True),
    *_required("name", "json", "made"),
    *_text("looked"),
)  # fmt: skip


def _part(name: str, *columns: Column[Any] | Index) -> Table:
    """A table with one row an item of a record's list."""
    return Table(
        name, metadata,
        Column("report", Key, primary_key=True, autoincrement=False),
        Column("nr", Integer, primary_key=True),
        *columns,
    )  # fmt: skip


def _judged() -> list[Column[Any]]:
    """What events and claims share: they can be corrected."""
    return [
        Column("key", Key, primary_key=True, autoincrement=False),
        _report(),
        Column("id", Text, nullable=False),
        Column("standing", Boolean, nullable=False),
        Column("correction", ForeignKey("corrections.key")),
    ]


def _point() -> list[Column[Any]]:
    """Where something is."""
    names = _text("place", "place_folded", "place_country", "admin1", "place_kind")
    numbers = [Column("lat", Float), Column("lon", Float), Column("geonameid", Integer)]
    return [*names, *numbers, *_text("precision")]


def _figures() -> list[Column[Any]]:
    return [Column(f"{name}_{end}", Integer) for name in FIGURES for end in ("low", "high")]


events = Table(
    "events", metadata, *_judged(),
    *_required("type", "status"), *_text("modes", "contexts", "cameo"),
    Column("quad", Integer), Column("goldstein", Float), Column("intensity", Float),
    Column("relevant", Boolean, nullable=False),
    *_text("first_day", "last_day", "day", "ahead_type", "ahead_day"),
    *_point(), *_figures(),
    *_text("speaker", "claim", "sentence", "trigger"),
    Column("start", Integer), Column("end", Integer), Column("confidence", Float), Column("commitment", Float),
    *_required("parties"),
    Index(None, "report"), Index(None, "day"), Index(None, "ahead_day"),
)  # fmt: skip
#: Who was ever a side of an event, once a name and country ("" for none), under a number that is quick to count by.
parties = Table(
    "parties", metadata,
    Column("key", Key, primary_key=True),
    *_required("folded", "country", "name"),
    UniqueConstraint("folded", "country"),
)  # fmt: skip
#: What a standing event is found by: ``land:YEM``, ``name:rebels``, ``id:Q79``, ``place:aden``, with what questions
#: sift by and count beside it.  One narrow table in the order of term and day answers quickly what joins take a second
#: for.  ``last_day`` is there for what lasted longer than a day; ``parties`` are the numbers of the sides, those of
#: recipients below zero.
event_terms = Table(
    "event_terms", metadata,
    *_required("term", "day"),
    Column("event", Key, nullable=False, autoincrement=False),
    *_required("type", "status"), *_text("last_day"),
    Column("relevant", Boolean, nullable=False), Column("intensity", Float),
    *_required("parties"),
    # All of it in the index: else PostgreSQL fetches a page of the table for nearly every row.
    PrimaryKeyConstraint(
        "term", "day", "event",
        postgresql_include=["type", "status", "last_day", "relevant", "intensity", "parties"],
    ),
    Index(None, "event"),
    sqlite_with_rowid=False,
)  # fmt: skip
event_actors = Table(
    "event_actors", metadata,
    Column("event", Key, primary_key=True, autoincrement=False),
    Column("side", Text, primary_key=True),
    Column("nr", Integer, primary_key=True),
    *_required("name", "folded"), *_text("country", "code", "kind", "sectors", "wikidata", "text"),
    Column("inferred", Boolean, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip
claims = Table(
    "claims", metadata, *_judged(),
    *_required("act"),
    *_text("speaker", "speaker_folded", "speaker_country", "speaker_wikidata", "content", "day", "sentence"),
    Column("direct", Boolean, nullable=False), Column("start", Integer), Column("end", Integer),
    Index(None, "report"), Index(None, "speaker_folded", "day"),
)  # fmt: skip
claim_events = Table(
    "claim_events", metadata,
    Column("claim", Key, primary_key=True, autoincrement=False),
    Column("nr", Integer, primary_key=True),
    *_required("event"), Column("event_key", Key), *_text("stance"),
    Index(None, "event_key"),
)  # fmt: skip
actors = _part(
    "actors", *_required("id", "name", "folded"),
    *_text("country", "code", "kind", "sectors", "wikidata"),
    Column("mentions", Integer, nullable=False),
    Index(None, "folded"), Index(None, "wikidata"),
)  # fmt: skip
places = _part(
    "places", *_text("text", "use"), *_point(), Index(None, "place_folded")
)  # fmt: skip
dates = _part(
    "dates", *_text("text", "type", "value", "first_day", "last_day", "edtf")
)  # fmt: skip
relations = _part(
    "relations", *_required("kind"),
    *_text("status", "subject", "subject_folded", "subject_country"),
    *_text("object", "object_folded", "object_country", "speaker", "sentence"),
    Column("of_place", Boolean, nullable=False), Column("start", Integer), Column("end", Integer),
    *_text("day"),
    Index(None, "kind", "day"), Index(None, "subject_folded"), Index(None, "object_folded"),
)  # fmt: skip

#: What is made of whole records by the room above, to find one act in many reports. ``json`` is that room's own;
#: here only what rows are found by.  Made anew at any time.
prints = Table(
    "prints", metadata,
    Column("report", Key, primary_key=True, autoincrement=False),
    *_required("json"), *_text("published"),
    # The report this one hangs on in its matter, the first of that matter, and the first of its copies.
    Column("parent", Key), Column("score", Float), Column("story", Key, nullable=False),
    Column("copy", Key, nullable=False),
    Index(None, "story"), Index(None, "copy"), Index(None, "parent"),
)  # fmt: skip
#: What a report of the same matter is found by: its most telling words, with weights in thousandths.
print_terms = Table(
    "print_terms", metadata,
    *_required("term", "published"),
    Column("report", Key, nullable=False, autoincrement=False),
    Column("weight", Integer, nullable=False),
    PrimaryKeyConstraint("term", "published", "report", postgresql_include=["weight"]),
    Index(None, "report"),
    sqlite_with_rowid=False,
)  # fmt: skip
#: Reports whose record was made or changed since they were last merged into incidents.
unmerged = Table(
    "unmerged", metadata,
    Column("report", Key, primary_key=True, autoincrement=False),
    *_required("since"),
)  # fmt: skip
tellings = Table(
    "tellings", metadata,
    Column("event", Key, primary_key=True, autoincrement=False),
    Column("report", Key, nullable=False),
    *_required("id", "type", "json"),
    Column("rank", Integer, nullable=False), Column("chief", Boolean, nullable=False),
    # The telling this one hangs on and why; the first of the tree they make; the first of its incident.
    Column("parent", Key), Column("score", Float), *_text("reasons"),
    Column("tree", Key, nullable=False), Column("incident", Key, nullable=False),
    Index(None, "report"), Index(None, "id"), Index(None, "tree"), Index(None, "incident"), Index(None, "parent"),
)  # fmt: skip
#: What people say: two tellings (report and event id) are one act, or are not; never changed, only withdrawn.
rulings = Table(
    "rulings", metadata,
    Column("key", Key, primary_key=True),
    *_required("kind", "first", "second", "person", "made"),
    Column("first_report", ForeignKey("reports.key"), nullable=False),
    Column("second_report", ForeignKey("reports.key"), nullable=False),
    *_text("note", "withdrawn"),
    Index(None, "first_report"), Index(None, "second_report"),
)  # fmt: skip

#: Made from ``records`` and ``corrections``; children before parents, so that rows can be deleted in this order.
DERIVED = (
    event_terms,
    event_actors,
    claim_events,
    events,
    claims,
    actors,
    places,
    dates,
    relations,
)
