"""Writing records: the newest coder's stands, and the rows are made of it and of people's corrections."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from types import MappingProxyType

from sqlalchemy import Connection, delete, select, update

from dateline.errors import InputError
from dateline.store.coders import Coders
from dateline.store.corrected import corrections_of
from dateline.store.desk import await_merging, forget
from dateline.store.keys import ROOM, Json, dumps, holdable, now, packed
from dateline.store.parties import put_parties
from dateline.store.reports import StoredReport, insert_rows, put_reports
from dateline.store.rows import Rows, claim_rows, event_rows, part_rows
from dateline.store.schema import (
    DERIVED,
    claim_events,
    event_actors,
    event_terms,
    metadata,
    records,
)
from dateline.store.standing import Correction, items

LISTS = ("actors", "places", "dates", "events", "claims", "relations")


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """What became of a record: ``new``, ``replaced`` (an older coder's) or ``kept`` (the one that was there)."""

    report: StoredReport
    outcome: str


def put_records(
    connection: Connection, found: Sequence[Json], *, seen: bool = True
) -> list[StoredRecord]:
    """Store records, and their reports where they are not there; an older or equal coder's is not taken.

    Args:
        connection: inside a writing transaction.
        found: objects of the contract.
        seen: whether their reports come from outside with them; see ``put_reports``.

    Returns:
        What became of each, in their order.

    Raises:
        InputError: one is no record; nothing of the transaction should be kept then.
    """
    for record in found:
        _check_lists(record)
    stored = put_reports(connection, [record["report"] for record in found], seen=seen)
    known = Coders(connection)
    query = select(records.c.report, records.c.coder)
    which = records.c.report.in_(sorted({s.key for s in stored}))
    before = dict(connection.execute(query.where(which)).all())
    there, taken = dict(before), dict[int, Json]()
    done: list[StoredRecord] = []
    for report, record in zip(stored, found, strict=True):
        coder, old = known.key(record["report"]["coder"]), there.get(report.key)
        if old is not None and not known.newer(coder, old):
            done.append(StoredRecord(report, "kept"))
            continue
        there[report.key], taken[report.key] = coder, record
        done.append(StoredRecord(report, "new" if old is None else "replaced"))
    texts = _write_json(connection, taken, there, before)
    write_rows(connection, [(k, r, k in before) for k, r in taken.items()], texts)
    return done


def _write_json(
    connection: Connection, taken: dict[int, Json], coders: dict[int, int], before: dict[int, int]
) -> dict[int, str]:
    moment, texts = now(), dict[int, str]()
    fresh: list[Json] = []
    for key, record in taken.items():
        bare = {k: v for k, v in record["report"].items() if k != "text"}
        texts[key] = dumps({**record, "report": bare})
        row = {
            "report": key, "coder": coders[key], "packed": packed(texts[key]),
            "not_coded": holdable({"why": bare.get("not_coded")})["why"], "stored": moment,
        }  # fmt: skip
        if key in before:
            connection.execute(update(records).where(records.c.report == key).values(row))
        else:
            fresh.append(row)
    insert_rows(connection, records, fresh)
    return texts


def write_rows(
    connection: Connection,
    changed: Sequence[tuple[int, Json, bool]],
    texts: Mapping[int, str] = MappingProxyType({}),
) -> None:
    """Make the rows of some reports from their records and corrections.

    Args:
        connection: inside a writing transaction.
        changed: the report's key, its record, and whether there are rows of it to take away first.
        texts: the records' JSON, where it is at hand.
    """
    rows: Rows = {}
    old = [key for key, _, there in changed if there]
    for key in old:
        delete_rows(connection, key)
        forget(connection, key)
    await_merging(connection, [key for key, _, _ in changed])
    judged = corrections_of(connection, old)
    for key, record, _ in changed:
        for name, some in _rows(key, record, judged.get(key, ()), texts.get(key)).items():
            rows.setdefault(name, []).extend(some)
    put_parties(connection, rows)
    for table in reversed(DERIVED):
        insert_rows(connection, metadata.tables[table.name], rows.get(table.name, []))


def _rows(
    key: int, record: Json, corrections: Sequence[Correction], dumped: str | None = None
) -> Rows:
    plain = holdable(record, dumped)
    published = plain["report"].get("published")
    try:
        made = part_rows(key, plain)
        events = items(plain["events"], [c for c in corrections if c.kind == "event"])
        made |= event_rows(key, published, events)
        claims = items(plain["claims"], [c for c in corrections if c.kind == "claim"])
        made |= claim_rows(key, published, claims, made["events"])
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        msg = f"is no record: something in its lists is not as it should be ({fault!r})"
        raise InputError(msg) from fault
    return made


def delete_rows(connection: Connection, report: int) -> None:
    """Take away the rows made of one report's record and corrections."""
    first, last = report * ROOM, report * ROOM + ROOM - 1
    by_key = {
        event_terms.name: event_terms.c.event,
        event_actors.name: event_actors.c.event,
        claim_events.name: claim_events.c.claim,
    }
    for table in DERIVED:
        key = by_key.get(table.name)
        which = table.c.report == report if key is None else key.between(first, last)
        connection.execute(delete(table).where(which))


def check_record(record: Json) -> None:
    """Refuse what is no record, before it is among a hundred others.

    Raises:
        InputError: with what is wrong.
    """
    _check_lists(record)
    for name, rows in _rows(0, record, ()).items():
        for row in rows:
            wrong = [
                c
                for c, v in row.items()
                if not isinstance(v, str | int | float | None)
                or (isinstance(v, float) and not isfinite(v))
            ]
            missing = [
                c.name
                for c in metadata.tables[name].c
                if not c.nullable and row.get(c.name) is None
            ]
            if wrong or missing:
                msg = f"is no record: one of its {name} has no right {(wrong or missing)[0]!r}"
                raise InputError(msg)


def _check_lists(record: Json) -> None:
    report = record.get("report") if isinstance(record, dict) else None
    if not isinstance(report, dict) or not isinstance(report.get("coder"), dict):
        msg = 'is no record: dateline code --json writes them, with "report" and its "coder"'
        raise InputError(msg)
    missing = [name for name in LISTS if not isinstance(record.get(name), list)]
    if missing or not isinstance(report.get("text"), str):
        msg = f"is no record: it has no {(missing or ['text'])[0]!r}"
        raise InputError(msg)
