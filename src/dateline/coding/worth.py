"""Which drafts are worth a row: what precision costs in coverage is decided here and nowhere else."""

from dateline.coding.drafts import Draft
from dateline.coding.relevance import WARLIKE
from dateline.records import Event

#: Types whose nouns newspapers use as topics: they need a day or both sides to count as told.
TOPICS = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT", "AID", "CONCEDE"})
#: Acts of speech: without somebody who speaks there is none.
VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"})
#: Types told without a side, where a place, a day or a figure ties them down; so is a truce that takes effect.
HAPPENING = frozenset({"ASSAULT", "PROTEST", "COERCE", "CONSULT", "SUPPORT", "AGREE"})
#: Standings that make no fact: what is said not to have been is worth a row without its sides too.
UNREAL = frozenset({"negated", "denied", "hypothetical", "planned", "alleged"})


def keep(draft: Draft, event: Event, siblings: list[Event]) -> bool:
    """Whether an event goes into the record.

    Without any side an act is kept only where the text ties it to figures, a day or a place, or says in a clause that
    it was not, or may be; an event noun that merely repeats what another event of the sentence tells is dropped.
    """
    unreal = _said_not_to_be(draft, event)
    anchored = event.place is not None or event.date is not None or not event.magnitude.empty
    if (
        not event.actors
        and not event.recipients
        and not unreal
        and not _shelled(draft, event)
        and not (anchored and (event.type in HAPPENING or "ceasefire" in event.modes))
    ):
        return False
    if (
        event.type in VERBAL
        and draft.frame is not None
        and draft.frame.subjects
        and not event.actors
        and event.status not in UNREAL
    ):
        return False  # a text or a thing speaks: nobody's act
    if event.type == "AID" and not event.actors and event.status not in UNREAL:
        return False  # "he was treated": help without a helper is no act of aid
    if (
        draft.nominal
        and draft.carrier is None
        and not unreal
        and not _told(event, anchored=anchored)
    ):
        return False
    if draft.nominal and any(
        o.type == event.type and o.trigger != event.trigger and _repeats(event, o) for o in siblings
    ):
        return False
    return not any(
        o is not event
        and o.type == event.type
        and o.trigger.span.holds(event.trigger.span)
        and o.trigger != event.trigger
        for o in siblings
    )


def _shelled(draft: Draft, event: Event) -> bool:
    """Whether something is shelled or bombed, though it is no place or actor that the resolver knows."""
    whatever = bool(draft.recipients) and not draft.nominal
    return event.type == "ASSAULT" and whatever and bool(WARLIKE & set(event.modes))


def _said_not_to_be(draft: Draft, event: Event) -> bool:
    """Whether a clause says that an act was not, or, naming somebody as its doer, that it may be."""
    if event.status in {"negated", "denied"}:
        return draft.carrier is not None or not draft.nominal or _described(draft)
    named = draft.frame is not None and bool(draft.frame.subjects)
    return event.status in UNREAL and named and not draft.nominal


def _described(draft: Draft) -> bool:
    """Whether an act noun is more than a bare word: "without a bombardment of the town", but "without warning"."""
    return draft.frame is not None and bool(draft.frame.preps)


def _told(event: Event, *, anchored: bool) -> bool:
    """Whether an act noun that no verb carries ("the negotiations on Namibia") is more than a topic."""
    sides = [p for p in (*event.actors, *event.recipients) if not p.inferred]
    if event.type in TOPICS:
        return event.date is not None or len(sides) > 1 or (event.status in UNREAL and bool(sides))
    return bool(sides) or anchored


def _repeats(event: Event, other: Event) -> bool:
    """Whether an act noun tells only what another event of the sentence tells better."""
    mine = {p.actor.id for p in (*event.actors, *event.recipients)}
    theirs = {p.actor.id for p in (*other.actors, *other.recipients)}
    if event.date is not None and event.date != other.date:
        return False
    return mine <= theirs and (bool(mine) or event.place == other.place)
