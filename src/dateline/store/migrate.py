"""The schema's history: a store is brought to the newest revision when it is opened."""

from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from dateline.errors import StoreError
from dateline.store.address import shown
from dateline.store.engine import reading, writing

if TYPE_CHECKING:
    from alembic.config import Config

#: The newest revision under ``migrations/versions``; a test holds it to that.
HEAD = "0005"
_TABLE = "alembic_version"


def bring_up(engine: Engine) -> None:
    """Make the tables, or change them to what this dateline needs; nothing when they are.

    Raises:
        StoreError: a newer dateline made the store, or the database is somebody else's.
    """
    with reading(engine) as connection:
        if revision(connection) == HEAD:
            return
    with writing(engine) as connection:
        found = revision(connection)  # another process may have been quicker
        if found != HEAD:
            _check(connection, found)
            _upgrade(connection)


def revision(connection: Connection) -> str | None:
    """The revision of the store's tables; None where there are none."""
    if not inspect(connection).has_table(_TABLE):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {_TABLE}")).scalar()  # noqa: S608
    return str(found) if found else None


def _check(connection: Connection, found: str | None) -> None:
    where = shown(connection.engine.url)
    if found is not None and found not in _known():
        msg = f"the store {where} is of revision {found}, newer than this dateline knows: update dateline"
        raise StoreError(msg)
    if found is None and inspect(connection).has_table("reports"):
        msg = f"the database {where} has tables, but not dateline's: give it a database of its own"
        raise StoreError(msg)


def _known() -> set[str]:
    from alembic.script import ScriptDirectory  # noqa: PLC0415  (a quarter of a second, needed once a revision)

    return {s.revision for s in ScriptDirectory.from_config(_config()).walk_revisions()}


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config() -> "Config":
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "dateline.store:migrations")
    return config
