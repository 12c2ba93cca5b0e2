"""Who, where and when: actors, places and dates with the words that show them."""

from dataclasses import dataclass

from dateline.records.text import Span


@dataclass(frozen=True, slots=True)
class Actor:
    """One entity of a report, all its mentions merged.

    ``kind`` is ``country``, ``organisation``, ``person``, ``group``, ``place`` or ``thing``; ``country`` ISO
    3166 alpha-3 or UNO, EUR, IGO, NGO, ISM, IMG, MNC, or None; ``sectors`` PLOVER codes, most telling
    first; ``code`` the CAMEO-style string (``LBYMIL``).
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sectors: tuple[str, ...] = ()
    code: str | None = None
    kind: str = "thing"
    wikidata: str | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor in a role: the entity, and this mention's own words.

    ``inferred`` is True where the sentence does not say it; ``text`` and ``span`` are None when only implied.
    """

    actor: Actor
    text: str | None
    span: Span | None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class PlaceOffset:
    """Such as "50 km south of Tripoli": distance in kilometres, compass bearing in degrees, from where."""

    distance_km: float | None
    bearing: float | None
    of: str


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A runner-up of place resolution; ``score`` is between 0 and 1."""

    name: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    geonameid: int | None
    score: float


@dataclass(frozen=True, slots=True)
class Place:
    """One place mention; unresolved when ``name`` is None, and then ``reason`` says why.

    ``kind``: country, admin1, city, region, water, facility.  ``use``: literal, metonymic, demonym.
    ``precision``: exact, near, admin1, country.  ``lat`` and ``lon`` in degrees, a centroid for areas.
    """

    text: str
    span: Span
    name: str | None = None
    country: str | None = None
    country_name: str | None = None
    admin1: str | None = None
    kind: str | None = None
    use: str = "literal"
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    precision: str | None = None
    relation: PlaceOffset | None = None
    candidates: tuple[PlaceCandidate, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One time expression.

    ``type`` and ``value`` are TIMEX3; ``start`` and ``end`` ISO dates, inclusive, None where the text
    does not say; ``edtf`` keeps an unknown year as ``XXXX``; ``basis`` says what the value rests on.
    """

    text: str
    span: Span
    type: str
    value: str | None
    start: str | None
    end: str | None
    edtf: str | None
    basis: str
