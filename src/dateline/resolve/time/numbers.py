"""Numbers, months and shifts of years, read off the parts of a match."""

import re

from dateline.resolve.time.grammar import Hit

MODS = {
    "early": "START", "beginning": "START", "start": "START", "mid": "MID", "middle": "MID",
    "late": "END", "end": "END", "close": "END",
}  # fmt: skip
WHICH = {
    "last": "last", "past": "last", "previous": "last", "next": "next", "coming": "next",
    "this": "this", "current": "this",
}  # fmt: skip
SHIFT = {"last": -1, "next": 1, "this": 0, "current": 0, "previous": -1, "coming": 1}
_TWO_DIGIT_PIVOT = 40
_CENTURY = 100


def full_year(two_digits: int) -> int:
    """Year of two digits: this century up to 39."""
    return two_digits + (2000 if two_digits < _TWO_DIGIT_PIVOT else 1900)


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
    return full_year(value) if value < _CENTURY else value


def mod_of(hit: Hit) -> str | None:
    """START, MID or END of the part "mod"."""
    return next((MODS[word] for word in hit.all("mod") if word in MODS), None)


def month_of(hit: Hit, part: str) -> int | None:
    """Number of a month's name."""
    found: int | None = hit.value(part, "MONTH") or hit.value(part, "ABBR")
    return found


def day_of(hit: Hit, part: str) -> int | None:
    """Day of the month, in digits or as a word."""
    spelled: int | None = hit.value(part, "ORDW")
    return number(hit.text(part)) or spelled


def shift_of(hit: Hit) -> int | None:
    """Years from the report's, of the part "rel" ("April next year": 1)."""
    return SHIFT.get(hit.text("rel")) if hit.has("rel") else None
