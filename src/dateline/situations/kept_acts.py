"""Tellings of one act in the store: which hangs on which, and which of them make an incident."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.situations.candidates import EVENT_DAYS, TOLD, event_terms, in_time, related, window
from dateline.situations.codec import sketch_from, sketch_json
from dateline.situations.forest import trees
from dateline.situations.incidents import ONE_MATTER, OWN_REPORT, event_order
from dateline.situations.likeness import Likeness
from dateline.situations.same_event import SAME, Match, match, ruled_out
from dateline.situations.sketch import Sketch
from dateline.store.desk import LOOSE, Desk, Hung, Ruling
from dateline.store.keys import ROOM, dumps

Json = dict[str, Any]
Place = tuple[int, str]
_JOINED = 1.0


@dataclass(slots=True)
class Node:
    """A telling in hand: its sketch, where it hangs, and whether that changed."""

    key: int
    sketch: Sketch
    parent: int | None
    score: float | None
    tree: int
    incident: int
    chief: bool = False
    why: tuple[str, ...] | None = None
    fresh: bool = False
    moved: bool = False

    @classmethod
    def new(cls, key: int, sketch: Sketch, *, chief: bool) -> "Node":
        """A telling that is not kept yet and hangs on nothing."""
        return cls(key, sketch, None, None, key, key, chief=chief, fresh=True)

    @property
    def place(self) -> Place:
        """The report's key and the event's id."""
        return self.sketch.report, self.sketch.event


class Acts:
    """Tellings in hand among those that may tell the same acts, inside one transaction."""

    def __init__(self, desk: Desk, own: Sequence[Node], alike: Mapping[int, Likeness]) -> None:
        """Find the tellings around some.

        Args:
            desk: to read and write at.
            own: tellings of one report, new ones or such as hang no more.
            alike: how alike other reports are to theirs, by key.
        """
        self._desk, self._own, self._alike = desk, own, alike
        self._mine = {n.key for n in own}
        self._ruled = _Rulings(desk.rulings({n.sketch.report for n in own}))
        self._nodes = {n.key: n for n in (*own, *self._around())}
        self._fetch_joined()
        self._order = {key: event_order(n.sketch) for key, n in self._nodes.items()}

    def _around(self) -> list[Node]:
        """Tellings that may be of the same acts, those of the same reports among them."""
        own = self._own
        found: dict[int, Node] = {}
        near = [r for r, like in self._alike.items() if like.score >= ONE_MATTER]
        for hung in self._desk.tellings_of([*near, *{n.sketch.report for n in own}]):
            found[hung.key] = node_of(hung)
        for node in own:
            days = window(node.sketch.day, EVENT_DAYS)
            terms = event_terms(node.sketch)
            for hung in self._desk.tellings_near(node.sketch.type, terms, days, at_least=TOLD):
                other = found.get(hung.key) or node_of(hung)
                if related(terms, event_terms(other.sketch)) and in_time(node.sketch, other.sketch):
                    found[hung.key] = other
        return [node for key, node in sorted(found.items()) if key not in self._mine]

    def _fetch_joined(self) -> None:
        """Fetch the tellings that people joined to these from elsewhere."""
        wanted = self._ruled.named() - {n.place for n in self._nodes.values()}
        for hung in self._desk.tellings(self._desk.named(wanted).values()):
            self._nodes[hung.key] = node_of(hung)

    def hang(self, *, own_only: bool = False) -> None:
        """Hang them on the best that lead them, and unless ``own_only`` others on them where they lead better."""
        homes = {n.tree for n in self._own if not n.fresh}
        best = self._best(own_only=own_only)
        for key, (score, leader, why) in best.items():
            node = self._nodes[key]
            if key in self._mine or self._takes(node, score, self._order[leader]):
                homes |= {node.tree, self._nodes[leader].tree}
                node.parent, node.score, node.why, node.moved = leader, score, why, True
        for node in self._own:
            if node.key not in best:
                node.parent, node.score, node.why, node.moved = None, None, (), True
        self._regroup([n for n in self._nodes.values() if n.moved], homes)

    def _best(self, *, own_only: bool) -> dict[int, tuple[float, int, tuple[str, ...]]]:
        """For each telling the best of those that lead it, with score and reasons."""
        order, found = self._order, dict[int, tuple[float, int, tuple[str, ...]]]()
        others = [n for key, n in self._nodes.items() if key not in self._mine]
        for one, other in _pairs(self._own, others):
            link = self._ruled.link(one, other) or self._link(one, other)
            leader, led = (one, other) if order[one.key] < order[other.key] else (other, one)
            if link.score < SAME or (own_only and led.key not in self._mine):
                continue
            there = found.get(led.key)
            if there is None or (-link.score, order[leader.key]) < (-there[0], order[there[1]]):
                found[led.key] = (link.score, leader.key, link.reasons)
        return found

    def _link(self, one: Node, other: Node) -> Match:
        a, b = one.sketch, other.sketch
        if a.report == b.report:
            return match(a, b, OWN_REPORT)
        theirs = self._alike.get(b.report)
        if theirs is not None and theirs.score >= ONE_MATTER:
            return match(a, b, theirs.score)
        near = related(event_terms(a), event_terms(b)) and in_time(a, b)
        return match(a, b) if near else Match(0.0, ())

    def _takes(self, node: Node, score: float, leader: tuple[int, str, str, int]) -> bool:
        """Whether a telling hangs better on a leader than where it hangs."""
        if node.parent == LOOSE:
            return False  # hung anew later, with all in sight
        if node.parent is None or node.score is None:
            return True
        if score != node.score:
            return score > node.score
        there = self._nodes.get(node.parent)
        if there is None:
            there = next(map(node_of, self._desk.tellings([node.parent])), None)
        return there is None or leader < event_order(there.sketch)

    def _regroup(self, moved: Sequence[Node], homes: set[int]) -> None:
        """Tell the tellings of the trees that changed their tree and incident, and write what is new."""
        members = {h.key: node_of(h) for h in self._desk.tree(homes)}
        members |= {n.key: n for n in (*self._own, *moved)}
        order = {key: event_order(n.sketch) for key, n in members.items()}
        parents = {k: n.parent for k, n in members.items() if n.parent in members}
        incident = _homes(trees(order, parents, self._against(members)))
        tree = _homes(trees(order, parents, lambda _a, _b: False))
        rows = []
        for key, node in sorted(members.items()):
            where = {"tree": tree[key], "incident": incident[key]}
            if node.fresh:
                rows.append(_row(node, where))
            elif node.moved:
                why = json.dumps(node.why or ())
                self._desk.hang_telling(
                    key, parent=node.parent, score=node.score, reasons=why, **where
                )
            elif (node.tree, node.incident) != (tree[key], incident[key]):
                self._desk.hang_telling(key, **where)
        self._desk.put_tellings(rows)

    def _against(self, members: Mapping[int, Node]) -> Callable[[int, int], bool]:
        """Whether two tellings can never be of one incident."""
        ruled = _Rulings(self._desk.rulings({n.sketch.report for n in members.values()}))

        def against(a: int, b: int) -> bool:
            one, other = members[a], members[b]
            said = ruled.said(one.place, other.place)
            return said == "split" or (said is None and ruled_out(one.sketch, other.sketch))

        return against


class _Rulings:
    """What people said of pairs of tellings."""

    def __init__(self, found: Iterable[Ruling]) -> None:
        self._found = {frozenset((r.first, r.second)): r for r in found}

    def said(self, one: Place, other: Place) -> str | None:
        """``join``, ``split`` or None."""
        ruling = self._found.get(frozenset((one, other)))
        return ruling.kind if ruling else None

    def link(self, one: Node, other: Node) -> Match | None:
        """The link that a person made or forbade."""
        ruling = self._found.get(frozenset((one.place, other.place)))
        if ruling is None:
            return None
        if ruling.kind == "split":
            return Match(0.0, ())
        return Match(_JOINED, (f"joined by {ruling.person}",))

    def named(self) -> set[Place]:
        """Every telling that somebody joined to another."""
        return {p for pair, r in self._found.items() if r.kind == "join" for p in pair}


def _pairs(own: Sequence[Node], others: Sequence[Node]) -> Iterator[tuple[Node, Node]]:
    for n, one in enumerate(own):
        for other in (*own[n + 1 :], *others):
            if one.sketch.type == other.sketch.type:
                yield one, other


def _homes(groups: dict[int, list[int]]) -> dict[int, int]:
    return {key: first for first, keys in groups.items() for key in keys}


def _row(node: Node, where: Json) -> Json:
    return {
        "event": node.key, "report": node.sketch.report, "id": node.sketch.event,
        "type": node.sketch.type, "json": dumps(sketch_json(node.sketch)), "rank": node.sketch.rank,
        "chief": node.chief, "parent": node.parent, "score": node.score,
        "reasons": json.dumps(node.why or ()), **where,
    }  # fmt: skip


def node_of(hung: Hung) -> Node:
    """A kept telling."""
    sketch = sketch_from(hung.key // ROOM, hung.json)
    return Node(hung.key, sketch, hung.parent, hung.score, hung.home, hung.other, hung.chief)
