"""Which pairs are worth comparing: those that share something telling and lie near in time."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations

from dateline.ledger.same import STATE, TOWN
from dateline.records import Actor
from dateline.situations.likeness import days_between
from dateline.situations.prints import Print
from dateline.situations.sketch import Sketch
from dateline.store.keys import folded, term

Node = tuple[int, str]
#: What two tellings must share to be looked at: see ``event_terms``.
TOLD = 2
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


def event_terms(sketch: Sketch) -> dict[str, int]:
    """What other tellings of the same act are found by, the type aside, with weights; all are terms of the store too.

    A town is enough to be looked at, a side is not: it takes two.
    """
    found = {_actor_term(a): 1 for a in (*sketch.doers, *sketch.done_to)}
    place = sketch.place
    if place and place.name and place.precision in TOWN:
        found[term("place", folded(place.name) or "")] = TOLD
    return found


def _actor_term(actor: Actor) -> str:
    if actor.country and (actor.kind == "country" or set(actor.sectors) & STATE):
        return term("land", actor.country)  # a state and its bodies may stand for each other
    if actor.wikidata:
        return term("id", actor.wikidata)
    return term("name", folded(actor.name) or "")


def related(a: Mapping[str, int], b: Mapping[str, int]) -> bool:
    """Whether two tellings share so much that they may be of one act."""
    return sum(a[word] for word in a.keys() & b.keys()) >= TOLD


def event_pairs(
    sketches: Mapping[Node, Sketch], near: Iterable[tuple[int, int]]
) -> Iterator[tuple[Node, Node]]:
    """Pairs of events of one type: in one report, in reports of one matter, or near in time and by town or sides."""
    shared: Counter[tuple[Node, Node]] = Counter()
    shelf: dict[tuple[str, str], list[Node]] = defaultdict(list)
    by_report: dict[tuple[int, str], list[Node]] = defaultdict(list)
    for node, sketch in sorted(sketches.items()):
        by_report[sketch.report, sketch.type].append(node)
        for word, weight in event_terms(sketch).items():
            for other in shelf[sketch.type, word]:
                if in_time(sketch, sketches[other]):
                    shared[other, node] += weight
            shelf[sketch.type, word].append(node)
    found = {pair for pair, weight in shared.items() if weight >= TOLD}
    for nodes in by_report.values():
        found.update(combinations(nodes, 2))
    types = sorted({t for _, t in by_report})
    for a, b in near:
        for kind in types:
            for one in by_report.get((a, kind), ()):
                found.update((min(one, o), max(one, o)) for o in by_report.get((b, kind), ()))
    return iter(sorted(found))


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
