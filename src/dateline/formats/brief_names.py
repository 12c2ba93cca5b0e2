"""Names, places, figures and days in words, for sentences."""

from collections.abc import Sequence
from datetime import date
from unicodedata import bidirectional

from dateline.formats.brief_phrases import DEFINITE
from dateline.formats.screen import clean
from dateline.formats.wording import day_words, range_words
from dateline.knowledge.countries import NOT_STATES, Countries
from dateline.records.incident import Party, Range, Site

#: What a figure counts, and its name before a colon.
FIGURES = ("killed", "injured", "arrested", "displaced", "crowd")
_FIGURE_WORDS = {"arrested": "detained", "crowd": "people there"}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MANY = {"police", "people", "troops", "forces", "militia", "military police", "rebels"}
#: Characters of a name, and names of one side.
_NAME = 90
_SHOWN_NAMES = 4


def parties(people: Sequence[Party]) -> str:
    """Names of one side: "Chad and Sudan"; of many the first few and how many more."""
    return listed(list(dict.fromkeys(with_article(p.name) for p in people)))


def with_article(name: str | None) -> str:
    """A name as it stands in a sentence: "the African Union", "the Ministry of Defence", but "Chad", "traders"."""
    words = named(name)
    head = words.lower().partition(" of ")[0].partition(" for ")[0].split()[-1:]
    lone = (
        " " not in words
        and not words.islower()
        and words.lower() not in {"netherlands", "philippines", "gambia"}
    )
    if (
        not head
        or head[0] not in DEFINITE
        or lone
        or words.lower().startswith(("the ", "a ", "an "))
    ):
        return words
    return f"the {words}"


def listed(names: Sequence[str], most: int = _SHOWN_NAMES) -> str:
    """Such as "A", "A and B", "A, B and C", "A, B, C, D and 3 others"."""
    shown, left = list(names[:most]), len(names) - most
    if left > 0:
        shown.append(f"{left:,} {'other' if left == 1 else 'others'}")
    return " and ".join((", ".join(shown[:-1]), shown[-1])) if len(shown) > 1 else "".join(shown)


def named(name: str | None) -> str:
    """A name on one line, without control characters, cut where it is very long."""
    words = " ".join(clean(name or "").split()) or "somebody not named"
    shown = words if len(words) <= _NAME else f"{words[: _NAME - 1].rstrip()}\u2026"
    backwards = any(bidirectional(c) in {"R", "AL"} for c in shown)
    return f"\u2068{shown}\u2069" if backwards else shown  # so that neighbours keep their order


def country_name(code: str | None) -> str | None:
    """A country by its name; codes that are no country are left out."""
    if not code or code in NOT_STATES:
        return None
    found = Countries.load().get(code)
    return found.name if found else named(code)


def site_words(site: Site | None) -> str:
    """Where, without "in": "Abeche, Chad"; empty without a place."""
    if site is None:
        return ""
    name, country = named(site.name), country_name(site.country)
    where = f"near {name}" if site.precision == "near" and not name.startswith("near ") else name
    return where if country is None or country == name else f"{where}, {country}"


def ranged(pair: Range) -> str:
    """A figure: "12", "12 to 15", "at least 12", "at most 5"."""
    return range_words(*pair)


def figure_words(figures: dict[str, Range]) -> str:
    """The figures as "killed: 12 to 15, injured: at least 30"; empty where there are none."""
    found = [
        (n, figures[n]) for n in (*FIGURES, *sorted(set(figures) - set(FIGURES))) if n in figures
    ]
    return ", ".join(
        f"{_FIGURE_WORDS.get(n, named(n))}: {ranged(pair)}"
        for n, pair in found
        if pair != (None, None)
    )


def days_words(first: str | None, last: str | None) -> str:
    """One day ("Friday 5 April 2019") or an interval ("30 March to 5 April 2019"); "Day not told" without either."""
    days = list(dict.fromkeys(d for d in (first, last) if d))
    if not days:
        return "Day not told"
    if len(days) == 1:
        return day_words(named(days[0]))
    if found := _calendar_unit(days[0], days[1]):
        return found
    start, end = short_day(days[0]).split(), short_day(days[1]).split()
    if len(start) == len(end) == len(["d", "m", "y"]):
        same = 2 if start[1:] == end[1:] else 1 if start[2] == end[2] else 0
        start = start[: len(start) - same]
    return f"{' '.join(start)} to {' '.join(end)}"


def _calendar_unit(first: str, last: str) -> str:
    """A whole month or year by its name, since a report that says "in May" gives no closer day; else empty."""
    if not (date_known(first) and date_known(last)):
        return ""
    start, after = date.fromisoformat(first), date.fromisoformat(last).toordinal() + 1
    if start.day != 1 or after > date.max.toordinal() or (end := date.fromordinal(after)).day != 1:
        return ""
    months = (end.year - start.year) * 12 + end.month - start.month
    if months == 1:
        return short_day(first).partition(" ")[2]
    return f"{start.year}" if months == len("JFMAMJJASOND") and start.month == 1 else ""


def stretch_words(day: str) -> str:
    """A day ahead as close as it is told: a day, a month ("March 2026") or a stretch ("... to ...")."""
    first, _, last = day.partition("/")
    if last:
        return f"{stretch_words(first)} to {stretch_words(last)}"
    if len(day) == len("2026-03") and date_known(f"{day}-01"):
        return short_day(f"{day}-01").partition(" ")[2]
    return day_words(named(day))


def short_day(day: str | None) -> str:
    """An ISO day as "5 April 2019"; anything else as it stands."""
    if not day:
        return "day not told"
    return day_words(day).partition(" ")[2] if date_known(day) else named(day)


def date_known(day: str) -> bool:
    """Whether words are an ISO day."""
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def counted(n: int, noun: str, many: str | None = None) -> str:
    """Such as "two outlets", "1,200 reports"."""
    words = _NUMBERS[n] if 0 <= n < len(_NUMBERS) else f"{n:,}"
    return f"{words} {noun if n == 1 else many or f'{noun}s'}"


def many_people(name: str | None) -> bool:
    """Whether a name is one of many people, by its last word: "rebels", "police", "Armed Forces"."""
    last = named(name).lower().split()[-1]
    return last in _MANY or (last.endswith("s") and not last.endswith(("ss", "us", "is", "as")))


def capital(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]
