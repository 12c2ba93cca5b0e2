"""A store to ask."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty one."""
    with Store(str(tmp_path / "store.sqlite")) as made:
        yield made
