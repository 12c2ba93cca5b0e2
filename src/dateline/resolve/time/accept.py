"""Whether a number is a year and a name a month or weekday: the words around it decide."""

from dateline.knowledge.calendar import context_words
from dateline.resolve.time.grammar import Hit

#: A year needs nothing else after one of these.
_SURE = frozenset({"in", "since", "until", "during", "year", "early", "late", "mid", "by"})
_OF_YEAR = _SURE | {
    "of",
    "from",
    "to",
    "between",
    "the",
    "circa",
    "(",
    "before",
    "after",
    "and",
    "till",
    "through",
    "around",
    "about",
}
_NAMES_TOO = frozenset({"may", "march"})
_BEFORE_NAMES = frozenset({
    "in", "since", "until", "till", "by", "during", "of", "from", "last", "next", "this", "early",
    "late", "mid", "through", "between", "every", "each",
})  # fmt: skip
_COMPOUND = frozenset(
    {
        "strong",
        "member",
        "man",
        "seat",
        "page",
        "room",
        "bed",
        "year",
        "foot",
        "mile",
        "metre",
        "meter",
        "km",
        "pound",
        "ton",
    }
)
_PREFIXES = frozenset({"post", "pre", "mid", "early", "late"})
_NEWS_YEARS = range(1900, 2036)
_HUNDRED = 100
_DAY_DIGITS, _YEAR_DIGITS = 2, 4
_DAY_PREPOSITIONS = frozenset(
    {"on", "last", "next", "this", "since", "until", "by", "every", "from", "of", "late", "early"}
)


def is_year(hit: Hit, year: int) -> bool:
    """Whether a bare four-digit number is a year of the calendar."""
    before, after = hit.before(), hit.after()
    if before == ".":
        before = hit.before(2) if hit.before(2) in ("no", "nos") else before
    if before in context_words("not_year_after") or _glued_to_number(hit):
        return False
    if after == "-" and hit.words.glued(hit.last) and hit.after(1) in _COMPOUND:
        return False
    if _is_address(hit):
        return False
    if year not in _NEWS_YEARS:
        return before in _OF_YEAR - {"the", "about", "around"} and after not in context_words(
            "not_year_before"
        )
    if after not in context_words("not_year_before"):
        return year % _HUNDRED != 0 or before in _OF_YEAR or after in ("", ".", ",", ")", "'s")
    return before in _SURE and year % _HUNDRED != 0


def _is_address(hit: Hit) -> bool:
    """Whether the number is a house's ("1915 Birch Street")."""
    named = hit.words.raw(hit.last)[:1].isupper()
    return named and any(hit.after(n) in context_words("streets") for n in (1, 2))


def _glued_to_number(hit: Hit) -> bool:
    if not hit.words.glued(hit.first):
        return False
    before, two = hit.before(), hit.before(2)
    if before in ("-", "\u2013", "\u2014", "/"):
        year = two.isdigit() and len(two) == _YEAR_DIGITS
        return not (two in _PREFIXES or year) and hit.words.glued(hit.first - 1)
    return before not in ("(", "[", "'", '"', "\u2018", "\u201c")


def is_month(hit: Hit, part: str) -> bool:
    """Whether a month's name without a number is one, not "may", "march" or a person's name."""
    raw, before = hit.raw(part), hit.before()
    word = raw.lower()
    if hit.after()[:1].isdigit() and len(hit.after()) <= _DAY_DIGITS:
        return False
    if word in _NAMES_TOO:
        if not raw[0].isupper():
            return before in ("in", "since", "until", "last", "during", "early", "late", "mid")
        return before in _BEFORE_NAMES or (
            before in ("the", "a") and _follows_noun(hit) and not raw.isupper()
        )
    if before in context_words("time_prepositions"):
        return True
    follows = hit.words.raw(hit.last)
    if not raw[0].isupper() or raw.isupper():
        return before in _BEFORE_NAMES
    return not (
        follows[:1].isupper()
        and hit.words.spans[hit.last - 1][1] + 1 == hit.words.spans[hit.last][0]
    )


def _follows_noun(hit: Hit) -> bool:
    after = hit.words.raw(hit.last)
    return after[:1].islower() and after not in (
        "on",
        "of",
        "to",
        "for",
        "in",
        "at",
        "by",
        "from",
        "that",
        "and",
        "was",
        "is",
        "has",
    )


def is_weekday(hit: Hit, part: str) -> bool:
    """Whether a weekday is a day, not part of a newspaper's or a massacre's name."""
    raw, before = hit.raw(part), hit.words.raw(hit.first - 1)
    if not raw[0].isupper():
        return before.lower() in _DAY_PREPOSITIONS or hit.words.text.islower()
    if (
        before[:1].isupper()
        and before.lower() in context_words("named_weekday_before")
        and before != before.upper()
    ):
        return False
    follows = hit.words.raw(hit.last)
    return not (
        follows[:1].isupper()
        and not follows.isupper()
        and follows.lower() in context_words("papers")
    )


def is_named(hit: Hit) -> bool:
    """Whether a month and day stand in a name ("the April 6 Youth Movement")."""
    follows = [hit.words.raw(hit.last + n) for n in range(2)]
    return follows[0][:1].isupper() and any(
        w[:1].isupper() and w.lower() in context_words("movements") for w in follows
    )
