"""Reading the store: reports, records, searches and the questions a situation asks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Engine, select

from dateline.store import counting, finding, fulltext
from dateline.store.check import counts
from dateline.store.corrected import corrections_of
from dateline.store.engine import reading
from dateline.store.keys import Json, unpacked
from dateline.store.query import (
    ActorCount,
    Day,
    EventQuery,
    StoredClaim,
    StoredEvent,
    StoredRelation,
)
from dateline.store.reports import read_report
from dateline.store.schema import documents, records, reports, versions
from dateline.store.standing import items, signed


@dataclass(frozen=True, slots=True)
class Found:
    """A report that a search found, with the words around the first hit."""

    report: int
    title: str | None
    published: str | None
    address: str
    publisher: str | None
    excerpt: str


@dataclass(frozen=True, slots=True)
class Version:
    """A report as one document held it: the ``number``-th that was seen there, between two moments."""

    report: int
    address: str
    number: int
    publisher: str | None
    url: str | None
    first_seen: str
    last_seen: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What a page about a situation shows at once, all of one moment; see the methods of ``Asking`` of these names."""

    events: tuple[StoredEvent, ...]
    days: tuple[Day, ...]
    actors: tuple[ActorCount, ...]
    claims: tuple[StoredClaim, ...]
    ahead: tuple[StoredEvent, ...]
    relations: tuple[StoredRelation, ...]


class Asking:
    """Whatever can be asked; each answer is of one moment."""

    _engine: Engine

    def counts(self) -> dict[str, int]:
        """How many of what the store holds."""
        with reading(self._engine) as connection:
            return counts(connection)

    def report(self, key: int) -> Json | None:
        """A report as it came."""
        columns = reports.c.text, reports.c.json
        with reading(self._engine) as connection:
            row = connection.execute(select(*columns).where(reports.c.key == key)).first()
        return read_report(row.text, row.json) if row else None

    def versions(self, report: int) -> tuple[Version, ...]:
        """Every document that held the report, and every other report that one of them held, by document and number."""
        mine = select(versions.c.document).where(versions.c.report == report)
        both = select(versions, documents.c.address).join(documents)
        query_ = both.where(versions.c.document.in_(mine))
        names = Version.__dataclass_fields__
        with reading(self._engine) as connection:
            rows = connection.execute(query_.order_by(versions.c.document, versions.c.number))
            return tuple(Version(**{n: getattr(row, n) for n in names}) for row in rows)

    def record(self, key: int, *, corrected: bool = True) -> Json | None:
        """The record of a report: what stands, or with ``corrected=False`` the coder's alone, untouched.

        What a person put there carries ``corrected``: ``by``, ``at``, ``note``, ``action``.
        """
        with reading(self._engine) as connection:
            return read_record(connection, key) if not corrected else read_standing(connection, key)

    def search(self, words: str, *, limit: int = 20) -> tuple[Found, ...]:
        """Reports that hold the words, the best first.

        Args:
            words: all must be there, in any form; ``"a phrase"`` as it stands; ``-word`` must not be there.
            limit: how many at most.

        Raises:
            UsageError: there is no word to look for.
        """
        with reading(self._engine) as connection:
            hits = fulltext.ranked(connection.dialect.name, words).subquery()
            order = hits.c.rank, reports.c.published.desc(), reports.c.key.desc()
            best = select(reports).join(hits, hits.c.report == reports.c.key).order_by(*order)
            rows = connection.execute(best.limit(limit)).all()
            held = _first_versions(connection, [row.key for row in rows])
        return tuple(
            Found(
                row.key, row.title, row.published, *held[row.key], fulltext.excerpt(row.text, words)
            )
            for row in rows
        )

    def events(self, wanted: EventQuery, *, limit: int = 100) -> tuple[StoredEvent, ...]:
        """Events that stand, the newest day first."""
        with reading(self._engine) as connection:
            return finding.find_events(connection, wanted, limit=limit)

    def ahead(self, wanted: EventQuery, day: str, *, limit: int = 100) -> tuple[StoredEvent, ...]:
        """Events with a date ahead on or after a day (planned, promised, threatened ...), the nearest first.

        The status and days of ``wanted`` count as everywhere: give ``statuses`` that include ``planned``.
        """
        with reading(self._engine) as connection:
            return finding.find_events(connection, wanted, limit=limit, ahead_from=day)

    def named(self, ident: str, *, limit: int = 20) -> tuple[finding.Named, ...]:
        """Standing events and claims of an id, or of the beginning of one."""
        with reading(self._engine) as connection:
            return finding.find_named(connection, ident, limit=limit)

    def days(self, wanted: EventQuery) -> tuple[Day, ...]:
        """How many events each day had, and how intense they were together."""
        with reading(self._engine) as connection:
            return counting.count_days(connection, wanted)

    def actors(self, wanted: EventQuery, *, limit: int = 50) -> tuple[ActorCount, ...]:
        """Who is in the events, the most frequent first."""
        with reading(self._engine) as connection:
            return counting.count_actors(connection, wanted, limit=limit)

    def claims(self, wanted: EventQuery, *, limit: int = 100) -> tuple[StoredClaim, ...]:
        """Claims about the events wanted, the newest first."""
        with reading(self._engine) as connection:
            return finding.find_claims(connection, wanted, limit=limit)

    def overview(
        self,
        wanted: EventQuery,
        *,
        ahead_from: str,
        kinds: Sequence[str] = ("controls",),
        limit: int = 100,
        actors: int = 50,
    ) -> Overview:
        """Everything that a page about a situation shows, in one transaction; events are counted in one pass.

        Args:
            wanted: which events.
            ahead_from: the day from which a date is ahead; planned events count there whatever ``statuses`` are.
            kinds: of standing facts about the actors and places wanted.
            limit: events, claims, dates ahead and standing facts at most, each.
            actors: actors at most.
        """
        coming = replace(wanted, statuses=(*wanted.statuses, "planned"), since=None, until=None)
        names = (*wanted.actors, *wanted.places)
        with reading(self._engine) as connection:
            most = limit * finding.EVENTS_A_CLAIM
            counts = counting.count(connection, wanted, actors=actors, newest=most)
            newest = counts.newest
            ahead = finding.find_ahead(connection, coming, ahead_from, limit=limit)
            events, nearest = finding.read_events(connection, newest[:limit], ahead)
            return Overview(
                events,
                counts.days,
                counts.actors,
                finding.find_claims(connection, wanted, limit=limit, newest=newest),
                nearest,
                finding.find_relations(connection, kinds, names, limit=limit),
            )

    def relations(
        self, kinds: Sequence[str], names: Sequence[str] = (), *, limit: int = 100
    ) -> tuple[StoredRelation, ...]:
        """Standing facts of some kinds (``controls``, ``backs`` ...) that name somebody or some place."""
        with reading(self._engine) as connection:
            return finding.find_relations(connection, kinds, names, limit=limit)


