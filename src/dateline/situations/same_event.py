"""Whether two coded events of several reports are one act: points for and against, and what rules it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import asin, cos, exp, radians, sin, sqrt

from dateline.ledger.acts import ANYBODY
from dateline.ledger.same import STATE, TOWN, places_agree, places_differ, same_side, telling
from dateline.records import Actor, Place, Range
from dateline.situations.likeness import days_between
from dateline.situations.sketch import Sketch

#: Acts of one score or more are held for one.
SAME = 0.55
#: Days by which two reports may put one act apart, and by which an act without a day may come before its report.
_SLACK, _OLD = 1, 3
#: Towns closer than this many kilometres may be one place told in two ways.
_NEAR_KM = 20.0
_EARTH_KM = 6371.0
#: A figure that another exceeds so many times is of another act; small ones are often taken for each other.
_TIMES, _SMALL = 3, 5
#: Points, on the scale of log-odds; set by hand, checked on sets of reports (docs/decisions.md).
_BASE = -4.4
_DOERS, _DONE_TO, _DESCRIBED, _SIDE_DIFFERS = 1.9, 2.1, 0.8, -2.6
_TOWN, _AREA, _NEAR = 2.4, 0.4, 1.0
_DAY, _ABOUT_DAY, _LATER, _FAR = 1.8, 0.8, -0.2, -1.5
_FIGURES, _FIGURES_NEAR, _FIGURES_DIFFER = 1.2, 0.4, -1.0
_WORD, _MODE, _BENEATH = 0.5, 0.3, 0.4
_MATTER = 3.0
#: Words for people who may turn out to be anybody, so that another name does not exclude them.
_ANYBODY = ANYBODY | {
    *("people", "person", "protester", "demonstrator", "crowd", "group", "resident", "local"),
    *("civilian", "activist", "suspect", "somebody", "unknown", "unidentified", "armed", "masked"),
}


@dataclass(frozen=True, slots=True)
class Match:
    """How probably two events are one act, 0 to 1, and why."""

    score: float
    reasons: tuple[str, ...]


NO = Match(0.0, ())


def match(a: Sketch, b: Sketch, matter: float = 0.0) -> Match:
    """Whether two events are one act; the same with the two the other way round.

    Args:
        a: a sketch.
        b: another.
        matter: how probably their reports are about one matter, 0 to 1 (1 for two events of one report).

    Returns:
        The score, 0 where something rules it out.
    """
    if ruled_out(a, b):
        return NO
    points, reasons = _BASE + _MATTER * matter, []
    for value, why in _signs(a, b):
        points += value
        if why:
            reasons.append(why)
    if matter >= 0.5 and a.report != b.report:  # noqa: PLR2004  (more likely than not)
        reasons.append("the reports are alike")
    return Match(round(1 / (1 + exp(-points)), 4), tuple(reasons))


def ruled_out(a: Sketch, b: Sketch) -> bool:
    """Whether two events cannot be one act."""
    if a.type != b.type or a.mood != b.mood:
        return True
    if a.modes and b.modes and not a.modes & b.modes:
        return True
    if a.beneath and b.beneath and a.beneath != b.beneath:
        return True
    if _places_exclude(a, b) or _days_exclude(a, b):
        return True
    return any(_figures(a, b, n) == "apart" for n in sorted(a.figures.keys() & b.figures.keys()))


def _signs(a: Sketch, b: Sketch) -> Iterator[tuple[float, str]]:
    """Points and their reasons."""
    yield from _side_signs(a, b)
    yield from _place_signs(a, b)
    yield from _day_signs(a, b)
    for name in sorted(a.figures.keys() & b.figures.keys()):
        how = _figures(a, b, name)
        points = {"same": _FIGURES, "near": _FIGURES_NEAR, "differ": _FIGURES_DIFFER}[how]
        yield points, f"{name}: {how} figures"
    if a.stems & b.stems:
        yield _WORD, ""
    if a.modes & b.modes:
        yield _MODE, f"both {sorted(a.modes & b.modes)[0]}"
    if a.beneath and a.beneath == b.beneath:
        yield _BENEATH, f"both about {a.beneath}"


def _side_signs(a: Sketch, b: Sketch) -> Iterator[tuple[float, str]]:
    for mine, theirs, points, what in (
        (a.doers, b.doers, _DOERS, "by"),
        (a.done_to, b.done_to, _DONE_TO, "to"),
    ):
        if not mine or not theirs:
            continue
        shared, named = _shared(mine, theirs)
        if shared:
            yield points if named else _DESCRIBED, f"{what} the same: {shared}"
        elif not side_open(mine, theirs):
            yield _SIDE_DIFFERS, f"{what} others"


def _shared(mine: Sequence[Actor], theirs: Sequence[Actor]) -> tuple[str, bool]:
    """A side that both have (of two forms the one first by letters), and whether it is a name or only "children"."""
    found = [
        (min(p, q, key=lambda a: a.name), p, q) for p in mine for q in theirs if same_side(p, q)
    ]
    named = [who.name for who, p, q in found if _named(p) and _named(q)]
    return min(named or [who.name for who, _, _ in found], default=""), bool(named)


def _named(actor: Actor) -> bool:
    """Whether the words tell this one from others: a name, or a body of a state; "children" do not."""
    body = actor.kind in {"country", "organisation"} or bool(set(actor.sectors) & STATE)
    return bool(actor.wikidata) or body or any(c.isupper() for c in actor.name)


def side_open(mine: Sequence[Actor], theirs: Sequence[Actor]) -> bool:
    """Whether one side is only described, so that the other may be it: "gunmen" and "the militia"."""
    return any(_anybody(a) for a in mine) or any(_anybody(a) for a in theirs)


def _anybody(actor: Actor) -> bool:
    loose = actor.kind in {"group", "person", "thing"} and actor.wikidata is None
    return loose and telling(actor.name) <= _ANYBODY


def _places_exclude(a: Sketch, b: Sketch) -> bool:
    if places_differ(a.place, b.place) and not _near(a.place, b.place):
        return True
    here, there = _all_towns(a), _all_towns(b)
    return bool(here and there and not here & there and not _near(a.place, b.place))


def _all_towns(sketch: Sketch) -> frozenset[str]:
    place = sketch.place
    own = {place.name} if place and place.name and place.precision in TOWN else set()
    return frozenset(own) or sketch.towns


def _near(a: Place | None, b: Place | None) -> bool:
    if a is None or b is None or a.precision not in TOWN or b.precision not in TOWN:
        return False
    if None in {a.lat, a.lon, b.lat, b.lon}:
        return False
    return kilometres(a.lat or 0, a.lon or 0, b.lat or 0, b.lon or 0) <= _NEAR_KM


def kilometres(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Great-circle distance between two points in degrees."""
    half_lat, half_lon = radians(lat2 - lat) / 2, radians(lon2 - lon) / 2
    part = sin(half_lat) ** 2 + cos(radians(lat)) * cos(radians(lat2)) * sin(half_lon) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(part)))


