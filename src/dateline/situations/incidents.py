"""Many records in, incidents out: the same ones in whatever order the reports come."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from dateline.records import Bond, Incident, Source
from dateline.situations.candidates import event_pairs, report_pairs
from dateline.situations.chief import beside, chief_act
from dateline.situations.forest import Edge, hang, trees
from dateline.situations.gather import gather, uncoded
from dateline.situations.likeness import Likeness, copies, likeness
from dateline.situations.prints import Print, print_of
from dateline.situations.same_event import SAME, Match, match, ruled_out
from dateline.situations.sketch import Sketch, sketches

Json = dict[str, Any]
Node = tuple[int, str]
#: Two reports of this likeness are about one matter.
ONE_MATTER = 0.5
#: How far two events of one report are of one matter: a report may tell of several attacks.
OWN_REPORT = 0.75


@dataclass(slots=True)
class Material:
    """What is known of some reports, by key: their prints, events and chief acts."""

    prints: dict[int, Print] = field(default_factory=dict)
    sources: dict[int, Source] = field(default_factory=dict)
    sketches: dict[Node, Sketch] = field(default_factory=dict)
    chiefs: dict[int, Sketch] = field(default_factory=dict)

    def add(self, key: int, record: Json) -> None:
        """Take in one record of the contract."""
        made = print_of(key, record)
        report = record["report"]
        self.prints[key] = made
        self.sources[key] = Source(
            key, made.id, report.get("title"), report.get("url"), report.get("publisher"),
            report.get("published"), made.outlet,
        )  # fmt: skip
        found = list(sketches(key, record))
        self.sketches.update({(key, s.event): s for s in found})
        chief = chief_act(found, report.get("title"))
        if chief is not None:
            self.chiefs[key] = chief


def merge(records: Sequence[Json]) -> tuple[Incident, ...]:
    """The incidents of some reports.

    Args:
        records: objects of the contract; keys in the result are positions in this sequence.

    Returns:
        Every event in exactly one incident, the incidents by day (those without one last) and id.
    """
    material = Material()
    for key, record in enumerate(records):
        material.add(key, record)
    alike = {pair: like_reports(material, *pair) for pair in report_pairs(material.prints.values())}
    _mark_copies(material, list(alike))
    order = {n: event_order(s) for n, s in material.sketches.items()}
    edges, why = _links(material, alike)
    parents = hang(order, edges)
    groups = trees(
        order, parents, lambda a, b: ruled_out(material.sketches[a], material.sketches[b])
    )
    mains = chief_groups(material.chiefs, groups, _stories(material, alike))
    return _made(material, groups, parents, why, mains)


def like_reports(material: Material, a: int, b: int) -> Likeness:
    """How alike two reports are, their chief acts weighed in."""
    chiefs = beside(material.chiefs.get(a), material.chiefs.get(b))
    return likeness(material.prints[a], material.prints[b], chiefs)


def event_order(sketch: Sketch) -> tuple[int, str, str, int]:
    """The place of a telling in the order in which tellings lead each other: who says most leads."""
    return (-sketch.rank, sketch.event, sketch.quote, sketch.report)


def _links(
    material: Material, alike: Mapping[tuple[int, int], Likeness]
) -> tuple[list[Edge[Node]], dict[tuple[Node, Node], Match]]:
    edges: list[Edge[Node]] = []
    why: dict[tuple[Node, Node], Match] = {}
    near = {pair for pair, found in alike.items() if found.score >= ONE_MATTER}
    for a, b in event_pairs(material.sketches, near):
        found = link(material.sketches[a], material.sketches[b], alike)
        if found.score >= SAME:
            edges.append(Edge(a, b, found.score))
            why[a, b] = why[b, a] = found
    return edges, why


def link(a: Sketch, b: Sketch, alike: Mapping[tuple[int, int], Likeness]) -> Match:
    """Whether two events are one act, given how alike the reports are."""
    if a.report == b.report:
        return match(a, b, OWN_REPORT)
    pair = (min(a.report, b.report), max(a.report, b.report))
    found = alike.get(pair)
    return match(a, b, found.score if found and found.score >= ONE_MATTER else 0.0)


def _mark_copies(material: Material, pairs: Sequence[tuple[int, int]]) -> None:
    """Tell every copy which report it repeats: of all that repeat each other, the one first published."""
    home = {key: key for key in material.prints}

    def root(key: int) -> int:
        while home[key] != key:
            home[key] = key = home[home[key]]
        return key

    for a, b in pairs:
        if copies(material.prints[a], material.prints[b]):
            both = sorted((root(a), root(b)), key=lambda k: report_order(material.prints[k]))
            home[both[1]] = both[0]
    for key, source in material.sources.items():
        first = root(key)
        if first != key:
            kept = {n: getattr(source, n) for n in Source.__dataclass_fields__}
            material.sources[key] = Source(**{**kept, "copy_of": first})


def report_order(made: Print) -> tuple[str, str, str, int]:
    """The place of a report in the order in which reports lead each other: the earliest leads."""
    return (made.published or "9999", made.id, made.outlet, made.report)


def _stories(material: Material, alike: Mapping[tuple[int, int], Likeness]) -> dict[int, list[int]]:
    order = {key: report_order(made) for key, made in material.prints.items()}
    edges = [Edge(a, b, f.score) for (a, b), f in alike.items() if f.score >= ONE_MATTER]
    return trees(order, hang(order, edges), lambda _a, _b: False)


def chief_groups(
    chiefs: Mapping[int, Sketch],
    groups: Mapping[Node, Sequence[Node]],
    stories: Mapping[int, Sequence[int]],
) -> dict[Node | int, list[int]]:
    """Which reports each group is the main incident of.

    Reports of one matter have one main incident: of their chief acts the one that most of them tell.  A matter in
    which nothing was coded stands under its first report's key.

    Args:
        chiefs: the chief act of each report that has one.
        groups: nodes of each incident by its first; all that hold a chief act of these reports.
        stories: reports of each matter by its first.
    """
    home = {node: root for root, members in groups.items() for node in members}
    lead = {(s.report, s.event): s for s in chiefs.values()}
    found: dict[Node | int, list[int]] = {}
    for first, reports in stories.items():
        own = [(r, chiefs[r].event) for r in reports if r in chiefs]
        if not own:
            found.setdefault(first, []).extend(reports)
            continue
        tried = sorted(own, key=lambda n: event_order(lead[n]))
        roots = [home[n] for n in tried]
        told_by = {r: len({n[0] for n in groups[r]} & set(reports)) for r in roots}
        best = max(roots, key=lambda r: (roots.count(r), told_by[r], -roots.index(r)))
        found.setdefault(best, []).extend(reports)
    return found


def _made(
    material: Material,
    groups: Mapping[Node, Sequence[Node]],
    parents: Mapping[Node, Node],
    why: Mapping[tuple[Node, Node], Match],
    mains: Mapping[Node | int, Sequence[int]],
) -> tuple[Incident, ...]:
    found = []
    for root, members in groups.items():
        tellings = [material.sketches[n] for n in members]
        bonds = tuple(_bonds(members, parents, why))
        found.append(gather(tellings, material.sources, bonds=bonds, main=mains.get(root, ())))
    for key, reports in mains.items():
        if isinstance(key, int) and len(reports) > 1:
            found.append(uncoded(reports, material.sources))
    return tuple(sorted(found, key=lambda i: (i.first_day or "9999", i.id)))


def _bonds(
    members: Sequence[Node],
    parents: Mapping[Node, Node],
    why: Mapping[tuple[Node, Node], Match],
) -> Iterator[Bond]:
    place = {node: n for n, node in enumerate(members)}
    for node in members[1:]:
        parent = parents.get(node)
        if parent in place:
            found = why[node, parent]
            yield Bond(place[parent], place[node], found.score, found.reasons)


def pairs_of(incidents: Sequence[Incident]) -> set[tuple[int, int]]:
    """Pairs of reports that are chiefly about one incident."""
    return {p for i in incidents for p in combinations(i.main, 2)}
