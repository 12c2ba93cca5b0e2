"""Rules for dates by name and number: days, months, years, ranges, seasons, quarters, eras, weekdays, holidays."""

import re

from dateline.knowledge.calendar import context_words, famous_days, famous_slashes, holidays
from dateline.resolve.time.accept import is_month, is_named, is_weekday, is_year
from dateline.resolve.time.grammar import Hit, Rule
from dateline.resolve.time.readings import (
    CalendarDate, Era, Fiscal, Moment, Named, Numeric, Portion, Range, Reading, Season, Weekday,
)  # fmt: skip

MODS = {
    "early": "START", "beginning": "START", "start": "START", "mid": "MID", "middle": "MID",
    "late": "END", "end": "END", "close": "END",
}  # fmt: skip
WHICH = {"last": "last", "past": "last", "previous": "last", "next": "next", "coming": "next", "this": "this",
         "current": "this"}  # fmt: skip
SHIFT = {"last": -1, "next": 1, "this": 0, "current": 0, "previous": -1, "coming": 1}
_TWO_DIGIT_PIVOT = 40
_MONTHS_IN_YEAR = 12


def number(word: str) -> int | None:
    """Integer of digits with or without an ordinal's ending."""
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else None


def year_of(hit: Hit, part: str) -> int | None:
    """Year of a part: four digits, or two with the century understood."""
    digits = hit.text(part).strip("'\u2019\u2018`")
    if not digits.isdigit():
        return None
    value = int(digits)
    if len(digits) == 2:  # noqa: PLR2004
        return value + (2000 if value < _TWO_DIGIT_PIVOT else 1900)
    return value


def mod_of(hit: Hit) -> str | None:
    """START, MID or END of the part "mod"."""
    return next((MODS[word] for word in hit.all("mod") if word in MODS), None)


def month_of(hit: Hit, part: str) -> int | None:
    """Number of a month's name."""
    return hit.value(part, "MONTH") or hit.value(part, "ABBR")


def day_of(hit: Hit, part: str) -> int | None:
    """Day of the month, in digits or as a word."""
    return number(hit.text(part)) or hit.value(part, "ORDW")


def _shift(hit: Hit) -> int | None:
    return SHIFT.get(hit.text("rel")) if hit.has("rel") else None


def read_day(hit: Hit) -> Reading | None:
    """A month and a day, with or without a year."""
    month, day, year = month_of(hit, "m"), day_of(hit, "d"), year_of(hit, "y")
    if month is None or day is None or not 1 <= day <= 31 or is_named(hit):  # noqa: PLR2004
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
    return CalendarDate(year, month, day, which=WHICH.get(hit.text("which")), shift=_shift(hit))


def _led(hit: Hit) -> bool:
    return hit.has("y") or hit.before() in (
        "on",
        "of",
        "until",
        "by",
        "since",
        "from",
        "to",
        "between",
        "before",
        "after",
    )


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
        year, month, mod=mod_of(hit), which=WHICH.get(hit.text("which")), shift=_shift(hit)
    )


def read_year(hit: Hit) -> Reading | None:
    """A bare year."""
    year = year_of(hit, "y")
    if year is None or not (hit.has("named") or hit.has("mod") or is_year(hit, year)):
        return None
    return CalendarDate(year, mod=mod_of(hit))


def read_short_year(hit: Hit) -> Reading | None:
    """ "'98" after a preposition."""
    year = year_of(hit, "y")
    return (
        CalendarDate(year)
        if year and hit.before() in ("in", "since", "of", "from", "to", "until", "by", "the")
        else None
    )


