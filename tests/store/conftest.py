"""Every test of the store runs on both databases; on PostgreSQL where a server is told of."""

import os
import secrets
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import delete, make_url, text

from dateline.store import fulltext
from dateline.store.address import database_url
from dateline.store.engine import open_engine, writing
from dateline.store.schema import metadata
from dateline.store.store import Store

VARIABLE = "DATELINE_TEST_POSTGRESQL"
MISSING = (
    f"no PostgreSQL server: run tools/with_postgres.sh make unit, or set {VARIABLE} to its URL"
)
Make = Callable[[], str]


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """Which of the two."""
    return str(request.param)


@pytest.fixture(scope="session")
def make(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Make]:
    """``make()`` gives the address of a new, empty database; all are gone in the end."""
    server, made = os.environ.get(VARIABLE), []

    def sqlite() -> str:
        return str(tmp_path_factory.mktemp("store") / "store.sqlite")

    def postgresql() -> str:
        assert server
        made.append(f"dateline_{secrets.token_hex(6)}")
        _run(server, f"CREATE DATABASE {made[-1]}")
        return make_url(server).set(database=made[-1]).render_as_string(hide_password=False)

    if database == "postgresql" and not server:
        pytest.skip(MISSING)
    yield sqlite if database == "sqlite" else postgresql
    for name in made:
        _run(str(server), f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def empty(make: Make) -> str:
    """The address of an empty database."""
    return make()


@pytest.fixture(scope="session")
def shared(make: Make) -> Iterator[Store]:
    """One store for all tests: making one takes longer than emptying it."""
    with Store(make()) as made:
        yield made


@pytest.fixture
def store(shared: Store) -> Store:
    """A store with nothing in it, whose keys begin at 1."""
    with writing(shared._engine) as connection:
        fulltext.clear(connection)
        for table in reversed(metadata.sorted_tables):
            connection.execute(delete(table))
        if connection.dialect.name == "postgresql":
            for name in ("reports", "documents", "corrections", "rulings", "feeds"):
                connection.execute(text(f"ALTER SEQUENCE {name}_key_seq RESTART"))
    return shared


def _run(server: str, command: str) -> None:
    engine = open_engine(database_url(server))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(command))
    engine.dispose()
