"""Who says "nobody was hit" after somebody told of harm by others denies it, though the verb is only "said"."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from dateline.records import Claim

_TOLD = frozenset({"say", "assert"})
#: Sentences back in which the charge may stand.
_BACK = 2
#: "Will" as a verb, not "against my will".
_WILL = r"\b(?:(?<!my )(?<!our )(?<!own )(?<!his )(?<!her )(?<!their )will|would|wo)\b"
#: A negative near the head of what is said: its subject, or its first verb.
NEGATIVE = re.compile(
    rf"^\W*(?!.{{0,30}}{_WILL})(?:(?:no|none|nobody|nothing|neither|never|not)\b|"
    r"(?:[\w'\u2019-]+\s+){1,5}?(?:not|never|no|nobody|nothing|none|no one|anything but)\b|"
    r"(?:[\w'\u2019-]+\s+){0,4}?\w+n['\u2019]t\b)",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\bafter\b", re.IGNORECASE)


def recast(claims: Sequence[Claim], charging: Collection[str]) -> list[Claim]:
    """Claims with the act that they perform.

    Args:
        claims: of one report.
        charging: ids of claims that hold a harmful act of somebody else, told by one who has a side.
    """
    charges = [c for c in claims if c.act == "accuse" or c.id in charging]
    return [replace(c, act="deny") if _answers(c, charges) else c for c in claims]


def _answers(claim: Claim, charges: Sequence[Claim]) -> bool:
    """Whether a negative statement follows on a charge by somebody else."""
    if claim.act not in _TOLD or NEGATIVE.match(claim.content.text) is None:
        return False
    return any(
        0 <= claim.sentence.index - c.sentence.index <= _BACK
        and (c.cue.span.start < claim.cue.span.start or _told_after(claim, c))
        and _others(c, claim)
        for c in charges
    )


def _told_after(claim: Claim, charge: Claim) -> bool:
    """Whether the charge, though it stands behind, came before ('"Nobody held me," she said after they accused it')."""
    s = claim.sentence
    if charge.sentence.index != s.index or charge.cue.span.start < claim.cue.span.end:
        return False
    between = s.text[claim.cue.span.end - s.span.start : charge.cue.span.start - s.span.start]
    return _AFTER.search(between) is not None


def _others(one: Claim, other: Claim) -> bool:
    """Whether two claims have different, known speakers."""
    if one.speaker is None or other.speaker is None:
        return False
    return one.speaker.actor.id != other.speaker.actor.id
