"""Incidents in outline: what is counted of every one, so that only those shown need be read whole."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date as Day  # noqa: N812
from functools import lru_cache
from typing import NamedTuple

from dateline.ledger.same import TOWN
from dateline.records import content_id
from dateline.store.outline import EventLine

#: An act told of more days than this has no day on a curve: "in March" is not the first of March.
_LONGEST = 3
_SEVERAL = 2


class Spot(NamedTuple):
    """A place; ``lat`` and ``lon`` only where the text gives a point."""

    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: str | None


class Outline(NamedTuple):
    """An incident in outline.

    ``key`` stands for it in the store, ``id`` elsewhere.  ``day`` is the act's, None when no text gives one; ``when``
    the same, else the earliest report's: for the order only.  ``came`` and ``last_came`` are the moments when the first
    and the last of its reports came into the store.  ``told`` are its events (keys and ids), ``reports`` the reports'
    keys.
    """

    key: int
    id: str
    type: str
    day: str | None
    when: str
    intensity: float | None
    spot: Spot | None
    came: str
    last_came: str
    told: tuple[tuple[int, str], ...]
    reports: tuple[int, ...]


def outlines(lines: Iterable[EventLine]) -> list[Outline]:
    """Events as incidents, each once, the oldest first."""
    groups: dict[int, list[EventLine]] = {}
    for line in lines:
        groups.setdefault(line.incident, []).append(line)
    made = [
        _outline(key, group) if len(group) >= _SEVERAL else _single(key, group[0])
        for key, group in groups.items()
    ]
    return sorted(made, key=lambda o: (o.when, o.id))


def act_day(line: EventLine) -> str | None:
    """The day of an act that was done: what the text says, never the report's own day.

    None as well where the text gives a stretch of more than three days or only its end; and where the day lies behind
    the report's, as that of a promise does ("will send a ship on Friday").
    """
    first, last = line.first_day, line.last_day
    if first is None or not _is_day(first) or (line.published and first > line.published):
        return None
    if last is None or last == first:
        return first
    return first if _is_day(last) and _length(first, last) <= _LONGEST else None


def _single(key: int, line: EventLine) -> Outline:
    """The same as of a group, for the many that one report alone tells."""
    day = act_day(line)
    return Outline(
        key, content_id("i", line.first_id), line.type, day, day or (line.published or line.stored)[:10],
        line.intensity, _spot([line]), line.stored, line.stored, ((line.key, line.id),), (line.report,),
    )  # fmt: skip


def _outline(key: int, group: Sequence[EventLine]) -> Outline:
    day = _common([d for line in group if (d := act_day(line))])
    told = min(line.published or line.stored for line in group)[:10]
    strengths = [line.intensity for line in group if line.intensity is not None]
    return Outline(
        key=key,
        id=content_id("i", group[0].first_id),
        type=next((line.type for line in group if line.key == key), group[0].type),
        day=day,
        when=day or told,
        intensity=max(strengths, key=abs, default=None),
        spot=_spot(group),
        came=min(line.stored for line in group),
        last_came=max(line.stored for line in group),
        told=tuple((line.key, line.id) for line in group),
        reports=tuple(dict.fromkeys(line.report for line in group)),
    )


def _common(days: Sequence[str]) -> str | None:
    """The most frequent, of equally frequent ones the first."""
    if len(days) < _SEVERAL:
        return days[0] if days else None
    counted = Counter(days)
    return min(counted, key=lambda d: (-counted[d], d))


def _spot(group: Sequence[EventLine]) -> Spot | None:
    """The place most tellings give, a town before a land."""
    spots = [Spot(line.place, *line[12:17]) for line in group if line.place]
    towns = [s for s in spots if s.precision in TOWN] or spots
    if not towns:
        return None
    found = towns[0]
    if len(towns) >= _SEVERAL:
        counted = Counter((s.name, s.country or "") for s in towns)
        best = min(counted, key=lambda n: (-counted[n], n))
        found = next(s for s in towns if (s.name, s.country or "") == best)
    return found if found.precision in TOWN else found._replace(lat=None, lon=None)


@lru_cache(maxsize=4096)
def _is_day(day: str) -> bool:
    """Whether it is a day: what a person put into a correction may be none."""
    try:
        return Day.fromisoformat(day).isoformat() == day
    except ValueError:
        return False


def _length(first: str, last: str) -> int:
    return (Day.fromisoformat(last) - Day.fromisoformat(first)).days + 1
