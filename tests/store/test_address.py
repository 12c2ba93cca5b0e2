"""Where the store is, and what is said when it cannot be reached."""

from pathlib import Path

import pytest

from dateline.errors import StoreError, UsageError
from dateline.store.address import database_url, default_path, driver_arguments, shown
from dateline.store.store import Store


@pytest.fixture(autouse=True)
def _home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DATELINE_DATABASE_URL", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


def test_the_default_is_in_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert shown(database_url()) == str(tmp_path / "dateline" / "dateline.sqlite")
    monkeypatch.setenv("XDG_DATA_HOME", "not/absolute")
    assert default_path() == Path.home() / ".local/share/dateline/dateline.sqlite"
    monkeypatch.setattr("sys.platform", "darwin")
    assert "Application Support" in str(default_path())


def test_what_is_given_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DATABASE_URL", "sqlite:////data/of-the-team.sqlite")
    assert shown(database_url()) == "/data/of-the-team.sqlite"
    assert shown(database_url("mine.sqlite")) == "mine.sqlite"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+pg8000"])
def test_no_password_is_shown(scheme: str) -> None:
    url = database_url(f"{scheme}://ana:secret@db.example:5433/news")
    assert url.drivername == "postgresql+pg8000"
    assert shown(url) == "postgresql://ana:***@db.example:5433/news"


@pytest.mark.parametrize(
    "address",
    ["mysql://host/db", "sqlite://", "postgresql://host", "://", "postgresql://h:port/db", "sqlite:///:memory:"],
)  # fmt: skip
def test_what_cannot_be_a_store(address: str) -> None:
    with pytest.raises(UsageError):
        database_url(address)


def test_parameters_as_libpq_has_them() -> None:
    def arguments(query: str) -> dict[str, object]:
        return driver_arguments(database_url(f"postgresql://ana@/news?{query}"))[1]

    assert arguments("host=/run/postgresql")["unix_sock"] == "/run/postgresql/.s.PGSQL.5432"
    assert arguments("")["ssl_context"] is None
    assert arguments("sslmode=disable")["ssl_context"] is False
    assert arguments("sslmode=verify-full")["ssl_context"].check_hostname  # type: ignore[attr-defined]
    assert not arguments("sslmode=require")["ssl_context"].check_hostname  # type: ignore[attr-defined]
    for bad in ("sslmode=maybe", "colour=blue"):
        with pytest.raises(UsageError, match="sslmode"):
            arguments(bad)


def test_no_server_is_one_line_without_the_password() -> None:
    with pytest.raises(StoreError, match="is the server running") as told:
        Store("postgresql://ana:secret@127.0.0.1:1/news")
    assert "secret" not in str(told.value)


def test_a_file_that_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Ana, " * 500)
    with pytest.raises(StoreError, match="restore a backup"):
        Store(str(path))
    with pytest.raises(StoreError, match="cannot be made"):
        Store(str(path / "below.sqlite"))
    with pytest.raises(StoreError, match="there is no store"):
        Store(str(tmp_path / "none.sqlite"), create=False)


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "store.sqlite"
    Store(str(path)).close()
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
