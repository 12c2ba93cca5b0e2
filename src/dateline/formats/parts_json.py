"""The parts that several JSON objects share: actors, participants, evidence, spans."""

from typing import Any

from dateline.records import Actor, Evidence, Participant, Span

Json = dict[str, Any]


def actor_dict(actor: Actor) -> Json:
    """An actor without its mentions."""
    return {
        "id": actor.id,
        "name": actor.name,
        "aliases": list(actor.aliases),
        "country": actor.country,
        "sectors": list(actor.sectors),
        "code": actor.code,
        "kind": actor.kind,
        "wikidata": actor.wikidata,
    }


def participant_dict(who: Participant) -> Json:
    """An actor with this mention's own words; ``inferred`` only where it is true."""
    found = {**actor_dict(who.actor), "text": who.text, "span": span_list(who.span)}
    return {**found, "inferred": True} if who.inferred else found


def evidence_dict(evidence: Evidence) -> Json:
    """Words of the report and where they stand."""
    return {"text": evidence.text, "span": list(evidence.span)}


def span_list(span: Span | None) -> list[int] | None:
    """``[start, end]``, or None."""
    return None if span is None else list(span)
