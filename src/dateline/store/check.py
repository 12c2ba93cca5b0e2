"""Is the store whole: the database's own checks, then ours."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, func, select, text

from dateline.errors import UsageError
from dateline.store.corrected import corrections_of
from dateline.store.keys import report_hash, unpacked
from dateline.store.reports import read_report
from dateline.store.schema import (
    actors,
    claim_events,
    claims,
    corrections,
    dates,
    documents,
    event_actors,
    event_terms,
    events,
    feed_items,
    feeds,
    places,
    print_terms,
    prints,
    records,
    relations,
    reports,
    situations,
    tellings,
    versions,
)
from dateline.store.situations import check_situation, read_situation
from dateline.store.standing import items


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: counts by name, and every fault in words."""

    counts: dict[str, int]
    faults: tuple[str, ...]


def check(connection: Connection) -> Checked:
    """Check everything; takes about a second for a thousand reports."""
    parts = _own, _reports, _records, _situations
    faults = [fault for part in parts for fault in part(connection)]
    return Checked(counts(connection), tuple(faults))


def counts(connection: Connection) -> dict[str, int]:
    """How many of what there are."""
    tables = (
        reports, documents, versions, records, events, claims, corrections, feeds, feed_items,
        situations,
    )  # fmt: skip
    found = {
        t.name.replace("_", " "): _count(connection, t.c[next(iter(t.c.keys()))]) for t in tables
    }
    coded = select(records.c.report)
    waiting = select(func.count()).select_from(reports).where(reports.c.key.not_in(coded))
    return {**found, "not coded yet": int(connection.execute(waiting).scalar_one())}


def _count(connection: Connection, column: object) -> int:
    return int(connection.execute(select(func.count(column))).scalar_one())  # type: ignore[arg-type]


def _own(connection: Connection) -> Iterator[str]:
    """What the database says of itself; PostgreSQL's server checks its pages and keys as it goes."""
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.execute(text("PRAGMA integrity_check(20)")):
        if line != "ok":
            yield f"database: {line}"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"database: a row of {row[0]} points to a row of {row[2]} that is not there"


def _reports(connection: Connection) -> Iterator[str]:
    """Every report is what its hash says, stands in a document and can be searched."""
    held = set(connection.execute(select(versions.c.report)).scalars())
    indexed = set(connection.execute(text(_INDEXED[connection.dialect.name])).scalars())
    columns = reports.c.key, reports.c.hash, reports.c.text, reports.c.json
    for key, digest, body, kept in connection.execute(select(*columns).order_by(reports.c.key)):
        if report_hash(read_report(body, kept)) != digest:
            yield f"report {key}: its text is not the one that was stored"
        if key not in held:
            yield f"report {key}: no document holds it"
        if key not in indexed:
            yield f"report {key}: is not in the full-text index"


#: Rows without a foreign key, and what they belong to.
_ORPHANS = (
    (event_actors, event_actors.c.event, events.c.key),
    (event_terms, event_terms.c.event, events.c.key),
    (claim_events, claim_events.c.claim, claims.c.key),
    *((t, t.c.report, records.c.report) for t in (actors, places, dates, relations, prints)),
    (print_terms, print_terms.c.report, prints.c.report),
    (tellings, tellings.c.event, events.c.key),
)
_INDEXED = {
    "sqlite": "SELECT id FROM report_words_docsize",
    "postgresql": "SELECT report FROM report_words",
}


def _records(connection: Connection) -> Iterator[str]:
    """Every record's rows are those that its JSON and the corrections make."""
    rows = {name: _keys(connection, name) for name in ("events", "claims")}
    for key, kept in connection.execute(select(records.c.report, records.c.packed)):
        record = unpacked(kept)
        judged = corrections_of(connection, [key]).get(key, ())
        for name, found in rows.items():
            mine = [c for c in judged if f"{c.kind}s" == name]
            made = [(i.json["id"], i.standing) for i in items(record[name], mine)]
            there = found.pop(key, [])
            if made != there:
                yield f"report {key}: has {len(made)} {name} in its record and {len(there)} in the table"
    for name, found in rows.items():
        for key in found:
            yield f"report {key}: has {name}, but no record"
    for table, column, parent in _ORPHANS:
        alone = select(func.count()).select_from(table).where(column.not_in(select(parent)))
        if count := connection.execute(alone).scalar_one():
            yield f"{count:,} rows of {table.name} belong to nothing"


def _keys(connection: Connection, name: str) -> dict[int, list[tuple[str, bool]]]:
    table = {"events": events, "claims": claims}[name]
    query = select(table.c.report, table.c.id, table.c.standing).order_by(table.c.key)
    return {
        report: [(ident, bool(standing)) for _, ident, standing in some]
        for report, some in groupby(connection.execute(query), key=lambda row: row[0])
    }


def _situations(connection: Connection) -> Iterator[str]:
    """Every saved question can be asked."""
    for row in connection.execute(select(situations).order_by(situations.c.folded)):
        try:
            check_situation(read_situation(row))
        except (UsageError, ValueError) as fault:
            yield f"situation {row.name!r}: cannot be asked ({fault}): remove it and add it again"
