"""Rules for weekdays, holidays, seasons, quarters, decades and centuries."""

import re
from functools import cache

from dateline.knowledge.calendar import context_words, holidays
from dateline.resolve.time.accept import is_weekday
from dateline.resolve.time.grammar import Hit, Rule
from dateline.resolve.time.numbers import (
    MODS,
    SHIFT,
    WHICH,
    day_of,
    full_year,
    mod_of,
    shift_of,
    year_of,
)
from dateline.resolve.time.readings import (
    Era,
    Fiscal,
    Named,
    Portion,
    Range,
    Reading,
    Season,
    Weekday,
)  # fmt: skip

_CENTURY = 100
#: "In her early 20s" is an age.
_OWNERS = frozenset({"my", "your", "his", "her", "its", "our", "their"})
_QUOTES = ("'", "\u2019", "\u2018")


def read_weekday_range(hit: Hit) -> Reading | None:
    """As in "from Monday to Wednesday"."""
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
    if hit.after() in context_words("holiday_things"):
        return None
    if found is None or not any(hit.words.raw(k)[0].isupper() for k in range(*hit.parts["h"])):
        return None
    return Named(found, year_of(hit, "y"), WHICH.get(hit.text("which")), shift_of(hit))


@cache
def holiday_keys() -> dict[str, str]:
    """Holiday names without signs -> id."""
    return {
        " ".join(re.findall(r"[a-z]+", re.sub(r"['\u2019]s\b|['\u2019]", "", name))): holiday.id
        for holiday in holidays().values()
        for name in holiday.names
    }


def read_season(hit: Hit) -> Reading | None:
    """As in "last fall", "the summer of 2015", "this spring"."""
    code = hit.value("s", "SEASON")
    if not (hit.has("y") or hit.has("which") or hit.has("rel")) and (
        hit.before() != "in"
        or hit.raw("s")[0].isupper()
        or (hit.text("s") in ("fall", "spring") and not hit.has("the"))
    ):
        return None
    return Season(code, year_of(hit, "y"), WHICH.get(hit.text("which")), shift_of(hit))


def read_portion(hit: Hit) -> Reading | None:
    """As in "the third quarter of 2018", "Q3", "the first half of this year", "last quarter"."""
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
    """As in "fiscal 2019", "the last fiscal year"."""
    return Fiscal(year_of(hit, "y"), SHIFT.get(hit.text("which")))


def read_decade(hit: Hit) -> Reading | None:
    """As in "the 1990s", "the late '80s"."""
    first = int(re.sub(r"\D", "", hit.text("n")))
    if first < _CENTURY:
        if hit.before() not in ("the", "late", "early", "mid") and not hit.has("mod"):
            return None
        owner = hit.before(2) if hit.before() in MODS else hit.before()
        if owner in _OWNERS and hit.raw("n")[:1] not in _QUOTES:
            return None
        first = full_year(first)
    return Era(first, 10, mod_of(hit))


def read_century(hit: Hit) -> Reading | None:
    """As in "the 19th century"."""
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
        Rule("FROM (w:WDAY) JOINT (v:WDAY)", read_weekday_range),
        Rule("(mod:MODP)? (which:last|next|this|coming|past)? (w:WDAY)", read_weekday),
        Rule("(w:WDAY) (of|in)? the? (rel:last|next|this|previous|coming) week", read_weekday),
        Rule("NEAR? (h:HOLIDAY) ( (COMMA|of|in)? (y:YEAR) | RELYEAR)?", read_holiday),
        Rule("(mod:MODP)? WHICH (s:SEASON)", read_season),
        Rule("(mod:MODP)? (the:the)? (s:SEASON) ((of|in)? (y:YR))?", read_season),
        Rule("(the:the)? (s:SEASON) of (rel:last|this|next) year", read_season),
        Rule("the? (o:ORDW) DASH? (k:quarter|half) (of:OFYEAR)?", read_portion),
        Rule("the? (which:last|previous|next|current|this) (k:quarter)", read_portion),
        Rule("(q:q1|q2|q3|q4) (of? (y:YEAR))?", read_portion),
        Rule("(fiscal | financial) year? (y:YEAR)", read_fiscal),
        Rule("the? (which:last|current|next|this|previous) (fiscal | financial) year", read_fiscal),
        Rule("the? (mod:MODP)? (n:DECADE)", read_decade),
        Rule("the? (mod:MODP)? (o:ORD|ORDW) DASH? century", read_century),
    ]  # fmt: skip
