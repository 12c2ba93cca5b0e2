"""Which coded event is which gold event of a report."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.scoring.assignment import best_pairs
from dateline.scoring.coding import CodedEvent
from dateline.scoring.sides import common, days_agree, names_agree, sides_agree

#: What agreement in a field is worth when events of one type are paired: any pair at all first, then the
#: sides, then place and day; at last a required event of the gold before an optional one.
_PAIR, _SIDE, _DETAIL, _REQUIRED = 100, 20, 8, 1


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold event and its coded event, and in what they agree; None where the gold does not say."""

    gold: CodedEvent
    coded: CodedEvent
    actors: bool
    recipients: bool
    place: bool | None
    date: bool | None
    modes: bool | None

    @property
    def faults(self) -> tuple[str, ...]:
        """Fields in which the two differ."""
        fields = ("actors", "recipients", "place", "date", "modes")
        return tuple(name for name in fields if getattr(self, name) is False)

    @property
    def whole(self) -> bool:
        """Whether both sides are right, and place and day where the gold gives them."""
        return (
            self.actors and self.recipients and self.place is not False and self.date is not False
        )

    @property
    def weight(self) -> int:
        """How well the two fit."""
        sides = _SIDE * (self.actors + self.recipients)
        details = _DETAIL * ((self.place is True) + (self.date is True))
        return _PAIR + sides + details + _REQUIRED * (not self.gold.optional)


@dataclass(frozen=True, slots=True)
class Matched:
    """The events of one report: found, missed and coded wrongly; optional ones stand apart."""

    hits: tuple[Pair, ...] = ()
    missed: tuple[CodedEvent, ...] = ()
    wrong: tuple[CodedEvent, ...] = ()
    excused: tuple[Pair, ...] = ()


def compare(gold: CodedEvent, coded: CodedEvent) -> Pair:
    """In what two events agree."""
    return Pair(
        gold,
        coded,
        actors=sides_agree(gold.actors, coded.actors),
        recipients=sides_agree(gold.recipients, coded.recipients),
        place=names_agree(gold.place, coded.place) if gold.place else None,
        date=days_agree(gold.date, coded.date) if gold.date else None,
        modes=bool({*gold.modes} & {*coded.modes}) if gold.modes else None,
    )


def match(gold: Sequence[CodedEvent], coded: Sequence[CodedEvent], *, status: bool) -> Matched:
    """Pair the events of a report one to one, for the best total.

    Args:
        gold: events of the gold.
        coded: events of the coding that is measured.
        status: whether a hit needs the same status, too.
    """
    hits: list[Pair] = []
    for kind in sorted({_kind(g, status=status) for g in gold}):
        mine = [g for g in gold if _kind(g, status=status) == kind]
        theirs = [c for c in coded if _kind(c, status=status) == kind]
        hits += _paired(mine, theirs)
    met = {id(p.gold) for p in hits} | {id(p.coded) for p in hits}
    return Matched(
        hits=tuple(p for p in hits if not p.gold.optional),
        missed=tuple(g for g in gold if id(g) not in met and not g.optional),
        wrong=tuple(c for c in coded if id(c) not in met),
        excused=tuple(p for p in hits if p.gold.optional),
    )


def mistaken(matched: Matched, *, only: bool) -> tuple[tuple[CodedEvent, CodedEvent], ...]:
    """Of what was missed and what was coded wrongly, the pairs that speak of one act.

    Args:
        matched: a report.
        only: whether the report has one event in the gold and one coded.

    Returns:
        Pairs (gold, coded) with a common party, best total; or those two events whatever they say.
    """
    missed, wrong = matched.missed, matched.wrong
    if only and len(missed) == len(wrong) == 1:
        return ((missed[0], wrong[0]),)
    shared = [[_overlap(g, c) for c in wrong] for g in missed]
    return tuple((missed[i], wrong[j]) for i, j in best_pairs(shared))


def _paired(gold: Sequence[CodedEvent], coded: Sequence[CodedEvent]) -> list[Pair]:
    table = [[compare(g, c) for c in coded] for g in gold]
    return [table[i][j] for i, j in best_pairs([[p.weight for p in row] for row in table])]


def _kind(event: CodedEvent, *, status: bool) -> tuple[str, str]:
    return (event.type, event.status if status else "")


def _overlap(gold: CodedEvent, coded: CodedEvent) -> int:
    """How many parties two events share in the same role."""
    actors = common(gold.actors, coded.actors)
    return actors + common(gold.recipients, coded.recipients)
