"""Counting the events of a question: by day and by who is in them, in one pass over a narrow table.

PostgreSQL groups them by day itself, SQLite finds rows faster than it groups them; who is in them is counted here.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Select, Text, cast, func, select, union_all

from dateline.store.query import ActorCount, Day, EventQuery, among, counted, counted_apart
from dateline.store.schema import parties

_KEY, _DAY, _PARTIES = 0, 1, 3
#: What stands between the values of one text.
_BETWEEN = "\x1f"


@dataclass(frozen=True, slots=True)
class Counts:
    """What the events of a question come to; ``newest`` are keys, in order."""

    days: tuple[Day, ...]
    actors: tuple[ActorCount, ...]
    newest: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """The same before the sides have names: ``parties`` are their numbers, as ``event_terms`` has them."""

    days: tuple[Day, ...]
    parties: str
    newest: tuple[int, ...]


def count(connection: Connection, wanted: EventQuery, *, actors: int, newest: int) -> Counts:
    """Events and intensities by day in order; so many actors, the most frequent first; so many of the newest events."""
    found = _found(connection, wanted, newest)
    return Counts(found.days, _actors(connection, found.parties, actors), found.newest)


def count_days(connection: Connection, wanted: EventQuery) -> tuple[Day, ...]:
    """Events and intensities by day, in order; days without any are left out."""
    return _found(connection, wanted).days


def count_actors(
    connection: Connection, wanted: EventQuery, *, limit: int
) -> tuple[ActorCount, ...]:
    """Who is in the events, by name and country, the most frequent first."""
    return _actors(connection, _found(connection, wanted).parties, limit)


def _found(connection: Connection, wanted: EventQuery, newest: int = 0) -> _Found:
    if connection.dialect.name != "sqlite":
        return _grouped(connection, counted_apart(connection, wanted), newest)
    query, once = counted(connection, wanted)
    # The cursor's own tuples: of tens of thousands, SQLAlchemy's rows would take half the time again.
    rows: Collection[tuple[Any, ...]] = connection.execute(query).cursor.fetchall()
    return _counted(rows if once else {row[_KEY]: row for row in rows}.values(), newest)


def _counted(rows: Collection[tuple[Any, ...]], newest: int) -> _Found:
    times = Counter(map(itemgetter(_DAY), rows))
    sums: defaultdict[str, float] = defaultdict(float)
    for _, day, intensity, _ in rows:
        if intensity is not None:
            sums[day] += intensity
    days = tuple(Day(day, times[day], sums[day]) for day in sorted(filter(None, times)))
    first = _first_day(times, newest)
    latest = sorted(((row[_DAY], row[_KEY]) for row in rows if row[_DAY] >= first), reverse=True)
    parties_ = " ".join(map(itemgetter(_PARTIES), rows))
    return _Found(days, parties_, tuple(key for _, key in latest[:newest]))


def _grouped(connection: Connection, queries: Sequence[Select[Any]], newest: int) -> _Found:
    """The same from PostgreSQL, grouped by day in one statement.

    Every column comes as one text, because the driver takes as long over a number as over a text of thousands.
    """
    rows = connection.execute(union_all(*map(_by_day, queries))).all()
    times: Counter[str] = Counter()
    sums: defaultdict[str, float] = defaultdict(float)
    keys: defaultdict[str, str] = defaultdict(str)
    for *texts, _ in rows:
        columns = (text.split(_BETWEEN) for text in texts)
        for day, number, total, some in zip(*columns, strict=True):
            times[day] += int(number)
            sums[day] += float(total)
            keys[day] += f"{some} "
    days = tuple(Day(day, times[day], sums[day]) for day in sorted(filter(None, times)))
    first = _first_day(times, newest)
    late = sorted((day for day in keys if day >= first), reverse=True)
    latest = [key for day in late for key in sorted(map(int, keys[day].split()), reverse=True)]
    return _Found(days, " ".join([row[-1] for row in rows]), tuple(latest[:newest]))


def _by_day(query: Select[Any]) -> Select[Any]:
    """One row, none where nothing is found: days, how many events, their intensities, their keys; all their parties."""
    found = query.subquery().c
    days = select(
        found.day,
        func.count().label("times"),
        func.coalesce(func.sum(found.intensity), 0.0).label("total"),
        func.string_agg(cast(found.key, Text), " ").label("events"),
        func.string_agg(found.parties, " ").label("parties"),
    )
    one = days.group_by(found.day).subquery().c
    columns = one.day, cast(one.times, Text), cast(one.total, Text), one.events
    row = (func.string_agg(column, _BETWEEN) for column in columns)
    return select(*row, func.string_agg(one.parties, " ")).having(func.count() > 0)


def _first_day(times: Mapping[str, int], limit: int) -> str:
    """The day since which there were so many events; all others need not be put in order to find the newest."""
    for day in sorted(times, reverse=True):
        limit -= times[day]
        if limit <= 0:
            return day
    return ""


def _actors(connection: Connection, numbers: str, limit: int) -> tuple[ActorCount, ...]:
    told = Counter(numbers.split())
    did: dict[int, int] = {}
    both: Counter[int] = Counter()
    for who, times in told.items():
        both[abs(int(who))] += times
        if not who.startswith("-"):
            did[int(who)] = times
    least = min(sorted(both.values(), reverse=True)[:limit], default=0)
    keys = [key for key, times in both.items() if times >= least] if limit else []
    named = connection.execute(select(parties).where(among(connection, parties.c.key, keys)))
    ordered = sorted(named, key=lambda who: (-both[who.key], who.folded, who.country))
    return tuple(
        ActorCount(
            who.name, who.country or None, did.get(who.key, 0), both[who.key] - did.get(who.key, 0)
        )
        for who in ordered[:limit]
    )
