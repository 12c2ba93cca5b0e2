"""Who the sides of events are, under numbers that are quick to count by."""

from collections.abc import Sequence
from itertools import batched

from sqlalchemy import Connection, insert, select

from dateline.store.keys import Json
from dateline.store.rows import Rows
from dateline.store.schema import parties

#: Values that one statement may be given, in both databases.
_MANY = 5_000
Who = tuple[str, str]


def put_parties(connection: Connection, rows: Rows) -> None:
    """Fill in ``parties`` of events and of what they are found by, from their sides; new ones are numbered.

    Args:
        connection: inside a writing transaction.
        rows: of reports, by table.
    """
    sides = rows.get("event_actors", [])
    names = {_who(side): side["name"] for side in reversed(sides)}
    numbers = _numbers(connection, names)
    told: dict[int, list[str]] = {}
    for side in sides:
        number = numbers[_who(side)]
        told.setdefault(side["event"], []).append(
            f"{number}" if side["side"] == "actor" else f"-{number}"
        )
    for event in rows.get("events", []):
        event["parties"] = " ".join(told.get(event["key"], ()))
    for term in rows.get("event_terms", []):
        term["parties"] = " ".join(told.get(term["event"], ()))


def _who(side: Json) -> Who:
    return side["folded"], side["country"] or ""


def _numbers(connection: Connection, names: dict[Who, str]) -> dict[Who, int]:
    p = parties.c
    found: dict[Who, int] = {}
    for some in batched(sorted({folded for folded, _ in names}), _MANY):
        for row in connection.execute(select(parties).where(p.folded.in_(some))):
            found[row.folded, row.country] = row.key
    fresh = [
        {"folded": who[0], "country": who[1], "name": names[who]} for who in names.keys() - found
    ]
    fresh.sort(key=_who)  # the same numbers for the same reports in the same order
    for rows in batched(fresh, _MANY):
        found |= _insert(connection, rows)
    return found


def _insert(connection: Connection, rows: Sequence[Json]) -> dict[Who, int]:
    made = insert(parties).values(list(rows)).returning(*parties.c)
    return {(row.folded, row.country): row.key for row in connection.execute(made)}
