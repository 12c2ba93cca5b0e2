"""Which pairs are worth comparing: those that share something telling and lie near in time."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations

from dateline.ledger.same import STATE, TOWN
from dateline.records import Actor
from dateline.situations.likeness import days_between
from dateline.situations.prints import Print
from dateline.situations.sketch import Sketch
from dateline.store.keys import folded, term

Node = tuple[int, str]
#: Of a report's terms so many of the heaviest are looked for in others.
TERMS = 24
#: Weights are whole thousandths, so that they add up to the same sum everywhere; reports whose shared ones come to less
#: than this are not compared (it is 0.12, as a cosine).
SCALE, ENOUGH = 1_000, 120_000
#: Reports further apart are not of one matter, events not one act.
REPORT_DAYS, EVENT_DAYS = 21, 4


def report_terms(made: Print) -> dict[str, int]:
    """What other reports of the same matter are found by, with weights."""
    heaviest = sorted(made.terms, key=lambda w: (-made.terms[w], w))[:TERMS]
    return {w: round(made.terms[w] * SCALE) for w in heaviest}


def report_pairs(prints: Iterable[Print]) -> list[tuple[int, int]]:
    """Pairs of keys, the smaller first, ascending."""
    shelf: dict[str, list[tuple[Print, int]]] = defaultdict(list)
    by_key: dict[int, Print] = {}
    found: set[tuple[int, int]] = set()
    for made in prints:
        shared: Counter[int] = Counter()
        for word, weight in report_terms(made).items():
            for other, theirs in shelf[word]:
                shared[other.report] += weight * theirs
            shelf[word].append((made, weight))
        for key, sum_ in shared.items():
            gap = days_between(made.published, by_key[key].published)
            if sum_ >= ENOUGH and (gap is None or gap <= REPORT_DAYS):
                found.add((min(made.report, key), max(made.report, key)))
        by_key[made.report] = made
    return sorted(found)


def event_terms(sketch: Sketch) -> set[str]:
    """What other tellings of the same act are found by, the type aside; all of them are terms of the store too."""
    place = sketch.place
    found = set()
    if place and place.name and place.precision in TOWN:
        found.add(term("place", folded(place.name) or ""))
    for actor in (*sketch.doers, *sketch.done_to):
        found |= _actor_terms(actor)
    return found


def _actor_terms(actor: Actor) -> set[str]:
    named = (
        {term("id", actor.wikidata)} if actor.wikidata else {term("name", folded(actor.name) or "")}
    )
    if actor.country and (actor.kind == "country" or set(actor.sectors) & STATE):
        named.add(term("land", actor.country))
    return named


def event_pairs(
    sketches: Mapping[Node, Sketch], near: Iterable[tuple[int, int]]
) -> Iterator[tuple[Node, Node]]:
    """Pairs of events of one type that share a side or town within some days, or stand in reports of one matter."""
    found: set[tuple[Node, Node]] = set()
    shelf: dict[Hashable, list[Node]] = defaultdict(list)
    by_report: dict[tuple[int, str], list[Node]] = defaultdict(list)
    for node, sketch in sketches.items():
        by_report[sketch.report, sketch.type].append(node)
        for word in event_terms(sketch):
            shelf[sketch.type, word].append(node)
    for nodes in shelf.values():
        found.update(p for p in combinations(sorted(nodes), 2) if _in_time(sketches, *p))
    for nodes in by_report.values():
        found.update(combinations(sorted(nodes), 2))
    types = sorted({t for _, t in by_report})
    for a, b in near:
        for kind in types:
            for one in by_report.get((a, kind), ()):
                found.update((min(one, o), max(one, o)) for o in by_report.get((b, kind), ()))
    return iter(sorted(found))


def _in_time(sketches: Mapping[Node, Sketch], a: Node, b: Node) -> bool:
    return in_time(sketches[a], sketches[b])


def in_time(a: Sketch, b: Sketch) -> bool:
    """Whether two tellings are of days near enough to be looked at; one without a day always is."""
    gap = days_between(a.day, b.day)
    return gap is None or gap <= EVENT_DAYS


def window(day: str | None, around: int) -> tuple[str, str] | None:
    """The days around a day, as ISO text; None without one."""
    try:
        middle = date.fromisoformat((day or "")[:10])
    except ValueError:
        return None
    span = timedelta(days=around)
    return (middle - span).isoformat(), (middle + span).isoformat()
