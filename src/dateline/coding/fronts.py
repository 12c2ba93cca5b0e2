"""Who stands against whom in a report: what one party to a fight tells of the other is its charge."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from dateline.records import Actor, Claim, Event, Participant

#: A party: country code, "PRE" for those who run an area of disputed standing, "REB" for who fights its state.
Party = tuple[str, str]

#: Acts that show two parties against each other.
_AGAINST = frozenset({"ASSAULT", "ACCUSE"})
#: Acts that only those who suffer them, and those who watch, tell as facts.
_HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_SHOWN = frozenset({"actual", "alleged", "denied", "historical"})
_OWN = ("his ", "her ", "its ", "their ", "our ", "my ")
_STATE = frozenset({"GOV", "MIL", "SPY", "PRM", "LEG"})
_REBEL = frozenset({"REB"})
_AREA = frozenset({"PRE"})
#: Those who tell what happened without being of a side: police, doctors, courts, reporters, observers.
_WATCHING = frozenset({"COP", "MED", "JRN", "JUD", "UNO", "NGO", "IGO", "SOC", "AID", "EDU"})


@dataclass(frozen=True, slots=True)
class Fronts:
    """Pairs of parties that fight or accuse each other in one report; ``denying``: who denies what, by sentence."""

    pairs: frozenset[frozenset[Party]]
    denying: frozenset[tuple[str, int]] = frozenset()

    def across(self, event: Event, speaker: Participant | None) -> bool:
        """Whether the speaker is a party to the fight and tells what the other party did."""
        mine = _speaking(speaker.actor) if speaker is not None else None
        if mine is None or event.type not in _HOSTILE:
            return False
        doers = {_party(p.actor) for p in event.actors}
        if mine in doers or None in doers or (speaker and _own_people(event, speaker)):
            return False
        if speaker is not None and "MIL" in speaker.actor.sectors and doers == {(mine[0], "REB")}:
            return event.type == "ASSAULT"  # an army fights the rebels of its country, told or not
        return any(frozenset({mine, d}) in self.pairs for d in doers if d is not None)

    def shifts_blame(self, event: Event, speaker: Participant | None) -> bool:
        """Whether the speaker denies an act in the same breath: "denied shelling it and said the army had"."""
        return speaker is not None and (speaker.actor.id, event.sentence.index) in self.denying


def fronts(events: Sequence[Event], claims: Sequence[Claim] = ()) -> Fronts:
    """Who fights or accuses whom in the events of one report, and who denies something where in its claims."""
    found: set[frozenset[Party]] = set()
    for event in events:
        if event.type not in _AGAINST or event.status not in _SHOWN:
            continue
        doers = _parties(event.actors)
        others = _hit(event, doers) if event.recipients else doers
        found.update(frozenset({a, b}) for a, b in product(doers, others) if a != b)
    denying = {
        (c.speaker.actor.id, c.sentence.index)
        for c in claims
        if c.act == "deny" and c.speaker is not None
    }
    return Fronts(frozenset(found), frozenset(denying))


def _own_people(event: Event, speaker: Participant) -> bool:
    """Whether somebody tells what "his forces" did, which nobody charges himself with."""
    return any(
        (p.text or "").lower().startswith(_OWN) and p.actor.country == speaker.actor.country
        for p in event.actors
    )


def _parties(people: Iterable[Participant]) -> set[Party]:
    return {found for p in people if (found := _party(p.actor)) is not None}


def _hit(event: Event, doers: set[Party]) -> set[Party]:
    """The parties on the receiving side; a country's people and towns count against another country."""
    found = _parties(event.recipients)
    abroad = {d[0] for d in doers}
    for p in event.recipients:
        if p.actor.country and p.actor.country not in abroad:
            found.add((p.actor.country, "PRE" if _AREA & set(p.actor.sectors) else ""))
    return found


def _party(actor: Actor) -> Party | None:
    """The party that an actor belongs to; None for who neither governs nor fights."""
    sectors = set(actor.sectors)
    if not actor.country or actor.country in _WATCHING:
        return None
    if sectors & _AREA:
        return actor.country, "PRE"
    if sectors & _REBEL and not sectors & {"GOV"}:
        return actor.country, "REB"
    return (actor.country, "") if actor.kind == "country" or sectors & _STATE else None


def _speaking(actor: Actor) -> Party | None:
    """The party that somebody speaks for."""
    return None if set(actor.sectors) & _WATCHING else _party(actor)
