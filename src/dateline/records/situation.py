"""A situation: a saved question to the store, and the page that answers it (the brief)."""

from dataclasses import dataclass

from dateline.records.incident import Citation, Incident, Party, Site


@dataclass(frozen=True, slots=True)
class Situation:
    """A saved question; every field given must fit, any one of its values is enough.

    ``actors`` names or Wikidata ids, ``countries`` alpha-3, ``places`` names, ``types`` PLOVER types, ``since`` and
    ``until`` ISO days, inclusive, ``words`` as ``dateline db search`` takes them.  ``looked`` is the moment of the
    last look (ISO, UTC), None before the first.
    """

    name: str
    actors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    words: str | None = None
    made: str | None = None
    looked: str | None = None


@dataclass(frozen=True, slots=True)
class CurveDay:
    """One day: how many incidents, the sum of their PLOVER intensities, and the usual range before that day.

    ``low`` and ``high`` are None while there are too few days to know what is usual.  ``out`` is ``conflict``
    (lower than usual), ``cooperation`` (higher), or None.
    """

    day: str
    incidents: int
    intensity: float
    low: float | None
    high: float | None
    out: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A day from which the level is another one: mean intensity a day before and after."""

    day: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Curve:
    """Escalation: the sum of PLOVER intensities a day (negative: conflict), its usual range and change points.

    ``alert`` is one plain line when the last days leave their usual range, else None.  ``undated`` counts the
    incidents that no day could be given, which no day shows; ``earlier`` those before the first day of a very long
    curve.
    """

    days: tuple[CurveDay, ...]
    changes: tuple[Change, ...] = ()
    alert: str | None = None
    undated: int = 0
    earlier: int = 0


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor of the situation: how often it acts and is acted upon, and its standing relations."""

    party: Party
    did: int
    received: int
    relations: tuple["RelationLine", ...] = ()


@dataclass(frozen=True, slots=True)
class RelationLine:
    """A standing fact by some sources: ``leads``, ``backs``, ``controls`` ...; ``kind`` as in the record.

    ``took`` is no standing fact but an event that tells that somebody took a town.  ``since`` is the day of the first
    report that tells it, ``last`` of the latest one.
    """

    kind: str
    subject: str
    object: str
    status: str
    speaker: str | None
    since: str | None
    last: str | None
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class AheadLine:
    """A planned event or a commitment with a day to come.

    ``day`` is as close as the text: "2026-03-20", "2026-03" for a month, "2026-03-02/2026-03-08" for a stretch.
    """

    day: str
    type: str
    incident: Incident


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """Who said what: ``act`` as in the record (``deny``, ``accuse``, ...); ``about`` are ids of incidents."""

    speaker: str
    speaker_country: str | None
    act: str
    content: str
    day: str | None
    cite: Citation
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A town with the incidents there; only places that the text gives a point."""

    site: Site
    incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """One page about a situation; everything in it cites its words.

    ``incidents`` are the timeline, the oldest first (``left_out`` more were too many to show); ``new`` are ids of those
    that came since ``new_since``, ``updated`` of those known before that another report has told of since.
    ``unplaced`` counts the incidents without a point by the name of what is known ("Yemen": 3), "" for none.  ``types``
    counts incidents by PLOVER type.  ``reports`` and ``outlets`` count what the page rests on, ``reviewed`` the events
    that a person has judged.  ``made`` is the moment (ISO, UTC), ``coder`` the version of dateline.
    """

    situation: Situation
    made: str
    coder: str
    reports: int
    outlets: int
    reviewed: int
    first_day: str | None
    last_day: str | None
    incidents: tuple[Incident, ...]
    new_since: str | None
    new: tuple[str, ...]
    types: tuple[tuple[str, int], ...]
    actors: tuple[ActorLine, ...]
    control: tuple[RelationLine, ...]
    ahead: tuple[AheadLine, ...]
    claims: tuple[ClaimLine, ...]
    curve: Curve
    points: tuple[MapPoint, ...]
    unplaced: tuple[tuple[str, int], ...]
    left_out: int = 0
    updated: tuple[str, ...] = ()
