"""What the words of a time expression mean, before any calendar is consulted.

``mod`` is START, MID, END (early, middle, late), SOFAR ("earlier this week") or REST ("later this
week"); ``which`` is last, this, next or None; units are the letters of
knowledge/dates/calendar.yml.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A year, month or day by name.

    ``shift`` is the year counted from the report's ("April next year": 1).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    mod: str | None = None
    which: str | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Numeric:
    """As in "4/5/2019": day and month in an order that the text may not tell."""

    first: int
    second: int
    year: int


@dataclass(frozen=True, slots=True)
class Named:
    """A holiday."""

    holiday: str
    year: int | None = None
    which: str | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week by ISO number, 0 the weekend.

    ``weeks`` counts from the report's week ("Friday last week": -1).
    """

    number: int
    which: str | None = None
    weeks: int | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit ``n`` units from the report's ("last week": W, -1; "today": D, 0)."""

    unit: str
    n: int
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """``n`` units from the report or from the date spoken of; None when vague."""

    unit: str
    n: int | None
    from_report: bool


@dataclass(frozen=True, slots=True)
class Same:
    """As in "that year", "the same day": the unit that holds the date spoken of before."""

    unit: str
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A season by TIMEX3 code."""

    code: str
    year: int | None = None
    which: str | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Portion:
    """A quarter (``Q``) or half (``H``) of a year; no number in "last quarter"."""

    kind: str
    number: int | None
    year: int | None = None
    which: str | None = None


@dataclass(frozen=True, slots=True)
class Era:
    """A decade or century: first year and length; or the two digits of "the '90s"."""

    first: int
    years: int
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Fiscal:
    """A fiscal year."""

    year: int | None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Part of a day by TIMEX3 code; of the day spoken of when ``day`` is None."""

    code: str
    day: "Reading | None" = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; ``zone`` in minutes east of Greenwich."""

    hour: int
    minute: int
    zone: int | None = None
    day: "Reading | None" = None


@dataclass(frozen=True, slots=True)
class Moment:
    """An ISO date and time as written."""

    value: str


@dataclass(frozen=True, slots=True)
class Length:
    """A duration; ``n`` is None when vague.

    ``side`` is past or next when it ends or begins at the report.
    """

    unit: str
    n: float | None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """A set: how often, as a TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """As in "now", "recently": a TIMEX3 reference value."""

    value: str


@dataclass(frozen=True, slots=True)
class WeekOf:
    """As in "the week of March 6"."""

    day: "Reading"


@dataclass(frozen=True, slots=True)
class Range:
    """From one date to another, both inclusive."""

    first: "Reading"
    last: "Reading"


type Reading = (
    CalendarDate | Numeric | Named | Weekday | Unit | Step | Same | Season | Portion | Era | Fiscal
    | Part | Clock | Moment | Length | Repeat | Vague | WeekOf | Range
)  # fmt: skip
