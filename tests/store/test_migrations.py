"""A store is brought to the newest schema when it is opened."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from helpers.stored import SAMPLE, record
from sqlalchemy import Connection, text

from dateline.errors import StoreError
from dateline.store import migrate
from dateline.store.address import database_url
from dateline.store.coders import Coders
from dateline.store.engine import open_engine, reading, writing
from dateline.store.keys import dumps
from dateline.store.query import ActorCount, EventQuery
from dateline.store.reports import put_reports
from dateline.store.schema import metadata
from dateline.store.store import Store
from dateline.store.write import _rows


def test_the_migrations_make_the_schema(store: Store) -> None:
    with reading(store._engine) as connection:
        assert migrate.revision(connection) == migrate.HEAD
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    ours = [d for d in found if not (d[0].startswith("remove") and "report_words" in str(d[1]))]
    assert ours == []


def test_the_newest_revision_is_known() -> None:
    assert ScriptDirectory.from_config(migrate._config()).get_heads() == [migrate.HEAD]


def test_opened_again_it_is_left_alone(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrate, "_upgrade", lambda _: pytest.fail("migrated twice"))
    migrate.bring_up(store._engine)


def test_several_may_make_it_at_once(empty: str) -> None:
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda _: Store(empty).close(), range(3)))
    with Store(empty) as store:
        assert store.check().faults == ()


def test_a_newer_store_is_left_alone(empty: str) -> None:
    engine = open_engine(database_url(empty))
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num varchar(32))"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('9999')"))
    engine.dispose()
    with pytest.raises(StoreError, match="update dateline"):
        Store(empty)


def test_somebody_elses_database_is_left_alone(empty: str) -> None:
    engine = open_engine(database_url(empty))
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE reports (mine integer)"))
    engine.dispose()
    with pytest.raises(StoreError, match="not dateline's"):
        Store(empty)


def test_an_older_store_keeps_everything(empty: str) -> None:
    engine = open_engine(database_url(empty))
    with writing(engine) as connection:
        config = migrate._config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0004")
        _as_before_counting(connection)
    engine.dispose()
    with Store(empty) as store:
        assert store.record(1) == SAMPLE
        assert store.check().faults == ()
        wanted = EventQuery(actors=("rebels",))
        assert store.actors(wanted)[0] == ActorCount("dockers", "YEM", 0, 1)
        assert [(e.id, e.day) for e in store.events(wanted)] == [("e-shelling", "2019-04-05")]
        assert store.add_record(SAMPLE).outcome == "kept"
        store.add_record(record(2))  # the numbers of parties go on
        assert store.actors(wanted)[0] == ActorCount("dockers", "YEM", 0, 2)


def _as_before_counting(connection: Connection) -> None:
    """The sample's record as revision 0004 kept it."""
    (stored,) = put_reports(connection, [SAMPLE["report"]])
    coder = Coders(connection).key(SAMPLE["report"]["coder"])
    bare = {k: v for k, v in SAMPLE["report"].items() if k != "text"}
    rows = _rows(stored.key, SAMPLE, ())
    days = {event["key"]: event for event in rows["events"]}
    kept = {
        "report": stored.key,
        "coder": coder,
        "json": dumps({**SAMPLE, "report": bare}),
        "stored": "2026",
    }
    for term in rows["event_terms"]:
        event = days[term["event"]]
        term |= {name: event[name] for name in ("report", "last_day", "ahead_day")}
    for name, some in {"records": [kept], **rows}.items():
        for row in some:
            row.pop("parties", None)
            columns = ", ".join(f'"{column}"' for column in row)
            values = ", ".join(f":{column}" for column in row)
            command_ = f"INSERT INTO {name} ({columns}) VALUES ({values})"  # noqa: S608  (names are the schema's)
            connection.execute(text(command_), row)
