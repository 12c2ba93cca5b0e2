"""Questions to the store by columns: what a page about a situation is made of."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    Text,
    cast,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from dateline.store import fulltext
from dateline.store.keys import ROOM, folded, term
from dateline.store.schema import (
    event_terms,
    events,
    reports,
)

#: What is counted, of the rows of ``event_terms``.
_COUNTED = (
    event_terms.c.event.label("key"), event_terms.c.day, event_terms.c.intensity, event_terms.c.parties,
)  # fmt: skip
#: So many terms are looked for one after the other.
_FEW = 6


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


def matching(
    connection: Connection, wanted: EventQuery, *, ahead_from: str | None = None
) -> Select[tuple[int, str, float]]:
    """Key, day and intensity of the events wanted, each once; to be asked further."""
    return _matching(connection, wanted, ahead_from=ahead_from)


def counted(connection: Connection, wanted: EventQuery) -> tuple[Select[Any], bool]:
    """Key, day, intensity and parties of the events wanted, and whether each comes once.

    Returns:
        A query, and False where an event comes once for every term that finds it.
    """
    groups = [group for group in _groups(wanted) if group]
    if not groups:
        e = events.c
        day = func.coalesce(e.day, "").label("day")
        query = select(e.key, day, e.intensity, e.parties).where(e.standing)
        return query.where(*_sifted(connection, wanted, e, e.report)), True
    some = event_terms.c.term.in_(groups[0]), *_beside(connection, wanted, groups[1:])
    return select(*_COUNTED).where(*some), len(groups[0]) == 1


def counted_apart(connection: Connection, wanted: EventQuery) -> list[Select[Any]]:
    """The same as several queries: each event comes once in one of them alone.

    For each term those events that no term before it finds. PostgreSQL does so in half the time that it takes to make
    the events of all terms distinct; not so for many terms, as each is looked up again for all that come after it.
    """
    first, *others = [group for group in _groups(wanted) if group] or [[]]
    terms = sorted(set(first))
    if len(terms) <= 1:
        return [counted(connection, wanted)[0]]
    if len(terms) > _FEW:
        return [_distinct(counted(connection, wanted)[0])]
    beside = _beside(connection, wanted, others)
    # An event has the same columns under all its terms, so the other rows need not be tried by its words again.
    plain = replace(wanted, words=None, stored_since=None)
    other = event_terms.alias("other")
    same = other.c.event == event_terms.c.event, *_sifted(connection, plain, other.c, other.c.event)
    found = []
    for place, name in enumerate(terms):
        query = select(*_COUNTED).where(event_terms.c.term == name, *beside)
        before = select(other.c.event).where(other.c.term.in_(terms[:place]), *same)
        found.append(query.where(~before.exists()) if place else query)
    return found


def _distinct(query: Select[Any]) -> Select[Any]:
    """Each event once; its key alone says which it is, and PostgreSQL groups faster by few columns than by all."""
    c = query.subquery().c
    parts = func.min(c.intensity).label("intensity"), func.min(c.parties).label("parties")
    return select(c.key, c.day, *parts).group_by(c.key, c.day)


def among(
    connection: Connection, column: ColumnElement[int], keys: Sequence[int]
) -> ColumnElement[bool]:
    """Whether a column is one of some keys, however many.

    They go as one value: SQLite takes no more than some thousands, PostgreSQL's driver long over each.
    """
    told = ",".join(map(str, keys))
    if connection.dialect.name == "sqlite":
        return column.in_(select(func.json_each(f"[{told}]").table_valued("value").c.value))
    return column == func.any(cast(literal(f"{{{told}}}", Text), ARRAY(BigInteger)))


def newest_keys(connection: Connection, wanted: EventQuery, limit: int) -> Select[Any]:
    """Keys of the newest events wanted, in order; each may come once for every term that finds it, so more may come."""
    first, *others = [group for group in _groups(wanted) if group] or [[]]
    if not first:
        e = events.c
        query = select(e.key).where(e.standing, *_sifted(connection, wanted, e, e.report))
        return query.order_by(e.day.desc().nulls_last(), e.key.desc()).limit(limit)
    t = event_terms.c
    parts = []
    beside = _beside(connection, wanted, others)
    for name in sorted(set(first)):  # term by term the table is in the order that is wanted
        part = select(t.event.label("key"), t.day).where(t.term == name, *beside)
        part = part.order_by(t.day.desc(), t.event.desc()).limit(limit)
        parts.append(select(part.subquery()))
    found = union_all(*parts).subquery()
    ordered = select(found.c.key).order_by(found.c.day.desc(), found.c.key.desc())
    return ordered.limit(limit * len(parts))


def _matching(
    connection: Connection, wanted: EventQuery, *, once: bool = True, ahead_from: str | None = None
) -> Select[tuple[int, str, float]]:
    """Key, day and intensity of the events wanted, each once where that is asked."""
    groups = [group for group in _groups(wanted) if group]
    if groups and not ahead_from:
        t = event_terms.c
        query = select(t.event.label("key"), t.day, t.intensity)
        query = query.where(t.term.in_(groups[0]), *_beside(connection, wanted, groups[1:]))
        return query.distinct() if once and len(groups[0]) > 1 else query
    if ahead_from:
        found = ahead_keys(connection, wanted, ahead_from).subquery().c
        return select(found.key, found.day, found.intensity)
    e = events.c
    query = select(e.key, e.day, e.intensity).where(e.standing)
    return query.where(*_sifted(connection, wanted, e, e.report))


def ahead_keys(connection: Connection, wanted: EventQuery, day: str) -> Select[Any]:
    """Key, day, intensity and day ahead of the events wanted that have one on or after a day.

    Few events do, so each is tried; an expression for the other day keeps SQLite from going by that.
    """
    e = events.c
    columns = e.key, e.report, e.type, e.status, e.relevant, e.last_day, e.intensity, e.ahead_day
    coming = select(*columns, func.coalesce(e.day, "").label("day"))
    found = coming.where(e.standing, e.ahead_day >= day).subquery().c
    query = select(found.key, found.day, found.intensity, found.ahead_day)
    for group in filter(None, _groups(wanted)):
        term_of = event_terms.c.event == found.key, event_terms.c.term.in_(group)
        query = query.where(select(event_terms.c.event).where(*term_of).exists())
    return query.where(*_sifted(connection, wanted, found, found.report, few=True))


def _beside(
    connection: Connection, wanted: EventQuery, groups: Sequence[Sequence[str]]
) -> list[ColumnElement[bool]]:
    """What a row of ``event_terms`` must be beside its term: found by one term of each other group, and the rest."""
    t = event_terms.c
    others = (t.event.in_(select(t.event).where(t.term.in_(group))) for group in groups)
    report = t.event // literal(ROOM, BigInteger)
    return [*others, *_sifted(connection, wanted, t, report)]


def _groups(wanted: EventQuery) -> tuple[list[str], ...]:
    """Terms of which one must fit, for each field that names something."""
    names = [term("name", folded(n) or "") for n in wanted.actors]
    return (
        [*names, *(term("id", n) for n in wanted.actors)],
        [term("place", folded(p) or "") for p in wanted.places],
        [term("land", c) for c in wanted.countries],
    )


def _sifted(
    connection: Connection,
    wanted: EventQuery,
    c: ReadOnlyColumnCollection[str, Any],
    report: ColumnElement[int],
    *,
    few: bool = False,
) -> list[ColumnElement[bool]]:
    """What both tables can be sifted by; ``report`` is the key of the row's report; ``few`` as in ``fulltext``."""
    tests: list[ColumnElement[bool]] = [c.status.in_(wanted.statuses)]
    if wanted.relevant_only:
        tests.append(c.relevant)
    if wanted.types:
        tests.append(c.type.in_(wanted.types))
    if wanted.until:
        tests += [c.day <= wanted.until, c.day > ""]
    if wanted.since:  # an act that lasted counts while it lasted
        tests.append(or_(c.day >= wanted.since, c.last_day >= wanted.since))
    if wanted.words:
        told = fulltext.matching(connection.dialect.name, wanted.words, few=few)
        tests.append(report.in_(told))
    if wanted.stored_since:
        fresh = select(reports.c.key).where(reports.c.stored >= wanted.stored_since)
        tests.append(report.in_(fresh))
    return tests