def read_record(connection: Connection, key: int) -> Json | None:
    """The coder's record of a report, whole, or None."""
    both = select(records.c.packed, reports.c.text, reports.c.json.label("report")).join(reports)
    row = connection.execute(both.where(records.c.report == key)).first()
    if row is None:
        return None
    found: Json = unpacked(row.packed)
    text = read_report(row.text, row.report)["text"]
    # The text goes back to where the contract has it, behind the title.
    report: Json = {}
    for name, value in found["report"].items():
        report[name] = value
        if name == "title":
            report["text"] = text
    return {**found, "report": {**report, "text": text} if "text" not in report else report}


def read_standing(connection: Connection, key: int) -> Json | None:
    """The record of a report with people's corrections above the coder's finding, or None."""
    found = read_record(connection, key)
    if found is None:
        return None
    judged = corrections_of(connection, [key]).get(key, ())
    by_key = {c.key: c for c in judged}
    for kind in ("event", "claim"):
        some = items(found[f"{kind}s"], [c for c in judged if c.kind == kind])
        found[f"{kind}s"] = [signed(i, by_key) for i in some if i.standing]
    return found


def _first_versions(
    connection: Connection, keys: Sequence[int]
) -> dict[int, tuple[str, str | None]]:
    """Of each report: the address and publisher where it was seen first."""
    query_ = select(versions.c.report, documents.c.address, versions.c.publisher).join(documents)
    found: dict[int, tuple[str, str | None]] = {}
    order = versions.c.first_seen, versions.c.document
    for report, address, publisher in connection.execute(
        query_.where(versions.c.report.in_(keys)).order_by(*order)
    ):
        found.setdefault(report, (address, publisher))
    return found
