"""A coding measured against a gold."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.scoring.bootstrap import Intervals, intervals
from dateline.scoring.calibration import Calibration, calibrate
from dateline.scoring.coding import CodedEvent, Coding
from dateline.scoring.figures import Figures, Mean, Share, macro, shares, total
from dateline.scoring.matching import Matched, Pair, match, mistaken

#: How often a gold's label (None: nothing there) was coded as another (None: not coded).
Confusion = dict[tuple[str | None, str | None], int]


@dataclass(frozen=True, slots=True)
class Judged:
    """One report, its events paired; ``crossed`` pairs what was missed with what was coded in its place."""

    id: str
    matched: Matched
    crossed: tuple[tuple[CodedEvent, CodedEvent], ...]

    @property
    def missed(self) -> tuple[CodedEvent, ...]:
        """Events of the gold that have nothing in their place."""
        taken = {id(gold) for gold, _ in self.crossed}
        return tuple(g for g in self.matched.missed if id(g) not in taken)

    @property
    def wrong(self) -> tuple[CodedEvent, ...]:
        """Coded events that stand for nothing in the gold."""
        taken = {id(coded) for _, coded in self.crossed}
        return tuple(c for c in self.matched.wrong if id(c) not in taken)

    @property
    def figures(self) -> Figures:
        """Counts of the report."""
        found = self.matched
        hits = len(found.hits)
        return Figures(hits + len(found.missed), hits + len(found.wrong), hits)


@dataclass(frozen=True, slots=True)
class Score:
    """Every figure of a comparison; counts are of events."""

    reports: int
    everything: bool
    types: dict[str, Figures]
    micro: Figures
    macro: Mean
    interval: Intervals | None
    whole: Figures
    fields: dict[str, Share]
    confusion: Confusion
    statuses: Confusion
    type_calibration: Calibration | None
    whole_calibration: Calibration | None
    excused: int
    only_gold: tuple[str, ...]
    only_set: tuple[str, ...]
    not_coded: tuple[str, ...]
    judged: tuple[Judged, ...]


def score(coded: Sequence[Coding], gold: Sequence[Coding], *, everything: bool = False) -> Score:
    """Measure a coding against a gold.

    Args:
        coded: the coding, one entry a report; a report of the gold that it lacks counts as no events.
        gold: what is held to be right; reports that only the coding has are not judged.
        everything: compare events of every status (a hit needs the same), not only the facts.
    """
    theirs = {c.id: c for c in coded}
    judged = [_judge(g, theirs.get(g.id), everything=everything) for g in gold]
    hits = [p for j in judged for p in j.matched.hits]
    wrong = [c for j in judged for c in j.matched.wrong]
    types = _types(judged)
    micro = total(types.values())
    ours = {g.id for g in gold}
    return Score(
        reports=len(gold),
        everything=everything,
        types=types,
        micro=micro,
        macro=macro(types.values()),
        interval=intervals([j.figures for j in judged]),
        whole=Figures(micro.gold, micro.coded, sum(p.whole for p in hits)),
        fields=_fields(hits),
        confusion=_confusion(judged),
        statuses=_statuses(judged) if everything else {},
        type_calibration=calibrate(_sure([(p.coded, True) for p in hits], wrong)),
        whole_calibration=calibrate(_sure([(p.coded, p.whole) for p in hits], wrong)),
        excused=sum(len(j.matched.excused) for j in judged),
        only_gold=tuple(g.id for g in gold if g.id not in theirs),
        only_set=tuple(c.id for c in coded if c.id not in ours),
        not_coded=tuple(c.id for c in coded if c.not_coded and c.id in ours),
        judged=tuple(judged),
    )


def _judge(gold: Coding, coded: Coding | None, *, everything: bool) -> Judged:
    mine = gold.kept(everything=everything)
    theirs = coded.kept(everything=everything) if coded else ()
    matched = match(mine, theirs, status=everything)
    only = len(mine) == len(theirs) == 1
    return Judged(gold.id, matched, mistaken(matched, only=only))


def _types(judged: Iterable[Judged]) -> dict[str, Figures]:
    found: dict[str, Figures] = {}
    for report in judged:
        events = report.matched
        counts = (
            *((p.gold.type, Figures(1, 1, 1)) for p in events.hits),
            *((g.type, Figures(gold=1)) for g in events.missed),
            *((c.type, Figures(coded=1)) for c in events.wrong),
        )
        for kind, figures in counts:
            found[kind] = found.get(kind, Figures()) + figures
    return dict(sorted(found.items()))


def _fields(hits: Sequence[Pair]) -> dict[str, Share]:
    """How often a field is right among the hits."""
    return {
        "actors": shares(p.actors for p in hits),
        "recipients": shares(p.recipients for p in hits),
        "both sides": shares(p.actors and p.recipients for p in hits),
        "place": shares(p.place for p in hits),
        "date": shares(p.date for p in hits),
        "modes": shares(p.modes for p in hits),
    }


def _confusion(judged: Iterable[Judged]) -> Confusion:
    found: Counter[tuple[str | None, str | None]] = Counter()
    for report in judged:
        found.update((p.gold.type, p.coded.type) for p in report.matched.hits)
        found.update((g.type, c.type) for g, c in report.crossed)
        found.update((g.type, None) for g in report.missed)
        found.update((None, c.type) for c in report.wrong)
    return dict(found)


def _statuses(judged: Iterable[Judged]) -> Confusion:
    """Status in the gold and as coded, of the events that were paired."""
    found: Counter[tuple[str | None, str | None]] = Counter()
    for report in judged:
        found.update((p.gold.status, p.coded.status) for p in report.matched.hits)
        found.update((g.status, c.status) for g, c in report.crossed)
    return dict(found)


def _sure(
    hits: Iterable[tuple[CodedEvent, bool]], wrong: Iterable[CodedEvent]
) -> list[tuple[float, bool]]:
    """Confidence and outcome of every event that has a confidence."""
    outcomes = (*hits, *((c, False) for c in wrong))
    return [(c.confidence, right) for c, right in outcomes if c.confidence is not None]
