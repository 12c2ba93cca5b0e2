"""Denials by those whom only the actor base ties to a name of the headline: shown, but they establish nothing."""

from collections.abc import Sequence

from dateline.ledger.event_grounds import DENIED
from dateline.ledger.reading import Reading, speaker_of, words_of
from dateline.ledger.same import same_side
from dateline.records import Actor, Ground, Unmentioned


def related_denials(missing: Sequence[Unmentioned], body: Reading) -> tuple[Ground, ...]:
    """Denied acts whose doer belongs to the state of somebody that the headline names and the body does not.

    Such as a president in the headline, and a denial by his country's government in the body.
    """
    found: list[Ground] = []
    for name in missing:
        for event in body.record.events if name.actor else ():
            doer = next((p.actor for p in event.actors if _tied(name.actor, p.actor)), None)
            if event.status not in DENIED or doer is None or name.actor is None:
                continue
            by = event.attribution.speaker if event.attribution else None
            if event.attribution and by is None:
                by = speaker_of(body.record, event.attribution.claim)
            link = f"{name.actor.name} and {doer.name} are both {doer.country}"
            evidence = words_of(body.record, event)
            found.append(Ground(event.id, "against", "denied", by, evidence, link))
    return tuple(found)


def _tied(name: Actor | None, doer: Actor) -> bool:
    if name is None or name.country is None or name.country != doer.country:
        return False
    return doer.kind == "country" or same_side(name, doer)
