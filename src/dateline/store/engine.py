"""Connections: how each of the two databases is opened, read, written and complained about."""

import os
import socket
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Dialect, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from dateline.errors import StoreError, UsageError
from dateline.store.address import driver_arguments, shown

#: Seconds to wait for another process that writes, and for a server to answer at all.
_PATIENCE, _REACHED = 60.0, 30.0
#: Seconds between two tries to turn a new file to WAL while another process does.
_PAUSE = 0.02
#: Any number, the same in every process: who writes to PostgreSQL holds this lock.
_LOCK = 7_364_512_118
#: The log is written back once it has some 160 MB: pages that many reports share are then written once, not each time.
_PRAGMAS = (
    "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-64000", "temp_store=MEMORY",
    "wal_autocheckpoint=40000",
)  # fmt: skip
_SETTINGS = "jit = off", "work_mem = '32MB'", "random_page_cost = 1.1"
_WRITES, _READS = "dateline_writes", "dateline_reads"
#: One statement for one transaction: SQLAlchemy's own way sets it for the session and back, ten statements a page.
_ONE_STATE = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
_DRIVER_HELP = "PostgreSQL needs a driver: pip install 'dateline[postgresql]'"


def open_engine(url: URL, *, create: bool = True) -> Engine:
    """An engine for the store; nothing is read yet.

    Args:
        url: from ``database_url``.
        create: make the SQLite file's folder where it is missing; else a missing file is an error.

    Raises:
        StoreError: no such file, or its folder cannot be made.
        UsageError: the URL has parameters that are not known, or the driver is missing.
    """
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, create=create)
    plain, arguments = driver_arguments(url)
    try:
        engine = create_engine(plain, connect_args=arguments, pool_pre_ping=True)
    except ModuleNotFoundError as fault:
        raise UsageError(_DRIVER_HELP) from fault
    event.listen(engine, "do_connect", _connect_postgresql)
    event.listen(engine, "connect", _settle_postgresql)
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def _sqlite(url: URL, *, create: bool) -> Engine:
    path = Path(url.database or "")
    if not create and not path.exists():
        msg = f"there is no store at {path}: dateline store makes one"
        raise StoreError(msg)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():  # what people read is nobody else's business
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError as fault:
        msg = f"the store {path} cannot be made ({fault.strerror}): give another place"
        raise StoreError(msg) from fault
    engine = create_engine(url, connect_args={"timeout": _PATIENCE})
    event.listen(engine, "connect", _connect_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _connect_sqlite(connection: sqlite3.Connection, _: object) -> None:
    """WAL, so that readers do not wait; FULL, so that what was told as stored outlives a power cut."""
    connection.isolation_level = (
        None  # transactions begin where we say, not where the driver guesses
    )
    for pragma in _PRAGMAS:
        _set(connection, pragma)


def _set(connection: sqlite3.Connection, pragma: str) -> None:
    """Set a pragma; the change to WAL does not wait for a lock by itself as other statements do."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute(f"PRAGMA {pragma}")
        except sqlite3.OperationalError as fault:
            if "locked" not in str(fault) or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes the lock at once: one that upgrades a reader's lock can be refused in the middle."""
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _connect_postgresql(
    dialect: Dialect, _: object, arguments: tuple[Any, ...], named: dict[str, Any]
) -> Any:
    """A connection over a socket that sends at once.

    The driver sends a statement in several small parts; by default the system holds the later ones back until the
    server has answered the first, 40 ms a statement.
    """
    if "unix_sock" in named:
        return None  # the driver's own way
    where = named.get("host", "localhost"), named.get("port", 5432)
    try:
        made = socket.create_connection(where, _REACHED)
    except OSError as fault:
        msg = f"cannot connect to {where[0]}:{where[1]} ({fault})"
        raise dialect.loaded_dbapi.InterfaceError(msg) from fault
    made.settimeout(None)  # a long question is no fault
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    try:
        return dialect.loaded_dbapi.Connection(*arguments, **named, sock=made)
    except BaseException:
        made.close()
        raise


def _settle_postgresql(connection: Any, _: object) -> None:
    """How questions are run.

    None takes long enough to be worth compiling, and what it sorts shall stay in memory. A page out of its turn costs
    little more than the next one: the tables are in memory or on a disk without moving parts, and with PostgreSQL's
    own figure (4, of turning disks) it reads all claims to find a thousand.
    """
    cursor = connection.cursor()
    for setting in _SETTINGS:
        cursor.execute(f"SET {setting}")
    cursor.close()
    connection.commit()


def _begin_postgresql(connection: Connection) -> None:
    """One writer at a time, as in SQLite: numbers of versions and orders of coders then need no more locks."""
    options = connection.get_execution_options()
    if options.get(_WRITES):
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    elif options.get(_READS):
        connection.exec_driver_sql(_ONE_STATE)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: all of it is kept, or nothing.

    Raises:
        StoreError: the database refuses.
    """
    with told(engine.url), engine.connect() as connection:
        connection.execution_options(**{_WRITES: True})
        with connection.begin():
            yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees the store as it is at its beginning, whatever is written meanwhile.

    Raises:
        StoreError: the database refuses.
    """
    with told(engine.url), engine.connect() as connection:
        connection.execution_options(**{_READS: True})
        with connection.begin():
            yield connection


@contextmanager
def told(url: URL) -> Iterator[None]:
    """Turns what a database says into one line with the store's address and without its password."""
    try:
        yield
    except DBAPIError as fault:
        msg = f"the store {shown(url)}: {_reason(fault.orig)}"
        raise StoreError(msg) from fault
    except SQLAlchemyError as fault:
        msg = f"the store {shown(url)}: {fault}"
        raise StoreError(msg) from fault
    except sqlite3.Error as fault:
        msg = f"the store {shown(url)}: {_reason(fault)}"
        raise StoreError(msg) from fault


def _reason(fault: Any) -> str:
    """The database's own words, and what to do where that is known."""
    first = fault.args[0] if getattr(fault, "args", None) else fault
    words = str(first.get("M") if isinstance(first, dict) else first)
    lowered = words.lower()
    if "not a database" in lowered or "malformed" in lowered:
        return f"{words}: restore a backup with dateline db restore FILE --replace, which puts the damaged one aside"
    if "locked" in lowered:
        return f"{words}: another process is writing to it; try again when it is done"
    if "unable to open" in lowered or "readonly" in lowered:
        return f"{words}: may you write there?"
    if "connect" in lowered:
        return f"{words}: is the server running, and DATELINE_DATABASE_URL right?"
    return words
