"""The day a report was published: never guessed."""

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

from dateline.errors import InputError

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
_URL = re.compile(r"(?<!\d)((?:19|20)\d{2})([/_-]?)(1[0-2]|0[1-9])\2(3[01]|[12]\d|0[1-9])(?!\d)")
_URL_WORDS = re.compile(r"/((?:19|20)\d{2})/([a-z]{3,9})/(\d{1,2})/")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: Pattern of a month's name, whole or short, without a group.
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_NTH = r"(?:st|nd|rd|th)?"
_LINE = re.compile(
    r"(?:(?:this story is from|first published|published|posted|last updated|updated|date)"
    r"(?: on| at)?\s*:?\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    rf"(?:({MONTH})\s+(\d{{1,2}}){_NTH},?\s+(\d{{4}})|(\d{{1,2}}){_NTH}\s+({MONTH}),?\s+(\d{{4}})"
    r"|(\d{4})-(\d{2})-(\d{2}))"
    r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s*\(?[a-z]{2,4}\)?)?)?\s*",
    re.IGNORECASE,
)
_LONGEST_LINE = 90
#: Two-figure years from here on belong to the last century.
_CENTURY = 50
#: No newspaper is older, and no page is published later than tomorrow.
_EARLIEST = date(1600, 1, 1)


def iso_day(value: object) -> str | None:
    """ISO day of a date as programs write it.

    Args:
        value: ``2019-04-05``, with or without a time; ``20190405``; an e-mail date; None or "".

    Returns:
        The day, or None for an empty value.

    Raises:
        InputError: the value is no date.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    day = _parse(str(value).strip())
    if day is None:
        msg = f"published {str(value)[:40]!r} is no date: write it as 2019-04-05 or leave it out"
        raise InputError(msg)
    return day


def _parse(value: str) -> str | None:
    for pattern in (_ISO, _COMPACT):
        if match := pattern.fullmatch(value):
            return _day(*match.groups()[:3])
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def url_day(url: str | None) -> str | None:
    """The day that stands in a URL ("/2019/04/05/"), or None."""
    if not url:
        return None
    if match := _URL.search(url):
        return _past(_day(match[1], match[3], match[4]))
    if (match := _URL_WORDS.search(url)) and match[2][:3] in _MONTHS:
        return _past(iso_of(match[1], match[2], match[3]))
    return None


def line_day(line: str) -> str | None:
    """The day of a line that is nothing but a date ("Published: 5 April 2019"), or None."""
    match = _LINE.fullmatch(line.strip()) if len(line) < _LONGEST_LINE else None
    if not match:
        return None
    g = match.groups()
    if g[6]:
        return _past(_day(g[6], g[7], g[8]))
    return _past(iso_of(g[2], g[0], g[1]) if g[2] else iso_of(g[5], g[4], g[3]))


def iso_of(year: str, month: str, day: str) -> str | None:
    """ISO day of a year in two or four figures, a month's name and a day; None if there is none."""
    number = int(year)
    if len(year) == len("90"):
        number += 1900 if number >= _CENTURY else 2000
    return _day(str(number), str(_MONTHS.index(month[:3].lower()) + 1), day)


def _day(year: str, month: str, day: str) -> str | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if found >= _EARLIEST else None


def _past(day: str | None) -> str | None:
    return day if day and day <= latest() else None


def latest() -> str:
    """Tomorrow, in ISO: pages on the other side of the date line may be a day ahead."""
    return (datetime.now().astimezone().date() + timedelta(days=1)).isoformat()
