"""Rules for durations, sets and times of day."""

from dateline.resolve.time.grammar import Hit, Rule
from dateline.resolve.time.quantity import quantity
from dateline.resolve.time.readings import Clock, Length, Part, Reading, Repeat, WeekOf
from dateline.resolve.time.rules_calendar import read_day

#: Words before "a day" that make it a duration and not a rate.
_FOR = frozenset({
    "for", "in", "within", "after", "than", "about", "nearly", "almost", "least", "over", "under",
    "lasted", "lasting", "last", "took", "takes", "take", "taking", "only", "just", "roughly",
    "around", "spent", "spend", "whole", "during", "until", "half", "as", "long", "through",
    "barely", "of", "some", "more", "another", "and", "or",
})  # fmt: skip
_TIMED = frozenset({"S", "MI", "H"})
_SIDES = {
    "past": "past",
    "last": "past",
    "previous": "past",
    "next": "next",
    "coming": "next",
    "following": "next",
}
_OLD = frozenset({"old", "olds", "age", "aged"})
_AT = frozenset(
    {
        "at",
        "around",
        "about",
        "by",
        "from",
        "until",
        "till",
        "before",
        "after",
        "since",
        "to",
        "between",
        "and",
        "(",
        ",",
        "shortly",
    }
)
_NOON = 12
_RATE = frozenset({"a", "an", "per"})


def read_length(hit: Hit) -> Reading | None:
    """As in "two days", "a five-hour", "three-and-a-half years"; no ages."""
    unit, amount = hit.value("u", "UNIT"), quantity(hit, "q")
    if hit.after() in _OLD or (hit.after() == "-" and hit.after(1) in _OLD):
        return None
    if hit.has("half") and amount is not None:
        amount += 0.5
    words = hit.all("q")
    if hit.after() in _RATE and "UNIT" in hit.values.get(hit.after(1), {}):
        return None
    if amount is None and not any("VAGUE" in hit.values.get(w, {}) for w in words):
        return None
    if (unit == "S" and hit.text("u") == "second") or (unit == "Q" and amount is None):
        return None
    return Length(unit, amount, _SIDES.get(hit.text("side")))


def read_one(hit: Hit) -> Reading | None:
    """As in "a week" after a word that asks for a length; else "a day" is a rate, or nothing."""
    unit = hit.value("u", "UNIT")
    if (
        hit.text("u") == "second"
        or hit.after() in _OLD
        or (hit.after() in ("-", "\u2011") and hit.after(1) == "long")
        or "UNIT" in hit.values.get(hit.before(), {})
    ):
        return None
    if hit.has("per") or (hit.before() not in _FOR and _rated(hit)):
        return None if unit in ("S", "MI", "H") else Repeat(timex_length(unit, 1))
    return Length(unit, 1) if hit.before() in _FOR else None


def _rated(hit: Hit) -> bool:
    return any(
        hit.before(n)[:1].isdigit()
        or hit.before(n) in ("times", "once", "twice", "million", "billion")
        for n in (1, 2, 3)
    )


def read_long(hit: Hit) -> Reading | None:
    """As in "week-long", "decades-long", "years-old", but no ages ("six-year-old")."""
    unit = hit.value("u", "UNIT")
    aged = hit.before() == "-" and hit.before(2)[:1].isdigit()
    if hit.text("end") == "old" and (aged or "UNITS" not in hit.values[hit.text("u")]):
        return None
    return Length(unit, None if "UNITS" in hit.values.get(hit.text("u"), {}) else 1)


def read_stretch(hit: Hit) -> Reading | None:
    """As in "the past decade", "the last two weeks", "the coming days"."""
    unit, side = hit.value("u", "UNIT"), _SIDES.get(hit.text("side"))
    if hit.has("q"):
        return Length(unit, quantity(hit, "q"), side)
    if unit in ("S", "MI"):  # "at the last minute"
        return None
    if "UNITS" in hit.values.get(hit.text("u"), {}):
        return Length(unit, None, side)
    return Length(unit, 1, side)


def read_some(hit: Hit) -> Reading | None:
    """As in "for weeks", "in recent days", "over the years"."""
    return Length(hit.value("u", "UNIT"), None)


def read_every(hit: Hit) -> Reading | None:
    """As in "every Friday", "every two weeks", "each morning"."""
    if hit.has("w"):
        return Repeat(f"XXXX-WXX-{hit.value('w', 'WDAY')}")
    if hit.has("p"):
        return Repeat(f"XXXX-XX-XXT{hit.value('p', 'PART')}")
    if hit.has("m"):
        return Repeat(f"XXXX-{hit.value('m', 'MONTH'):02d}")
    if hit.has("s"):
        return Repeat(f"XXXX-{hit.value('s', 'SEASON')}")
    amount = quantity(hit, "q") if hit.has("q") else 1.0
    if hit.text("u") == "second":
        return None
    if hit.text("other") == "other":
        amount = 2.0
    return Repeat(timex_length(hit.value("u", "UNIT"), amount))


def read_often(hit: Hit) -> Reading | None:
    """As in "twice a week"."""
    return Repeat(timex_length(hit.value("u", "UNIT"), 1))


def read_plural_weekday(hit: Hit) -> Reading | None:
    """As in "on Fridays"."""
    return Repeat(f"XXXX-WXX-{hit.value('w', 'WDAYS')}")


def read_adverb(hit: Hit) -> Reading | None:
    """As in "daily", "annually"; not in a name ("China Daily")."""
    if hit.raw("a")[0].isupper() and hit.words.raw(hit.first - 1)[:1].isupper():
        return None
    return Repeat(hit.value("a", "ADVERB"))