def read_numeric(hit: Hit) -> Reading | None:
    """ "13/4/2019", "2019/04/13", "13.4.2019"."""
    first, second, third = map(int, re.split(r"[/.]", hit.text("n")))
    if len(re.split(r"[/.]", hit.text("n"))[0]) == 4:  # noqa: PLR2004
        return CalendarDate(first, second, third) if 1 <= second <= _MONTHS_IN_YEAR else None
    if third < _TWO_DIGIT_PIVOT:
        third += 2000
    elif third < 100:  # noqa: PLR2004
        third += 1900
    if "." in hit.text("n") or first > _MONTHS_IN_YEAR:
        return CalendarDate(third, second, first) if 1 <= second <= _MONTHS_IN_YEAR else None
    return (
        CalendarDate(third, first, second)
        if second > _MONTHS_IN_YEAR
        else Numeric(first, second, third)
    )


def read_iso(hit: Hit) -> Reading | None:
    """ "2019-04-05", with or without a time."""
    text = hit.raw("n")
    if "T" in text:
        return Moment(text)
    year, month, day = map(int, text.split("-"))
    return CalendarDate(year, month, day) if 1 <= month <= _MONTHS_IN_YEAR else None


def read_slashed(hit: Hit) -> Reading | None:
    """ "9/11" and nothing else: "24/7" and scores are no dates."""
    found = famous_slashes().get(hit.text("n"))
    return CalendarDate(found.year, found.month, found.day) if found else None


def read_day_range(hit: Hit) -> Reading | None:
    """ "April 14-16", "3 to 5 May 2019", "April 30 - May 2"."""
    if hit.text("sign") == "and" and hit.text("lead") != "between":
        return None
    months = [m for m in (month_of(hit, "m"), month_of(hit, "n")) if m is not None]
    first, last, year = day_of(hit, "d"), day_of(hit, "e"), year_of(hit, "y")
    if not months or first is None or last is None or (len(months) == 1 and first >= last):
        return None
    shift = _shift(hit)
    start_year = year_of(hit, "x") or (year - 1 if year and months[0] > months[-1] else year)
    if hit.has("x") and year is None:
        year = (start_year or 0) + (months[0] > months[-1])
    return Range(
        CalendarDate(start_year, months[0], first, shift=shift),
        CalendarDate(year, months[-1], last, shift=shift),
    )


def read_two_days(hit: Hit) -> Reading | None:
    """ "April 24 and 25": one stretch when the days are neighbours."""
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
    """ "March-May 2019", "between March and May"."""
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
    """ "1994-97", "2014-2016"."""
    first, last = year_of(hit, "y"), number(hit.text("z"))
    if first is None or last is None:
        return None
    if last < 100:  # noqa: PLR2004
        last += first // 100 * 100
    if not first < last <= first + 99 or not is_year(hit, first):
        return None
    return Range(CalendarDate(first), CalendarDate(last))


def read_weekday_range(hit: Hit) -> Reading | None:
    """ "from Monday to Wednesday"."""
    if hit.text("sign") == "and" and hit.text("lead") != "between":
        return None
    return Range(Weekday(hit.value("w", "WDAY")), Weekday(hit.value("v", "WDAY")))


def read_weekday(hit: Hit) -> Reading | None:
    """A day of the week."""
    if not is_weekday(hit, "w"):
        return None
    return Weekday(hit.value("w", "WDAY"), WHICH.get(hit.text("which")), SHIFT.get(hit.text("rel")))


def read_holiday(hit: Hit) -> Reading | None:
    """A holiday by name."""
    words = [w for w in hit.all("h") if w[0].isalnum()]
    found = holiday_keys().get(" ".join(words))
    if hit.after() in context_words("holiday_in_name") and hit.words.raw(hit.last)[0].isupper():
        return None
    if found is None or not any(hit.words.raw(k)[0].isupper() for k in range(*hit.parts["h"])):
        return None
    return Named(found, year_of(hit, "y"), WHICH.get(hit.text("which")), _shift(hit))


def holiday_keys() -> dict[str, str]:
    """Holiday names without signs -> id."""
    return {
        " ".join(re.findall(r"[a-z]+", re.sub(r"['\u2019]s\b|['\u2019]", "", name))): holiday.id
        for holiday in holidays().values()
        for name in holiday.names
    }


