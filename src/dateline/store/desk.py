"""Where incidents are kept: rows of prints and tellings, and what they are found by.

Which tellings are one act, the room above decides; here nothing is judged.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, and_, case, delete, func, or_, select, update
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from dateline.store.asking import read_record
from dateline.store.corrected import corrections_of
from dateline.store.keys import ROOM, Json, item_key, now
from dateline.store.reports import insert_rows
from dateline.store.schema import (
    event_terms,
    print_terms,
    prints,
    rulings,
    tellings,
    unmerged,
)
from dateline.store.standing import items, signed

#: Parent of a row that hung on something that is gone: it must be hung anew.
LOOSE = -1
#: Values that one statement may be given.
_MANY = 5_000


@dataclass(frozen=True, slots=True)
class Hung:
    """A print or telling as it is kept.

    ``key`` is the report's or event's; ``parent`` that on which it hangs, None or ``LOOSE``; ``home`` the first of its
    story (prints) or tree (tellings); ``other`` the first of its copies (prints) or of its incident (tellings).
    """

    key: int
    json: Json
    parent: int | None
    score: float | None
    home: int
    other: int
    chief: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person says: two tellings (report's key, event's id) are one act (``join``) or are not (``split``)."""

    key: int
    kind: str
    first: tuple[int, str]
    second: tuple[int, str]
    person: str
    made: str
    note: str | None
    withdrawn: str | None


class Desk:
    """Reading and writing of one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside a transaction that writes."""
        self._connection = connection

    def waiting(self, limit: int) -> list[int]:
        """Keys of coded reports that wait to be merged, the oldest first."""
        query = select(unmerged.c.report).order_by(unmerged.c.report)
        return list(self._connection.execute(query.limit(limit)).scalars())

    def loose(self) -> tuple[list[int], list[int]]:
        """Keys of prints and tellings that must be hung anew."""
        reports = select(prints.c.report).where(prints.c.parent == LOOSE)
        events = select(tellings.c.event).where(tellings.c.parent == LOOSE)
        return (
            list(self._connection.execute(reports.order_by(prints.c.report)).scalars()),
            list(self._connection.execute(events.order_by(tellings.c.event)).scalars()),
        )

    def record(self, report: int) -> tuple[Json, dict[str, int]]:
        """The record that stands, corrections in it, and the keys of its events by id."""
        found = read_record(self._connection, report)
        if found is None:
            return {}, {}
        judged = corrections_of(self._connection, [report]).get(report, ())
        by_key = {c.key: c for c in judged}
        some = items(found["events"], [c for c in judged if c.kind == "event"])
        standing = [i for i in some if i.standing]
        found["events"] = [signed(i, by_key) for i in standing]
        return found, {i.json["id"]: item_key(report, i.place) for i in standing}

    def prints_near(
        self, terms: Mapping[str, int], days: tuple[str, str] | None, *, at_least: int
    ) -> list[Hung]:
        """Prints that share terms, published within two days, inclusive; undated ones always.

        Args:
            terms: with weights.
            days: ISO; None for any.
            at_least: sum of the products of both reports' weights.
        """
        if not terms:
            return []
        t = print_terms.c
        query = select(t.report).where(t.term.in_(sorted(terms)))
        if days:
            query = query.where(or_(t.published.between(*days), t.published == ""))
        sum_ = func.sum(t.weight * case(dict(sorted(terms.items())), value=t.term))
        query = query.group_by(t.report).having(sum_ >= at_least)
        return self.prints(self._connection.execute(query).scalars().all())

    def prints(self, reports: Iterable[int]) -> list[Hung]:
        """Prints of some reports, by key."""
        return self._prints(prints.c.report, reports)

    def story(self, firsts: Iterable[int]) -> list[Hung]:
        """Every print of some matters, each named by its first report."""
        return self._prints(prints.c.story, firsts)

    def copies(self, firsts: Iterable[int]) -> list[Hung]:
        """Every print of some groups of copies."""
        return self._prints(prints.c.copy, firsts)

    def tellings_near(
        self, kind: str, terms: Mapping[str, int], days: tuple[str, str] | None, *, at_least: int
    ) -> list[Hung]:
        """Tellings of one type that share terms, of days between two, inclusive; those without a day always.

        Args:
            kind: PLOVER type.
            terms: with weights.
            days: ISO; None for any.
            at_least: sum of the weights of the terms shared.
        """
        if not terms:
            return []
        t = event_terms.c
        query = select(t.event).where(t.term.in_(sorted(terms)), t.type == kind)
        if days:
            query = query.where(or_(t.day.between(*days), t.day == ""))
        sum_ = func.sum(case(dict(sorted(terms.items())), value=t.term))
        query = query.group_by(t.event).having(sum_ >= at_least)
        return self.tellings(self._connection.execute(query).scalars().all())

    def tellings(self, events: Iterable[int]) -> list[Hung]:
        """Some tellings, by key."""
        return self._tellings(tellings.c.event, events)

    def tellings_of(self, reports: Iterable[int]) -> list[Hung]:
        """The tellings of some reports."""
        return self._tellings(tellings.c.report, reports)

    def incidents(self, firsts: Iterable[int]) -> list[Hung]:
        """Every telling of some incidents, each named by its first telling."""
        return self._tellings(tellings.c.incident, firsts)

    def chiefs(self, reports: Iterable[int]) -> list[Hung]:
        """The telling that each of some reports is chiefly about."""
        return self._tellings(tellings.c.report, reports, chief=True)

    def tree(self, firsts: Iterable[int]) -> list[Hung]:
        """Every telling of some trees, each named by its first telling."""
        return self._tellings(tellings.c.tree, firsts)

    def named(self, places: Iterable[tuple[int, str]]) -> dict[tuple[int, str], int]:
        """Keys of events by report and id, of those that are kept."""
        wanted = set(places)
        c = tellings.c
        query = select(c.report, c.id, c.event).where(c.report.in_(sorted({r for r, _ in wanted})))
        rows = self._connection.execute(query)
        return {(r, i): key for r, i, key in rows if (r, i) in wanted}

    def rulings(self, reports: Iterable[int]) -> list[Ruling]:
        """What stands of what people said of tellings of some reports."""
        keys = sorted(set(reports))
        c = rulings.c
        query = select(rulings).where(or_(c.first_report.in_(keys), c.second_report.in_(keys)))
        rows = self._connection.execute(query.where(c.withdrawn.is_(None)).order_by(c.key))
        return [ruling_of(row) for row in rows]

    def put_print(self, row: Json, terms: Mapping[str, int]) -> None:
        """Keep the print of a report, and what it is found by."""
        self._connection.execute(delete(unmerged).where(unmerged.c.report == row["report"]))
        insert_rows(self._connection, prints, [row])
        published = row["published"] or ""
        found = [
            {"term": t, "published": published, "report": row["report"], "weight": w}
            for t, w in sorted(terms.items())
        ]
        insert_rows(self._connection, print_terms, found)

    def put_tellings(self, rows: Sequence[Json]) -> None:
        """Keep the tellings of a report."""
        insert_rows(self._connection, tellings, rows)

    def hang_print(self, report: int, **values: object) -> None:
        """Change where a print hangs: ``parent``, ``score``, ``story``, ``copy``."""
        which = update(prints).where(prints.c.report == report)
        self._connection.execute(which.values(**values))

    def hang_telling(self, event: int, **values: object) -> None:
        """Change where a telling hangs: ``parent``, ``score``, ``reasons``, ``tree``, ``incident``."""
        which = update(tellings).where(tellings.c.event == event)
        self._connection.execute(which.values(**values))

    def _prints(self, column: object, keys: Iterable[int]) -> list[Hung]:
        c = prints.c
        rows = self._where(select(prints).order_by(c.report), column, keys)
        return [
            Hung(r.report, json.loads(r.json), r.parent, r.score, r.story, r.copy) for r in rows
        ]

    def _tellings(self, column: object, keys: Iterable[int], *, chief: bool = False) -> list[Hung]:
        query = select(tellings).order_by(tellings.c.event)
        rows = self._where(query.where(tellings.c.chief) if chief else query, column, keys)
        return [
            Hung(
                r.event,
                json.loads(r.json),
                r.parent,
                r.score,
                r.tree,
                r.incident,
                bool(r.chief),
                tuple(json.loads(r.reasons)) if r.reasons else (),
            )
            for r in rows
        ]

    def _where(
        self, query: Select[tuple[object, ...]], column: object, keys: Iterable[int]
    ) -> list[Row[tuple[object, ...]]]:
        wanted = sorted(set(keys))
        found: list[Row[tuple[object, ...]]] = []
        for start in range(0, len(wanted), _MANY):
            some = wanted[start : start + _MANY]
            found += self._connection.execute(query.where(column.in_(some))).all()  # type: ignore[attr-defined]
        return found


