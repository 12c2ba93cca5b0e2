"""What the page about a situation reads of claims, standing facts and the reports themselves."""

import json
from collections.abc import Collection, Iterator, Sequence
from itertools import batched
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, case, or_, select

from dateline.store import fulltext
from dateline.store.keys import Json, folded
from dateline.store.outline import Outline
from dateline.store.query import EventQuery
from dateline.store.reports import read_report
from dateline.store.schema import actors, claim_events, claims, events, prints, relations, reports

#: Keys that one statement names at most.
_KEYS = 5_000


class ClaimRow(NamedTuple):
    """A claim; ``start`` and ``end`` are where its cue stands, ``correction`` the key of the person's it comes from."""

    key: int
    report: int
    id: str
    act: str
    speaker: str | None
    speaker_country: str | None
    content: str | None
    day: str | None
    sentence: str | None
    start: int | None
    end: int | None
    correction: int | None


class RelationRow(NamedTuple):
    """A standing fact as one report has it; ``day`` is the report's."""

    report: int
    kind: str
    status: str | None
    subject: str | None
    subject_folded: str | None
    object: str | None
    object_folded: str | None
    object_country: str | None
    speaker: str | None
    sentence: str | None
    start: int | None
    end: int | None
    day: str | None


class Asked(NamedTuple):
    """What claims and standing facts are asked for by, beside the events that they go with.

    ``names`` of somebody or some place (Wikidata ids too); ``countries`` alpha-3; days of the report; ``words`` of it.
    """

    names: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    words: str | None = None


class Told(Outline):
    """Questions about what was said and what stands, at one moment."""

    def claims(
        self, wanted: EventQuery, asked: Asked, acts: Sequence[str], *, limit: int
    ) -> list[ClaimRow]:
        """Claims about the events wanted or by somebody asked for: in the order of ``acts``, then the newest first."""
        about = select(claim_events.c.claim)
        about = about.where(claim_events.c.event_key.in_(self.keys(wanted)))
        which: ColumnElement[bool] = claims.c.key.in_(about)
        if names := self.names(asked.names):
            spoken = claims.c.speaker_folded.in_(names)
            which = or_(which, and_(spoken, *self._reports_days(asked, claims.c)))
        rank = case({act: n for n, act in enumerate(acts)}, value=claims.c.act, else_=len(acts))
        query = select(*(claims.c[name] for name in ClaimRow._fields))
        query = query.where(claims.c.standing, which)
        order = rank, claims.c.day.desc(), claims.c.key.desc()
        rows = self._connection.execute(query.order_by(*order).limit(limit))
        return list(map(ClaimRow._make, rows))

    def about(self, claim_keys: Collection[int]) -> dict[int, list[tuple[int, str]]]:
        """Keys and statuses of the events that claims are about, by claim."""
        query = select(claim_events.c.claim, events.c.key, events.c.status)
        query = query.join(events, events.c.key == claim_events.c.event_key)
        query = query.where(claim_events.c.claim.in_(sorted(claim_keys)))
        order = claim_events.c.claim, claim_events.c.nr
        found: dict[int, list[tuple[int, str]]] = {}
        for claim, event, status in self._connection.execute(query.order_by(*order)):
            found.setdefault(claim, []).append((event, status))
        return found

    def relations(
        self,
        kinds: Sequence[str],
        asked: Asked,
        wanted: EventQuery | None = None,
        lands: Collection[str] = (),
    ) -> list[RelationRow]:
        """Standing facts about somebody or some place, the oldest report's first.

        Args:
            kinds: ``controls``, ``leads`` ...
            asked: of each field that is given, one must fit one side.
            wanted: only those told in the reports of these events.
            lands: only those about a place in one of these countries.
        """
        r = relations.c
        tests = [r.kind.in_(kinds), *self._reports_days(asked, r)]
        if names := self.names(asked.names):
            tests.append(or_(r.subject_folded.in_(names), r.object_folded.in_(names)))
        if asked.countries:
            lands = asked.countries
            tests.append(or_(r.subject_country.in_(lands), r.object_country.in_(lands)))
        if wanted is not None:
            tests.append(r.report.in_(self.reports(wanted)))
        if lands:
            tests.append(r.object_country.in_(sorted(lands)))
        query = select(*(r[name] for name in RelationRow._fields)).where(*tests)
        rows = self._connection.execute(query.order_by(r.day, r.report, r.nr))
        return list(map(RelationRow._make, rows))

    def read_reports(self, keys: Collection[int]) -> Iterator[tuple[int, Json, int | None]]:
        """Reports as they came, with their text, by key; and of which other report they are copies."""
        columns = reports.c.key, reports.c.text, reports.c.json, prints.c.copy
        query = select(*columns).outerjoin(prints, prints.c.report == reports.c.key)
        for some in batched(sorted(keys), _KEYS):
            found = query.where(reports.c.key.in_(some)).order_by(reports.c.key)
            for key, body, kept, copy in self._connection.execute(found):
                yield key, read_report(body, kept), None if copy == key else copy

    def origins(self, wanted: EventQuery) -> Iterator[tuple[int, Json, int | None]]:
        """The reports of the events wanted, without their texts; and of which other report they are copies."""
        columns = reports.c.key, reports.c.json, prints.c.copy
        query = select(*columns).outerjoin(prints, prints.c.report == reports.c.key)
        query = query.where(reports.c.key.in_(self.reports(wanted))).order_by(reports.c.key)
        for key, kept, copy in self._connection.execute(query):
            yield key, json.loads(kept), None if copy == key else copy

    def names(self, names: Sequence[str]) -> list[str]:
        """Names as they are looked up, those of Wikidata ids too."""
        if not names:
            return []
        query = select(actors.c.folded).where(actors.c.wikidata.in_(list(names))).distinct()
        ids = self._connection.execute(query).scalars()
        return sorted({folded(n) or "" for n in names} | set(ids))

    def _reports_days(self, asked: Asked, columns: Any) -> list[ColumnElement[bool]]:
        tests: list[ColumnElement[bool]] = []
        if asked.since:
            tests.append(columns.day >= asked.since)
        if asked.until:
            tests.append(columns.day <= asked.until)
        if asked.words:
            told = fulltext.matching(self._connection.dialect.name, asked.words)
            tests.append(columns.report.in_(told))
        return tests
