"""People's corrections: kept for ever beside the coder's finding, and above it."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, Row, insert, select, update

from dateline.errors import UsageError
from dateline.records import content_id
from dateline.store.keys import Json, dumps, holdable, now
from dateline.store.schema import corrections
from dateline.store.standing import Correction, Judgement, items

KINDS, ACTIONS = ("event", "claim"), ("replace", "reject", "add")
#: What an event or a claim cannot be without.
_NEEDED = {"event": ("type", "status", "trigger"), "claim": ("act", "content", "cue")}


def corrections_of(
    connection: Connection, report_keys: Sequence[int]
) -> dict[int, tuple[Correction, ...]]:
    """Every correction of some reports, by report, in the order they were made."""
    if not report_keys:
        return {}
    query = select(corrections).where(corrections.c.report.in_(report_keys))
    found: dict[int, list[Correction]] = {}
    for row in connection.execute(query.order_by(corrections.c.key)):
        found.setdefault(row.report, []).append(_correction(row))
    return {report: tuple(some) for report, some in found.items()}


def all_corrections(connection: Connection) -> tuple[Correction, ...]:
    """Every correction of every report, in the order they were made."""
    rows = connection.execute(select(corrections).order_by(corrections.c.key))
    return tuple(_correction(row) for row in rows)


def correct(connection: Connection, record: Json, said: Judgement) -> int:
    """Note a judgement; the correction's key. The rows must be made anew afterwards.

    Args:
        connection: inside a writing transaction.
        record: the coder's record of the report.
        said: what the person says.

    Raises:
        UsageError: nothing of that id stands, or what shall stand there is no event or claim.
    """
    _check(said)
    there = corrections_of(connection, [said.report]).get(said.report, ())
    mine = [c for c in there if c.kind == said.kind]
    standing = [i.json for i in items(record[f"{said.kind}s"], mine) if i.standing]
    overruled = next((j for j in standing if j.get("id") == said.target), None)
    if said.action != "add" and overruled is None:
        msg = f"report {said.report} has no {said.kind} {said.target!r} that stands"
        raise UsageError(msg)
    target = said.target
    if said.action == "add":
        target = content_id(said.kind[0], said.report, dumps(said.json), said.person, len(mine))
    row = {
        "report": said.report, "kind": said.kind, "action": said.action, "made": now(),
        **holdable({"person": said.person, "note": said.note, "target": target}),
        "json": None if said.json is None else dumps({**said.json, "id": target}),
        "overruled": None if overruled is None else dumps(overruled),
    }  # fmt: skip
    made = insert(corrections).values(row).returning(corrections.c.key)
    return int(connection.execute(made).scalar_one())


def withdraw(connection: Connection, key: int) -> int:
    """Take a correction back; it is kept, but counts for nothing. The report's key.

    Raises:
        UsageError: there is no such correction, or it was withdrawn before.
    """
    which = corrections.c.key == key, corrections.c.withdrawn.is_(None)
    done = update(corrections).where(*which).values(withdrawn=now())
    report = connection.execute(done.returning(corrections.c.report)).scalar()
    if report is None:
        msg = f"there is no correction {key} to withdraw"
        raise UsageError(msg)
    return int(report)


def _check(said: Judgement) -> None:
    if said.kind not in KINDS or said.action not in ACTIONS:
        msg = f"a correction is of an {' or a '.join(KINDS)} and one of {', '.join(ACTIONS)}"
    elif (said.json is None) != (said.action == "reject"):
        msg = "to replace or add takes what shall stand there, to reject takes nothing"
    elif not said.person.strip():
        msg = "a correction needs the name of who makes it"
    elif missing := [n for n in _NEEDED[said.kind] if said.json is not None and n not in said.json]:
        msg = f"that is no {said.kind}: it has no {missing[0]!r}"
    else:
        return
    raise UsageError(msg)


def _correction(row: Row[tuple[object, ...]]) -> Correction:
    kept = row._asdict()
    for name in ("json", "overruled"):
        kept[name] = None if kept[name] is None else json.loads(kept[name])
    return Correction(**kept)
