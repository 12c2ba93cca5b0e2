"""Who arrested, where the sentence leaves it out: "More than 50 protesters were arrested, police said".

Only an authority arrests, detains, deports and imposes curfews.  The one that says so, or that acts in the same
passage, is taken for the doer and marked ``inferred``; where none is near, the doer stays open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.coding.drafts import Draft
from dateline.records import Actor, Event, ParsedReport, Participant, content_id

#: Modes of acts that only an authority can do.
OFFICIAL = frozenset({"arrest", "deport", "curfew"})
#: Bodies that arrest, in the order in which they are sought.
POLICE = frozenset({"COP"})
FORCES = frozenset({"MIL", "PRM", "SPY"})
#: Acts of such a body that make it the one that rules the passage.
ACTING = frozenset({"COERCE", "ASSAULT", "MOBILIZE", "ACCUSE"})
NAMES = {"COP": "police", "MIL": "army", "PRM": "paramilitaries", "SPY": "intelligence service"}


class Authorities:
    """The forces of order of one report, by sentence."""

    def __init__(
        self, parsed: ParsedReport, actors: Iterable[Actor], events: Sequence[Event]
    ) -> None:
        self._report = parsed.report.id
        self._named: dict[int, list[Actor]] = {}
        starts = [(s.span.start, s.span.end, s.index) for s in parsed.sentences]
        for actor in actors:
            if POLICE & set(actor.sectors):
                for m in actor.mentions:
                    at = next((i for a, b, i in starts if a <= m.start < b), None)
                    if at is not None:
                        self._named.setdefault(at, []).append(actor)
        self._acting: dict[int, list[Actor]] = {}
        for event in events:
            if event.type in ACTING and event.status == "actual":
                forces = [p.actor for p in event.actors if _force(p.actor)]
                self._acting.setdefault(event.sentence.index, []).extend(forces)
        self._paragraphs = {s.index: s.paragraph for s in parsed.sentences}

    def behind(self, event: Event, speakers: Sequence[Actor]) -> Actor | None:
        """The authority behind an act without a doer, or None."""
        here = event.sentence.index
        own = {p.actor.id for p in event.recipients}
        curfew = "curfew" in event.modes
        near = [n for n in (here, here - 1, here + 1) if self._beside(here, n)]
        groups: list[Sequence[Actor]] = [speakers, *(self._acting.get(n, ()) for n in near)]
        if not curfew:  # a curfew is as often a governor's; police must say it or act
            named = (a for n in near for a in self._named.get(n, ()))
            groups.append([a for a in named if _at_home(a, event)])
        groups = [[a for a in group if _there(a, event)] for group in groups]
        for group in groups:
            for sectors in (POLICE, FORCES):
                found = next(
                    (a for a in group if sectors & set(a.sectors) and a.id not in own), None
                )
                if found is not None:
                    return self._body(found, sectors)
        return None

    def _beside(self, here: int, other: int) -> bool:
        """Whether two sentences stand in one passage: the same paragraph, or the next one."""
        a, b = self._paragraphs.get(here), self._paragraphs.get(other)
        return a is not None and b is not None and abs(a - b) <= 1

    def _body(self, actor: Actor, sectors: frozenset[str]) -> Actor:
        """The force itself: "police" for a police chief or for two policemen."""
        if actor.kind == "organisation":
            return actor
        sector = next(s for s in actor.sectors if s in sectors)
        return Actor(
            content_id("a", self._report, "authority", sector, actor.country or ""),
            NAMES[sector],
            country=actor.country,
            sectors=(sector,),
            code=f"{actor.country or ''}{sector}",
            kind="organisation",
        )


def _there(actor: Actor, event: Event) -> bool:
    """Whether an authority may act where the act happened: no other country's does."""
    land = event.place.country if event.place else None
    return None in (land, actor.country) or land == actor.country


def _at_home(actor: Actor, event: Event) -> bool:
    """Whether one that is only named may be meant: not another country's than theirs who were arrested."""
    lands = {p.actor.country for p in event.recipients if p.actor.country}
    return actor.country is None or not lands or actor.country in lands


def _force(actor: Actor) -> bool:
    return bool(set(actor.sectors) & (POLICE | FORCES))


def lacks_doer(event: Event, draft: Draft) -> bool:
    """Whether an act of authority has no doer, named or not."""
    official = event.type in {"COERCE", "SANCTION"} and OFFICIAL & set(event.modes)
    named = draft.frame is not None and not draft.nominal and draft.frame.subjects
    return bool(official) and not event.actors and not named and not draft.actors


def with_authority(event: Event, actor: Actor, *, ordinary: bool) -> Event:
    """The event with the authority as its inferred doer; an act of police counts unless about ordinary crime."""
    doer = Participant(actor, None, None, inferred=True)
    return replace(event, actors=(doer,), relevant=event.relevant or not ordinary)