def _place_signs(a: Sketch, b: Sketch) -> Iterator[tuple[float, str]]:
    one, other = a.place, b.place
    if places_agree(one, other):
        yield _TOWN, f"same town: {one.name if one else ''}"
    elif _near(one, other):
        names = sorted((one.name or "", other.name or "")) if one and other else []
        yield _NEAR, "towns close by: " + ", ".join(names)
    elif shared := sorted(_all_towns(a) & _all_towns(b)):
        yield _TOWN, f"same town: {shared[0]}"
    elif one and other and one.country == other.country and one.country:
        yield _AREA, ""


def _days_exclude(a: Sketch, b: Sketch) -> bool:
    if a.days and b.days:
        return _apart(a.days, b.days) > _SLACK
    if a.mood != "done":
        return False
    for dated, other in ((a, b), (b, a)):
        if dated.days and not other.days and other.published:
            early = _signed_days(dated.days[0], other.published)
            if (
                early is not None and early > _SLACK
            ):  # it had not happened when the other was written
                return True
    return False


def _apart(a: tuple[str, str], b: tuple[str, str]) -> int:
    """Days between two stretches of days; 0 where they share one."""
    if a[0] <= b[1] and b[0] <= a[1]:
        return 0
    return days_between(*((a[1], b[0]) if a[1] < b[0] else (b[1], a[0]))) or 0


def _signed_days(day: str, other: str) -> int | None:
    try:
        return (date.fromisoformat(day) - date.fromisoformat(other[:10])).days
    except ValueError:
        return None


def _day_signs(a: Sketch, b: Sketch) -> Iterator[tuple[float, str]]:
    if a.days and b.days:
        apart = _apart(a.days, b.days)
        yield (_DAY, "days agree") if apart == 0 else (_LATER, "days one apart")
        return
    gap = _loose_gap(a, b)
    if gap is None:
        return
    if gap <= _SLACK:
        yield _ABOUT_DAY, "told at the same time"
    elif gap > _OLD:
        yield _FAR, f"told {gap} days apart"


def _loose_gap(a: Sketch, b: Sketch) -> int | None:
    """Days between act and report, or report and report, where a day is missing."""
    one = a.days[1] if a.days else a.published
    other = b.days[1] if b.days else b.published
    return days_between(one, other)


def _figures(a: Sketch, b: Sketch, name: str) -> str:
    """``same``, ``near`` (an open or overlapping range), ``differ``, or ``apart`` (of two acts)."""
    one, other = a.figures[name], b.figures[name]
    if one == other:
        return "same"
    if not disjoint(one, other):
        return "near"
    low, high = sorted((_middle(one), _middle(other)))
    return "apart" if high > _SMALL and high > _TIMES * max(low, 1) else "differ"


def disjoint(a: Range, b: Range) -> bool:
    """Whether two figures exclude each other."""
    ends = [(a[1], b[0]), (b[1], a[0])]
    return any(high is not None and low is not None and high < low for high, low in ends)


def _middle(figure: Range) -> float:
    known = [n for n in figure if n is not None]
    return sum(known) / len(known) if known else 0.0
