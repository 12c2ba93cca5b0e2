"""Stretches of the calendar: TIMEX3 value, first and last day, EDTF."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from dateline.knowledge.calendar import SEASON_EDTF, SEASON_MONTHS

_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of whole days, both ends inclusive, or None where the text does not say."""

    value: str
    start: date | None
    end: date | None
    edtf: str | None

    @property
    def one_day(self) -> bool:
        """Whether it is a single known day."""
        return self.start is not None and self.start == self.end


def day(when: date) -> Stretch:
    """One day."""
    text = when.isoformat()
    return Stretch(text, when, when, text)


def week(when: date) -> Stretch:
    """The ISO week, Monday to Sunday, that holds a day."""
    year, number, weekday = when.isocalendar()
    first = when - timedelta(days=weekday - 1)
    return _between(f"{year:04d}-W{number:02d}", first, first + timedelta(days=6))


def weekend(when: date) -> Stretch:
    """Saturday and Sunday of the ISO week that holds a day."""
    year, number, weekday = when.isocalendar()
    first = when + timedelta(days=6 - weekday)
    return _between(f"{year:04d}-W{number:02d}-WE", first, first + timedelta(days=1))


def month(year: int, number: int) -> Stretch:
    """A month."""
    text = f"{year:04d}-{number:02d}"
    last = date(year, number, monthrange(year, number)[1])
    return Stretch(text, date(year, number, 1), last, text)


def months(value: str, first: date, count: int, edtf: str) -> Stretch:
    """``count`` months from the first of one on."""
    return Stretch(value, first, add_months(first, count) - timedelta(days=1), edtf)


def season(year: int, code: str) -> Stretch:
    """A season of the northern half; winter runs into the next year."""
    first = date(year, SEASON_MONTHS[code], 1)
    return months(f"{year:04d}-{code}", first, 3, f"{year:04d}-{SEASON_EDTF[code]}")


def portion(year: int, kind: str, number: int) -> Stretch:
    """Quarter ``Q`` 1-4 or half ``H`` 1-2 of a year."""
    length = 3 if kind == "Q" else 6
    edtf = (32 if kind == "Q" else 39) + number
    return months(
        f"{year:04d}-{kind}{number}",
        date(year, 1 + length * (number - 1), 1),
        length,
        f"{year:04d}-{edtf}",
    )


def years(first: int, count: int) -> Stretch:
    """A year (1), decade (10) or century (100)."""
    digits = {1: 4, 10: 3, 100: 2}[count]
    text = f"{first:04d}"[:digits] + "X" * (4 - digits)
    return Stretch(text, date(max(first, 1), 1, 1), date(first + count - 1, 12, 31), text)


def of_unit(unit: str, when: date) -> Stretch:
    """The unit of time that holds a day; weeks for units between day and month."""
    makers = {
        "D": lambda: day(when),
        "WE": lambda: weekend(when),
        "M": lambda: month(when.year, when.month),
        "Q": lambda: portion(when.year, "Q", (when.month + 2) // 3),
        "Y": lambda: years(when.year, 1),
        "DE": lambda: years(when.year // 10 * 10, 10),
        "CE": lambda: years(when.year // 100 * 100, 100),
    }
    return makers.get(unit, lambda: week(when))()


def step(when: date, unit: str, n: int) -> date | None:
    """The day ``n`` units away; None beyond the calendar."""
    per_month = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
    try:
        if unit in per_month:
            return add_months(when, n * per_month[unit])
        return when + timedelta(days=n * {"W": 7, "WE": 7, "FN": 14}.get(unit, 1))
    except (OverflowError, ValueError):
        return None


def add_months(when: date, count: int) -> date:
    """The same day of a month ``count`` months away, or that month's last day.

    Raises:
        ValueError: beyond the calendar.
    """
    year, number = divmod(when.year * 12 + when.month - 1 + count, 12)
    if not MINYEAR <= year <= MAXYEAR:
        msg = "beyond the calendar"
        raise ValueError(msg)
    return date(year, number + 1, min(when.day, monthrange(year, number + 1)[1]))


def narrowed(stretch: Stretch, mod: str | None, anchor: date | None) -> Stretch:
    """The early, middle or late third of a stretch; or its share before or after the anchor.

    The value stays that of the whole, as TIMEX3 has it; the ends are marked approximate in EDTF.
    """
    if mod is None or stretch.start is None or stretch.end is None or stretch.one_day:
        return stretch
    first, last = stretch.start, stretch.end
    if mod in ("SOFAR", "REST"):
        if anchor is None or not first <= anchor <= last:
            return stretch
        ends = (first, anchor) if mod == "SOFAR" else (anchor, last)
        return replace(_between(stretch.value, *ends), value=stretch.value)
    third = _thirds(first, last)[("START", "MID", "END").index(mod)]
    return Stretch(stretch.value, *third, f"{third[0]}~/{third[1]}~")


def _thirds(first: date, last: date) -> list[tuple[date, date]]:
    """Months of a year by fours, the days of a month by tens, anything else by days."""
    if (first.month, first.day, last.month, last.day) == (
        1,
        1,
        _DECEMBER,
        31,
    ) and first.year == last.year:
        cuts = [date(first.year, 5, 1), date(first.year, 9, 1)]
    elif first.day == 1 and (first.year, first.month) == (last.year, last.month):
        cuts = [first.replace(day=11), first.replace(day=21)]
    else:
        length = (last - first).days + 1
        cuts = [
            first + timedelta(days=(length + 2) // 3),
            first + timedelta(days=(2 * length + 1) // 3),
        ]
    one = timedelta(days=1)
    return [(first, cuts[0] - one), (cuts[0], cuts[1] - one), (cuts[1], last)]


def _between(value: str, first: date, last: date) -> Stretch:
    return Stretch(value, first, last, f"{first}/{last}")
