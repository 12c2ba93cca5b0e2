"""When to ask again: what the user wants, what the feed wants, and patience with what fails."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from dateline.watch.found import Wishes

MINUTE, HOUR, DAY = 60, 3_600, 86_400
#: Seconds between two looks at a feed where nobody wishes otherwise, and the shortest and longest there may be.
USUAL, SHORTEST, LONGEST = 30 * MINUTE, MINUTE, 30 * DAY
#: The longest pause that a feed or a server can ask for: a wrong header must not end the watch.
_ASKED = DAY
_RETRY = 2 * DAY
#: First pause after a page failed, and the factor of each further one.
_FIRST, _FACTOR = 10 * MINUTE, 4
#: Times that a page is tried.
TRIES = 5
#: A page that was fetched is not fetched again before this, however often its feed says that it changed.
SETTLED = HOUR
_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_EVERY = re.compile(r"(\d{1,6})\s*([smhd]?)", re.IGNORECASE)
_UNITS = {"s": 1, "m": MINUTE, "h": HOUR, "d": DAY}


def seconds_of(text: str) -> int | None:
    """Seconds of ``30m``, ``2h``, ``1d`` or a number of minutes; None where it is none, too short or too long."""
    match = _EVERY.fullmatch(text.strip())
    if not match:
        return None
    found = int(match[1]) * _UNITS[match[2].lower() or "m"]
    return found if SHORTEST <= found <= LONGEST else None


def next_look(moment: datetime, every: int | None, wishes: Wishes, age: int | None) -> datetime:
    """When a feed that answered is due again.

    Args:
        moment: now.
        every: seconds that the user wants, or None.
        wishes: the feed's own; a longer pause than the user's stands, up to a day.
        age: ``max-age`` of the server's answer, in seconds.
    """
    asked = max(wishes.pause or 0, age or 0)
    due = moment + timedelta(seconds=max(every or USUAL, min(asked, _ASKED)))
    if len(wishes.hours) >= 24 or len(wishes.days) >= 7:  # noqa: PLR2004  (never is no answer)
        return due
    for _ in range(24 * 8):
        utc = due.astimezone(UTC)
        if utc.hour not in wishes.hours and utc.weekday() not in wishes.days:
            break
        due = utc.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return due


def after_failure(
    moment: datetime, every: int | None, failures: int, wait: float | None
) -> datetime:
    """When a feed that failed is due again: twice as long each time, a day at most, or as its server asks."""
    pause = min((every or USUAL) * 2 ** min(failures, 10), max(DAY, every or 0))
    return moment + timedelta(seconds=max(pause, wait or 0))


def page_again(moment: datetime, tries: int, wait: float | None) -> datetime | None:
    """When a page that failed is tried again; None where it was tried often enough.

    Args:
        moment: now.
        tries: how often it failed, this time included.
        wait: seconds that the server asks for.
    """
    if tries >= TRIES:
        return None
    return moment + timedelta(seconds=max(_FIRST * _FACTOR ** (tries - 1), wait or 0))


def retry_after(headers: Mapping[str, str], moment: datetime) -> float | None:
    """Seconds of a ``Retry-After`` header, in either of its forms; two days at most, None without one."""
    told = headers.get("retry-after", "").strip()
    if told.isascii() and told.isdigit():
        return float(min(int(told[:9]), _RETRY))
    try:
        until = parsedate_to_datetime(told) if told else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if until is None:
        return None
    aware = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max((aware - moment).total_seconds(), 0.0), float(_RETRY))


def max_age(headers: Mapping[str, str]) -> int | None:
    """Seconds that an answer stays fresh by its ``Cache-Control``."""
    match = _AGE.search(headers.get("cache-control", ""))
    return int(match[1]) if match else None
