"""The line that opens a story: "TRIPOLI, Libya, April 5 (Reuters) -"."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.intake.published import MONTH, iso_of
from dateline.knowledge.files import load_json
from dateline.records import Dateline

_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DATE = re.compile(
    rf"{_DAY}(?:(?P<m1>{MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y1>\d{{4}}))?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{MONTH})(?:,?\s+(?P<y2>\d{{4}}|\d{{2}}))?)(?!\w)",
    re.IGNORECASE,
)
_UPPER = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'\u2019.]*"
_CAPITAL = r"(?:(?:St|Mt|Ft)\.|[A-Z\u00c0-\u00de][\w'\u2019]+)"
_LINKS = "de|del|da|do|la|el|al|es"
#: Words of a place in capitals; small linking words may stand inside ("RIO de JANEIRO", "BAGHDAD
#: and MOSUL").
_PLACE_UPPER = re.compile(
    rf"{_UPPER}(?:(?:[ /-]|\s*/\s*)(?:(?:{_LINKS}|and)[ -])?{_UPPER}){{0,4}}(?![a-z])"
)
_PLACE_CAPITAL = re.compile(rf"{_CAPITAL}(?:[ -](?:(?:{_LINKS})[ -])?{_CAPITAL}){{0,3}}")
_PLACE_LOWER = re.compile(r"[a-z]{3,}(?: [a-z]{3,}){0,2}(?=: )")
_REGION = re.compile(
    rf",\s*({_CAPITAL}(?:[ -]{_CAPITAL}){{0,2}}\.?|[A-Z](?:\.[A-Z])+\.?|[A-Z]{{2}}\b)(?![\w])"
)
_DATELESS = re.compile(r",\s*NO DATE\b")
_COUNTRY = re.compile(r"\s*\(([A-Z][\w ]{2,25})\)(?=,)")
_BRACKETS = re.compile(r",?\s*\((?:by\s+)?([A-Za-z][^()\n]{0,60})\)")
_SLASHES = re.compile(r"\s*/([A-Z][\w .-]{1,24})/")
_BARE = re.compile(r",\s*([A-Z][A-Za-z/-]+(?: [A-Z][A-Za-z]+)?)(?=\s*[-\u2013\u2014:])")
_STRONG = re.compile(r"\s*(?:-{2,}|[\u2014\u2013]+|_)(?:-|\u2014|\u2013)*\s*|\s+-\s+")
_WEAK = re.compile(r"\s*(?::|-)\s*")
_MARKS = re.compile(r"(?:\[[A-Z][A-Z ,.\n'&()/-]{0,160}\]\s*)+")
_PREAMBLE = re.compile(
    r"[^\n]{1,160}\n\s*|(?:(?!\. )[^\n]){15,160}[.!?]\s+(?=[A-Z\u00c0-\u00de]{3})"
)
#: Words that never stand in the name of a place, for reports written in capitals throughout.
_NO_PLACE = frozenset(
    (
        *(
            "a",
            "he",
            "her",
            "his",
            "how",
            "i",
            "if",
            "in",
            "is",
            "it",
            "its",
            "my",
            "no",
            "not",
            "of",
        ),
        *("on", "our", "said", "says", "she", "that", "the", "their", "they", "this", "to", "was"),
        *("we", "what", "when", "where", "who", "why", "will", "with", "you"),
    )
)
_LATEST_LINES = 3
_SHORTEST_NAME, _SHORTEST_ALONE = 3, 4
_AGENCY_WORDS = 6
_LONGEST_HEADER = 120
#: A line about the report that may stand before it ("This story is from May 5, 2003").
_NOTE = re.compile(
    r"(?:this story is from|published|updated|posted)[^\n]{0,60}\n\s*", re.IGNORECASE
)
_AFTER_BRACKET = re.compile(r"[ \t]+(?=[\"'\u201c\u2018A-Z\u00c0-\u00de])|\s*\n\s*")
#: No sign at all between a city in capitals and the story ("LONDON The strike ...").
_GAP = re.compile(r"[ \t]+(?=[A-Z\u00c0-\u00de][a-z])")


@dataclass(frozen=True, slots=True)
class Header:
    """A dateline with what stands before it.

    ``headline`` is the part of the text before it (start, end), or None; ``day`` the ISO day if
    the line gives one with its year.
    """

    dateline: Dateline
    headline: tuple[int, int] | None
    day: str | None


def find_dateline(text: str) -> Header | None:
    """The dateline of a report, at its start or after a headline.

    Args:
        text: the report's text.

    Returns:
        The header, or None; ``dateline.end`` is where the story begins.
    """
    at = len(text) - len(text.lstrip())
    if note := _NOTE.match(text, at):
        at = note.end()
    found = _parse(text, at, text[at : at + 600].isupper())
    if found:
        return found
    begin = at
    for _ in range(_LATEST_LINES):
        before = _PREAMBLE.match(text, at)
        if not before:
            return None
        at = before.end()
        found = _parse(text, at, upper=False) if at < len(text) else None
        # After other words only a complete line convinces: agency, date or a dash after capitals.
        if found and (found.dateline.agency or found.dateline.date or _dashed(text, at, found)):
            end = before.end()
            line = (begin, begin + len(text[begin:end].rstrip()))
            return Header(found.dateline, line, found.day)
    return None


def _dashed(text: str, at: int, found: Header) -> bool:
    return text[at : found.dateline.end].rstrip()[-1:] in "-\u2013\u2014_"


def _parse(text: str, at: int, upper: bool) -> Header | None:
    place, where = _place(text, at)
    agency: str | None = None
    day: re.Match[str] | None = None
    for _ in range(3):  # date and agency come in either order
        if day is None:
            day, where = _date(text, where, first=where == at)
        name, where = _agency(text, where, first=where == at)
        if name and (match := _DATE.fullmatch(name.strip())):
            day, name = day or match, None
        agency = agency or name
    city = bool(place) and str(place).split(",")[0].upper() in _cities()
    end = _end(text, where, supported=bool(agency or day), city=city and text[at:where].isupper())
    if end is None or not (place or agency) or end >= len(text):
        return None
    if not (day or agency) and text[end].islower() and not str(place).islower():
        return None  # "MOSCOW - backed rebels"
    parts = _Parts(text[at:where], place, agency, day, text[where:end].strip())
    if not (city and parts.dash) and not _plausible(parts, upper=upper):
        return None
    marks = _MARKS.match(text, end)
    wording = day.group().strip() if day else None
    return Header(Dateline(place, wording, agency, marks.end() if marks else end), None, _iso(day))


def _place(text: str, at: int) -> tuple[str | None, int]:
    if match := _PLACE_LOWER.match(text, at):
        return match.group(), match.end()
    match = _PLACE_UPPER.match(text, at)
    if not match or len(match.group()) < _SHORTEST_NAME:
        match = _PLACE_CAPITAL.match(text, at)
    if not match or _DATE.match(text, at):
        return None, at
    end = match.end()
    if country := _COUNTRY.match(text, end):
        end = country.end()
    if dateless := _DATELESS.match(text, end):
        return text[at:end], dateless.end()
    for _ in range(2):
        region = _REGION.match(text, end)
        if (
            not region
            or _DATE.match(text, region.start(1))
            or region.group(1).upper() in _agencies()
        ):
            break
        end = region.end()
    return text[at:end], end


def _date(text: str, at: int, *, first: bool) -> tuple[re.Match[str] | None, int]:
    lead = re.compile(r"" if first else r",?\s*").match(text, at)
    match = _DATE.match(text, lead.end()) if lead else None
    return (match, match.end()) if match else (None, at)


def _agency(text: str, at: int, *, first: bool) -> tuple[str | None, int]:
    match = _BRACKETS.match(text, at)
    if match:
        return match.group(1).strip(), match.end()
    if not first:
        for pattern in (_SLASHES, _BARE):
            match = pattern.match(text, at)
            if match and (pattern is _SLASHES or match.group(1).upper() in _agencies()):
                return match.group(1), match.end()
    return None, at


def _end(text: str, at: int, *, supported: bool, city: bool) -> int | None:
    """Where the story begins: after the dash, an agency's bracket or a known city."""
    match = _STRONG.match(text, at) or _WEAK.match(text, at)
    if match and match.end() > match.start() and not (match.group() == "-" and not supported):
        return match.end()
    if supported and text[at - 1 : at] == ")":
        gap = _AFTER_BRACKET.match(text, at)
    else:
        gap = _GAP.match(text, at) if city else None
    return gap.end() if gap else None


