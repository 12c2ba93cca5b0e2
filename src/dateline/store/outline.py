"""What the page about a situation reads of its events: all of them, in a few columns."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, Select, func, select

from dateline.store.keys import ROOM
from dateline.store.query import EventQuery, matching
from dateline.store.schema import corrections, event_actors, events, reports, tellings


class EventLine(NamedTuple):
    """An event in a few columns.

    ``incident`` and ``first_id`` are key and id of the event that stands for all tellings of its act (the event itself
    while it is not merged); ``published`` is its report's day, ``stored`` the moment that came into the store.
    """

    key: int
    incident: int
    first_id: str
    report: int
    id: str
    type: str
    first_day: str | None
    last_day: str | None
    ahead_type: str | None
    ahead_day: str | None
    intensity: float | None
    place: str | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    published: str | None
    stored: str


class SideLine(NamedTuple):
    """Somebody in an event; ``side`` is ``actor`` or ``recipient``."""

    event: int
    side: str
    name: str
    folded: str
    country: str | None
    code: str | None
    kind: str | None
    sectors: str | None
    wikidata: str | None


_COLUMNS = (
    *(events.c[name] for name in ("report", "id", "type", "first_day", "last_day", "ahead_type", "ahead_day")),
    *(events.c[name] for name in ("intensity", "place", "place_country", "admin1", "lat", "lon", "precision")),
    reports.c.published, reports.c.stored,
)  # fmt: skip


_own, _first = tellings.alias("own"), tellings.alias("first")


class Outline:
    """Questions about all events of a situation at one moment."""

    _connection: Connection

    def events(self, wanted: EventQuery, *, ahead_from: str | None = None) -> list[EventLine]:
        """All events wanted, in order of their keys; with ``ahead_from`` those with a day to come from then on."""
        stands = (
            func.coalesce(_own.c.incident, events.c.key),
            func.coalesce(_first.c.id, events.c.id),
        )
        query = select(events.c.key, *stands, *_COLUMNS).join(reports)
        query = query.outerjoin(_own, _own.c.event == events.c.key)
        query = query.outerjoin(_first, _first.c.event == _own.c.incident)
        query = query.where(events.c.key.in_(self.keys(wanted)))
        if ahead_from is not None:
            query = query.where(events.c.ahead_day >= ahead_from)
        return list(map(EventLine._make, self._connection.execute(query.order_by(events.c.key))))

    def sides(self, wanted: EventQuery) -> Iterator[SideLine]:
        """Everybody in the events wanted, by event and place in it."""
        columns = [event_actors.c[name] for name in SideLine._fields]
        query = select(*columns).where(event_actors.c.event.in_(self.keys(wanted)))
        order = event_actors.c.event, event_actors.c.side, event_actors.c.nr
        return map(SideLine._make, self._connection.execute(query.order_by(*order)))

    def reviewed(self, wanted: EventQuery) -> int:
        """How many events a person has judged, in the reports of the events wanted."""
        query = select(func.count()).select_from(corrections)
        which = corrections.c.report.in_(self.reports(wanted)), corrections.c.withdrawn.is_(None)
        found = self._connection.execute(query.where(*which, corrections.c.kind == "event"))
        return int(found.scalar_one())

    def takings(self, wanted: EventQuery, words: Sequence[str]) -> list[tuple[int, str]]:
        """Reports and ids of those events wanted in a town that one of the words (small letters) tells, in order."""
        query = select(events.c.report, events.c.id).where(events.c.key.in_(self.keys(wanted)))
        which = func.lower(events.c.trigger).in_(words), events.c.precision.in_(("exact", "near"))
        rows = self._connection.execute(query.where(*which).order_by(events.c.key))
        return [(report, ident) for report, ident in rows]

    def keys(self, wanted: EventQuery) -> Select[tuple[int]]:
        """A query for the keys of the events wanted, to be used in another."""
        return select(matching(self._connection, wanted).subquery().c.key)

    def reports(self, wanted: EventQuery) -> Select[tuple[int]]:
        """A query for the keys of their reports, to be used in another."""
        return select(matching(self._connection, wanted).subquery().c.key // ROOM).distinct()
