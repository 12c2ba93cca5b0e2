"""Incidents: one act as several reports tell it, with who reports what and where they differ."""

from dataclasses import dataclass, field

from dateline.records.text import Span

#: (low, high); an open side is None ("at least 12" is ``(12, None)``).
Range = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Source:
    """A report as what cites it shows it.

    ``key`` is its number in the store, or its position in the input.  ``outlet`` is who counts as one voice among
    sources: the publisher, else the page's host, else the report itself.  ``copy_of`` is the key of the report
    whose text this one repeats (the smallest id among copies keeps None); copies add no voice.
    """

    key: int
    id: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    outlet: str
    copy_of: int | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a report that a line rests on; ``quote`` is exactly the text at ``span``.

    ``event`` or ``claim`` is the id of what was coded there, else None.  ``speaker`` is whose word it is, None for the
    report's own; ``denied_by`` who denies it, where the report says so (it may be the speaker).  ``by_person`` is true
    where a person corrected the coding.
    """

    source: Source
    quote: str
    span: Span
    status: str
    speaker: str | None = None
    event: str | None = None
    claim: str | None = None
    by_person: bool = False
    denied_by: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an incident: the name most reports use, and the other forms they use."""

    name: str
    country: str | None
    code: str | None
    kind: str | None
    wikidata: str | None
    forms: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """Where; ``precision`` as in the record: ``admin1`` and ``country`` have no point on a map.

    ``lat`` and ``lon`` in degrees, None without a point.
    """

    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """One event of one report that belongs to an incident.

    ``first_day`` and ``last_day`` are the act's own (None: the text does not say), ``figures`` those of this telling.
    """

    cite: Citation
    type: str
    first_day: str | None
    last_day: str | None
    figures: dict[str, Range] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bond:
    """Why two tellings (positions in ``Incident.told``) are held for one act.

    ``score`` between 0 and 1; ``reasons`` in plain words ("same town: Ganja", "days agree").  A person's join has
    ``by`` and score 1.
    """

    first: int
    second: int
    score: float
    reasons: tuple[str, ...]
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Dispute:
    """Where tellings contradict each other: ``kind`` is ``denied``, ``counts``, ``actor``, ``place`` or ``day``.

    ``says`` puts it in a neutral line; ``between`` are positions in ``Incident.told``, one of each view.
    """

    kind: str
    says: str
    between: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """One act as all reports tell it.

    ``status`` is ``actual`` when any telling is; a denial beside it is a dispute.  ``first_day``/``last_day`` are the
    days most tellings give, None where none does.  ``figures`` run from the lowest to the highest that anybody gives.
    ``main`` are the keys of the reports that are chiefly about it; ``also`` those among them in which no telling of it
    was coded.  ``outlets`` counts independent voices.  ``relevant`` as in the record.  ``type`` is None for reports of
    one matter in which nothing was coded.
    """

    id: str
    type: str | None
    modes: tuple[str, ...]
    status: str
    relevant: bool
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    site: Site | None
    first_day: str | None
    last_day: str | None
    figures: dict[str, Range]
    intensity: float | None
    told: tuple[Told, ...]
    main: tuple[int, ...]
    outlets: int
    bonds: tuple[Bond, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    also: tuple[Source, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The reports that tell of it, each once, by key."""
        found = {s.key: s for s in (*self.also, *(t.cite.source for t in self.told))}
        return tuple(found[key] for key in sorted(found))
