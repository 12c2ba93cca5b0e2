"""What the store keeps of incidents, and what people rule on them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Engine, func, insert, select, update

from dateline.errors import UsageError
from dateline.store import query
from dateline.store.desk import LOOSE, Desk, Hung, Ruling, ruling_of
from dateline.store.engine import reading, writing
from dateline.store.keys import holdable, now
from dateline.store.query import EventQuery
from dateline.store.schema import documents, reports, rulings, tellings, versions

JOIN, SPLIT = "join", "split"
#: An id may be cut to so many characters, if only one telling begins so.
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Held:
    """A report as its first document held it."""

    key: int
    id: str | None
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    stored: str


class Incidents:
    """The part of the store in which incidents are kept; ``situations`` makes them."""

    _engine: Engine

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """A transaction in which incidents are made: all of it is kept, or nothing."""
        with writing(self._engine) as connection:
            yield Desk(connection)

    def unread(self) -> int:
        """How many records are not merged into incidents yet, or must be merged anew."""
        with reading(self._engine) as connection:
            desk = Desk(connection)
            loose = desk.loose()
            return len(desk.waiting(1)) + len(loose[0]) + len(loose[1])

    def incident_keys(self, wanted: EventQuery, *, limit: int = 100) -> list[int]:
        """Which incidents have a telling that fits, the newest day first."""
        with reading(self._engine) as connection:
            found = query.matching(connection, wanted).subquery()
            day = func.max(found.c.day)
            joined = found.join(tellings, tellings.c.event == found.c.key)
            groups = select(tellings.c.incident).select_from(joined).group_by(tellings.c.incident)
            ordered = groups.order_by(day.desc(), tellings.c.incident.desc())
            return list(connection.execute(ordered.limit(limit)).scalars())

    def incident_tellings(self, incidents: Iterable[int]) -> list[Hung]:
        """The tellings of some incidents."""
        with reading(self._engine) as connection:
            return Desk(connection).incidents(incidents)

    def matters(self, report_keys: Iterable[int]) -> tuple[list[Hung], list[Hung]]:
        """Every print of the matters that some reports are of, and the tellings of all those reports."""
        with reading(self._engine) as connection:
            desk = Desk(connection)
            firsts = {p.home for p in desk.prints(report_keys)}
            found = desk.story(firsts)
            return found, desk.tellings_of(p.key for p in found)

    def prints_of(self, report_keys: Iterable[int]) -> list[Hung]:
        """The prints of some reports."""
        with reading(self._engine) as connection:
            return Desk(connection).prints(report_keys)

    def held(self, report_keys: Iterable[int]) -> dict[int, Held]:
        """Reports as they were first held, by key."""
        keys = sorted(set(report_keys))
        columns = (versions.c.report_id, versions.c.url, versions.c.publisher)
        joined = select(
            reports.c.key, reports.c.title, reports.c.published, reports.c.stored, *columns
        ).join(versions, versions.c.report == reports.c.key)
        joined = joined.join(documents, documents.c.key == versions.c.document)
        ordered = joined.where(reports.c.key.in_(keys)).order_by(
            versions.c.first_seen, versions.c.document
        )
        found: dict[int, Held] = {}
        with reading(self._engine) as connection:
            for r in connection.execute(ordered):
                made = Held(r.key, r.report_id, r.title, r.url, r.publisher, r.published, r.stored)
                found.setdefault(r.key, made)
        return found

    def telling(self, ident: str) -> tuple[int, str, int]:
        """The telling of an event's id, or of the beginning of one: report's key, event's id, incident.

        Raises:
            UsageError: there is none, or several begin so.
        """
        c = tellings.c
        with reading(self._engine) as connection:
            wanted = select(c.report, c.id, c.incident).order_by(c.event)
            found = connection.execute(wanted.where(c.id == ident).limit(1)).all()
            if not found and len(ident) >= _SHORTEST:
                begins = c.id.startswith(ident, autoescape=True)
                found = connection.execute(wanted.where(begins).limit(2)).all()
        if not found:
            msg = f"no event {ident!r} is in an incident: dateline incidents --json shows their ids"
            raise UsageError(msg)
        if len(found) > 1:
            msg = f"several events begin with {ident!r}: give more of the id"
            raise UsageError(msg)
        return found[0].report, found[0].id, found[0].incident

    def rule(
        self,
        kind: str,
        first: tuple[int, str],
        second: tuple[int, str],
        person: str,
        note: str | None = None,
    ) -> int:
        """Note that a person joins or splits two tellings (report's key, event's id); the ruling's key.

        Raises:
            UsageError: they are one and the same, nobody is named, or the same was ruled before.
        """
        first, second = sorted((first, second))
        if kind not in {JOIN, SPLIT} or first == second or not person.strip():
            msg = "a ruling needs two events and the name of the person who rules"
            raise UsageError(msg)
        with writing(self._engine) as connection:
            for there in Desk(connection).rulings([first[0]]):
                if (there.first, there.second) == (first, second):
                    msg = f"that was ruled before ({there.kind}, {there.key}): withdraw it first"
                    raise UsageError(msg)
            row = {
                "kind": kind, "first_report": first[0], "second_report": second[0], "made": now(),
                **holdable({"first": first[1], "second": second[1], "person": person, "note": note}),
            }  # fmt: skip
            made = connection.execute(insert(rulings).values(row).returning(rulings.c.key))
            key = int(made.scalar_one())
            _loosen(Desk(connection), [first, second])
        return key

    def withdraw_ruling(self, key: int) -> None:
        """Take a ruling back.

        Raises:
            UsageError: there is none, or it was withdrawn before.
        """
        with writing(self._engine) as connection:
            query_ = select(rulings).where(rulings.c.key == key, rulings.c.withdrawn.is_(None))
            row = connection.execute(query_).first()
            if row is None:
                msg = f"there is no ruling {key} that stands"
                raise UsageError(msg)
            connection.execute(update(rulings).where(rulings.c.key == key).values(withdrawn=now()))
            ruling = ruling_of(row)
            _loosen(Desk(connection), [ruling.first, ruling.second])

    def rulings(self) -> tuple[Ruling, ...]:
        """All that people ruled, withdrawn ones too, in the order they said it."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(rulings).order_by(rulings.c.key))
            return tuple(ruling_of(row) for row in rows)

    def stored_since(self, moment: str) -> frozenset[int]:
        """Keys of incidents with a telling from a report that came into the store since a moment (ISO, UTC)."""
        fresh = select(reports.c.key).where(reports.c.stored >= moment)
        which = select(tellings.c.incident).where(tellings.c.report.in_(fresh)).distinct()
        with reading(self._engine) as connection:
            return frozenset(connection.execute(which).scalars())


def _loosen(desk: Desk, places: list[tuple[int, str]]) -> None:
    for key in desk.named(places).values():
        desk.hang_telling(key, parent=LOOSE, score=None, reasons=None)
