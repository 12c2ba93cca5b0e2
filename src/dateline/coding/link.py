"""Claims and events put together: whose word an event is, and what a claim says of it."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.standing import TAKEN_FOR_GRANTED, commitment_of
from dateline.records import Attribution, Claim, Event, Participant, Span, Stance

HARMFUL = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
#: Speakers who inform rather than charge when they tell what others did.
INFORMS = frozenset({"COP", "MED", "JRN", "JUD", "UNO", "NGO", "IGO", "SOC"})
#: Acts of speech whose content is wished, asked or foreseen.
UNCERTAIN = frozenset({"hope", "predict", "question", "urge", "request", "order"})
#: Acts that put what they hold in doubt or ahead.
#: Those who stand against a state, and the bodies of a state that they charge.
RIVALS = frozenset({"REB", "OPP"})
STATE = frozenset({"GOV", "MIL", "COP", "SPY", "PRM"})
CHARGES = frozenset({"accuse"})
OPENING, CLOSING = ("\u201c", "\u2018"), ("\u201d", "\u2019 ", "\u2019,", "\u2019.")
#: Speakers who speak for a side.
OFFICIAL = frozenset({"GOV", "MIL", "REB", "SPY", "PRM"})
SPEECH_TYPES = frozenset({"REQUEST", "AGREE", "THREATEN", "REJECT", "ACCUSE", "SUPPORT", "CONCEDE"})


def link(
    events: Sequence[Event], claims: Sequence[Claim]
) -> tuple[tuple[Event, ...], tuple[Claim, ...]]:
    """Give every event inside a claim its attribution and standing, and every claim its events.

    An event belongs to the narrowest claim whose content holds its trigger.  In a denial it is denied; a charge, or a
    quotation in which one side tells what another did, makes a harmful act of others alleged.
    """
    ended: list[Event] = []
    inside: dict[str, list[Event]] = {c.id: [] for c in claims}
    for event in events:
        claim = _narrowest(event, claims)
        if claim is None:
            ended.append(event)
            continue
        status = _status(event, claim)
        made = replace(
            event,
            status=status,
            attribution=Attribution(claim.id, claim.speaker),
            commitment=commitment_of(status, attributed=True),
        )
        ended.append(made)
        inside[claim.id].append(made)
    return tuple(ended), tuple(_with_events(c, inside[c.id]) for c in claims)


def _narrowest(event: Event, claims: Sequence[Claim]) -> Claim | None:
    """The claim with the shortest content that holds the trigger but not as its own cue."""
    at = event.trigger.span
    holding = [
        c
        for c in claims
        if any(s.start <= at.start and at.end <= s.end for s in c.content.spans)
        and not c.cue.span.touches(Span(*at))
    ]
    return min(holding, key=lambda c: sum(s.end - s.start for s in c.content.spans), default=None)


def _status(event: Event, claim: Claim) -> str:
    granted = TAKEN_FOR_GRANTED in event.why.notes and claim.act in {"deny", *UNCERTAIN}
    if granted or event.status in {"denied", "negated", "hypothetical", "planned"}:
        return event.status  # "denied that it freed the men who shelled the camp"
    if claim.act == "deny":
        return "denied" if event.type not in SPEECH_TYPES else event.status
    own_speech = (
        event.type in SPEECH_TYPES and claim.direct
    )  # "We call on the army to leave," they said
    if claim.act in UNCERTAIN and event.status == "actual" and not own_speech:
        return "hypothetical"
    if event.status != "actual" or event.type not in HARMFUL:
        return event.status
    if _same(claim.speaker, event):
        return event.status
    if not event.actors:
        return event.status  # nobody is charged
    if (
        claim.act in CHARGES
        or _against(event, claim.speaker)
        or _of_rivals(event, claim.speaker)
        or (_quoted(event, claim) and not _informs(claim.speaker))
    ):
        return "alleged"
    return event.status


def _against(event: Event, speaker: Participant | None) -> bool:
    """Whether one side of a conflict tells what the other side did to it ("Ukraine says Russian troops shelled it")."""
    if speaker is None or not speaker.actor.country or speaker.actor.country in INFORMS:
        return False
    mine = speaker.actor.country
    sides = {p.actor.country for p in event.actors if p.actor.country}
    hit = {p.actor.country for p in event.recipients} | (
        {event.place.country} if event.place else set()
    )
    official = bool(set(speaker.actor.sectors) & OFFICIAL) or speaker.actor.kind == "country"
    return official and bool(sides) and mine not in sides and mine in hit


def _of_rivals(event: Event, speaker: Participant | None) -> bool:
    """Whether rebels or the opposition tell what the state did ("the opposition says the army used napalm")."""
    if speaker is None or not set(speaker.actor.sectors) & RIVALS:
        return False
    return any(set(p.actor.sectors) & STATE for p in event.actors)


def _quoted(event: Event, claim: Claim) -> bool:
    """Whether the act stands inside the quotation marks of a claim, not merely beside some quoted words."""
    if not claim.direct:
        return False
    at = event.trigger.span.start - event.sentence.span.start
    before, after = event.sentence.text[:at], event.sentence.text[at:]
    marks = sum(before.count(m) for m in OPENING) - sum(before.count(m) for m in CLOSING)
    straight = before.count('"') % 2 == 1
    return marks > 0 or straight or not any(m in before + after for m in (*OPENING, *CLOSING, '"'))


def _same(speaker: Participant | None, event: Event) -> bool:
    """Whether the speaker tells of its own act."""
    if speaker is None:
        return False
    return any(p.actor.id == speaker.actor.id for p in event.actors)


def _informs(speaker: Participant | None) -> bool:
    if speaker is None:
        return False
    return bool({*speaker.actor.sectors, speaker.actor.country or ""} & INFORMS)


def _with_events(claim: Claim, events: list[Event]) -> Claim:
    stance = tuple(Stance(e.id, _stance(claim, e)) for e in events)
    return replace(claim, events=tuple(e.id for e in events), stance=stance)


def _stance(claim: Claim, event: Event) -> str:
    if event.status in {"denied", "negated"} or claim.act == "deny":
        return "denies"
    if claim.act in {"urge", "order", "request"}:
        return "demands"
    if claim.act in {"question", "hope", "predict"} or event.status == "hypothetical":
        return "doubts"
    return "affirms"