def read_season(hit: Hit) -> Reading | None:
    """ "last fall", "the summer of 2015", "this spring"."""
    code = hit.value("s", "SEASON")
    if not (hit.has("y") or hit.has("which") or hit.has("rel")) and (
        hit.before() != "in"
        or hit.raw("s")[0].isupper()
        or (hit.text("s") in ("fall", "spring") and not hit.has("the"))
    ):
        return None
    return Season(code, year_of(hit, "y"), WHICH.get(hit.text("which")), _shift(hit))


def read_portion(hit: Hit) -> Reading | None:
    """ "the third quarter of 2018", "Q3", "the first half of this year", "last quarter"."""
    if hit.has("q"):
        return Portion("Q", int(hit.text("q")[1]), year_of(hit, "y"))
    which = WHICH.get(hit.text("which"))
    kind = "H" if hit.text("k") == "half" else "Q"
    if which:
        return Portion(kind, None, None, which)
    place = hit.value("o", "ORDW")
    if not 1 <= place <= (2 if kind == "H" else 4) or (kind == "H" and not hit.has("of")):
        return None
    which = "this" if hit.text("whole") == "the" else WHICH.get(hit.text("rel"))
    return Portion(kind, place, year_of(hit, "y"), which)


def read_fiscal(hit: Hit) -> Reading | None:
    """ "fiscal 2019", "the last fiscal year"."""
    return Fiscal(year_of(hit, "y"), SHIFT.get(hit.text("which")))


def read_decade(hit: Hit) -> Reading | None:
    """ "the 1990s", "the late '80s"."""
    digits = re.sub(r"\D", "", hit.text("n"))
    if len(digits) == 4:  # noqa: PLR2004
        return Era(int(digits), 10, mod_of(hit))
    if hit.before() not in ("the", "late", "early", "mid") and not hit.has("mod"):
        return None
    return Era(int(digits) + (2000 if int(digits) < 20 else 1900), 10, mod_of(hit))  # noqa: PLR2004


def read_century(hit: Hit) -> Reading | None:
    """ "the 19th century"."""
    place = day_of(hit, "o")
    return Era((place - 1) * 100, 100, mod_of(hit)) if place and place > 1 else None


def holiday_pattern() -> str:
    """All holiday names as a pattern, longest first."""
    names = sorted({n for h in holidays().values() for n in h.names}, key=lambda n: (-len(n), n))
    rows = []
    for name in names:
        text = (
            re.sub(r"['\u2019]s\b", " POSS", name).replace("s'", "s QUOTE?").replace("-", " DASH? ")
        )
        rows.append(text.replace("POSS", "POSS?"))
    return " | ".join(rows)


