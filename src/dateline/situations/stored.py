"""Incidents as the store holds them."""

from collections.abc import Iterable, Mapping, Sequence

from dateline.records import Bond, Incident, Source
from dateline.situations.codec import sketch_from
from dateline.situations.gather import gather
from dateline.situations.incidents import chief_groups, event_order
from dateline.situations.sketch import Sketch
from dateline.store.desk import Hung
from dateline.store.keys import ROOM
from dateline.store.query import EventQuery
from dateline.store.store import Store


def stored_incidents(store: Store, wanted: EventQuery, *, limit: int = 200) -> tuple[Incident, ...]:
    """The incidents with a telling that fits a question.

    Args:
        store: with everything merged (``keeping.keep``).
        wanted: as for ``Store.events``.
        limit: how many at most; those of the newest days are taken.

    Returns:
        Incidents, whole, by day (those without one last) and id.
    """
    return incidents_of(store, store.incident_keys(wanted, limit=limit))


def incidents_of(store: Store, keys: Iterable[int]) -> tuple[Incident, ...]:
    """Some incidents, each named by its first telling's key."""
    groups: dict[int, list[Hung]] = {}
    for hung in store.incident_tellings(keys):
        groups.setdefault(hung.other, []).append(hung)
    sketches = {h.key: _sketch(h) for some in groups.values() for h in some}
    mains = _mains(store, {s.report for s in sketches.values()})
    telling_it = {s.report for s in sketches.values()} | {r for rs in mains.values() for r in rs}
    sources = sources_of(store, telling_it)
    found = [_made(some, sketches, sources, mains) for some in groups.values()]
    return tuple(sorted(found, key=lambda i: (i.first_day or "9999", i.id)))


def _made(
    some: Sequence[Hung],
    sketches: Mapping[int, Sketch],
    sources: Mapping[int, Source],
    mains: Mapping[tuple[int, str] | int, Sequence[int]],
) -> Incident:
    ordered = sorted(some, key=lambda h: event_order(sketches[h.key]))
    place = {h.key: n for n, h in enumerate(ordered)}
    bonds = [
        _bond(place[h.parent], place[h.key], h)
        for h in ordered
        if h.parent is not None and h.parent in place
    ]
    tellings = [sketches[h.key] for h in ordered]
    return gather(tellings, sources, bonds=bonds, main=mains.get((some[0].other, ""), ()))


def _bond(first: int, second: int, hung: Hung) -> Bond:
    reasons = tuple(hung.reasons)
    person = reasons[0].removeprefix("joined by ") if hung.score == 1.0 and reasons else None
    joined = bool(reasons) and reasons[0].startswith("joined by ")
    return Bond(first, second, hung.score or 0.0, reasons, person if joined else None)


def _mains(store: Store, reports: Iterable[int]) -> dict[tuple[int, str] | int, list[int]]:
    """Which reports are chiefly about which incident, named by its first telling's key and ""."""
    prints, tellings = store.matters(reports)
    stories: dict[int, list[int]] = {}
    for hung in prints:
        stories.setdefault(hung.home, []).append(hung.key)
    chiefs = {s.report: s for h in tellings if h.chief and (s := _sketch(h))}
    groups: dict[int, list[Hung]] = {}
    for hung in tellings:
        groups.setdefault(hung.other, []).append(hung)
    # An incident goes by the key of its first telling, which may be of a report of another matter.
    named = {
        (first, ""): [(_report(h), str(h.json["event"])) for h in some]
        for first, some in groups.items()
    }
    return chief_groups(chiefs, named, stories)


def sources_of(store: Store, reports: Iterable[int]) -> dict[int, Source]:
    """Some reports as what cites them shows them, by key."""
    keys = set(reports)
    with_copies = {h.key: h for h in store.prints_of(keys)}
    held = store.held(keys)
    return {
        key: Source(
            key, found.id or str(key), found.title, found.url, found.publisher, found.published,
            with_copies[key].json["outlet"] if key in with_copies else str(key),
            _copy(with_copies.get(key)),
        )
        for key, found in held.items()
    }  # fmt: skip


def _copy(hung: Hung | None) -> int | None:
    return hung.other if hung is not None and hung.other != hung.key else None


def _sketch(hung: Hung) -> Sketch:
    return sketch_from(_report(hung), hung.json)


def _report(hung: Hung) -> int:
    return hung.key // ROOM
