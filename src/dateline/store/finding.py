"""Events, claims and standing facts, read from their columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from dateline.store.keys import folded
from dateline.store.query import (
    EventQuery,
    Side,
    StoredClaim,
    StoredEvent,
    StoredRelation,
    ahead_keys,
    among,
    newest_keys,
)
from dateline.store.schema import FIGURES, claim_events, claims, event_actors, events, relations

#: Claims are looked for among so many of the newest events for each claim that is wanted.
EVENTS_A_CLAIM = 20
#: Columns that are read of an event: those of ``StoredEvent`` that it has as they are, and what its others are made of.
_PLAIN = tuple(c for c in StoredEvent.__dataclass_fields__ if c in events.c and c != "modes")
_ENDS = tuple(f"{name}_{end}" for name in FIGURES for end in ("low", "high"))
_EVENT = tuple(events.c[name] for name in (*_PLAIN, "modes", "start", "end", *_ENDS))


@dataclass(frozen=True, slots=True)
class Named:
    """Where an event or claim stands: ``kind`` is ``event`` or ``claim``, ``report`` the key of its report."""

    kind: str
    report: int
    id: str


def find_events(
    connection: Connection, wanted: EventQuery, *, limit: int, ahead_from: str | None = None
) -> tuple[StoredEvent, ...]:
    """Events, the newest first; with ``ahead_from`` those with an act ahead on or after that day, the nearest first."""
    keys: tuple[int, ...]
    if ahead_from is None:
        newest = connection.execute(newest_keys(connection, wanted, limit)).scalars().all()
        keys = tuple(dict.fromkeys(newest))[:limit]
    else:
        keys = find_ahead(connection, wanted, ahead_from, limit=limit)
    return read_events(connection, keys)[0]


def find_ahead(
    connection: Connection, wanted: EventQuery, day: str, *, limit: int
) -> tuple[int, ...]:
    """Keys of events with an act ahead on or after a day, the nearest first."""
    found = ahead_keys(connection, wanted, day)
    nearest = found.order_by(found.selected_columns.ahead_day, found.selected_columns.key)
    return tuple(connection.execute(nearest.limit(limit)).scalars())


def read_events(
    connection: Connection, *lists: Sequence[int]
) -> tuple[tuple[StoredEvent, ...], ...]:
    """The events of some lists of keys, all read at once, each list in its order."""
    keys = sorted({key for keys in lists for key in keys})
    rows = connection.execute(select(*_EVENT).where(among(connection, events.c.key, keys))).all()
    sides = _sides(connection, keys)
    read = {row.key: _event(row, sides) for row in rows}
    return tuple(tuple(read[key] for key in keys) for keys in lists)


def _event(row: Row[Any], sides: Mapping[tuple[int, str], list[Side]]) -> StoredEvent:
    return StoredEvent(
        **{name: getattr(row, name) for name in _PLAIN},
        modes=tuple((row.modes or "").split()),
        span=None if row.start is None else (row.start, row.end),
        figures=_figures(row),
        actors=tuple(sides.get((row.key, "actor"), ())),
        recipients=tuple(sides.get((row.key, "recipient"), ())),
    )


def find_claims(
    connection: Connection,
    wanted: EventQuery,
    *,
    limit: int,
    newest: Sequence[int] | None = None,
) -> tuple[StoredClaim, ...]:
    """Claims about the newest events wanted, of whatever status, the newest claims first.

    ``newest`` are the keys of those events, where they are known.
    """
    most = limit * EVENTS_A_CLAIM
    event = claim_events.c.event_key
    about = (
        event.in_(newest_keys(connection, wanted, most))
        if newest is None
        else among(connection, event, newest[:most])
    )
    which = claims.c.key.in_(select(claim_events.c.claim).where(about))
    query = select(claims).where(claims.c.standing, which)
    rows = connection.execute(
        query.order_by(claims.c.day.desc().nulls_last(), claims.c.key.desc()).limit(limit)
    ).all()
    links = select(claim_events).where(
        among(connection, claim_events.c.claim, [r.key for r in rows])
    )
    about_them: dict[int, list[tuple[str, str | None]]] = {}
    for link in connection.execute(links.order_by(claim_events.c.claim, claim_events.c.nr)):
        about_them.setdefault(link.claim, []).append((link.event, link.stance))
    plain = [c for c in StoredClaim.__dataclass_fields__ if c in claims.c]
    return tuple(
        StoredClaim(
            **{c: getattr(row, c) for c in plain},
            span=None if row.start is None else (row.start, row.end),
            events=tuple(about_them.get(row.key, ())),
        )
        for row in rows
    )


def find_relations(
    connection: Connection, kinds: Sequence[str], names: Sequence[str], *, limit: int
) -> tuple[StoredRelation, ...]:
    """Standing facts of some kinds about some names (none: about anything), the newest report's first."""
    query = select(relations)
    wanted = [folded(n) for n in names]
    if wanted:
        sides = relations.c.subject_folded.in_(wanted), relations.c.object_folded.in_(wanted)
        query = query.where(or_(*sides))
    query = query.where(relations.c.kind.in_(kinds)).order_by(
        relations.c.day.desc(), relations.c.report.desc(), relations.c.nr
    )
    plain = StoredRelation.__dataclass_fields__
    return tuple(
        StoredRelation(**{c: getattr(row, c) for c in plain})
        for row in connection.execute(query.limit(limit))
    )


def find_named(connection: Connection, ident: str, *, limit: int) -> tuple[Named, ...]:
    """Standing events and claims whose id is this one, or else begins so, by report."""
    found: list[Named] = []
    for begins in (False, True):
        for kind, table in (("event", events), ("claim", claims)):
            c = table.c
            fits = c.id.startswith(ident, autoescape=True) if begins else c.id == ident
            query = select(c.report, c.id).where(c.standing, fits).order_by(c.key).limit(limit)
            found += [Named(kind, row.report, row.id) for row in connection.execute(query)]
        if found:
            break
    return tuple(found)


def _sides(connection: Connection, keys: Sequence[int]) -> dict[tuple[int, str], list[Side]]:
    query = select(event_actors).where(among(connection, event_actors.c.event, keys))
    found: dict[tuple[int, str], list[Side]] = {}
    for row in connection.execute(
        query.order_by(event_actors.c.event, event_actors.c.side, event_actors.c.nr)
    ):
        who = Side(
            row.name, row.country, row.code, row.kind, row.wikidata, row.text, bool(row.inferred)
        )
        found.setdefault((row.event, row.side), []).append(who)
    return found


def _figures(row: Row[Any]) -> dict[str, tuple[int | None, int | None]]:
    found = {n: (getattr(row, f"{n}_low"), getattr(row, f"{n}_high")) for n in FIGURES}
    return {name: pair for name, pair in found.items() if pair != (None, None)}
