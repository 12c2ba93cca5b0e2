"""Backup and restore.

A backup is one SQLite file, whichever the database; so a store can also move from one to the other.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, func, select, text

from dateline.errors import StoreError, UsageError
from dateline.store import fulltext
from dateline.store.address import database_url
from dateline.store.check import check, counts
from dateline.store.engine import open_engine, reading, told, writing
from dateline.store.migrate import bring_up, revision
from dateline.store.reports import insert_rows
from dateline.store.schema import feeds, metadata, reports, situations

_ROWS = 500


def backup(engine: Engine, target: Path) -> dict[str, int]:
    """Write the store as it is at this moment into one SQLite file, while others read and write on.

    Args:
        engine: the store.
        target: the file; it appears only once it is complete and checked, and replaces no other.

    Returns:
        How many of what it holds.

    Raises:
        UsageError: there is such a file, or it cannot be written.
        StoreError: the store cannot be read, or the copy is not whole.
    """
    if target.exists():
        msg = f"{target} is there already: give another name"
        raise UsageError(msg)
    with _beside(target) as path:
        if engine.dialect.name == "sqlite":
            _copy_file(engine, path)
        else:
            _copy_rows_out(engine, path)
        found = _checked(path)
        path.chmod(0o600)  # as private as the store
        os.replace(path, target)  # noqa: PTH105  (says that an interrupted backup leaves nothing half)
    return found


def restore(engine: Engine, source: Path, *, replace: bool) -> dict[str, int]:
    """Fill the store from a backup, in one transaction.

    Args:
        engine: the store, brought up.
        source: a backup, of this or an older dateline.
        replace: throw away what the store holds; else it must be empty.

    Returns:
        How many of what there are now.

    Raises:
        UsageError: there is no such file, or the store holds reports.
        StoreError: the file is no backup or is damaged.
    """
    if not source.is_file():
        msg = f"there is no file {source}"
        raise UsageError(msg)
    with _beside(source, tempfile.gettempdir()) as path:
        _copy_database(source, path)  # an older backup is brought up, and the file stays as it is
        _refuse_others(source, path)
        _checked(path)
        other = _engine(path)
        try:
            with reading(other) as old, writing(engine) as new:
                _make_room(new, replace=replace)
                _copy_rows(old, new)
                return counts(new)
        finally:
            other.dispose()


@contextmanager
def _beside(target: Path, folder: str | None = None) -> Iterator[Path]:
    """A path for a file that is not there yet, in the same folder; gone in the end."""
    try:
        made = tempfile.TemporaryDirectory(prefix=".dateline-", dir=folder or target.parent)
    except OSError as fault:
        msg = f"{target} cannot be written ({fault.strerror}): give another place"
        raise UsageError(msg) from fault
    with made as name:
        yield Path(name) / "backup.sqlite"


def _engine(path: Path) -> Engine:
    return open_engine(database_url(f"sqlite:///{path}"))


def _checked(path: Path) -> dict[str, int]:
    """Counts of a copy that is whole."""
    engine = _engine(path)
    try:
        bring_up(engine)
        with reading(engine) as connection:
            found = check(connection)
        _settle(engine)
    finally:
        engine.dispose()
    if found.faults:
        msg = f"the copy is not whole: {found.faults[0]} (see dateline db check)"
        raise StoreError(msg)
    return found.counts


def _refuse_others(source: Path, path: Path) -> None:
    """An empty or foreign file must not pass for a backup of an empty store."""
    engine = _engine(path)
    try:
        with reading(engine) as connection:
            found = revision(connection)
    finally:
        engine.dispose()
    if found is None:
        msg = f"{source} is no backup of a dateline store"
        raise StoreError(msg)


def _settle(engine: Engine) -> None:
    """Bring everything into the one file: a backup must not come with a log beside it."""
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        if isinstance(raw, sqlite3.Connection):
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            raw.execute("PRAGMA journal_mode=DELETE")


def _copy_file(engine: Engine, path: Path) -> None:
    """SQLite's own online backup: consistent, whatever others write meanwhile."""
    with told(engine.url):
        _copy_database(Path(str(engine.url.database)), path)


def _copy_database(source: Path, path: Path) -> None:
    with told(database_url(f"sqlite:///{source}")):
        old = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)
        new = sqlite3.connect(path)
        try:
            old.backup(new)
        finally:
            new.close()
            old.close()


def _copy_rows_out(engine: Engine, path: Path) -> None:
    other = _engine(path)
    try:
        bring_up(other)
        with reading(engine) as old, writing(other) as new:
            _copy_rows(old, new)
    finally:
        other.dispose()


def _make_room(connection: Connection, *, replace: bool) -> None:
    for table in (reports, feeds, situations):
        if connection.execute(select(func.count()).select_from(table)).scalar() and not replace:
            msg = f"the store holds {table.name}: --replace throws them away (back them up first)"
            raise UsageError(msg)
    fulltext.clear(connection)
    for table in reversed(metadata.sorted_tables):
        connection.execute(delete(table))


def _copy_rows(old: Connection, new: Connection) -> None:
    for table in metadata.sorted_tables:
        found = old.execution_options(yield_per=_ROWS).execute(select(table))
        for part in found.mappings().partitions(_ROWS):
            rows = [dict(row) for row in part]
            insert_rows(new, table, rows)
            if table is reports:
                fulltext.add(new, [(r["key"], r["title"], r["text"]) for r in rows])
    if new.dialect.name == "postgresql":
        _count_on(new)


def _count_on(connection: Connection) -> None:
    """Keys were given, so PostgreSQL's counters do not know how far they have come."""
    for name in ("reports", "documents", "corrections", "parties", "rulings", "feeds"):
        counter = f"pg_get_serial_sequence('{name}', 'key')"
        last = f"(SELECT coalesce(max(key), 0) + 1 FROM {name})"  # noqa: S608  (names are ours)
        connection.execute(text(f"SELECT setval({counter}, {last}, false)"))
