"""Headline and tensions as JSON objects."""

from dateline.formats.parts_json import Json, evidence_dict, participant_dict
from dateline.records import Ground, Headline, Presupposition, Tension, TensionSide, Unmentioned


def headline_dict(headline: Headline) -> Json:
    """The contract's object, with ``grounds`` (the evidence in full) and ``presupposes_told`` besides."""
    untold = [p for p in headline.presupposed if p.told is None]
    told = [p for p in headline.presupposed if p.told is not None]
    return {
        "text": headline.text,
        "kind": headline.kind,
        "support": headline.support,
        "evidence": list(dict.fromkeys(g.id for g in headline.grounds if g.id)),
        "unmentioned": [_unmentioned(u) for u in headline.unmentioned],
        "presupposes": [_presupposed(p) for p in untold],
        "presupposes_told": [_presupposed(p) for p in told],
        "grounds": [_ground(g) for g in headline.grounds],
    }


def _unmentioned(name: Unmentioned) -> Json:
    actor = name.actor
    return {
        "text": name.text,
        "headline_span": list(name.at),
        "name": actor.name if actor else None,
        "kind": actor.kind if actor else None,
        "country": actor.country if actor else None,
    }


def _presupposed(found: Presupposition) -> Json:
    made = {
        "word": found.word,
        "headline_span": list(found.at),
        "asks": found.asks,
        "entry": found.entry,
    }
    return {**made, **evidence_dict(found.told)} if found.told else made


def _ground(ground: Ground) -> Json:
    return {
        "id": ground.id or None,
        "side": ground.side,
        "how": ground.how,
        "by": participant_dict(ground.by) if ground.by else None,
        **evidence_dict(ground.evidence),
        "link": ground.link or None,
    }


def tension_dict(tension: Tension) -> Json:
    """One tension; ``by`` is null for the report's own voice."""
    return {
        "id": tension.id,
        "kind": tension.kind,
        "entry": tension.entry,
        "says": tension.says,
        "sides": [_side(s) for s in tension.sides],
    }


def _side(side: TensionSide) -> Json:
    by = participant_dict(side.by) if side.by else None
    return {**evidence_dict(side.evidence), "by": by, "ids": list(side.ids)}
