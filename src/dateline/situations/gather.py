"""An incident made of its tellings: what most of them say, and the range of what they say."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dateline.ledger.same import TOWN, same_side
from dateline.records import (
    Actor,
    Bond,
    Citation,
    Incident,
    Party,
    Range,
    Site,
    Source,
    Told,
    content_id,
)
from dateline.situations.disputes import disputes
from dateline.situations.sketch import FIGURES, Sketch

#: The firmest way in which an act is told stands for it; a denial beside it is a dispute.
_FIRMEST = ("actual", "alleged", "denied", "negated", "planned", "hypothetical", "historical")


def gather(
    tellings: Sequence[Sketch],
    sources: Mapping[int, Source],
    *,
    bonds: Sequence[Bond] = (),
    main: Iterable[int] = (),
) -> Incident:
    """One incident.

    Args:
        tellings: of one act, the one that says most first; its event's id makes the incident's.
        sources: the reports, by key.
        bonds: why they are one; positions are those of ``tellings``.
        main: keys of reports that are chiefly about it.
    """
    lead, chiefly = tellings[0], tuple(sorted(main))
    telling_it = {t.report for t in tellings}
    days = _days(tellings)
    firm = [t for t in tellings if t.status == "actual"] or list(tellings)
    return Incident(
        id=content_id("i", lead.event),
        type=lead.type,
        modes=_common(m for t in tellings for m in sorted(t.modes)),
        status=next((s for s in _FIRMEST if any(t.status == s for t in tellings)), lead.status),
        relevant=any(t.relevant for t in tellings),
        actors=_parties([t.doers for t in tellings]),
        recipients=_parties([t.done_to for t in tellings]),
        site=_site(tellings),
        first_day=days[0] if days else None,
        last_day=days[1] if days else None,
        figures={n: r for n in FIGURES if (r := spread([t.figures.get(n) for t in tellings]))},
        intensity=max((t.intensity for t in firm if t.intensity is not None), key=abs, default=None),
        told=tuple(told(t, sources[t.report]) for t in tellings),
        main=chiefly,
        outlets=voices(sources[k] for k in telling_it | set(chiefly)),
        bonds=tuple(bonds),
        disputes=disputes(tellings, [t.denied_by or t.speaker for t in tellings]),
        also=tuple(sources[k] for k in chiefly if k not in telling_it),
    )  # fmt: skip


def uncoded(keys: Sequence[int], sources: Mapping[int, Source]) -> Incident:
    """Reports of one matter in none of which an act was coded."""
    ids = sorted(sources[k].id for k in keys)
    return Incident(
        content_id("i", *ids), None, (), "actual", relevant=False, actors=(), recipients=(), site=None,
        first_day=None, last_day=None, figures={}, intensity=None, told=(), main=tuple(sorted(keys)),
        outlets=voices(sources[k] for k in keys), also=tuple(sources[k] for k in sorted(keys)),
    )  # fmt: skip


def told(telling: Sketch, source: Source) -> Told:
    """A sketch as the incident shows it."""
    cite = Citation(
        source, telling.quote, telling.span, telling.status, telling.speaker, telling.event,
        by_person=telling.by_person, denied_by=telling.denied_by,
    )  # fmt: skip
    first, last = telling.days or (None, None)
    return Told(cite, telling.type, first, last, dict(telling.figures))


def voices(sources: Iterable[Source]) -> int:
    """How many independent outlets: a copy counts as the report that it repeats."""
    return len(
        {s.outlet if s.copy_of is None else ("copy", s.copy_of) for s in _originals(sources)}
    )


def _originals(sources: Iterable[Source]) -> list[Source]:
    """Without copies of a report that is there too, and one of several copies of one that is not."""
    found = list(sources)
    keys = {s.key for s in found}
    return [s for s in found if s.copy_of is None or s.copy_of not in keys]


def spread(figures: Sequence[Range | None]) -> Range | None:
    """From the lowest to the highest that anybody gives; an open end stays open when nobody goes beyond it."""
    given = [f for f in figures if f]
    if not given:
        return None
    lows = [low for low, _ in given if low is not None]
    highs = [high for _, high in given if high is not None]
    top = max(highs, default=None)
    still_open = any(high is None and (top is None or (low or 0) >= top) for low, high in given)
    return min(lows) if lows and len(lows) == len(given) else None, None if still_open else top


def _common(found: Iterable[str]) -> tuple[str, ...]:
    counted = Counter(found)
    return tuple(sorted(counted, key=lambda m: (-counted[m], m)))


def _days(tellings: Sequence[Sketch]) -> tuple[str, str] | None:
    counted = Counter(t.days for t in tellings if t.days)
    return min(counted, key=lambda d: (-counted[d], d[1], d)) if counted else None


def _parties(sides: Sequence[Sequence[Actor]]) -> tuple[Party, ...]:
    """Everybody on one side, the most often named first; two forms of one are one party."""
    groups: list[list[Actor]] = []
    for actor in (a for side in sides for a in side):
        home = next((g for g in groups if same_side(g[0], actor)), None)
        if home is None:
            groups.append([actor])
        else:
            home.append(actor)
    return tuple(_party(g) for g in sorted(groups, key=lambda g: -len(g)))


def _party(group: Sequence[Actor]) -> Party:
    counted = Counter(a.name for a in group)
    name = min(counted, key=lambda n: (-counted[n], n))
    shown = next(a for a in group if a.name == name)
    forms = tuple(sorted(set(counted) - {name}))
    return Party(
        name, shown.country, shown.code, shown.kind, shown.wikidata, forms, tuple(shown.sectors)
    )


def _site(tellings: Sequence[Sketch]) -> Site | None:
    """The place most tellings give, a town before a country."""
    places = [t.place for t in tellings if t.place]
    towns = [p for p in places if p.precision in TOWN] or places
    counted = Counter((p.name or "", p.country or "") for p in towns)
    if not counted:
        return None
    best = min(counted, key=lambda n: (-counted[n], n))
    place = next(p for p in towns if (p.name or "", p.country or "") == best)
    exact = place.precision in TOWN
    lat, lon = (place.lat, place.lon) if exact else (None, None)
    return Site(best[0], place.country, place.admin1, lat, lon, place.precision)
