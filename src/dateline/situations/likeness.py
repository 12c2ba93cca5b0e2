"""How alike two reports are: copies of one text, and reports of one matter."""

from dataclasses import dataclass
from datetime import date
from math import exp

from dateline.situations.prints import SKETCH, Print

#: Share of common shingles from which two texts are copies; of the shorter one's where the other adds to it.
_COPY, _INSIDE = 0.6, 0.85
#: A text shorter than this says too little to be a copy of another by its words.
_FEW = 25
#: Days after which the same words tell another matter.
_LONG = 60
#: Weights of what speaks for one matter, on the scale of log-odds; set by hand, checked on sets of reports
#: (docs/decisions.md).
_BASE, _WORDS, _SAME_ACT = -3.9, 15.0, 2.5
_TOWN, _LEAD_TOWN, _OTHER_TOWN = 0.7, 0.8, -1.2
_DAY = -0.045


@dataclass(frozen=True, slots=True)
class Likeness:
    """How probably two reports are about one matter, 0 to 1, and why."""

    score: float
    reasons: tuple[str, ...]


def copies(a: Print, b: Print) -> bool:
    """Whether one text repeats the other; does not depend on which comes first."""
    if min(a.words, b.words) < _FEW or not a.sketch or not b.sketch:
        return a.sketch == b.sketch and a.words == b.words and a.id == b.id
    both, of_all, of_short = overlap(a, b)
    return both > 0 and (of_all >= _COPY or of_short >= _INSIDE)


def overlap(a: Print, b: Print) -> tuple[int, float, float]:
    """Shared hashes, and the estimated shares of common shingles in both texts and in the shorter one."""
    mine, theirs = set(a.sketch), set(b.sketch)
    union = sorted(mine | theirs)[:SKETCH]
    both = sum(h in mine and h in theirs for h in union)
    of_all = both / len(union) if union else 0.0
    short, long = sorted((a.words, b.words))
    of_short = of_all * (short + long) / ((1 + of_all) * short) if short else 0.0
    return both, of_all, min(1.0, of_short)


def likeness(a: Print, b: Print, same_act: float = 0.0) -> Likeness:
    """Whether two reports are about one matter.

    Args:
        a: a print.
        b: another.
        same_act: how probably their chief acts are one, 0 to 1.

    Returns:
        Score and reasons; the same with the two the other way round.
    """
    gap = days_between(a.published, b.published)
    if gap is not None and gap > _LONG:
        return Likeness(0.0, ())
    shared = cosine(a.terms, b.terms)
    points = _BASE + _WORDS * shared + _SAME_ACT * same_act + _DAY * (gap or 0)
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
    return Likeness(round(1 / (1 + exp(-points)), 4), tuple(reasons))


def cosine(a: dict[str, float], b: dict[str, float]) -> float:
    """Cosine of two term vectors of length 1; summed in one order, so that it is the same both ways."""
    return sum(a[w] * b[w] for w in sorted(a.keys() & b.keys()))


def days_between(a: str | None, b: str | None) -> int | None:
    """Days between two ISO days, None where one is unknown."""
    if not a or not b:
        return None
    try:
        return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days)
    except ValueError:
        return None
