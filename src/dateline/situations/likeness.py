"""How alike two reports are: copies of one text, and reports of one matter."""

from dataclasses import dataclass
from datetime import date
from math import exp, fsum

from dateline.situations.prints import SKETCH, Print

#: Share of common shingles from which two texts are copies; of the shorter one's where the other adds to it.
_COPY, _INSIDE = 0.6, 0.85
#: A text shorter than this says too little to be a copy of another by its words.
_FEW = 25
#: Days after which the same words tell another matter.
_LONG = 21
#: Weights of what speaks for one matter, on the scale of log-odds; set by hand, checked on sets of reports
#: (docs/decisions.md).
_BASE, _WORDS, _SAME_ACT = -3.9, 15.0, 2.5
_TOWN, _LEAD_TOWN, _OTHER_TOWN = 0.7, 0.8, -1.2
_DAY = -0.045
#: More shared words than these say only that both are short, or of one long quarrel.
_ENOUGH = 0.33
_COPIES = 0.99
_APART, _SAME_DAY, _OTHER_DAY, _SHARED_DAY, _NO_DAY = -3.0, 0.6, -2.5, 0.4, -1.8


@dataclass(frozen=True, slots=True)
class Likeness:
    """How probably two reports are about one matter, 0 to 1, and why."""

    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chiefs:
    """The chief acts of two reports: how probably they are one, whether they cannot be, their days (ISO, None).

    ``follows``: one of them is of the kind that follows another act, such as an arrest.
    """

    same: float = 0.0
    apart: bool = False
    days: tuple[str | None, str | None] = (None, None)
    follows: bool = False


NO_CHIEFS = Chiefs()


def copies(a: Print, b: Print) -> bool:
    """Whether one text repeats the other; does not depend on which comes first."""
    if min(a.words, b.words) < _FEW or not a.sketch or not b.sketch:
        return a.sketch == b.sketch and a.words == b.words and a.id == b.id
    shared = len(a.sketch & b.sketch)
    most = shared / min(len(a.sketch), len(b.sketch))  # what of_all can be at most
    if most < _COPY and _of_short(most, a.words, b.words) < _INSIDE:
        return False
    of_all = overlap(a, b)
    return of_all >= _COPY or _of_short(of_all, a.words, b.words) >= _INSIDE


def overlap(a: Print, b: Print) -> float:
    """The estimated share of shingles that two texts have in common, of all that one of them has."""
    union = sorted(a.sketch | b.sketch)[:SKETCH]
    return sum(h in a.sketch and h in b.sketch for h in union) / len(union) if union else 0.0


def _of_short(of_all: float, words: int, others: int) -> float:
    """The same as a share of the shorter text's."""
    short, long = sorted((words, others))
    return min(1.0, of_all * (short + long) / ((1 + of_all) * short)) if short else 0.0


def likeness(a: Print, b: Print, chiefs: Chiefs = NO_CHIEFS) -> Likeness:
    """Whether two reports are about one matter.

    Args:
        a: a print.
        b: another.
        chiefs: their chief acts beside each other.

    Returns:
        Score and reasons; the same with the two the other way round.
    """
    gap = days_between(a.published, b.published)
    if gap is not None and gap > _LONG:
        return Likeness(0.0, ())
    if copies(a, b):
        return Likeness(_COPIES, ("copies of one text",))
    shared = cosine(a.terms, b.terms)
    points = _BASE + _WORDS * min(shared, _ENOUGH) + _SAME_ACT * chiefs.same + _DAY * (gap or 0)
    reasons = [f"words alike ({shared:.2f})"]
    towns = set(a.towns) & set(b.towns)
    if towns:
        lead = a.lead & b.lead
        points += _TOWN + (_LEAD_TOWN if lead else 0.0)
        reasons.append("same town: " + ", ".join(sorted(lead or towns)[:2]))
    elif a.lead and b.lead:
        points += _OTHER_TOWN
    if gap is not None:
        reasons.append("published the same day" if gap == 0 else f"published {gap} days apart")
    value, why = _days_told(a, b, chiefs)
    reasons += [why] if why else []
    return Likeness(round(1 / (1 + exp(-points - value)), 4), tuple(reasons))


def _days_told(a: Print, b: Print, chiefs: Chiefs) -> tuple[float, str]:
    """Points for the days that two reports tell of: a matter has its day, and what follows names it."""
    if chiefs.apart:
        return _APART, "their chief acts cannot be one"
    if chiefs.days and chiefs.days[0] and chiefs.days[1]:
        one, other = chiefs.days
        if (days_between(one, other) or 0) <= 1:
            return _SAME_DAY, "their chief acts are of one day"
        named = one in b.days or other in a.days
        return (
            (0.0, "")
            if chiefs.follows and named
            else (_OTHER_DAY, "their chief acts are days apart")
        )
    if a.days & b.days:
        return _SHARED_DAY, "both tell of one day"
    near = any((days_between(x, y) or 0) <= 1 for x in a.days for y in b.days)
    return (_NO_DAY, "they tell of other days") if a.days and b.days and not near else (0.0, "")


def cosine(a: dict[str, float], b: dict[str, float]) -> float:
    """Cosine of two term vectors of length 1; summed exactly, so that it is the same both ways."""
    return fsum(a[w] * b[w] for w in a.keys() & b.keys())


def days_between(a: str | None, b: str | None) -> int | None:
    """Days between two ISO days, None where one is unknown."""
    if not a or not b:
        return None
    try:
        return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days)
    except ValueError:
        return None
