"""Reports: once per content, a changed page as a new version beside the old one."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from sqlalchemy import Connection, Table, insert, select, text, tuple_, update

from dateline.errors import InputError
from dateline.store import fulltext
from dateline.store.keys import Json, address_hash, address_of, dumps, holdable, now, report_hash
from dateline.store.schema import documents, reports, versions

#: Parameters that one statement may have, in both databases; rows that one JSON array may hold.
_PARAMETERS, _ROWS = 30_000, 5_000


@dataclass(frozen=True, slots=True)
class StoredReport:
    """What became of a report: ``new``, ``version`` (a changed page: new beside the old) or ``known``."""

    key: int
    outcome: str


def put_reports(
    connection: Connection, found: Sequence[Json], *, seen: bool = True
) -> list[StoredReport]:
    """Store reports, or note that they were seen again.

    Args:
        connection: inside a writing transaction.
        found: each the ``report`` of the contract's object.
        seen: whether they come from outside; else those that are known are only looked up.

    Returns:
        What became of each, in their order.

    Raises:
        InputError: one has no text.
    """
    if any(not isinstance(report.get("text"), str) for report in found):
        msg = 'is no report: it has no "text"'
        raise InputError(msg)
    hashes = [report_hash(report) for report in found]
    keys = _keys(connection, reports, hashes)
    fresh = {h: r for h, r in zip(hashes, found, strict=True) if h not in keys}
    keys |= _insert_reports(connection, fresh)
    both = [(keys[h], r) for h, r in zip(hashes, found, strict=True)]
    numbers = _note(connection, both if seen else [(keys[h], r) for h, r in fresh.items()])
    done, new = [], {keys[h] for h in fresh}
    for number, (key, _) in enumerate(both):
        known = key not in new
        new.discard(key)
        outcome = "known" if known else "version" if seen and numbers[number] > 1 else "new"
        done.append(StoredReport(key, outcome))
    return done


def read_report(body: str, stored: str) -> Json:
    """The report as it came: what ``json`` has, with the text of its column where that was exact.

    Args:
        body: the column ``text``.
        stored: the column ``json``.
    """
    found: Json = json.loads(stored)
    return found if "text" in found else {**found, "text": body}


def insert_rows(connection: Connection, table: Table, rows: Sequence[Json]) -> None:
    """Insert many rows of the same columns, the quickest way the database has."""
    if not rows:
        return
    names = list(rows[0])
    columns = ", ".join(f'"{name}"' for name in names)
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(names))
        command = f"INSERT INTO {table.name} ({columns}) VALUES ({marks})"  # noqa: S608  (names are the schema's)
        connection.exec_driver_sql(command, list(map(itemgetter(*names), rows)))
        return
    # One statement with one value for all rows: the driver would send a statement a row.
    source = f"json_populate_recordset(CAST(NULL AS {table.name}), CAST(:rows AS json))"
    command = f"INSERT INTO {table.name} ({columns}) SELECT {columns} FROM {source}"  # noqa: S608
    for start in range(0, len(rows), _ROWS):
        connection.execute(text(command), {"rows": _dumped(rows[start : start + _ROWS])})


def _dumped(rows: Sequence[Json]) -> str:
    """JSON of rows; bytes as PostgreSQL reads them."""
    return json.dumps(rows, separators=(",", ":"), default=lambda held: f"\\x{held.hex()}")


def _insert_keyed(connection: Connection, table: Table, rows: Sequence[Json]) -> dict[str, int]:
    """Insert rows with a ``hash``; their new keys by it."""
    keys: dict[str, int] = {}
    for part in _parts(table, rows):
        made = insert(table).values(part).returning(table.c.hash, table.c.key)
        keys |= dict(connection.execute(made).all())
    return keys


def _parts(table: Table, rows: Sequence[Json]) -> Iterable[list[Json]]:
    size = _PARAMETERS // len(table.columns)
    return (list(rows[start : start + size]) for start in range(0, len(rows), size))


def _keys(connection: Connection, table: Table, hashes: Iterable[str]) -> dict[str, int]:
    query = select(table.c.hash, table.c.key).where(table.c.hash.in_(sorted(set(hashes))))
    return dict(connection.execute(query).all())


def _insert_reports(connection: Connection, fresh: dict[str, Json]) -> dict[str, int]:
    if not fresh:
        return {}
    moment = now()
    rows: list[Json] = []
    for digest, report in fresh.items():
        plain = holdable(report)
        exact = plain["text"] == report["text"]
        kept = {k: v for k, v in report.items() if k != "coder" and not (exact and k == "text")}
        columns = ("text", "title", "published", "published_from", "language")
        named = {name: plain.get(name) for name in columns}
        rows.append({"hash": digest, **named, "json": dumps(kept), "stored": moment})
    keys = _insert_keyed(connection, reports, rows)
    fulltext.add(connection, [(keys[r["hash"]], r["title"], r["text"]) for r in rows])
    return keys


def _note(connection: Connection, seen: Sequence[tuple[int, Json]]) -> list[int]:
    """Note which document holds each report; the number of that version of the document."""
    moment = now()
    addresses = [address_of(report) for _, report in seen]
    hashes = [address_hash(address) for address in addresses]
    keys = _keys(connection, documents, hashes)
    missing = {h: holdable({"a": a})["a"] for h, a in zip(hashes, addresses, strict=True)}
    rows = [{"hash": h, "address": a} for h, a in missing.items() if h not in keys]
    keys |= _insert_keyed(connection, documents, rows)
    there = _numbers(connection, set(keys.values()))
    numbers, again, fresh = [], [], []
    for digest, (key, report) in zip(hashes, seen, strict=True):
        document = keys[digest]
        held = there.setdefault(document, {})
        if key in held:
            again.append((document, key))
        else:
            held[key] = max(held.values(), default=0) + 1
            fresh.append(_version(document, held[key], key, report, moment))
        numbers.append(held[key])
    insert_rows(connection, versions, fresh)
    if again:
        which = tuple_(versions.c.document, versions.c.report).in_(again)
        connection.execute(update(versions).where(which).values(last_seen=moment))
    return numbers


def _numbers(connection: Connection, wanted: set[int]) -> dict[int, dict[int, int]]:
    """By document and report: the number of the version."""
    query = select(versions.c.document, versions.c.report, versions.c.number)
    found: dict[int, dict[int, int]] = {}
    for document, report, number in connection.execute(
        query.where(versions.c.document.in_(sorted(wanted)))
    ):
        found.setdefault(document, {})[report] = number
    return found


def _version(document: int, number: int, key: int, report: Json, moment: str) -> Json:
    plain = holdable({n: report.get(n) for n in ("id", "input", "url", "publisher")})
    return {
        "document": document, "number": number, "report": key, "report_id": plain.pop("id"), **plain,
        "first_seen": moment, "last_seen": moment,
    }  # fmt: skip
