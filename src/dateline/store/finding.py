"""Events, claims and standing facts, read from their columns."""

from collections.abc import Sequence
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
    newest_keys,
)
from dateline.store.schema import FIGURES, claim_events, claims, event_actors, events, relations

#: Claims are looked for among so many of the newest events for each claim that is wanted.
EVENTS_A_CLAIM = 20


@dataclass(frozen=True, slots=True)
class Named:
    """Where an event or claim stands: ``kind`` is ``event`` or ``claim``, ``report`` the key of its report."""

    kind: str
    report: int
    id: str


def find_events(
    connection: Connection,
    wanted: EventQuery,
    *,
    limit: int,
    ahead_from: str | None = None,
    newest: Sequence[int] | None = None,
) -> tuple[StoredEvent, ...]:
    """Events, the newest first; with ``ahead_from`` those with an act ahead on or after that day, the nearest first.

    ``newest`` are the keys of the newest, where they are known.
    """
    query = select(events)
    if ahead_from is None:
        keys = newest_keys(connection, wanted, limit) if newest is None else newest[:limit]
        query = query.order_by(events.c.day.desc(), events.c.key.desc())
    else:
        found = ahead_keys(connection, wanted, ahead_from)
        nearest = found.order_by(found.selected_columns.ahead_day, found.selected_columns.key)
        keys = connection.execute(nearest.limit(limit)).scalars().all()
        query = query.order_by(events.c.ahead_day, events.c.key)
    query = query.where(events.c.key.in_(keys))
    rows = connection.execute(query.limit(limit)).all()
    sides = _sides(connection, [row.key for row in rows])
    plain = [c for c in StoredEvent.__dataclass_fields__ if c in events.c and c != "modes"]
    return tuple(
        StoredEvent(
            **{c: getattr(row, c) for c in plain},
            modes=tuple((row.modes or "").split()),
            span=None if row.start is None else (row.start, row.end),
            figures=_figures(row),
            actors=tuple(sides.get((row.key, "actor"), ())),
            recipients=tuple(sides.get((row.key, "recipient"), ())),
        )
        for row in rows
    )


def find_claims(
    connection: Connection,
    wanted: EventQuery,
    *,
    limit: int,
    newest: Sequence[int] | None = None,
) -> tuple[StoredClaim, ...]:
    """Claims about the newest events wanted, of whatever status, the newest claims first; ``newest`` as above."""
    most = limit * EVENTS_A_CLAIM
    about = newest_keys(connection, wanted, most) if newest is None else newest[:most]
    which = select(claim_events.c.claim).where(claim_events.c.event_key.in_(about))
    query = select(claims).where(claims.c.standing, claims.c.key.in_(which))
    rows = connection.execute(
        query.order_by(claims.c.day.desc(), claims.c.key.desc()).limit(limit)
    ).all()
    links = select(claim_events).where(claim_events.c.claim.in_([r.key for r in rows]))
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
    query = select(event_actors).where(event_actors.c.event.in_(keys))
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
