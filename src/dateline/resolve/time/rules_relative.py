"""Rules for dates told from the report or from the date before: today, two days later."""

from dateline.resolve.time.accept import is_weekday
from dateline.resolve.time.grammar import Hit, Rule
from dateline.resolve.time.numbers import MODS, SHIFT, WHICH
from dateline.resolve.time.quantity import quantity
from dateline.resolve.time.readings import (
    Length,
    Part,
    Reading,
    Same,
    Season,
    Step,
    Unit,
    Vague,
    Weekday,
)

_NEAR_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_SMALL = frozenset({"S", "MI", "H"})
_BACK = frozenset({"ago", "earlier", "before", "previously", "beforehand"})
#: Behind "two days before" or "the day after" these show that no other event follows to count from.
_ENDS = frozenset({
    "", ".", ",", ";", ":", ")", "?", "!", '"', "'", "\u201d", "\u2019", "-", "\u2013", "\u2014",
    "and", "but", "when", "while", "as", "in", "at", "on", "to", "by", "with", "that",
})  # fmt: skip
#: Words that may stand capitalized before "Today" in a headline.
_LEADS = frozenset({"here", "until", "from", "as", "of", "on", "and", "by", "for", "since", "only"})
_LONG = {"DE": ("Y", 10), "CE": ("Y", 100), "FN": ("D", 14)}


def _mod(hit: Hit) -> str | None:
    if hit.text("sofar") in ("earlier", "later"):
        return "SOFAR" if hit.text("sofar") == "earlier" else "REST"
    return next((MODS[w] for w in hit.all("mod") if w in MODS), None)


def read_today(hit: Hit) -> Reading | None:
    """As in "today", "yesterday morning", "the day before yesterday"; no paper ("USA Today")."""
    before = hit.words.raw(hit.first - 1)
    if hit.raw("d") == "Today" and before[:1].isupper() and before.lower() not in _LEADS:
        return None
    n = _NEAR_DAYS[hit.text("d")]
    if hit.has("side"):
        n += -1 if hit.text("side") == "before" else 1
    whole = Unit("D", n)
    return Part(hit.value("p", "PART"), whole) if hit.has("p") else whole


def read_tonight(hit: Hit) -> Reading:
    """As in "tonight", "this morning", "last night"."""
    if hit.text("w") == "tonight":
        return Part("NI", Unit("D", 0))
    code = hit.value("p", "PART")
    return Part(code, Unit("D", SHIFT.get(hit.text("which"), 0)))


def read_overnight(_hit: Hit) -> Reading:
    """As in "overnight": the night before the report."""
    return Part("NI", Unit("D", -1))


def read_weekday_part(hit: Hit) -> Reading | None:
    """As in "Friday afternoon"."""
    weekday, part = hit.raw("w"), hit.raw("p")
    if not (weekday[0].isupper() or hit.has("which") or is_weekday(hit, "w")):
        return None
    if part[0].isupper() and not part.isupper():
        return None
    day = Weekday(hit.value("w", "WDAY"), WHICH.get(hit.text("which")))
    return Part(hit.value("p", "PART"), day)


def read_other_part(hit: Hit) -> Reading:
    """As in "the following morning", "that night"."""
    code = hit.value("p", "PART")
    which = hit.text("which")
    if which in ("that", "same"):
        return Part(code, Same("D"))
    return Part(code, Step("D", -1 if which == "previous" else 1, from_report=False))


def read_unit(hit: Hit) -> Reading | None:
    """As in "last week", "earlier this year", "next month"."""
    unit, which = hit.value("u", "UNIT"), hit.text("which")
    if unit in _SMALL or (unit in ("D", "NI") and which not in ("this", "next", "last")):
        return None
    if unit == "D":
        return Step("D", 1, from_report=False) if which == "next" else None
    if unit == "NI":
        return Part("NI", Unit("D", SHIFT.get(which, 0)))
    if hit.has("twice"):
        return Unit(unit, 2 * SHIFT.get(which, -1))
    if which == "past":
        return Length(unit, 1, "past")
    return Unit(unit, SHIFT[which], _mod(hit))


def read_whole(hit: Hit) -> Reading | None:
    """As in "the end of the year", "at the weekend"."""
    unit = hit.value("u", "UNIT")
    return None if unit in _SMALL or unit in ("D", "NI") else Unit(unit, 0, _mod(hit))


def read_weekend(hit: Hit) -> Reading:
    """As in "the weekend": by tense, like a weekday."""
    return Weekday(0, WHICH.get(hit.text("which")), SHIFT.get(hit.text("which")))


def read_before_last(hit: Hit) -> Reading | None:
    """As in "the week before last", "the year after next"."""
    unit = hit.value("u", "UNIT")
    return None if unit in _SMALL else Unit(unit, -2 if hit.text("which") == "last" else 2)


def read_same(hit: Hit) -> Reading | None:
    """As in "the same day", "later that year"."""
    unit = hit.value("u", "UNIT")
    return None if unit in _SMALL or unit == "NI" else Same(unit, _mod(hit))


