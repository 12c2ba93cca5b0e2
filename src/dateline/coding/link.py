"""Claims and events put together: whose word an event is, and what a claim says of it."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.answers import answering
from dateline.coding.echoes import echoing
from dateline.coding.fronts import Fronts, fronts
from dateline.coding.recast import recast
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
DEMANDS = frozenset({"urge", "order", "request"})
OPENING, CLOSING = ("\u201c", "\u2018"), ("\u201d", "\u2019 ", "\u2019,", "\u2019.")
#: The speaker's own side, by its first word ("our planes").
OWN = ("our ", "my ", "we ")
#: Speakers who speak for a side.
OFFICIAL = frozenset({"GOV", "MIL", "REB", "SPY", "PRM"})
SPEECH_TYPES = frozenset({"REQUEST", "AGREE", "THREATEN", "REJECT", "ACCUSE", "SUPPORT", "CONCEDE"})


def link(
    events: Sequence[Event], claims: Sequence[Claim]
) -> tuple[tuple[Event, ...], tuple[Claim, ...]]:
    """Give every event inside a claim its attribution and standing, and every claim its events.

    An event belongs to the narrowest claim whose content holds its trigger, a denial before others; every other claim
    that holds it, and reports nobody else who does, has a stance toward it too.  In a denial it is denied; a charge, or
    a quotation in which one side tells what another did, makes a harmful act of others alleged.
    """
    lines = fronts(events, claims)
    claims = recast(claims, _charging(events, claims, lines))
    answers = answering(events, claims)
    ended: list[Event] = []
    inside: dict[str, list[tuple[Event, str]]] = {c.id: [] for c in claims}
    for event in events:
        around = _holding(event, claims)
        holding = _by_teller(event, _innermost(around))
        denying = answers.get(event.id)
        claim = holding[0] if holding else None
        if claim is None:
            ended.append(event)
            made = event
        else:
            made = _attributed(event, claim, lines)
            if denying is not None and made.status == "alleged":
                made = replace(
                    made, status="denied", commitment=commitment_of("denied", attributed=True)
                )
            ended.append(made)
        contested = denying is not None or any(c.act == "deny" for c in holding)
        for one in holding:
            inside[one.id].append((made, _stance(one, made, contested=contested)))
        for one in around:
            if one not in holding and _against_denial(one, holding):
                inside[one.id].append((made, "affirms"))
        for one in _performing(event, claims):
            inside[one.id].append((made, "demands" if one.act in DEMANDS else "affirms"))
        if denying is not None and denying not in holding:
            inside[denying.id].append((made, "denies"))
    for claim_id, event_id, word in echoing(ended, claims):
        inside[claim_id] += [(e, word) for e in ended if e.id == event_id]
    return tuple(ended), tuple(_with_events(c, inside[c.id]) for c in claims)


def _charging(events: Sequence[Event], claims: Sequence[Claim], lines: Fronts) -> set[str]:
    """Claims that tell of a harmful act of somebody else and so charge them with it."""
    found = set()
    for event in events:
        if event.type in HARMFUL and event.status == "actual":
            inner = _innermost(_holding(event, claims))
            if inner and _charged(event, inner[0], lines):
                found.add(inner[0].id)
    return found


def _attributed(event: Event, claim: Claim, lines: Fronts) -> Event:
    status = _status(event, claim, lines)
    return replace(
        event,
        status=status,
        attribution=Attribution(claim.id, claim.speaker),
        commitment=commitment_of(status, attributed=True),
    )


def _holding(event: Event, claims: Sequence[Claim]) -> list[Claim]:
    """The claims whose content holds the trigger; a trigger may take in the cue ("reported a test of rockets")."""
    at = Span(*event.trigger.span)
    # "denied arming the men who shelled the camp": the shelling is no part of what is denied
    granted = event.status in {"actual", "alleged"} and TAKEN_FOR_GRANTED in event.why.notes
    return [
        c
        for c in claims
        if not (granted and c.act == "deny")
        and any(s.holds(at) for s in c.content.spans) != c.cue.span.touches(at)
        and any(s.touches(at) for s in c.content.spans)
    ]


def _innermost(holding: Sequence[Claim]) -> list[Claim]:
    """The claims that hold no cue of another such claim; the narrowest first."""
    inner = [c for c in holding if not any(_reports(c, d) for d in holding)]
    return sorted(inner or holding, key=lambda c: sum(s.end - s.start for s in c.content.spans))


def _by_teller(event: Event, holding: list[Claim]) -> list[Claim]:
    """The claims with the one that tells of an act of speech, or one to come, before one that only answers it later.

    "She said the union would strike. The ministry rejected that": the strike is her word, whoever rejects it.
    """
    if event.type not in SPEECH_TYPES and event.status not in {"planned", "hypothetical"}:
        return holding
    late = [c for c in holding if c.act == "deny" and c.sentence.index > event.sentence.index]
    return [*(c for c in holding if c not in late), *late]


def _against_denial(outer: Claim, inner: Sequence[Claim]) -> bool:
    """Whether a claim contests somebody's denial, and so holds that the act took place."""
    return outer.act in {"deny", "accuse"} and any(
        c.act == "deny" and _reports(outer, c) for c in inner
    )


