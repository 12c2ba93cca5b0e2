"""Where the tellings of one incident contradict each other; nothing says which of them holds."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from dateline.ledger.same import TOWN, same_side
from dateline.records import Dispute, Range
from dateline.situations.same_event import disjoint, side_open
from dateline.situations.sketch import FIGURES, Sketch

_AFFIRMS, _DENIES = frozenset({"actual", "alleged"}), frozenset({"denied", "negated"})


def disputes(tellings: Sequence[Sketch], speakers: Sequence[str | None]) -> tuple[Dispute, ...]:
    """Contradictions between tellings, each kind at most once for each pair of views.

    Args:
        tellings: of one incident.
        speakers: whose word each is (who denies it, where somebody does), None for the report's own.
    """
    found = [
        *_denied(tellings, speakers), *_counts(tellings), *_doers(tellings), *_towns(tellings),
        *_days(tellings),
    ]  # fmt: skip
    return tuple(found)


def _denied(tellings: Sequence[Sketch], speakers: Sequence[str | None]) -> Iterator[Dispute]:
    yes = [n for n, t in enumerate(tellings) if t.status in _AFFIRMS]
    no = [n for n, t in enumerate(tellings) if t.status in _DENIES]
    if yes and no:
        by = sorted({s for n in no if (s := speakers[n])})
        who = f"denied by {', '.join(by)}" if by else "told and denied"
        yield Dispute("denied", who, (yes[0], no[0]))


def _counts(tellings: Sequence[Sketch]) -> Iterator[Dispute]:
    for name in FIGURES:
        given = [(n, t.figures[name]) for n, t in enumerate(tellings) if name in t.figures]
        for (n, one), (m, other) in combinations(given, 2):
            if disjoint(one, other):
                low, high = sorted((one, other), key=lambda r: (r[0] or 0, r[1] or 0))
                says = f"{name}: {_shown(low)} and {_shown(high)}"
                yield Dispute("counts", says, (n, m))
                break


def _shown(figure: Range) -> str:
    low, high = figure
    if low == high:
        return str(low)
    if high is None:
        return f"at least {low}"
    return f"up to {high}" if low is None else f"{low} to {high}"


def _doers(tellings: Sequence[Sketch]) -> Iterator[Dispute]:
    for (n, one), (m, other) in combinations(enumerate(tellings), 2):
        if not one.doers or not other.doers or side_open(one.doers, other.doers):
            continue
        if not any(same_side(a, b) for a in one.doers for b in other.doers):
            names = sorted((one.doers[0].name, other.doers[0].name))
            yield Dispute("actor", f"by {names[0]} or by {names[1]}", (n, m))
            return


def _towns(tellings: Sequence[Sketch]) -> Iterator[Dispute]:
    named = [
        (n, t.place.name)
        for n, t in enumerate(tellings)
        if t.place and t.place.name and t.place.precision in TOWN
    ]
    for (n, one), (m, other) in combinations(named, 2):
        if one != other:
            yield Dispute("place", "at " + " or at ".join(sorted((one, other))), (n, m))
            return


def _days(tellings: Sequence[Sketch]) -> Iterator[Dispute]:
    dated = [(n, t.days) for n, t in enumerate(tellings) if t.days]
    for (n, one), (m, other) in combinations(dated, 2):
        if one[1] < other[0] or other[1] < one[0]:
            first, second = sorted((one[0], other[0]))
            yield Dispute("day", f"on {first} or on {second}", (n, m))
            return
