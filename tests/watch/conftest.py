"""A site, a store, and rounds over them."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.badserver import Site, serving
from helpers.watching import Watch

from dateline.store.store import Store


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server without pages."""
    with serving() as made:
        yield made


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store; copying it is quicker than making one."""
    path = tmp_path_factory.mktemp("template") / "store.sqlite"
    Store(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path


@pytest.fixture
def kept(template: Path, tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    shutil.copy(template, tmp_path / "store.sqlite")
    with Store(str(tmp_path / "store.sqlite")) as made:
        yield made


@pytest.fixture
def watch(site: Site, kept: Store) -> Watch:
    """Nothing is watched yet."""
    return Watch(site, kept)
