"""A store is brought to the newest schema when it is opened."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from dateline.errors import StoreError
from dateline.store import migrate
from dateline.store.address import database_url
from dateline.store.engine import open_engine, reading, writing
from dateline.store.schema import metadata
from dateline.store.store import Store


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