def read_clock(hit: Hit) -> Reading | None:
    """As in "10:30 GMT", "3 p.m.", "1030 GMT", "4 in the morning"."""
    hour, minute = _hour_minute(hit)
    marked = (
        hit.has("ap")
        or hit.has("z")
        or hit.has("o")
        or hit.has("hrs")
        or hit.has("lt")
        or hit.has("p")
    )
    if hour is None or (not marked and hit.before() not in _AT):
        return None
    half = hit.text("ap").replace(".", "").replace(" ", "")
    if hit.has("p"):
        half = "am" if hit.value("p", "PART") == "MO" else "pm"
    if half and not 1 <= hour <= _NOON:
        return None
    if half == "pm" and hour < _NOON:
        hour += _NOON
    elif half == "am" and hour == _NOON:
        hour = 0
    return Clock(hour, minute, hit.value("z", "ZONE"))


def _hour_minute(hit: Hit) -> tuple[int | None, int]:
    text = hit.text("t")
    if ":" in text or "." in text:
        parts = text.replace(".", ":").split(":")
        hour, minute = int(parts[0]), int(parts[1])
    elif len(text) > 2:  # noqa: PLR2004
        hour, minute = divmod(int(text), 100)
    else:
        hour, minute = int(text), 0
    return (hour, minute) if hour <= 24 and minute < 60 else (None, 0)  # noqa: PLR2004


def read_noon(hit: Hit) -> Reading | None:
    """As in "midnight", "at noon"."""
    if hit.before() == "high":
        return None
    return Clock(hit.value("t", "NOON"), 0, hit.value("z", "ZONE"))


def read_part(hit: Hit) -> Reading:
    """As in "in the morning" of the day spoken of."""
    return Part(hit.value("p", "PART"))


def read_week_of(hit: Hit) -> Reading | None:
    """As in "the week of March 6"."""
    inner = read_day(hit)
    return WeekOf(inner) if inner else None


def timex_length(unit: str, n: float | None) -> str:
    """TIMEX3 value of a length; X for a vague amount."""
    factor, letter = {
        "DE": (10, "Y"),
        "CE": (100, "Y"),
        "FN": (2, "W"),
        "Q": (3, "M"),
        "NI": (1, "D"),
        "MI": (1, "M"),
    }.get(unit, (1, unit))
    prefix = "PT" if unit in _TIMED else "P"
    if n is None:
        return f"{prefix}X{letter}"
    amount = n * factor
    if amount != int(amount):
        finer = {"H": ("MI", 60), "Y": ("M", 12), "D": ("H", 24), "MI": ("S", 60)}.get(
            unit if factor == 1 else letter
        )
        if unit == "H":
            whole = int(amount)
            return (
                f"PT{whole}H{round((amount - whole) * 60)}M"
                if whole
                else f"PT{round(amount * 60)}M"
            )
        if finer and factor == 1:
            return timex_length(finer[0], round(amount * finer[1]))
        return f"{prefix}{amount:g}{letter}"
    return f"{prefix}{int(amount)}{letter}"


def rules() -> list[Rule]:
    """The rules of this file."""
    return [
        Rule("(q:QTY) DASH? EXTRA? (u:UNIT) (DASH? (long | plus))?", read_length),
        Rule("(q:QTY) DASH? and DASH? a DASH? (half:half) DASH? (u:UNIT)", read_length),
        Rule("(q:QTY) (u:UNIT) and a (half:half)", read_length),
        Rule("(per:per)? (a | an | per) (u:UNIT)", read_one),
        Rule("(u:UNIT) DASH (end:long|old)", read_long),
        Rule("the (side:past|last|previous|next|coming|following) (q:QTY)? (u:UNIT)", read_stretch),
        Rule("(side:past|last|next|coming|following) (q:QTY) (u:UNIT)", read_stretch),
        Rule("(side:past|last|next|coming|following) (u:UNITS)", read_stretch),
        Rule("recent (u:UNITS)", read_some),
        Rule("(lead:for|over|after|within) the? (u:UNITS)", read_some),
        Rule("(every | each) (other:other)? (q:QTY)? (u:UNIT)", read_every),
        Rule("(every | each) ((w:WDAY) | (p:PART) | (m:MONTH) | (s:SEASON))", read_every),
        Rule("(once | twice | QTY times) (a | an | per | every | each) (u:UNIT)", read_often),
        Rule("(w:WDAYS)", read_plural_weekday),
        Rule("(a:ADVERB)", read_adverb),
        Rule("(t:HOUR|CLOCK|POINT) (ap:AMPM) (z:ZONE)? (local time)?", read_clock),
        Rule("(t:CLOCK) (z:ZONE)? (lt:local time)?", read_clock),
        Rule("(t:POINT|HHMM) (z:ZONE)", read_clock),
        Rule("(t:HHMM) (hrs:hrs|hours) (z:ZONE)?", read_clock),
        Rule("(t:HOUR) (o:OCLOCK) (z:ZONE)?", read_clock),
        Rule("(t:HOUR|CLOCK) in the (p:PART)", read_clock),
        Rule("(t:NOON) (z:ZONE)?", read_noon),
        Rule("(early | late | later)? in the (early | late)? (p:PART)", read_part),
        Rule("the week of (m:MOY) (d:DAYN) (COMMA? (y:YR))?", read_week_of),
    ]  # fmt: skip
