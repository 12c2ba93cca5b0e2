"""A ceasefire said to hold, beside an attack by those who are bound by it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.knowledge.ledger import strains
from dateline.ledger.same import days_apart, same_side
from dateline.records import Claim, Event, Evidence, Report, Span, Tension, TensionSide, content_id

_WORD = re.compile(r"[\w'\u2019-]+")
#: Acts of speech by which a side says that it keeps a ceasefire.
_SAYS = frozenset({"say", "assert", "declare", "promise", "deny"})
_TOLD = frozenset({"actual", "alleged"})


def truce_tensions(
    report: Report, events: Sequence[Event], claims: Sequence[Claim]
) -> Iterator[Tension]:
    """For each claim that a ceasefire stands, the first attack by the speaker's own side."""
    for claim in claims:
        at = _standing(claim, report.text)
        if at is None or claim.speaker is None:
            continue
        attack = next((e for e in events if _breaks(e, claim)), None)
        if attack is None:
            continue
        words = Evidence(report.text[at.start : at.end], at)
        by = attack.attribution.speaker if attack.attribution else None
        told = Evidence(attack.trigger.text, attack.trigger.span)
        sides = (
            TensionSide(words, claim.speaker, (claim.id,)),
            TensionSide(told, by, (attack.id,)),
        )
        first, second = sorted(sides, key=lambda s: s.evidence.span)
        yield Tension(
            content_id("t", report.id, "ceasefire", claim.id, attack.id),
            "ceasefire", "ceasefire.attack", "a ceasefire said, an attack told", (first, second),
        )  # fmt: skip


def _standing(claim: Claim, text: str) -> Span | None:
    """Where a claim says that a ceasefire holds, or None."""
    if claim.act not in _SAYS:
        return None
    for span in claim.content.spans:
        part = text[span.start : span.end]
        found = _truce().search(part)
        words = {w.lower() for w in _WORD.findall(part)}
        if found is None or words & strains().broken:
            continue
        if any(h in words or (" " in h and h in part.lower()) for h in strains().holding):
            return Span(span.start, span.end)
    return None


@cache
def _truce() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, strains().ceasefire))})\b", re.IGNORECASE)


def _breaks(event: Event, claim: Claim) -> bool:
    """Whether an event is an attack by the speaker's side, not before what it says."""
    if event.type != "ASSAULT" or event.status not in _TOLD or claim.speaker is None:
        return False
    if event.attribution is not None and event.attribution.claim == claim.id:
        return False
    if claim.date and event.date and days_apart(claim.date, event.date):
        return False
    return any(same_side(p.actor, claim.speaker.actor) for p in event.actors)
