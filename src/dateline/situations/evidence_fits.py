"""How every part of a question fits an act: doer, done to, place, day."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.records import Participant
from dateline.situations.evidence_facts import Fact
from dateline.situations.evidence_fit import about, day_fit, place_fit
from dateline.situations.evidence_linked import linked_fit, told_fit
from dateline.situations.evidence_who import FOR_IT, LINKED, Fit, best, side_fit
from dateline.situations.question_parts import Named, Question

DENIED = frozenset({"denied", "negated"})
#: Acts that are done in a place; a country or town asked about may be where they happened.
THERE = frozenset({"ASSAULT", "MOBILIZE", "RETREAT", "PROTEST", "COERCE", "AID", ""})
#: Acts that are about a matter: a report's own country may be meant.
_MATTERS = frozenset({"CONSULT"})


@dataclass(frozen=True, slots=True)
class Fits:
    """How the parts of a question fit: True, False, None for not told; ``linked``: the actor is only tied to it."""

    actor: bool | None
    target: bool | None
    day: bool | None
    linked: bool
    notes: tuple[str, ...]

    @property
    def rest(self) -> bool:
        """Whether all but the doer fits."""
        return bool(self.target) and bool(self.day)


def fits(question: Question, fact: Fact) -> Fits:
    """How every part of a question fits a fact."""
    notes: list[str] = []
    actors, recipients = fact.actors, fact.recipients
    if reciprocal(fact):
        recipients = actors
    if question.mutual:
        actors = recipients = (*fact.actors, *fact.recipients)
    actor: bool | None = True
    linked = False
    if question.actors:
        if question.mutual:
            found = min((side_fit((n,), actors) for n in question.actors), key=_level)
        else:
            found = told_fit(question.actors, actors, fact)
        actor = None if found.level is None else found.level >= FOR_IT
        linked = found.level == LINKED
        notes += [found.note] if found.note and (actor or linked) else []
    if question.actors and fact.status in DENIED and not fact.actors and fact.speaker is not None:
        found = linked_fit(
            question.actors, (fact.speaker,), fact.told.record
        )  # "denied that fire had been opened"
        actor = (found.level or 0) >= FOR_IT
        linked = found.level == LINKED
        notes += [found.note] if found.note and (actor or linked) else []
    target = _targets(question, fact, recipients, notes)
    day = day_fit(question, fact)
    if day.note and day.level:
        notes.append(day.note)
    return Fits(actor, target, None if day.level is None else bool(day.level), linked, tuple(notes))


def reciprocal(fact: Fact) -> bool:
    """Whether several do it to one another."""
    words = f" {fact.sentence.text.casefold()} "
    several = len(fact.actors) > 1 and not fact.recipients
    return several and any(f" {w} " in words for w in ("each other", "one another", "the other"))


def _level(found: Fit) -> int:
    return -1 if found.level is None else found.level


def _targets(
    question: Question, fact: Fact, sides: Sequence[Participant], notes: list[str]
) -> bool | None:
    """Whether all that it is done to, and where, fits; False as soon as one part is told otherwise."""
    places = question.places
    people = [n for n in question.recipients if not n.somewhere]
    lands = [n for n in question.recipients if n.somewhere]
    parts: list[Fit] = []
    if people:
        parts.append(told_fit(people, sides, fact))
    if lands:
        parts.append(best([_land_fit(n, fact, sides) for n in lands]))
    if places:
        parts.append(best([place_fit(n, fact) for n in places]))
    notes += [p.note for p in parts if p.note and p.level]
    if any(p.level is not None and p.level < FOR_IT for p in parts):
        return False
    if any(p.level is None for p in parts) and fact.carried:
        notes.append("to whom or where is told just before")
        return True
    return None if any(p.level is None for p in parts) else True


def _land_fit(name: Named, fact: Fact, sides: Sequence[Participant]) -> Fit:
    side = side_fit((name,), sides)
    if (side.level or 0) >= FOR_IT or fact.type not in THERE | _MATTERS:
        return side
    if fact.type in _MATTERS and name.country == about(fact.told.record):
        return Fit(FOR_IT, f"the report is about {name.name}")
    there = place_fit(name, fact)
    return there if _level(there) > 0 or side.level is None else side
