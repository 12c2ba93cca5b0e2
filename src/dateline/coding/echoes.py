"""Claims that bear on an event which they do not name: what a denier says next, and what speaks against a denial."""

import re
from collections.abc import Sequence

from dateline.coding.answers import same_speaker
from dateline.coding.recast import NEGATIVE
from dateline.records import Claim, Event, Span

#: Sentences back in which the denial may stand.
_BACK = 2
_TOLD = frozenset({"say", "assert", "deny"})
#: Verbs and adjectives that stand against a denial, before and behind it.
_AGAINST = re.compile(
    r"\b(?:contradict|belie|disprov|refut|undermin|undercut|disput|reject|demolish)\w*\s+"
    r"(?:[\w'\u2019-]+\s+){0,3}?denials?\b|"
    r"\bdenials?\s+(?:is|was|are|were|rang|sounded)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:false|untrue|hollow|contradicted|belied|disproved|an?\s+lie|nonsense)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|no|nothing|nobody)\b|n['\u2019]t\b", re.IGNORECASE)


def echoing(events: Sequence[Event], claims: Sequence[Claim]) -> list[tuple[str, str, str]]:
    """Stances toward events named in an earlier denial.

    Args:
        events: as coded, in text order.
        claims: of the same report, in any order.

    Returns:
        Ids of claim and event, and the stance: "denies" where the denier goes on ("Nobody was touched," he said),
        "affirms" where somebody else contradicts the denial.
    """
    found: list[tuple[str, str, str]] = []
    told = sorted(claims, key=lambda c: c.content.spans[0].start if c.content.spans else -1)
    for n, claim in enumerate(told):
        if claim.act not in _TOLD or _held(claim, events):
            continue
        denial = _denial_before(claim, told[:n], events)
        if denial is None:
            continue
        stance = _bearing(claim, denial)
        if stance:
            found += [(claim.id, e.id, stance) for e in _held(denial, events)]
    return found


def _bearing(claim: Claim, denial: Claim) -> str:
    """What a claim makes of what was denied just before, or nothing."""
    words = claim.content.text
    if same_speaker(claim, denial):
        onward = claim.cue.span == denial.cue.span or NEGATIVE.match(words) is not None
        return "denies" if claim.direct and onward else ""
    against = _AGAINST.search(words) is not None and _NOT.search(words) is None
    return "affirms" if against and claim.act != "deny" else ""


def _denial_before(claim: Claim, before: Sequence[Claim], events: Sequence[Event]) -> Claim | None:
    """The last claim told before, when it is a denial that names an act, at most some sentences back."""
    last = before[-1] if before else None
    if last is None or last.act != "deny" or not _held(last, events):
        return None
    return last if 0 <= claim.sentence.index - last.sentence.index <= _BACK else None


def _held(claim: Claim, events: Sequence[Event]) -> list[Event]:
    return [
        e
        for e in events
        if any(s.holds(Span(*e.trigger.span)) for s in claim.content.spans) and e.status != "actual"
    ]