def _performing(event: Event, claims: Sequence[Claim]) -> list[Claim]:
    """The demand or the declaration that is the act itself ("ordered troops to leave", "declared an emergency")."""
    at = Span(*event.trigger.span)
    return [
        c
        for c in claims
        if c.cue.span.touches(at)
        and not any(s.touches(at) for s in c.content.spans)
        and (c.act in DEMANDS or (c.act == "declare" and event.type not in SPEECH_TYPES))
    ]


def _reports(outer: Claim, inner: Claim) -> bool:
    """Whether a claim is told inside what another says."""
    return outer is not inner and any(s.holds(inner.cue.span) for s in outer.content.spans)


def _status(event: Event, claim: Claim, lines: Fronts) -> str:
    if event.status == "negated" and claim.act == "deny" and claim.direct:
        return "denied"  # "We have fired at nobody," after a charge
    granted = TAKEN_FOR_GRANTED in event.why.notes and claim.act in {"deny", *UNCERTAIN}
    if granted or event.status in {"denied", "negated", "hypothetical", "planned"}:
        return event.status  # "denied that it freed the men who shelled the camp"
    if claim.act == "deny":
        return "denied" if event.type not in SPEECH_TYPES else event.status
    # "We call on the army to leave," they said
    own_speech = event.type in SPEECH_TYPES and claim.direct
    if claim.act in UNCERTAIN and event.status == "actual" and not own_speech:
        return "hypothetical"
    charged = event.status == "actual" and _charged(event, claim, lines)
    return "alleged" if charged else event.status


def _charged(event: Event, claim: Claim, lines: Fronts) -> bool:
    """Whether a claim charges somebody else with a harmful act."""
    if event.type not in HARMFUL or _same(claim.speaker, event):
        return False
    if all(p.inferred for p in event.actors):
        return False  # nobody is named, so nobody is charged
    if any((p.text or "").lower().startswith(OWN) for p in event.actors):
        return False
    quoted = _quoted(event, claim) and not _informs(claim.speaker)
    return (
        claim.act in CHARGES
        or _against(event, claim.speaker)
        or _of_rivals(event, claim.speaker)
        or lines.across(event, claim.speaker)
        or lines.shifts_blame(event, claim.speaker)
        or quoted
    )


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


def _with_events(claim: Claim, events: Sequence[tuple[Event, str]]) -> Claim:
    stance = tuple(Stance(e.id, word) for e, word in events if word)
    return replace(claim, events=tuple(e.id for e, _ in events), stance=stance)


def _stance(claim: Claim, event: Event, *, contested: bool) -> str:
    """What a claim makes of an event inside it; ``contested``: another claim denies the event."""
    if claim.act == "deny":
        return "denies"
    if event.status == "negated" or (event.status == "denied" and not contested):
        return "denies"
    if claim.act in DEMANDS:
        return "demands"
    return "doubts" if claim.act == "question" else "affirms"