def rules() -> list[Rule]:
    """The rules of this file."""
    return [
        Rule("(n:ISO)", read_iso),
        Rule("(n:DMY)", read_numeric),
        Rule("(n:SLASHED)", read_slashed),
        Rule("((w:WDAY) | (w2:WABBR) DOT?) COMMA? (which:last|next|this)? (m:MOY) (d:DAYN) (COMMA? (y:YR))?", read_day),
        Rule("((w:WDAY) | (w2:WABBR) DOT?) COMMA? the? (d:DAYN) of? (m:MOY) (COMMA? (y:YR))?", read_day),
        Rule("(which:last|next|this)? (m:MOY) the? (d:DAYN) (COMMA? (y:YR) | of? (rel:last|this|next) year)?", read_day),
        Rule("(which:last|next|this)? (m:MOY) (d:ORDW) (COMMA? (y:YR))?", read_day),
        Rule("the? (d:DAYN|ORDW) of (m:MOY) (COMMA? (y:YR) | of? (rel:last|this|next) year)?", read_day),
        Rule("(d:DAYN) DASH? (m:MOY) (COMMA? DASH? (y:YR|NUM2))?", read_day),
        Rule("(lead:from|between)? (m:MOY) (d:DAYN) COMMA? (x:YEAR) (sign:DASH|to|through|until|and) (n:MOY) (e:DAYN) (COMMA? (y:YEAR))?", read_day_range),
        Rule("(lead:from|between)? (d:DAYN) (m:MOY) (x:YEAR) (sign:DASH|to|through|until|and) (e:DAYN) (n:MOY) (y:YEAR)?", read_day_range),
        Rule("(m:MOY) (d:DAYN) and (e:DAYN) (COMMA? (y:YR))?", read_two_days),
        Rule("(d:DAYN) and (e:DAYN) (m:MOY) (COMMA? (y:YR))?", read_two_days),
        Rule("(d:DAYN) (m:MOY) of? (rel:last|this|next) year", read_day),
        Rule("(mod:MODP)? (m:MOY) (COMMA | of | in)? (y:YR)", read_month),
        Rule("(mod:MODP)? (m:MOY) of? (rel:last|this|next) year", read_month),
        Rule("(mod:MODP)? (which:last|past|next|this|coming) (m:MONTH)", read_month),
        Rule("(mod:MODP)? (m:MONTH)", read_month),
        Rule("(mod:MODP)? (named:the year)? (y:YEAR)", read_year),
        Rule("(mod:MODP)? (y:YY)", read_short_year),
        Rule("(lead:from|between)? (m:MOY) (d:DAYN) (sign:DASH|to|through|until|and) (e:DAYN) (COMMA? (y:YR))?", read_day_range),
        Rule("(lead:from|between)? (m:MOY) (d:DAYN) (sign:DASH|to|through|until|and) (n:MOY) (e:DAYN) (COMMA? (y:YR))?", read_day_range),
        Rule("(lead:from|between)? the? (d:DAYN) (sign:DASH|to|through|until|and) the? (e:DAYN) of? (m:MOY) (COMMA? (y:YR))?", read_day_range),
        Rule("(lead:from|between)? (d:DAYN) (m:MOY) (sign:DASH|to|through|until|and) (e:DAYN) (n:MOY) (COMMA? (y:YR))?", read_day_range),
        Rule("(lead:from|between)? (m:MOY) (sign:DASH|to|through|until|and) (n:MOY) (COMMA? of? (y:YEAR))?", read_month_range),
        Rule("(y:YEAR) DASH (z:YEAR|NUM2)", read_year_range),
        Rule("(lead:from|between)? (w:WDAY) (sign:DASH|to|through|until|and) (v:WDAY)", read_weekday_range),
        Rule("(mod:MODP)? (which:last|next|this|coming|past)? (w:WDAY)", read_weekday),
        Rule("(w:WDAY) (of|in)? the? (rel:last|next|this|previous|coming) week", read_weekday),
        Rule("(which:last|next|this)? (h:HOLIDAY) ( (COMMA|of|in)? (y:YEAR) | (rel:last|this|next) year)?", read_holiday),
        Rule("(mod:MODP)? (which:last|past|next|this|coming) (s:SEASON)", read_season),
        Rule("(mod:MODP)? (the:the)? (s:SEASON) ((of|in)? (y:YR))?", read_season),
        Rule("(the:the)? (s:SEASON) of (rel:last|this|next) year", read_season),
        Rule("the? (o:ORDW) DASH? (k:quarter|half) (of:of ((whole:the) year | (y:YEAR) | (rel:last|this|next) year))?", read_portion),
        Rule("the? (which:last|previous|next|current|this) (k:quarter)", read_portion),
        Rule("(q:q1|q2|q3|q4) (of? (y:YEAR))?", read_portion),
        Rule("(fiscal | financial) year? (y:YEAR)", read_fiscal),
        Rule("the? (which:last|current|next|this|previous) (fiscal | financial) year", read_fiscal),
        Rule("the? (mod:MODP)? (n:DECADE)", read_decade),
        Rule("the? (mod:MODP)? (o:ORD|ORDW) DASH? century", read_century),
    ]  # fmt: skip
