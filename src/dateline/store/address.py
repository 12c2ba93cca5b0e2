"""Where the store is: what the caller says, else ``DATELINE_DATABASE_URL``, else the user's data folder."""

import os
import ssl
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from dateline.errors import UsageError

VARIABLE = "DATELINE_DATABASE_URL"
_HELP = "give a file, sqlite:///file or postgresql://user:password@host/database"
_POSTGRES = {"postgres", "postgresql", "postgresql+pg8000"}


def database_url(given: str | None = None) -> URL:
    """The store's URL.

    Args:
        given: a URL or the path of an SQLite file; None or empty to take the variable or the default.

    Raises:
        UsageError: it is neither.
    """
    text = given or os.environ.get(VARIABLE) or str(default_path())
    if "://" not in text:
        return URL.create("sqlite", database=str(Path(text).expanduser()))
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as fault:
        msg = f"the store's address is no URL: {_HELP}"
        raise UsageError(msg) from fault
    if url.drivername in {"sqlite", "sqlite+pysqlite"} and url.database not in {
        None,
        "",
        ":memory:",
    }:
        return url.set(drivername="sqlite")
    if url.drivername in _POSTGRES and url.database:
        return url.set(drivername="postgresql+pg8000")
    msg = f"no store can be at {shown(url)}: {_HELP}"
    raise UsageError(msg)


def default_path() -> Path:
    """The file in the user's data folder, as each system has it."""
    return _data_folder() / "dateline" / "dateline.sqlite"


def _data_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    told = os.environ.get("XDG_DATA_HOME", "")
    return Path(told) if Path(told).is_absolute() else Path.home() / ".local" / "share"


def shown(url: URL) -> str:
    """The address without its password; a file's path alone."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    plain = url.set(drivername=url.get_backend_name())
    return plain.render_as_string(hide_password=True)


def driver_arguments(url: URL) -> tuple[URL, dict[str, Any]]:
    """A PostgreSQL URL in libpq's words, in those of the driver.

    ``host=/folder`` is a Unix socket; ``sslmode`` is ``disable``, ``prefer`` (the default), ``require`` (encrypted,
    whoever answers), ``verify-ca`` or ``verify-full`` (the certificate is checked, both alike).

    Raises:
        UsageError: another ``sslmode``, or a parameter that is not known here.
    """
    query = dict(url.query)
    arguments: dict[str, Any] = {"application_name": "dateline"}
    folder, mode = str(query.pop("host", "")), str(query.pop("sslmode", "prefer"))
    if folder:
        arguments["unix_sock"] = f"{folder}/.s.PGSQL.{url.port or 5432}"
    contexts = {"disable": False, "allow": None, "prefer": None}
    if mode in contexts:
        arguments["ssl_context"] = contexts[mode]
    elif mode in {"require", "verify-ca", "verify-full"}:
        arguments["ssl_context"] = _encrypted(checked=mode != "require")
    if query or "ssl_context" not in arguments:
        msg = f"{shown(url)}: only host=/folder and sslmode=disable, prefer, require or verify-full can follow the ?"
        raise UsageError(msg)
    return url.set(query={}), arguments


def _encrypted(*, checked: bool) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if not checked:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
