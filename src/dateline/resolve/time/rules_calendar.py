"""Rules for dates by name and number: days, months, years, and ranges of them."""

import re

from dateline.knowledge.calendar import famous_days, famous_slashes
from dateline.resolve.time.accept import is_month, is_named, is_year
from dateline.resolve.time.grammar import Hit, Rule
from dateline.resolve.time.numbers import (
    WHICH,
    day_of,
    full_year,
    mod_of,
    month_of,
    number,
    shift_of,
    year_of,
)  # fmt: skip
from dateline.resolve.time.readings import CalendarDate, Moment, Numeric, Range, Reading

_DAYS, _MONTHS, _CENTURY, _YEAR_DIGITS = 31, 12, 100, 4
_LEADS = frozenset({"on", "of", "until", "by", "since", "from", "to", "between", "before", "after"})


def read_day(hit: Hit) -> Reading | None:
    """A month and a day, with or without a year."""
    month, day, year = month_of(hit, "m"), day_of(hit, "d"), year_of(hit, "y")
    if month is None or day is None or not 1 <= day <= _DAYS or is_named(hit):
        return None
    if (
        hit.has("m")
        and not hit.raw("m")[0].isupper()
        and hit.text("m") in ("may", "march", "sun")
        and not _led(hit)
    ):
        return None
    if year is None and not hit.has("w"):
        for famous_month, famous_day, full, words in famous_days():
            if (month, day) == (famous_month, famous_day) and hit.after() in words:
                return CalendarDate(full.year, full.month, full.day)
    return CalendarDate(year, month, day, which=WHICH.get(hit.text("which")), shift=shift_of(hit))


def _led(hit: Hit) -> bool:
    return hit.has("y") or hit.before() in _LEADS


def read_month(hit: Hit) -> Reading | None:
    """A month, with or without a year."""
    month, year = month_of(hit, "m"), year_of(hit, "y")
    if not (hit.has("y") or hit.has("rel") or hit.has("which") or hit.has("mod")) and not is_month(
        hit, "m"
    ):
        return None
    if (
        (hit.has("mod") or hit.has("which"))
        and not hit.raw("m")[0].isupper()
        and hit.text("m") in ("may", "march")
    ):
        return None
    return CalendarDate(
        year, month, mod=mod_of(hit), which=WHICH.get(hit.text("which")), shift=shift_of(hit)
    )


def read_year(hit: Hit) -> Reading | None:
    """A bare year."""
    year = year_of(hit, "y")
    if year is None or not (hit.has("named") or hit.has("mod") or is_year(hit, year)):
        return None
    return CalendarDate(year, mod=mod_of(hit))


def read_short_year(hit: Hit) -> Reading | None:
    """As in "'98" after a preposition."""
    year = year_of(hit, "y")
    return (
        CalendarDate(year)
        if year and hit.before() in ("in", "since", "of", "from", "to", "until", "by", "the")
        else None
    )


def read_numeric(hit: Hit) -> Reading | None:
    """As in "13/4/2019", "2019/04/13", "13.4.2019"."""
    text = hit.text("n")
    first, second, third = map(int, re.split(r"[/.]", text))
    if first > _DAYS:
        return CalendarDate(first, second, third) if 1 <= second <= _MONTHS else None
    year = full_year(third) if third < _CENTURY else third
    if "." in text or first > _MONTHS:
        return CalendarDate(year, second, first) if 1 <= second <= _MONTHS else None
    if second > _MONTHS:
        return CalendarDate(year, first, second)
    return Numeric(first, second, year)


def read_iso(hit: Hit) -> Reading | None:
    """As in "2019-04-05", with or without a time."""
    text = hit.raw("n")
    if "T" in text:
        return Moment(text)
    year, month, day = map(int, text.split("-"))
    return CalendarDate(year, month, day) if 1 <= month <= _MONTHS else None


def read_slashed(hit: Hit) -> Reading | None:
    """As in "9/11" and nothing else: "24/7" and scores are no dates."""
    found = famous_slashes().get(hit.text("n"))
    return CalendarDate(found.year, found.month, found.day) if found else None


def read_day_range(hit: Hit) -> Reading | None:
    """As in "April 14-16", "3 to 5 May 2019", "April 30 - May 2"."""
    if hit.text("sign") == "and" and hit.text("lead") != "between":
        return None
    months = [m for m in (month_of(hit, "m"), month_of(hit, "n")) if m is not None]
    first, last, year = day_of(hit, "d"), day_of(hit, "e"), year_of(hit, "y")
    if not months or first is None or last is None or (len(months) == 1 and first >= last):
        return None
    shift = shift_of(hit)
    start_year = year_of(hit, "x") or (year - 1 if year and months[0] > months[-1] else year)
    if hit.has("x") and year is None:
        year = (start_year or 0) + (months[0] > months[-1])
    return Range(
        CalendarDate(start_year, months[0], first, shift=shift),
        CalendarDate(year, months[-1], last, shift=shift),
    )


