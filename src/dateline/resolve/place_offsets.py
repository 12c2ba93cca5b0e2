"""Distances and directions in the text ("50 km south of Tripoli"), as evidence and coordinates."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, radians, sin

from dateline.resolve.place_mentions import Mention

EARTH_KM = 6371.0
MILE_KM = 1.609344
#: Words that may stand between a name and its distance ("Gharyan, a town some 50 km ...").
_BETWEEN = re.compile(
    r"""^[\s,(\u2013\u2014-]*(?:which\s+is\s+|which\s+lies\s+|is\s+|lies\s+|located\s+|situated\s+)?
    (?:(?:a|an|the)\s+(?:[\w-]+\s+){0,2}(?:town|city|village|area|place|settlement|suburb|base)\s+)?
    (?:located\s+|situated\s+)?(?:about|some|around|roughly|nearly|only|just|almost|approximately|a
    |more\s+than|at\s+least)?\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_DISTANCE = re.compile(
    r"""(?P<number>\d[\d,]*(?:\.\d+)?|few|several|dozen)[\s\u00a0-]*(?P<unit>kilomet(?:er|re)s?|kms?|miles?|mi)\b\.?
    (?:\s*\([^()]{1,30}\))?\s+
    (?:(?:to\s+the\s+)?(?P<bearing>(?:north|south|east|west)(?:[\s-]?(?:east|west))?(?:ern)?
            (?:[\s-](?:north|south|east|west)(?:east|west)?)?)
        \s+of|from|outside(?:\s+of)?|away\s+from|off)\s+
    (?:the\s+)?(?:[\w-]+\s+){0,2}?
    (?:(?:town|city|village|capital|port|border)(?:\s+city)?\s*(?:of|,)?\s+)?$""",
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip
_UNIT = re.compile(r"(?:\d|few|several|dozen)[\s\u00a0-]*(?:km|kilomet|mi)", re.IGNORECASE)
_BEGINS = re.compile(r"(?<![\d.,])\d|\b(?:few|several|dozen)\s", re.IGNORECASE)
#: What vague figures are taken for.
FEW = {"few": 5.0, "several": 10.0, "dozen": 12.0}
_BEFORE = 110
_GAP = 60
_POINTS = {"north": 0.0, "east": 90.0, "south": 180.0, "west": 270.0}


@dataclass(frozen=True, slots=True)
class Offset:
    """How far and in which direction ``subject`` lies from ``anchor``.

    ``km`` kilometres, ``vague`` when the text has no figure; ``bearing`` degrees from north, None when
    the text gives none.
    """

    subject: Mention | None
    anchor: Mention
    km: float
    bearing: float | None
    vague: bool = False


def offsets(text: str, mentions: Sequence[Mention]) -> list[Offset]:
    """Every distance phrase that ends in a mention.

    Args:
        text: the report's text.
        mentions: place mentions in text order.
    """
    found: list[Offset] = []
    if _UNIT.search(text) is None:
        return found
    for number, anchor in enumerate(mentions):
        lead = text[max(0, anchor.span.start - _BEFORE) : anchor.span.start]
        match = _last(lead)
        if match is None:
            continue
        begin = anchor.span.start - len(lead) + match.start()
        subject = _subject(text, mentions, number, begin)
        found.append(
            Offset(
                subject,
                anchor,
                _km(match),
                _bearing(match["bearing"]),
                match["number"].lower() in FEW,
            )
        )
    return found


@dataclass(frozen=True, slots=True)
class Measure:
    """A distance phrase before a name: where it begins, kilometres, degrees from north or None."""

    start: int
    km: float
    bearing: float | None


def measure_before(text: str, end: int) -> Measure | None:
    """The distance phrase that stands right before position ``end`` of a text, vague ones left out."""
    if _UNIT.search(text, max(0, end - _BEFORE), end) is None:
        return None
    lead = text[max(0, end - _BEFORE) : end]
    match = _last(lead)
    if match is None or match["number"].lower() in FEW:
        return None
    return Measure(end - len(lead) + match.start(), _km(match), _bearing(match["bearing"]))


def _last(lead: str) -> re.Match[str] | None:
    """The distance that ends right before the anchor, not an earlier one."""
    for begin in _BEGINS.finditer(lead):
        match = _DISTANCE.match(lead, begin.start())
        if match is not None:
            return match
    return None


def _subject(text: str, mentions: Sequence[Mention], number: int, begin: int) -> Mention | None:
    for mention in reversed(mentions[:number]):
        if mention.span.end <= begin:
            gap = text[mention.span.end : begin]
            return mention if len(gap) <= _GAP and _BETWEEN.match(gap) else None
    return None


def _km(match: re.Match[str]) -> float:
    figure = match["number"].replace(",", "").lower()
    number = FEW.get(figure) or float(figure)
    return number * MILE_KM if match["unit"].lower().startswith("mi") else number


def _bearing(words: str | None) -> float | None:
    if not words:
        return None
    parts = re.findall(r"north|south|east|west", words.lower())
    x = sum(sin(radians(_POINTS[p])) for p in parts)
    y = sum(cos(radians(_POINTS[p])) for p in parts)
    if hypot(x, y) < 0.1:  # noqa: PLR2004  (directions that cancel out)
        return None
    return round(degrees(atan2(x, y)) % 360, 1)


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres between two points in degrees."""
    a, b = radians(lat1), radians(lat2)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, h**0.5))


def moved(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """The point so many kilometres away in a direction, in degrees."""
    angle, turn, phi = km / EARTH_KM, radians(bearing), radians(lat)
    there = asin(sin(phi) * cos(angle) + cos(phi) * sin(angle) * cos(turn))
    side = atan2(sin(turn) * sin(angle) * cos(phi), cos(angle) - sin(phi) * sin(there))
    return round(degrees(there), 5), round((lon + degrees(side) + 540) % 360 - 180, 5)
