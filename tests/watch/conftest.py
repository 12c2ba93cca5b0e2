"""A site, a store, and rounds over them."""

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


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with Store(str(tmp_path / "store.sqlite")) as made:
        yield made


@pytest.fixture
def watch(site: Site, kept: Store) -> Watch:
    """Nothing is watched yet."""
    return Watch(site, kept)
