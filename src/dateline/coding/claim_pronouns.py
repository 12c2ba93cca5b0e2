"""Speakers named by a pronoun that nobody could resolve: whoever fits and spoke just before."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.records import Claim, ParsedReport, Participant

#: Sentences back in which the one who spoke may stand.
_BACK = 3
_FITS = {
    "it": {"organisation", "country"},
    "they": {"group", "organisation", "country"},
    "he": {"person"},
    "she": {"person"},
}


def speaking_again(parsed: ParsedReport, claims: Sequence[Claim]) -> list[Claim]:
    """Claims whose "it", "he", "she" or "they" means the speaker before.

    Args:
        parsed: the report.
        claims: in any order.
    """
    paragraphs = {s.index: s.paragraph for s in parsed.sentences}
    out = list(claims)
    last: list[tuple[int, Participant]] = []
    for n in sorted(range(len(out)), key=lambda k: out[k].cue.span):
        claim = out[n]
        one = claim.speaker
        if one is None or one.span is None:
            continue
        at = claim.sentence.index
        if _unresolved(one):
            kinds = _FITS[(one.text or "").lower()]
            near = [p for i, p in last if 0 <= at - i <= _BACK and p.actor.kind in kinds]
            same = paragraphs[at] - paragraphs.get(at - _BACK, 0) <= _BACK
            if near and same:
                again = Participant(near[-1].actor, one.text, one.span, near[-1].inferred)
                out[n] = replace(claim, speaker=again, speakers=(again, *claim.speakers[1:]))
                one = again
        if not _unresolved(one):
            last.append((at, one))
    return out


def _unresolved(p: Participant) -> bool:
    """Whether an actor is no more than its pronoun."""
    word = (p.text or "").lower()
    return word in _FITS and p.actor.name.lower() == word
