"""Questions to the store by columns: what a page about a situation is made of."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, case, func, or_, select, tuple_

from dateline.store import fulltext
from dateline.store.keys import folded
from dateline.store.schema import (
    FIGURES,
    claim_events,
    claims,
    event_actors,
    events,
    relations,
    reports,
)


@dataclass(frozen=True, slots=True)
class EventQuery:
    """Which events: every field given must fit, any one of a field's values is enough.

    ``actors`` are names (any spelling of capitals and accents) or Wikidata ids, on either side; ``countries`` alpha-3
    codes of a side or of the place; ``places`` names; ``types`` PLOVER types; ``since`` and ``until`` ISO days,
    inclusive, of the act or else of the report; ``words`` as in ``Store.search``; ``stored_since`` a moment: only
    what came into the store since.
    """

    actors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ("actual",)
    since: str | None = None
    until: str | None = None
    words: str | None = None
    stored_since: str | None = None
    relevant_only: bool = True


@dataclass(frozen=True, slots=True)
class Side:
    """Who did it or to whom it was done."""

    name: str
    country: str | None
    code: str | None
    kind: str | None
    wikidata: str | None
    text: str | None
    inferred: bool


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event by its columns. ``report`` is the key of its report; ``day`` the day of the act, else of the report.

    ``correction`` is the key of the person's correction it comes from; figures are (low, high) by name.
    """

    key: int
    report: int
    id: str
    type: str
    modes: tuple[str, ...]
    status: str
    day: str | None
    first_day: str | None
    last_day: str | None
    quad: int | None
    goldstein: float | None
    intensity: float | None
    place: str | None
    place_country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    ahead_type: str | None
    ahead_day: str | None
    speaker: str | None
    sentence: str | None
    span: tuple[int, int] | None
    confidence: float | None
    correction: int | None
    figures: dict[str, tuple[int | None, int | None]] = field(default_factory=dict)
    actors: tuple[Side, ...] = ()
    recipients: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim by its columns; ``events`` are the ids (in the same report) of what it is about, with the stance."""

    key: int
    report: int
    id: str
    act: str
    speaker: str | None
    speaker_country: str | None
    content: str | None
    direct: bool
    day: str | None
    sentence: str | None
    span: tuple[int, int] | None
    correction: int | None
    events: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """How many events a day had, and the sum of their intensities (PLOVER, -10 to 10)."""

    day: str
    events: int
    intensity: float


@dataclass(frozen=True, slots=True)
class ActorCount:
    """An actor over many reports: one name and country."""

    name: str
    country: str | None
    as_actor: int
    as_recipient: int


@dataclass(frozen=True, slots=True)
class StoredRelation:
    """A standing fact as one report has it; ``day`` is the report's."""

    report: int
    kind: str
    status: str | None
    subject: str | None
    subject_country: str | None
    object: str | None
    object_country: str | None
    of_place: bool
    speaker: str | None
    sentence: str | None
    day: str | None


def find_events(
    connection: Connection, wanted: EventQuery, *, limit: int, ahead_from: str | None = None
) -> tuple[StoredEvent, ...]:
    """Events, the newest first; with ``ahead_from`` those with an act ahead on or after that day, the nearest first."""
    query = select(events).where(*_which(connection, wanted))
    if ahead_from is None:
        query = query.order_by(events.c.day.desc(), events.c.report.desc(), events.c.key)
    else:
        query = query.where(events.c.ahead_day >= ahead_from)
        query = query.order_by(events.c.ahead_day, events.c.key)
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


def count_days(connection: Connection, wanted: EventQuery) -> tuple[Day, ...]:
    """Events and intensities by day, in order; days without any are left out."""
    total = func.coalesce(func.sum(events.c.intensity), 0.0)
    query = select(events.c.day, func.count(), total).where(
        *_which(connection, wanted), events.c.day.is_not(None)
    )
    rows = connection.execute(query.group_by(events.c.day).order_by(events.c.day))
    return tuple(Day(day, int(count), float(sum_)) for day, count, sum_ in rows)


def count_actors(
    connection: Connection, wanted: EventQuery, *, limit: int
) -> tuple[ActorCount, ...]:
    """Who is in the events, by name and country, the most frequent first."""
    which = select(events.c.key).where(*_which(connection, wanted))
    doing = func.sum(case((event_actors.c.side == "actor", 1), else_=0))
    query = (
        select(func.min(event_actors.c.name), event_actors.c.country, doing, func.count())
        .where(event_actors.c.event.in_(which))
        .group_by(event_actors.c.folded, event_actors.c.country)
        .order_by(func.count().desc(), event_actors.c.folded, event_actors.c.country)
    )
    rows = connection.execute(query.limit(limit))
    return tuple(ActorCount(n, c, int(did), int(all_ - did)) for n, c, did, all_ in rows)


def find_claims(
    connection: Connection, wanted: EventQuery, *, limit: int
) -> tuple[StoredClaim, ...]:
    """Claims about the events wanted, of whatever status, the newest first."""
    about = select(events.c.report, events.c.id).where(*_which(connection, wanted))
    which = select(claim_events.c.claim).where(
        tuple_(claim_events.c.report, claim_events.c.event).in_(about)
    )
    query = select(claims).where(claims.c.standing, claims.c.key.in_(which))
    rows = connection.execute(
        query.order_by(claims.c.day.desc(), claims.c.report.desc(), claims.c.key).limit(limit)
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
    query = select(relations, reports.c.published.label("day")).join(
        reports, reports.c.key == relations.c.report
    )
    wanted = [folded(n) for n in names]
    if wanted:
        sides = relations.c.subject_folded.in_(wanted), relations.c.object_folded.in_(wanted)
        query = query.where(or_(*sides))
    query = query.where(relations.c.kind.in_(kinds)).order_by(
        reports.c.published.desc(), relations.c.report.desc(), relations.c.nr
    )
    plain = StoredRelation.__dataclass_fields__
    return tuple(
        StoredRelation(**{c: getattr(row, c) for c in plain})
        for row in connection.execute(query.limit(limit))
    )


def _which(connection: Connection, wanted: EventQuery) -> list[ColumnElement[bool]]:
    e = events.c
    tests: list[ColumnElement[bool]] = [e.standing, e.status.in_(wanted.statuses)]
    if wanted.relevant_only:
        tests.append(e.relevant)
    if wanted.types:
        tests.append(e.type.in_(wanted.types))
    if wanted.places:
        tests.append(e.place_folded.in_([folded(p) for p in wanted.places]))
    if wanted.actors:
        tests.append(e.key.in_(_with_actors(wanted.actors)))
    if wanted.countries:
        sides = select(event_actors.c.event).where(event_actors.c.country.in_(wanted.countries))
        tests.append(or_(e.place_country.in_(wanted.countries), e.key.in_(sides)))
    if wanted.until:
        tests.append(e.day <= wanted.until)
    if wanted.since:  # an act that lasted counts while it lasted
        tests.append(or_(e.day >= wanted.since, e.last_day >= wanted.since))
    if wanted.words:
        tests.append(e.report.in_(fulltext.matching(connection.dialect.name, wanted.words)))
    if wanted.stored_since:
        fresh = select(reports.c.key).where(reports.c.stored >= wanted.stored_since)
        tests.append(e.report.in_(fresh))
    return tests


def _with_actors(names: Sequence[str]) -> Select[tuple[int]]:
    who = event_actors.c
    return select(who.event).where(
        or_(who.folded.in_([folded(n) for n in names]), who.wikidata.in_(names))
    )


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
