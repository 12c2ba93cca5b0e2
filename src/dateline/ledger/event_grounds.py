"""Grounds for and against a headline among the coded events of the body."""

from collections.abc import Iterator, Sequence

from dateline.ledger.reading import Reading, speaker_of, stems, words_of
from dateline.ledger.same import one_stem, places_agree, places_differ, same_side, telling
from dateline.records import Claim, Event, Ground, Participant

DENIED = frozenset({"denied", "negated"})
DONE = frozenset({"actual", "historical"})
#: Content words in common that make up for a doer that the headline does not name.
_FEW = 2


def event_grounds(title: Reading, body: Reading) -> tuple[Ground, ...]:
    """What the body tells of the acts that the headline names, in text order."""
    ahead = is_ahead(title)
    source = named_source(title)
    pairs = ((act, event) for act in title.record.events for event in body.record.events)
    found = (
        _ground(act, event, body, ahead=ahead, source=source)
        for act, event in pairs
        if _matches(act, event, title, body)
    )
    return tuple(dict.fromkeys(found))


def _ground(
    act: Event, event: Event, body: Reading, *, ahead: bool, source: Participant | None
) -> Ground:
    by = _voice(event, body)
    denies, denied = act.status in DENIED, event.status in DENIED
    side = "for" if denies == denied else "against"
    evidence = words_of(body.record, event)
    own = by is not None and source is not None and same_side(by.actor, source.actor)
    if denied and not denies:
        how = "denied"
    elif own:
        how = "named source"
    elif denies and denied and by is None:
        how = "told"
    elif event.status in DONE or (denied and denies) or (ahead and event.status == "planned"):
        how = "claimed" if by is not None else "told"
    elif event.status == "alleged":
        how = "claimed"
    else:
        how = "open"
    return Ground(event.id, side, how, by, evidence)


def _voice(event: Event, body: Reading) -> Participant | None:
    if event.attribution is None:
        return None
    return event.attribution.speaker or speaker_of(body.record, event.attribution.claim)


def _matches(act: Event, event: Event, title: Reading, body: Reading) -> bool:
    """Whether a coded act of the body is the one that the headline names."""
    stemmed = one_stem(act, event)
    if act.type != event.type and not stemmed:
        return False
    if places_differ(act.place, event.place):
        return False
    doers = _meet(act.actors, event.actors)
    if doers is False or (act.actors and not event.actors):
        return False
    if act.status in DENIED and event.status not in DENIED and not doers:
        return False  # "denies part in the raid" says nothing of a raid by others
    done_to = _meet(act.recipients, event.recipients)
    if done_to is False and not _said_in(act.recipients, event):
        return False
    if doers and done_to:
        return True
    shared = _shared(title, event, body)
    town = places_agree(act.place, event.place)
    if doers is None and done_to is None and not stemmed:
        return town and shared > 0
    return stemmed or town or shared >= (_FEW if doers is None else 1)


def _meet(mine: Sequence[Participant], theirs: Sequence[Participant]) -> bool | None:
    """Whether sides are shared; None where one list is empty or has nothing but numbers."""
    named = [p for p in mine if telling(p.actor.name)]
    others = [p for p in theirs if telling(p.actor.name)]
    if not named or not others:
        return None
    return any(same_side(p.actor, q.actor) or _one_head(p, q) for p in named for q in others)


def _one_head(a: Participant, b: Participant) -> bool:
    """Whether two descriptions share their head noun and no country tells them apart."""
    if a.actor.country and b.actor.country and a.actor.country != b.actor.country:
        return False
    return bool(_last(a.actor.name) & _last(b.actor.name))


def _last(name: str) -> set[str]:
    words = name.split()
    return telling(words[-1]) if words else set()


def _said_in(people: Sequence[Participant], event: Event) -> bool:
    """Whether the sentence of an event has the words for those that the headline names."""
    there = {w[:5] for w in telling(event.sentence.text)}
    return any({w[:5] for w in telling(p.text or p.actor.name)} <= there for p in people)


def _shared(title: Reading, event: Event, body: Reading) -> int:
    """How many content words of the headline, names of its doers apart, the event's sentence has."""
    sentence = body.sentences[event.sentence.index]
    own = stems(t for s in title.sentences for t in s.tokens if t.ent not in {"PERSON", "GPE"})
    return len(own & stems(sentence.tokens))


def is_ahead(title: Reading) -> bool:
    """Whether a headline speaks of what is to come ("Norway to send troops")."""
    for sentence in title.sentences:
        for t in sentence.tokens:
            if t.lower in {"will", "'ll", "shall"}:
                return True
            if t.tag == "TO" and not any(
                u.tag in {"VBZ", "VBP", "VBD", "MD"} for u in sentence.tokens[: t.i]
            ):
                return True
    return False


def named_source(title: Reading) -> Participant | None:
    """Whose word the headline says it is: a speaker, or a name before a colon."""
    claims: Iterator[Claim] = (c for c in title.record.claims if c.speaker is not None)
    first = next(claims, None)
    if first is not None:
        return first.speaker
    text = title.parsed.report.text
    head, colon, _ = text.partition(": ")
    if not colon:
        return None
    for actor in title.record.actors:
        for span in actor.mentions:
            if span.end <= len(head):
                return Participant(actor, text[span.start : span.end], span)
    return None
