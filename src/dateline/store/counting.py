"""Counting the events of a question: by day and by who is in them, in one pass over a narrow table.

SQLite finds rows faster than it groups them, so there they are grouped here; PostgreSQL groups by itself.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    BigInteger,
    Connection,
    Row,
    Select,
    Text,
    case,
    cast,
    func,
    literal,
    null,
    select,
    true,
    union_all,
)
from sqlalchemy.sql.selectable import CTE

from dateline.store.query import ActorCount, Day, EventQuery, counted
from dateline.store.schema import parties

#: Values that one statement may be given.
_MANY = 5_000
_KEY, _DAY, _PARTIES = 0, 1, 3


@dataclass(frozen=True, slots=True)
class Counts:
    """What the events of a question come to; ``newest`` are keys, None where asking for them is as quick."""

    days: tuple[Day, ...]
    actors: tuple[ActorCount, ...]
    newest: tuple[int, ...] | None = None


def count(connection: Connection, wanted: EventQuery, *, actors: int, newest: int = 0) -> Counts:
    """Events and intensities by day in order, and so many actors, the most frequent first.

    ``newest`` keys are given where words are wanted, which are slow to look for again.
    """
    if connection.dialect.name != "sqlite":
        return _grouped(connection, wanted, actors)
    rows = _rows(connection, wanted)
    keys = _newest(rows, newest) if wanted.words else None
    return Counts(_days(rows), _actors(connection, rows, actors), keys)


def count_days(connection: Connection, wanted: EventQuery) -> tuple[Day, ...]:
    """Events and intensities by day, in order; days without any are left out."""
    if connection.dialect.name == "sqlite":
        return _days(_rows(connection, wanted))
    return _grouped(connection, wanted, 0).days


def count_actors(
    connection: Connection, wanted: EventQuery, *, limit: int
) -> tuple[ActorCount, ...]:
    """Who is in the events, by name and country, the most frequent first."""
    return count(connection, wanted, actors=limit).actors


def _rows(connection: Connection, wanted: EventQuery) -> Sequence[tuple[Any, ...]]:
    """Key, day, intensity and parties of every event, once each."""
    query, once = counted(connection, wanted)
    # The cursor's own tuples: of tens of thousands, SQLAlchemy's rows would take half the time again.
    rows: Sequence[tuple[Any, ...]] = connection.execute(query).cursor.fetchall()
    return rows if once else list({row[_KEY]: row for row in rows}.values())


def _days(rows: Sequence[tuple[Any, ...]]) -> tuple[Day, ...]:
    times = Counter(map(itemgetter(_DAY), rows))
    sums: defaultdict[str, float] = defaultdict(float)
    for _, day, intensity, _ in rows:
        if intensity is not None:
            sums[day] += intensity
    return tuple(Day(day, times[day], sums[day]) for day in sorted(filter(None, times)))


def _newest(rows: Sequence[tuple[Any, ...]], limit: int) -> tuple[int, ...]:
    ordered = sorted(rows, key=itemgetter(_DAY, _KEY), reverse=True)
    return tuple(row[_KEY] for row in ordered[:limit])


def _actors(
    connection: Connection, rows: Sequence[tuple[Any, ...]], limit: int
) -> tuple[ActorCount, ...]:
    told = Counter(" ".join(map(itemgetter(_PARTIES), rows)).split())
    did: dict[int, int] = {}
    both: Counter[int] = Counter()
    for who, times in told.items():
        both[abs(int(who))] += times
        if not who.startswith("-"):
            did[int(who)] = times
    least = min(sorted(both.values(), reverse=True)[:limit], default=0)
    keys = [key for key, times in both.items() if times >= least] if limit else []
    named = _named(connection, keys)
    ordered = sorted(named, key=lambda who: (-both[who.key], who.folded, who.country))
    return tuple(
        ActorCount(
            who.name, who.country or None, did.get(who.key, 0), both[who.key] - did.get(who.key, 0)
        )
        for who in ordered[:limit]
    )


def _named(connection: Connection, keys: Iterable[int]) -> list[Row[Any]]:
    wanted = sorted(keys)
    found: list[Row[Any]] = []
    for start in range(0, len(wanted), _MANY):
        query = select(parties).where(parties.c.key.in_(wanted[start : start + _MANY]))
        found += connection.execute(query).all()
    return found


def _grouped(connection: Connection, wanted: EventQuery, limit: int) -> Counts:
    """The same by PostgreSQL; in one statement, so that the events are looked for once."""
    query, once = counted(connection, wanted)
    found = (query if once else query.distinct()).cte("found").prefix_with("MATERIALIZED")
    total = func.coalesce(func.sum(found.c.intensity), 0.0)
    days = select(
        found.c.day, cast(null(), Text), cast(null(), Text), func.count(), literal(0), total
    )
    days = days.where(found.c.day > "").group_by(found.c.day)
    rows = connection.execute(union_all(days, _by_party(found, limit)) if limit else days).all()
    by_day = sorted((r for r in rows if r[1] is None), key=itemgetter(0))
    by_party = sorted((r for r in rows if r[1] is not None), key=lambda r: (-r[3], r[0], r[2]))
    return Counts(
        tuple(Day(r[0], int(r[3]), float(r[5])) for r in by_day),
        tuple(ActorCount(r[1], r[2] or None, int(r[4]), int(r[3]) - int(r[4])) for r in by_party),
    )


def _by_party(found: CTE, limit: int) -> Select[Any]:
    """The most frequent parties: folded name, name, country, how often, how often as actor."""
    some = select(found.c.parties, func.count().label("times")).group_by(found.c.parties).subquery()
    pieces = func.unnest(func.string_to_array(some.c.parties, " "))
    told = pieces.table_valued("number", name="told").render_derived()
    number = cast(told.c.number, BigInteger)
    did = func.sum(case((number > 0, some.c.times), else_=0)).label("did")
    each = select(func.abs(number).label("key"), func.sum(some.c.times).label("times"), did)
    by_key = each.select_from(some.join(told, true())).group_by(func.abs(number)).subquery()
    p = parties.c
    named = select(p.folded, p.name, p.country, by_key.c.times, by_key.c.did, literal(0.0))
    named = named.join(by_key, by_key.c.key == p.key)
    ordered = named.order_by(by_key.c.times.desc(), p.folded, p.country).limit(limit).subquery()
    return select(ordered)