@dataclass(frozen=True, slots=True)
class _Parts:
    """What stands in a line that may be a dateline."""

    whole: str
    place: str | None
    agency: str | None
    day: re.Match[str] | None
    dash: str


def _plausible(parts: _Parts, *, upper: bool) -> bool:
    """Whether the parts make a dateline; ``upper`` where the whole report is in capitals."""
    agency = parts.agency
    if agency and not _agency_like(agency):
        return False
    if parts.place is None:
        return bool(agency and (agency.upper() in _agencies() or parts.day))
    head = parts.place.split(",")[0]
    if head.upper() in _labels() or _NO_PLACE & set(head.lower().split()):
        return False
    if parts.day or (agency and (head.isupper() or agency.upper() in _agencies())):
        return len(parts.whole) < _LONGEST_HEADER
    return _plausible_alone(head, parts, upper=upper)


def _plausible_alone(head: str, parts: _Parts, *, upper: bool) -> bool:
    """A place with neither date nor agency: capitals and a dash, or a colon after a longer name."""
    if head.islower():
        return parts.dash == ":"
    if not head.isupper() or len(head) < _SHORTEST_ALONE or upper:
        return False
    if not parts.dash:
        return head.upper() in _cities()
    return parts.dash != ":" or "," in str(parts.place) or len(head) > _SHORTEST_ALONE


def _agency_like(name: str) -> bool:
    words = name.split()
    return len(words) <= _AGENCY_WORDS and (name[:1].isupper() or name.upper() in _agencies())


def _iso(match: re.Match[str] | None) -> str | None:
    """ISO day of a date with a year ("4 FEB 90" is 1990), else None."""
    if match is None:
        return None
    year, month, day = (
        (match["y1"], match["m1"], match["d1"])
        if match["m1"]
        else (match["y2"], match["m2"], match["d2"])
    )
    return iso_of(year, month, day) if year else None


@cache
def _agencies() -> frozenset[str]:
    return frozenset(load_json("intake.json")["agencies"])


@cache
def _labels() -> frozenset[str]:
    return frozenset(load_json("intake.json")["labels"])


@cache
def _cities() -> frozenset[str]:
    return frozenset(load_json("intake.json")["cities"])