def read_next_to(hit: Hit) -> Reading | None:
    """As in "the following day", "the previous year", "the next day"."""
    unit, which = hit.value("u", "UNIT"), hit.text("which")
    if unit in _SMALL:
        return None
    if which == "next" and unit not in ("D", "NI"):
        return Length(unit, 1, "next")
    return Step(
        "D" if unit == "NI" else unit,
        -1 if which in ("previous", "preceding") else 1,
        from_report=False,
    )


def read_beside(hit: Hit) -> Reading | None:
    """As in "the day before", "a year earlier", where no other event is named behind."""
    unit, side = hit.value("u", "UNIT"), hit.text("side")
    if unit in _SMALL or (side in ("before", "after") and not _ends(hit)):
        return None
    return Step("D" if unit == "NI" else unit, -1 if side in _BACK else 1, from_report=False)


def _ends(hit: Hit) -> bool:
    after = hit.after()
    return after in _ENDS or after == "\n" or not after.strip()


def read_steps(hit: Hit) -> Reading | None:
    """As in "three days ago", "two weeks later", "a decade earlier"."""
    side, unit = hit.text("side"), hit.value("u", "UNIT")
    amount = quantity(hit, "q")
    if hit.text("half") == "half":
        amount = None if amount is None else amount + 0.5
    if side in ("before", "after") and not _ends(hit):
        return None
    from_report = side in ("ago", "hence", "from")
    if unit in _SMALL:
        return (
            None if not from_report else Step("H", None if amount is None else 1, from_report=True)
        )
    if amount is None:
        return Vague("PAST_REF") if side == "ago" else None
    unit, factor = _LONG.get(unit, (unit, 1))
    n = round(amount * factor)
    return Step(unit, -n if side in _BACK else n, from_report)


def read_one_ago(hit: Hit) -> Reading | None:
    """As in "the year-ago quarter"."""
    unit = hit.value("u", "UNIT")
    return (
        None if unit in _SMALL or hit.before(2)[:1].isdigit() else Step(unit, -1, from_report=True)
    )


def read_vague_ago(hit: Hit) -> Reading | None:
    """As in "years ago", "weeks earlier"."""
    return Vague("PAST_REF") if hit.text("side") == "ago" else None


def read_now(_hit: Hit) -> Reading:
    """As in "now", "at the moment"."""
    return Vague("PRESENT_REF")


def read_recently(hit: Hit) -> Reading | None:
    """As in "recently", "in the past" (not "in the past two weeks")."""
    after = hit.after()
    if hit.words.at(hit.last - 1) == "past" and (after[:1].isdigit() or after in hit.values):
        return None
    return Vague("PAST_REF")


def read_future(_hit: Hit) -> Reading:
    """As in "the future"."""
    return Vague("FUTURE_REF")


def read_season_step(hit: Hit) -> Reading:
    """As in "the following spring"."""
    return Season(hit.value("s", "SEASON"), None, "next")


def rules() -> list[Rule]:
    """The rules of this file."""
    return [
        Rule("(the day (side:before|after))? (d:yesterday|today|tomorrow) (p:PART)?", read_today),
        Rule("(mod:early|late)? (w:tonight)", read_tonight),
        Rule("LATER? (which:this|last) (p:PART)", read_tonight),
        Rule("overnight", read_overnight),
        Rule("LATE? NEAR? (w:WDAY) COMMA? LATE? DASH? (p:PART)", read_weekday_part),
        Rule("LATER? the? (which:following|next|previous|same) (p:PART)", read_other_part),
        Rule("LATER? (which:that) (same)? (p:PART)", read_other_part),
        Rule("(sofar:earlier|later)? (mod:MODP)? (which:last|this|next|past) (u:UNIT)", read_unit),
        Rule("(which:last|this|next) (u:UNIT)", read_unit),
        Rule("(sofar:earlier|later) in the (u:UNIT)", read_whole),
        Rule("(u:UNIT) DASH ago", read_one_ago),
        Rule("(mod:MODP) (which:last|this|next|the) (u:UNIT)", read_whole_or_unit),
        Rule("(the)? (which:last|this|next|past|previous|coming)? (u:weekend)", read_weekend),
        Rule("the (u:UNIT) (before|after) (which:last|next)", read_before_last),
        Rule("LATER? (the same | that same | that very | that) (u:UNIT)", read_same),
        Rule("LATER? the BESIDE (u:UNIT)", read_next_to),
        Rule("(the | a | one) (u:UNIT) (side:before|after|earlier|later)", read_beside),
        Rule("(q:QTYA) (EXTRA)? (u:UNIT) (and a (half:half))? SIDE", read_steps),
        Rule("(q:QTYA) (u:UNIT) (side:from) (now|today)", read_steps),
        Rule("(u:UNITS) (side:ago)", read_vague_ago),
        Rule("(right|just|until|by|till)? now | at present | at the moment", read_now),
        Rule("currently | presently | nowadays | these days", read_now),
        Rule("(more | most)? recently | lately | in the (recent | distant)? past", read_recently),
        Rule("the future | the? (near | distant | foreseeable | immediate) future", read_future),
        Rule("the (following | next) (s:SEASON)", read_season_step),
    ]  # fmt: skip


def read_whole_or_unit(hit: Hit) -> Reading | None:
    """As in "the end of the month", "late next week"."""
    return read_whole(hit) if hit.text("which") == "the" else read_unit(hit)