def read_two_days(hit: Hit) -> Reading | None:
    """As in "April 24 and 25": one stretch when the days are neighbours."""
    month, first, last, year = (
        month_of(hit, "m"),
        day_of(hit, "d"),
        day_of(hit, "e"),
        year_of(hit, "y"),
    )
    if first is None or last != first + 1:
        return None
    return Range(CalendarDate(year, month, first), CalendarDate(year, month, last))


def read_month_range(hit: Hit) -> Reading | None:
    """As in "March-May 2019", "between March and May"."""
    if hit.text("sign") == "and" and hit.text("lead") != "between":
        return None
    first, last, year = month_of(hit, "m"), month_of(hit, "n"), year_of(hit, "y")
    if (
        first is None
        or last is None
        or (hit.text("sign") == "to" and not hit.has("lead") and not hit.has("y"))
    ):
        return None
    start_year = year - 1 if year and first > last else year
    return Range(CalendarDate(start_year, first), CalendarDate(year, last))


def read_year_range(hit: Hit) -> Reading | None:
    """As in "1994-97", "2014-2016"."""
    first, last = year_of(hit, "y"), number(hit.text("z"))
    if first is None or last is None:
        return None
    if last < _CENTURY:
        last += first // _CENTURY * _CENTURY
    if not first < last <= first + _CENTURY or not is_year(hit, first):
        return None
    return Range(CalendarDate(first), CalendarDate(last))


def rules() -> list[Rule]:
    """The rules of this file."""
    return [
        Rule("(n:ISO)", read_iso),
        Rule("(n:DMY)", read_numeric),
        Rule("(n:SLASHED)", read_slashed),
        Rule("((w:WDAY) | (w2:WABBR) DOT?) COMMA? NEAR? (m:MOY) (d:DAYN) TOO", read_day),
        Rule("((w:WDAY) | (w2:WABBR) DOT?) COMMA? the? (d:DAYN) of? (m:MOY) TOO", read_day),
        Rule("(which:last|next|this)? (m:MOY) the? (d:DAYN) (COMMA? (y:YR) | RELYEAR)?", read_day),
        Rule("(which:last|next|this)? (m:MOY) (d:ORDW) TOO", read_day),
        Rule("the? (d:DAYN|ORDW) of (m:MOY) (COMMA? (y:YR) | RELYEAR)?", read_day),
        Rule("(d:DAYN) DASH? (m:MOY) (COMMA? DASH? (y:YR|NUM2))?", read_day),
        Rule("FROM (m:MOY) (d:DAYN) COMMA? (x:YEAR) JOINT (n:MOY) (e:DAYN) TOO", read_day_range),
        Rule("FROM (d:DAYN) (m:MOY) (x:YEAR) JOINT (e:DAYN) (n:MOY) (y:YEAR)?", read_day_range),
        Rule("(m:MOY) (d:DAYN) and (e:DAYN) TOO", read_two_days),
        Rule("(d:DAYN) and (e:DAYN) (m:MOY) TOO", read_two_days),
        Rule("(d:DAYN) (m:MOY) RELYEAR", read_day),
        Rule("(mod:MODP)? (m:MOY) (COMMA | of | in)? (y:YR)", read_month),
        Rule("(mod:MODP)? (m:MOY) RELYEAR", read_month),
        Rule("(mod:MODP)? WHICH (m:MONTH)", read_month),
        Rule("(mod:MODP)? (m:MONTH)", read_month),
        Rule("(mod:MODP)? (named:the year)? (y:YEAR)", read_year),
        Rule("(mod:MODP)? (y:YY)", read_short_year),
        Rule("FROM (m:MOY) (d:DAYN) JOINT (e:DAYN) TOO", read_day_range),
        Rule("FROM (m:MOY) (d:DAYN) JOINT (n:MOY) (e:DAYN) TOO", read_day_range),
        Rule("FROM the? (d:DAYN) JOINT the? (e:DAYN) of? (m:MOY) TOO", read_day_range),
        Rule("FROM (d:DAYN) (m:MOY) JOINT (e:DAYN) (n:MOY) TOO", read_day_range),
        Rule("FROM (m:MOY) JOINT (n:MOY) (COMMA? of? (y:YEAR))?", read_month_range),
        Rule("(y:YEAR) DASH (z:YEAR|NUM2)", read_year_range),
    ]  # fmt: skip
