"""Calendar arithmetic and the compiled words of time: seasons, holidays, Islamic dates."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from dateline.knowledge.files import load_json

#: Season code -> first month of its three (north of the equator).
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
#: Season code -> EDTF level 1 season number.
SEASON_EDTF = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_ISLAMIC_EPOCH = 1948440  # Julian day number of 1 Muharram 1 (civil reckoning)
_ORDINAL_TO_JULIAN_DAY = 1721425


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day or stretch of days; ``rule`` as explained in knowledge/dates/holidays.yml."""

    id: str
    names: tuple[str, ...]
    rule: str

    @property
    def approximate(self) -> bool:
        """Whether the dates may be a day off (the tabular Islamic calendar)."""
        return self.rule.startswith("islamic")

    def in_year(self, year: int) -> tuple[tuple[date, date], ...]:
        """First and last day of each occurrence that begins in a Gregorian year, at most two."""
        kind, *numbers = self.rule.split()
        if kind == "fixed":
            month, day = map(int, numbers[0].split("-"))
            first: tuple[date, ...] = (date(year, month, day),)
        elif kind == "easter":
            first = (easter(year) + timedelta(days=int(numbers[0])),)
        elif kind == "orthodox":
            first = (orthodox_easter(year) + timedelta(days=int(numbers[0])),)
        elif kind == "nth":
            first = (nth_weekday(year, *map(int, numbers)),)
        else:
            month, day = map(int, numbers[0].split("-"))
            first = islamic_in_year(year, month, day)
        last = timedelta(days=int(numbers[1]) - 1 if kind == "islamic" else 0)
        return tuple((d, d + last) for d in first)


@cache
def holidays() -> dict[str, Holiday]:
    """All holidays by id."""
    found: dict[str, dict[str, Any]] = load_json("dates.json")["holidays"]
    return {key: Holiday(key, tuple(row["names"]), row["rule"]) for key, row in found.items()}


@cache
def time_words() -> dict[str, dict[str, Any]]:
    """Word in lower case -> class of the time grammar -> value."""
    found: dict[str, dict[str, Any]] = load_json("dates.json")["words"]
    return found


@cache
def context_words(name: str) -> frozenset[str]:
    """A list of knowledge/dates/context.yml."""
    return frozenset(load_json("dates.json")["context"][name])


@cache
def famous_days() -> tuple[tuple[int, int, date, frozenset[str]], ...]:
    """Month, day, full date and the words that must follow, of days whose year everybody knows."""
    found = []
    for row in load_json("dates.json")["context"]["famous"]:
        month, day = map(int, row["day"].split("-"))
        found.append((month, day, date.fromisoformat(row["date"]), frozenset(row["before"])))
    return tuple(found)


@cache
def famous_slashes() -> dict[str, date]:
    """As in "9/11" and its like -> date."""
    rows = load_json("dates.json")["context"]["famous_slashes"]
    return {text: date.fromisoformat(day) for text, day in rows.items()}


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, correction = century // 4, (century + 8) // 25
    epact = (19 * golden + century - leap - (century - correction + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, as a Gregorian date."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    gap = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=gap)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The n-th ISO weekday of a month; the last for ``n`` -1."""
    if n < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))


def islamic_to_gregorian(year: int, month: int, day: int) -> date:
    """Gregorian date of a day of the tabular Islamic calendar (a day off at most)."""
    months = (59 * (month - 1) + 1) // 2
    julian = day + months + (year - 1) * 354 + (3 + 11 * year) // 30 + _ISLAMIC_EPOCH - 1
    return date.fromordinal(julian - _ORDINAL_TO_JULIAN_DAY)


def islamic_in_year(year: int, month: int, day: int) -> tuple[date, ...]:
    """Gregorian dates within ``year`` on which an Islamic month and day falls: none, one or two."""
    near = max(1, int((year - 622) * 33 / 32))
    found = (islamic_to_gregorian(y, month, day) for y in range(max(1, near - 1), near + 4))
    return tuple(d for d in found if d.year == year)
