"""Sources of sources: "X said ..., citing Y" and "X said ..., according to Y" are one utterance with two voices."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.claim_parts import Saying
from dateline.records import Claim

_VIA = {"source", "according"}
#: Share of the characters that two claims must have in common to hold the same words.
_SAME = 0.8
#: Characters for a comma, blanks or "that" around a reporting clause.
_JOINTS = 6


def joined_sources(found: Sequence[tuple[Saying, Claim]]) -> list[Claim]:
    """Claims of which none only repeats the content of another for its source.

    The source stands among the speakers of the claim that remains, behind those who are named first.
    """
    claims = [claim for _, claim in found]
    gone: set[int] = set()
    by_sentence: dict[int, list[int]] = {}
    for n, claim in enumerate(claims):
        by_sentence.setdefault(claim.sentence.index, []).append(n)
    for n, (saying, claim) in enumerate(found):
        if saying.frame not in _VIA:
            continue
        for k in by_sentence[claim.sentence.index]:
            if k == n or k in gone or not _same(claims[k], claim):
                continue
            known = {p.actor.id for p in claims[k].speakers}
            extra = tuple(p for p in claim.speakers if p.actor.id not in known)
            claims[k] = replace(claims[k], speakers=claims[k].speakers + extra)
            gone.add(n)
            break
    return [claim for n, claim in enumerate(claims) if n not in gone]


def _same(one: Claim, via: Claim) -> bool:
    """Whether two claims hold nearly the same characters, the reporting clause of the one aside."""
    common = sum(
        max(0, min(b, d) - max(a, c)) for a, b in one.content.spans for c, d in via.content.spans
    )
    if any(span.holds(one.cue.span) for span in via.content.spans):
        named = one.speaker.text if one.speaker is not None else None
        common += len(named or "") + len(one.cue.text) + _JOINTS
    longest = max(sum(b - a for a, b in c.content.spans) for c in (one, via))
    return common >= _SAME * longest
