"""Incidents in the store, report by report: the same ones as if all had come at once, in whatever order they come."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dateline.situations.candidates import (
    ENOUGH,
    EVENT_DAYS,
    REPORT_DAYS,
    event_terms,
    in_time,
    report_terms,
)
from dateline.situations.chief import beside, chief_act
from dateline.situations.codec import print_from, print_json, sketch_from, sketch_json
from dateline.situations.forest import trees
from dateline.situations.incidents import ONE_MATTER, OWN_REPORT, event_order, report_order
from dateline.situations.likeness import Chiefs, Likeness, copies, likeness
from dateline.situations.prints import Print, print_of
from dateline.situations.same_event import SAME, Match, match, ruled_out
from dateline.situations.sketch import Sketch, sketches
from dateline.store.desk import LOOSE, Desk, Hung, Ruling
from dateline.store.keys import ROOM, dumps
from dateline.store.store import Store

Json = dict[str, Any]
Place = tuple[int, str]
#: Reports in one transaction.
_BATCH = 20
_JOINED = 1.0
#: Chief acts that could not go better together.
_BEST = Chiefs(1.0, apart=False, days=("2000-01-01", "2000-01-01"))


def keep(store: Store, *, most: int | None = None) -> int:
    """Merge what is not merged yet: new reports, newly coded or corrected ones, what people ruled.

    Args:
        store: it is written to, some reports a transaction; killed between two, nothing is lost.
        most: reports to merge at most; None for all.

    Returns:
        How many reports were merged.
    """
    done = 0
    while most is None or done < most:
        with store.desk() as desk:
            some = desk.waiting(min(_BATCH, most - done) if most else _BATCH)
            keeper = Keeper(desk)
            for report in some:
                keeper.take(report)
            if not some:
                keeper.hang_loose()
                return done
        done += len(some)
    return done


@dataclass(slots=True)
class _Node:
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

    @property
    def place(self) -> Place:
        return self.sketch.report, self.sketch.event


class Keeper:
    """Takes reports into the incidents of a store, inside one transaction."""

    def __init__(self, desk: Desk) -> None:
        """Work at a desk."""
        self._desk = desk

    def take(self, report: int) -> None:
        """Merge a report that has a record and is not merged yet."""
        record, keys = self._desk.record(report)
        made = print_of(report, record)
        found = list(sketches(report, record))
        chief = chief_act(found, record["report"].get("title"))
        own = [
            _Node(keys[s.event], s, None, None, keys[s.event], keys[s.event], fresh=True)
            for s in found
        ]
        for node in own:
            node.chief = chief is not None and node.sketch is chief
        alike = self._alike(made, chief)
        self._put_print(made, alike)
        self._hang(own, self._around(own, alike), alike)

    def hang_loose(self) -> None:
        """Hang anew what hung on something that is gone, or was ruled upon."""
        reports, events = self._desk.loose()
        for hung in self._desk.prints(reports):
            self._rehang_print(hung)
        for hung in self._desk.tellings(events):
            node = _node(hung)
            made = self._desk.prints([node.sketch.report])
            alike = self._alike_of(made[0]) if made else {}
            self._hang([node], self._around([node], alike), alike, own_only=True)

    def _alike_of(self, hung: Hung) -> dict[int, Likeness]:
        mine = self._desk.tellings_of([hung.key])
        chief = next((sketch_from(hung.key, t.json) for t in mine if t.chief), None)
        return self._alike(print_from(hung.key, hung.json), chief)

    def _alike(self, made: Print, chief: Sketch | None) -> dict[int, Likeness]:
        """How alike the reports that share terms with a report are to it, by key."""
        terms = report_terms(made)
        window = _window(made.published, REPORT_DAYS)
        near = [
            print_from(h.key, h.json)
            for h in self._desk.prints_near(terms, window, at_least=ENOUGH)
            if h.key != made.report
        ]
        # Only those that can be of one matter at all need their chief acts.
        hopeful = [p.report for p in near if likeness(made, p, _BEST).score >= ONE_MATTER]
        chiefs = {
            _report_of(h): sketch_from(_report_of(h), h.json)
            for h in self._desk.tellings_of(hopeful)
            if h.chief
        }
        found = {}
        for other in near:
            found[other.report] = likeness(made, other, beside(chief, chiefs.get(other.report)))
        return found

    def _put_print(self, made: Print, alike: dict[int, Likeness]) -> None:
        near = {h.key: h for h in self._desk.prints(alike)}
        first = self._copies(made, near.values())
        parent, score = self._best_print(made, alike, near)
        row = {
            "report": made.report, "json": dumps(print_json(made)), "place": "",
            "published": made.published, "parent": parent, "score": score, "story": made.report,
            "copy": first,
        }  # fmt: skip
        self._desk.put_print(row, report_terms(made))
        moved = {made.report} | ({parent} if parent else set())
        for other, found in alike.items():
            if self._leads_better(made, near[other], found.score, near):
                self._desk.hang_print(other, parent=made.report, score=found.score)
                moved.add(other)
        self._restory(moved)

    def _rehang_print(self, hung: Hung) -> None:
        made = print_from(hung.key, hung.json)
        alike = self._alike_of(hung)
        near = {h.key: h for h in self._desk.prints(alike)}
        parent, score = self._best_print(made, alike, near)
        self._desk.hang_print(hung.key, parent=parent, score=score)
        self._restory({hung.key} | ({parent} if parent else set()), {hung.home})

    def _copies(self, made: Print, near: Iterable[Hung]) -> int:
        """The first of the reports that repeat each other, this one among them; the others are told."""
        groups = {h.other for h in near if copies(made, print_from(h.key, h.json))}
        members = self._desk.copies(groups)
        everybody = [made, *(print_from(h.key, h.json) for h in members)]
        first = min(everybody, key=report_order).report
        for hung in members:
            if hung.other != first:
                self._desk.hang_print(hung.key, copy=first)
        return first

    def _best_print(
        self, made: Print, alike: dict[int, Likeness], near: dict[int, Hung]
    ) -> tuple[int | None, float | None]:
        place = report_order(made)
        leaders = [
            (-found.score, report_order(print_from(other, near[other].json)))
            for other, found in alike.items()
            if found.score >= ONE_MATTER
        ]
        before = [pair for pair in leaders if pair[1] < place]
        if not before:
            return None, None
        score, order = min(before)
        return order[-1], -score

    def _leads_better(self, made: Print, led: Hung, score: float, near: dict[int, Hung]) -> bool:
        """Whether a report now hangs on the new one."""
        if score < ONE_MATTER or report_order(made) > report_order(print_from(led.key, led.json)):
            return False
        if led.parent == LOOSE:
            return False  # hung anew later, with the new one in sight
        if led.parent is None or led.score is None or score != led.score:
            return score > (led.score or 0.0)
        there = near.get(led.parent) or next(iter(self._desk.prints([led.parent])))
        return report_order(made) < report_order(print_from(there.key, there.json))

    def _restory(self, reports: set[int], stories: Iterable[int] = ()) -> None:
        """Tell the reports of the matters that changed which one they are of."""
        homes = {h.home for h in self._desk.prints(reports)} | set(stories)
        members = self._desk.story(homes)
        order = {h.key: report_order(print_from(h.key, h.json)) for h in members}
        parents = {h.key: h.parent for h in members if h.parent in order}
        groups = trees(order, parents, lambda _a, _b: False)
        now = {key: first for first, keys in groups.items() for key in keys}
        for hung in members:
            if hung.home != now[hung.key]:
                self._desk.hang_print(hung.key, story=now[hung.key])

    def _around(self, own: Sequence[_Node], alike: dict[int, Likeness]) -> list[_Node]:
        """Tellings that may be of the same acts, those of the same reports among them."""
        keys = {n.key for n in own}
        found: dict[int, _Node] = {}
        near = [r for r, like in alike.items() if like.score >= ONE_MATTER]
        for hung in self._desk.tellings_of([*near, *{n.sketch.report for n in own}]):
            found[hung.key] = _node(hung)
        for node in own:
            window = _window(node.sketch.day, EVENT_DAYS)
            terms = event_terms(node.sketch)
            for hung in self._desk.tellings_near(node.sketch.type, terms, window):
                other = found.get(hung.key) or _node(hung)
                if terms & event_terms(other.sketch) and in_time(node.sketch, other.sketch):
                    found[hung.key] = other
        return [node for key, node in sorted(found.items()) if key not in keys]

    def _hang(
        self,
        own: Sequence[_Node],
        around: Sequence[_Node],
        alike: dict[int, Likeness],
        *,
        own_only: bool = False,
    ) -> None:
        """Hang tellings on the best that lead them, and on them those that they lead better."""
        if not own:
            return
        nodes = {n.key: n for n in (*own, *around)}
        order = {key: event_order(n.sketch) for key, n in nodes.items()}
        ruled = _Rulings(self._desk.rulings({n.sketch.report for n in own}))
        self._missing(ruled, nodes, order)
        best: dict[int, tuple[float, int, tuple[str, ...]]] = {}
        for one, other in _pairs(own, [n for n in nodes.values() if n not in own]):
            found = ruled.link(one, other) or self._link(one, other, alike)
            if found.score < SAME:
                continue
            leader, led = (one, other) if order[one.key] < order[other.key] else (other, one)
            if own_only and led not in own:
                continue
            there = best.get(led.key)
            better = (-found.score, order[leader.key])
            if there is None or better < (-there[0], order[there[1]]):
                best[led.key] = (found.score, leader.key, found.reasons)
        homes = {n.tree for n in own if not n.fresh}
        for key, (score, leader_key, why) in best.items():
            node = nodes[key]
            if node in own or self._takes(node, score, order[leader_key], nodes):
                homes |= {node.tree, nodes[leader_key].tree}
                node.parent, node.score, node.why, node.moved = leader_key, score, why, True
        for node in own:
            if node.key not in best:
                node.parent, node.score, node.why, node.moved = None, None, (), True
        self._regroup(own, [n for n in nodes.values() if n.moved], homes)

    def _missing(
        self,
        ruled: "_Rulings",
        nodes: dict[int, _Node],
        order: dict[int, tuple[int, str, str, int]],
    ) -> None:
        """Fetch the tellings that people joined to these from elsewhere."""
        wanted = ruled.named() - {n.place for n in nodes.values()}
        keys = self._desk.named(wanted).values()
        for hung in self._desk.tellings(keys):
            nodes[hung.key] = _node(hung)
            order[hung.key] = event_order(nodes[hung.key].sketch)

    def _link(self, one: _Node, other: _Node, alike: dict[int, Likeness]) -> Match:
        a, b = one.sketch, other.sketch
        if a.report == b.report:
            return match(a, b, OWN_REPORT)
        theirs = alike.get(b.report) or alike.get(a.report)
        if theirs is None or theirs.score < ONE_MATTER:
            near = bool(event_terms(a) & event_terms(b)) and in_time(a, b)
            return match(a, b, theirs.score if theirs else 0.0) if near else Match(0.0, ())
        return match(a, b, theirs.score)

    def _takes(
        self, node: _Node, score: float, leader: tuple[int, str, str, int], nodes: dict[int, _Node]
    ) -> bool:
        """Whether a telling hangs better on a leader than where it hangs."""
        if node.parent == LOOSE:
            return False  # hung anew later, with all in sight
        if node.parent is None or node.score is None:
            return True
        if score != node.score:
            return score > node.score
        there = nodes.get(node.parent)
        if there is None:
            there = next(map(_node, self._desk.tellings([node.parent])), None)
        return there is None or leader < event_order(there.sketch)

    def _regroup(self, own: Sequence[_Node], moved: Sequence[_Node], homes: set[int]) -> None:
        """Tell the tellings of the trees that changed their tree and incident, and write what is new."""
        members = {h.key: _node(h) for h in self._desk.tree(homes)}
        members |= {n.key: n for n in (*own, *moved)}
        order = {key: event_order(n.sketch) for key, n in members.items()}
        parents = {k: n.parent for k, n in members.items() if n.parent in members}
        ruled = _Rulings(self._desk.rulings({n.sketch.report for n in members.values()}))

        def against(a: int, b: int) -> bool:
            one, other = members[a], members[b]
            said = ruled.said(one.place, other.place)
            return said == "split" or (said is None and ruled_out(one.sketch, other.sketch))

        incident = _homes(trees(order, parents, against))
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


class _Rulings:
    """What people said of pairs of tellings."""

    def __init__(self, found: Iterable[Ruling]) -> None:
        self._found = {frozenset((r.first, r.second)): r for r in found}

    def said(self, one: Place, other: Place) -> str | None:
        """``join``, ``split`` or None."""
        ruling = self._found.get(frozenset((one, other)))
        return ruling.kind if ruling else None

    def link(self, one: _Node, other: _Node) -> Match | None:
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


def _pairs(own: Sequence[_Node], others: Sequence[_Node]) -> Iterator[tuple[_Node, _Node]]:
    for n, one in enumerate(own):
        for other in (*own[n + 1 :], *others):
            if one.sketch.type == other.sketch.type:
                yield one, other


def _homes(groups: dict[int, list[int]]) -> dict[int, int]:
    return {key: first for first, keys in groups.items() for key in keys}


def _row(node: _Node, where: Json) -> Json:
    return {
        "event": node.key, "report": node.sketch.report, "id": node.sketch.event,
        "type": node.sketch.type, "json": dumps(sketch_json(node.sketch)), "rank": node.sketch.rank,
        "chief": node.chief, "parent": node.parent, "score": node.score,
        "reasons": json.dumps(node.why or ()), **where,
    }  # fmt: skip


def _node(hung: Hung) -> _Node:
    sketch = sketch_from(_report_of(hung), hung.json)
    return _Node(hung.key, sketch, hung.parent, hung.score, hung.home, hung.other, hung.chief)


def _report_of(hung: Hung) -> int:
    return hung.key // ROOM


def _window(day: str | None, around: int) -> tuple[str, str] | None:
    """The days around a day, as ISO text; None without one."""
    try:
        middle = date.fromisoformat((day or "")[:10])
    except ValueError:
        return None
    span = timedelta(days=around)
    return (middle - span).isoformat(), (middle + span).isoformat()
