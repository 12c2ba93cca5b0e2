"""Denials that answer a charge made just before: "The army denied involvement", "There was no such raid"."""

import re
from collections.abc import Sequence

from dateline.coding.standing import SPOKEN
from dateline.records import Claim, Event, Span

#: Sentences back in which the charge may stand.
_BACK = 2
#: Words of a denial that point to what was said before.
_POINTS = re.compile(
    r"\b(?:such|involvement|role|part|responsibility|hand|wrongdoing|complicity|of the (?:kind|sort)|"
    r"(?:do|did|done) (?:this|that|it|so)|(?:charge|claim|report|account|allegation|accusation)s?)\b|"
    r"^(?:no|certainly not|of course not|it (?:is|was) not|(?:that is |this is )?not true|it never happened)\b",
    re.IGNORECASE,
)
_SHARE = r"(?:any |all |direct )*(?:responsibility|involvement|blame|role|part|hand)"
_DEED = r"(?:attack|strike|air ?strike|raid|shelling|bombing|bombardment|assault|killing|massacre|ambush|blast)s?"
#: An act that the report has told of, named once more: "the attack", "any role in the raid", "carrying out the strike".
_AGAIN = re.compile(
    rf"^(?:{_SHARE} (?:in|for) |being behind |(?:having )?(?:carr|commit|launch|order|stag)\w+ (?:out )?)?"
    rf"(?:the|this|that) (?:[\w-]+ )?{_DEED}$",
    re.IGNORECASE,
)
#: A part in what happened, without a word of what it was.
_PART = re.compile(rf"^{_SHARE}$", re.IGNORECASE)
#: Acts for which somebody may be responsible.
_DEEDS = frozenset({"ASSAULT"})
#: Words beyond which a denial tells a matter of its own.
_SHORT = 14
_CHARGING = frozenset({"accuse", "say", "assert", "question"})


def answering(events: Sequence[Event], claims: Sequence[Claim]) -> dict[str, Claim]:
    """Events that a later denial by somebody else is about though it does not repeat them.

    Args:
        events: as coded, in text order.
        claims: of the same report, in any order.

    Returns:
        The denial by the id of the event.
    """
    found: dict[str, Claim] = {}
    told = sorted(claims, key=lambda c: c.cue.span)
    for n, claim in enumerate(told):
        if claim.act != "deny":
            continue
        echoed = _echoed(claim, told[:n])
        if echoed is None and not _points(claim):
            continue
        own = [e for e in events if _holds(claim, e) and not _negated_again(e, claim)]
        charge = None if own else _charge_before(claim, told[:n], events, echoed)
        for event in events if charge is not None else ():
            if charge is not None and event.type not in SPOKEN and _holds(charge, event):
                found.setdefault(event.id, claim)
        told_of = _deed_before(claim, events) if charge is None and not own else None
        if told_of is not None:
            found.setdefault(told_of.id, claim)
    return found


def _points(claim: Claim) -> bool:
    words = claim.content.text
    short = len(words.split()) <= _SHORT
    return (short and _POINTS.search(words) is not None) or _AGAIN.match(words) is not None


def _deed_before(claim: Claim, events: Sequence[Event]) -> Event | None:
    """The violence of which the report told last, where a denial is of "responsibility" or "the attack"."""
    words = claim.content.text
    if _AGAIN.match(words) is None and _PART.match(words) is None:
        return None
    before = [
        e
        for e in events
        if e.type in _DEEDS
        and e.status in {"actual", "alleged"}
        and e.trigger.span.end <= claim.cue.span.start
        and claim.sentence.index - e.sentence.index <= _BACK
    ]
    return max(before, key=lambda e: e.trigger.span, default=None)


def _negated_again(event: Event, claim: Claim) -> bool:
    """The charged act named once more, with "no such"."""
    return "such" in claim.content.text and event.status in {"negated", "denied"}


def _echoed(claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """The words of somebody else that a denial of "his account" took for its content."""
    words = claim.content.spans
    return next(
        (
            c
            for c in before
            if c.content.spans == words and c.act in _CHARGING and not same_speaker(c, claim)
        ),
        None,
    )


def _charge_before(
    claim: Claim, before: Sequence[Claim], events: Sequence[Event], echoed: Claim | None
) -> Claim | None:
    """The nearest charge by another speaker, at most some sentences back, that holds an act.

    ``echoed``: only a charge by the speaker of this claim will do.
    """
    near = [
        c
        for c in before
        if 0 <= claim.sentence.index - c.sentence.index <= _BACK
        and c.act in _CHARGING
        and not same_speaker(c, claim)
        and (echoed is None or same_speaker(c, echoed))
        and any(_holds(c, e) and e.type not in SPOKEN for e in events)
    ]
    charges = [c for c in near if c.act == "accuse"] or near
    return charges[-1] if charges else None


def same_speaker(one: Claim, other: Claim) -> bool:
    """Whether two claims have one known speaker."""
    if one.speaker is None or other.speaker is None:
        return False
    return one.speaker.actor.id == other.speaker.actor.id


def _holds(claim: Claim, event: Event) -> bool:
    at = Span(*event.trigger.span)
    return any(s.holds(at) for s in claim.content.spans)
