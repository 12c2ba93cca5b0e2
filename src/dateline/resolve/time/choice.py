"""What an expression counts from, and the choice among the stretches that it may mean.

The tense of the governing verb decides between past and future; without one the nearest wins, a day
ahead counting for twice as far.  Nothing is invented: without a day to count from, the value keeps
``X`` for what is unknown and has no start or end.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import singledispatch

from dateline.resolve.time.stretch import Stretch

#: News seldom means a date this far back without its year when the next is near, and the reverse.
_FAR, _NEAR = 290, 60
#: The present tense tells of what is at most this many days ahead ("the court reopens on May 3").
_TIMETABLE = 120


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression counts from.

    ``day`` is the report's day or None and ``basis`` how that is known; ``spoken`` the date spoken
    of before, with its words; ``tense`` past, future, present or "" of the verb above the
    expression; ``near`` the day spoken of in the same sentence.
    """

    day: date | None
    basis: str
    spoken: Stretch | None = None
    spoken_text: str = ""
    tense: str = ""
    near: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """A resolved expression: TIMEX3 type, the stretch, and what it rests on."""

    type: str
    stretch: Stretch
    basis: str


def unknown(value: str, edtf: str | None = None) -> Stretch:
    """A stretch without a known start or end."""
    return Stretch(value, None, None, edtf)


def known(stretch: Stretch, basis: str, kind: str = "DATE") -> Resolved:
    """A resolved expression, a date unless said otherwise."""
    return Resolved(kind, stretch, basis)


@singledispatch
def resolve(reading: object, anchor: Anchor) -> Resolved | None:  # noqa: ARG001
    """What a reading comes to; None when it lies beyond the calendar."""
    msg = f"no way to resolve {type(reading).__name__}"
    raise TypeError(msg)


def choose(options: list[Stretch], anchor: Anchor, which: str | None = None) -> Stretch | None:
    """The stretch that is meant among those of several years, weeks or the like, in order of time.

    Args:
        options: known stretches, earliest first.
        anchor: the report's day must be known.
        which: last, next, this or None.
    """
    day = anchor.day
    known = [o for o in options if o.start and o.end]
    if day is None or not known:
        return None
    past = [o for o in known if o.start and o.start <= day]
    ahead = [o for o in known if o.end and o.end >= day]
    if which == "last":
        past = [o for o in known if o.end and o.end < day]
    elif which == "next":
        ahead = [o for o in known if o.start and o.start > day]
    elif which == "this":
        return min(known, key=lambda o: distance(o, day))
    if which == "last" or (which is None and anchor.tense == "past" and past):
        return _unless_far(past[-1:], ahead[:1], day, which)
    if which == "next" or (which is None and anchor.tense == "future" and ahead):
        return _unless_far(ahead[:1], past[-1:], day, which)
    if (
        which is None
        and anchor.tense == "present"
        and ahead
        and distance(ahead[0], day) <= _TIMETABLE
    ):
        return ahead[0]
    return min(known, key=lambda o: distance(o, day) * (2 if o.start and o.start > day else 1))


def _unless_far(
    wanted: list[Stretch], other: list[Stretch], day: date, which: str | None
) -> Stretch | None:
    if not wanted:
        return None
    if (
        which is None
        and other
        and distance(wanted[0], day) > _FAR
        and distance(other[0], day) < _NEAR
    ):
        return other[0]
    return wanted[0]


def distance(option: Stretch, day: date) -> int:
    """Days between a day and a stretch; 0 inside it."""
    if option.start is None or option.end is None or option.start <= day <= option.end:
        return 0
    return min(abs((option.start - day).days), abs((option.end - day).days))


def in_years(
    anchor: Anchor, make: Callable[[int], Stretch | None], which: str | None
) -> Stretch | None:
    """The stretch meant among those of the year before the report to the year after."""
    if anchor.day is None:
        return None
    first = anchor.day.year
    options = [
        made
        for year in range(max(1, first - 1), min(9998, first + 1) + 1)
        if (made := attempt(make, year))
    ]
    return choose(options, anchor, which)


def attempt(make: Callable[[int], Stretch | None], year: int) -> Stretch | None:
    """The stretch of a year; None when the year has no such day."""
    try:
        return make(year)
    except (ValueError, OverflowError):
        return None