def ruling_of(row: Row[tuple[object, ...]]) -> Ruling:
    """A row of ``rulings``."""
    return Ruling(
        row.key, row.kind, (row.first_report, row.first), (row.second_report, row.second),
        row.person, row.made, row.note, row.withdrawn,
    )  # fmt: skip


def await_merging(connection: Connection, reports: Iterable[int]) -> None:
    """Note that reports wait to be merged into incidents."""
    there = select(unmerged.c.report)
    waiting = set(connection.execute(there.where(unmerged.c.report.in_(list(reports)))).scalars())
    moment = now()
    rows: list[Json] = [{"report": r, "since": moment} for r in reports if r not in waiting]
    insert_rows(connection, unmerged, rows)


def forget(connection: Connection, report: int) -> None:
    """Take away what was made of a report, because its record or corrections changed; what hung on it comes loose."""
    first, last = report * ROOM, report * ROOM + ROOM - 1
    hung = and_(tellings.c.parent.between(first, last), tellings.c.report != report)
    connection.execute(update(tellings).where(hung).values(parent=LOOSE, score=None, reasons=None))
    leaning = update(prints).where(prints.c.parent == report)
    connection.execute(leaning.values(parent=LOOSE, score=None))
    _drop(connection, tellings, tellings.c, report)
    _drop(connection, print_terms, print_terms.c, report)
    _drop(connection, prints, prints.c, report)


def _drop(
    connection: Connection, table: Table, c: ReadOnlyColumnCollection[str, Any], report: int
) -> None:
    connection.execute(delete(table).where(c.report == report))
