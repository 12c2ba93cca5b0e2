"""Readings with a name or number of their own: days, months, years, holidays, seasons, eras."""

from dataclasses import replace
from datetime import date

from dateline.knowledge.calendar import Holiday, holidays
from dateline.resolve.time import readings as r
from dateline.resolve.time import stretch as s
from dateline.resolve.time.choice import (
    Anchor,
    Resolved,
    attempt,
    choose,
    distance,
    in_years,
    known,
    resolve,
    unknown,
)  # fmt: skip
from dateline.resolve.time.stretch import Stretch


@resolve.register
def _(reading: r.CalendarDate, anchor: Anchor) -> Resolved | None:
    year = reading.year
    relative = year is None
    if year is None and reading.shift is not None and anchor.day:
        year = anchor.day.year + reading.shift

    def make(of_year: int) -> Stretch:
        if reading.month is None:
            return s.years(of_year, 1)
        if reading.day is None:
            return s.month(of_year, reading.month)
        return s.day(date(of_year, reading.month, reading.day))

    found = attempt(make, year) if year is not None else in_years(anchor, make, reading.which)
    if found is None:
        return _without_year(reading) if year is None else None
    return known(
        s.narrowed(found, reading.mod, anchor.day), anchor.basis if relative else "absolute"
    )


def _without_year(reading: r.CalendarDate) -> Resolved | None:
    if reading.month is None:
        return None
    try:
        date(2000, reading.month, reading.day or 1)
    except ValueError:
        return None
    text = f"XXXX-{reading.month:02d}" + (f"-{reading.day:02d}" if reading.day else "")
    return known(unknown(text, text), "unknown year")


@resolve.register
def _(reading: r.Numeric, anchor: Anchor) -> Resolved | None:
    options = []
    for month, day in ((reading.first, reading.second), (reading.second, reading.first)):
        found = attempt(lambda y, m=month, d=day: s.day(date(y, m, d)), reading.year)  # type: ignore[misc]
        if found:
            options.append(found)
    if len({option.value for option in options}) <= 1:
        return known(options[0], "absolute") if options else None
    if anchor.day is None:
        text = ",".join(sorted(o.value for o in options))
        return known(
            unknown(f"{reading.year:04d}-XX-XX", f"[{text}]"), "day and month in unknown order"
        )
    nearest = min(options, key=lambda o: distance(o, anchor.day or date.min))
    return known(nearest, "absolute; day and month in the order nearer to the report")


@resolve.register
def _(reading: r.Named, anchor: Anchor) -> Resolved | None:
    holiday = holidays()[reading.holiday]
    year = reading.year
    if year is None and reading.shift is not None and anchor.day:
        year = anchor.day.year + reading.shift
    years = [year] if year is not None else _around(anchor.day)
    options = [
        _holiday_stretch(first, last, approximate=holiday.approximate)
        for y in years
        for first, last in _occurrences(holiday, y)
    ]
    if not options:
        return known(unknown("XXXX-XX-XX"), "unknown year")
    found = options[0] if year is not None else choose(options, anchor, reading.which)
    if found is None:
        return None
    basis = "absolute" if reading.year is not None else anchor.basis
    return known(
        found,
        basis + ("; approximate, by the tabular Islamic calendar" if holiday.approximate else ""),
    )


def _occurrences(holiday: Holiday, year: int) -> tuple[tuple[date, date], ...]:
    try:
        return holiday.in_year(year)
    except (ValueError, OverflowError):
        return ()


def _around(day: date | None) -> list[int]:
    return [] if day is None else [day.year - 1, day.year, day.year + 1]


def _holiday_stretch(first: date, last: date, *, approximate: bool) -> Stretch:
    mark = "~" if approximate else ""
    if first == last:
        return replace(s.day(first), edtf=f"{first}{mark}")
    return Stretch(f"{first}/{last}", first, last, f"{first}{mark}/{last}{mark}")


@resolve.register
def _(reading: r.Season, anchor: Anchor) -> Resolved | None:
    year = reading.year
    if year is None and reading.shift is not None and anchor.day:
        year = anchor.day.year + reading.shift
    found = (
        attempt(lambda y: s.season(y, reading.code), year)
        if year is not None
        else in_years(anchor, lambda y: s.season(y, reading.code), reading.which)
    )
    if found is None:
        return known(unknown(f"XXXX-{reading.code}"), "unknown year")
    return known(found, "absolute" if reading.year is not None else anchor.basis)


@resolve.register
def _(reading: r.Portion, anchor: Anchor) -> Resolved | None:
    length = 3 if reading.kind == "Q" else 6
    if reading.year is not None and reading.number is not None:
        return known(s.portion(reading.year, reading.kind, reading.number), "absolute")
    if anchor.day is None:
        return known(unknown(f"XXXX-{reading.kind}{reading.number or 'X'}"), "unknown year")
    if reading.number is None:
        shift = {"last": -1, "next": 1}.get(reading.which or "", 0)
        when = s.step(anchor.day.replace(day=1), "M", shift * length)
        return (
            None
            if when is None
            else known(
                s.portion(when.year, reading.kind, (when.month - 1) // length + 1), anchor.basis
            )
        )
    number = reading.number
    if reading.which:
        year = anchor.day.year + {"last": -1, "next": 1}.get(reading.which, 0)
        return known(s.portion(year, reading.kind, number), anchor.basis)
    which = None if anchor.tense == "future" else "last"
    found = in_years(anchor, lambda y: s.portion(y, reading.kind, number), which)
    return known(found, anchor.basis) if found else None


@resolve.register
def _(reading: r.Era, anchor: Anchor) -> Resolved | None:
    return known(
        s.narrowed(s.years(reading.first, reading.years), reading.mod, anchor.day), "absolute"
    )


@resolve.register
def _(reading: r.Fiscal, anchor: Anchor) -> Resolved | None:
    year = reading.year
    if year is None and anchor.day is not None:
        year = anchor.day.year + (reading.shift or 0)
    return known(unknown(f"FY{year}" if year else "FYXXXX"), "fiscal year, its ends unknown")
