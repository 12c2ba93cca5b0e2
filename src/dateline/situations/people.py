"""The actors of a situation: how often each acts and is acted upon, by incident and not by report."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dateline.records import Party
from dateline.store.outline import SideLine

#: Kinds of what can act; a town that is shelled is none.
_ACTING = frozenset({"country", "organisation", "person", "group"})
#: Of two that are told of as often, who has a name comes first.
_NAMED = ("organisation", "country", "person", "group")


@dataclass(slots=True)
class Tally:
    """One actor over all incidents; ``forms`` counts its names, folded names are the keys of ``folded``."""

    first: SideLine
    forms: dict[str, int] = field(default_factory=dict)
    folded: set[str] = field(default_factory=set)
    did: set[int] = field(default_factory=set)
    received: set[int] = field(default_factory=set)

    @property
    def party(self) -> Party:
        """Who it is: the name most used, and the others."""
        line = self.first
        name = min(self.forms, key=lambda n: (-self.forms[n], n))
        others = tuple(sorted(self.forms.keys() - {name}))
        sectors = tuple((line.sectors or "").split())
        return Party(name, line.country, line.code, line.kind, line.wikidata, others, sectors)


def tallies(
    sides: Iterable[SideLine], incidents: Mapping[int, int], *, limit: int
) -> tuple[Tally, ...]:
    """Who is in the incidents most often.

    Args:
        sides: everybody in their events.
        incidents: the incident's key by the event's.
        limit: how many at most.
    """
    found: dict[tuple[str, str | None], Tally] = {}
    for line in sides:
        event, side, name, folded, country, _, kind, _, wikidata = line
        incident = incidents.get(event)
        if incident is None or kind not in _ACTING:
            continue
        key = (wikidata, None) if wikidata else (folded, country)
        tally = found.get(key)
        if tally is None:
            tally = found[key] = Tally(line)
        tally.forms[name] = tally.forms.get(name, 0) + 1
        tally.folded.add(folded)
        (tally.did if side == "actor" else tally.received).add(incident)
    return tuple(sorted(found.values(), key=_rank)[:limit])


def _rank(tally: Tally) -> tuple[int, int, str, str]:
    named = _NAMED.index(str(tally.first.kind))
    return (-len(tally.did | tally.received), named, min(tally.folded), tally.first.country or "")
