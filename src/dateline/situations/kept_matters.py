"""Reports of one matter in the store: which hangs on which, and which repeat each other."""

from collections.abc import Iterable

from dateline.situations.candidates import ENOUGH, REPORT_DAYS, report_terms, window
from dateline.situations.chief import beside
from dateline.situations.codec import print_from, print_json, sketch_from
from dateline.situations.forest import trees
from dateline.situations.incidents import ONE_MATTER, report_order
from dateline.situations.likeness import Chiefs, Likeness, copies, likeness
from dateline.situations.prints import Print
from dateline.situations.sketch import Sketch
from dateline.store.desk import LOOSE, Desk, Hung
from dateline.store.keys import ROOM, dumps

#: Chief acts that could not go better together.
_BEST = Chiefs(1.0, apart=False, days=("2000-01-01", "2000-01-01"))


class Matter:
    """One report among those that may be about the same matter, inside one transaction."""

    def __init__(self, desk: Desk, made: Print, chief: Sketch | None) -> None:
        """Find the reports around it.

        Args:
            desk: to read and write at.
            made: its print.
            chief: the act it is chiefly about, None without one.
        """
        self._desk, self._made = desk, made
        self._near: dict[int, Hung] = {}
        self.alike = self._alike(chief)

    @classmethod
    def of(cls, desk: Desk, hung: Hung) -> "Matter":
        """The same for a report whose print is kept."""
        chief = next((sketch_from(hung.key, t.json) for t in desk.chiefs([hung.key])), None)
        return cls(desk, print_from(hung.key, hung.json), chief)

    def _alike(self, chief: Sketch | None) -> dict[int, Likeness]:
        """How alike the reports that share terms with this one are to it, by key."""
        made = self._made
        days = window(made.published, REPORT_DAYS)
        hung = self._desk.prints_near(report_terms(made), days, at_least=ENOUGH)
        self._near = {h.key: h for h in hung if h.key != made.report}
        near = [print_from(h.key, h.json) for h in self._near.values()]
        # Only those that can be of one matter at all need their chief acts.
        hopeful = [p.report for p in near if likeness(made, p, _BEST).score >= ONE_MATTER]
        chiefs = {
            h.key // ROOM: sketch_from(h.key // ROOM, h.json) for h in self._desk.chiefs(hopeful)
        }
        hoped = set(hopeful)
        found = {}
        for other in near:
            if other.report in hoped:
                found[other.report] = likeness(made, other, beside(chief, chiefs.get(other.report)))
            else:
                self._near.pop(other.report)
        return found

    def put(self) -> None:
        """Keep the print of a new report, hang it, and on it those that it leads better."""
        made = self._made
        first = self._copies()
        parent, score = self._best()
        hung = {"parent": parent, "score": score, "story": made.report, "copy": first}
        row = {"report": made.report, "json": dumps(print_json(made)), "published": made.published}
        self._desk.put_print({**row, **hung}, report_terms(made))
        moved = {made.report} | ({parent} if parent else set())
        for other, found in self.alike.items():
            if self._leads_better(self._near[other], found.score):
                self._desk.hang_print(other, parent=made.report, score=found.score)
                moved.add(other)
        self._restory(moved)

    def hang_anew(self, hung: Hung) -> None:
        """Hang a kept print on the best that leads it now."""
        parent, score = self._best()
        self._desk.hang_print(hung.key, parent=parent, score=score)
        self._restory({hung.key} | ({parent} if parent else set()), {hung.home})

    def _copies(self) -> int:
        """The first of the reports that repeat each other, this one among them; the others are told."""
        made, near = self._made, self._near.values()
        groups = {h.other for h in near if copies(made, print_from(h.key, h.json))}
        members = self._desk.copies(groups)
        everybody = [made, *(print_from(h.key, h.json) for h in members)]
        first = min(everybody, key=report_order).report
        for hung in members:
            if hung.other != first:
                self._desk.hang_print(hung.key, copy=first)
        return first

    def _best(self) -> tuple[int | None, float | None]:
        """The report to hang on and how well, None without one."""
        place = report_order(self._made)
        leaders = [
            (-found.score, report_order(print_from(other, self._near[other].json)))
            for other, found in self.alike.items()
            if found.score >= ONE_MATTER
        ]
        before = [pair for pair in leaders if pair[1] < place]
        if not before:
            return None, None
        score, order = min(before)
        return order[-1], -score

    def _leads_better(self, led: Hung, score: float) -> bool:
        """Whether a report now hangs on this one."""
        mine = report_order(self._made)
        if score < ONE_MATTER or mine > report_order(print_from(led.key, led.json)):
            return False
        if led.parent == LOOSE:
            return False  # hung anew later, with this one in sight
        if led.parent is None or led.score is None or score != led.score:
            return score > (led.score or 0.0)
        there = self._near.get(led.parent) or next(iter(self._desk.prints([led.parent])))
        return mine < report_order(print_from(there.key, there.json))

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
