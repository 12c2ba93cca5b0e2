"""Speakers named by a pronoun that nobody could resolve: whoever fits and spoke just before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.records import Claim, ParsedReport, Participant

#: Sentences back in which the one who spoke may stand.
_BACK = 3
#: Characters of the longest pronoun ("They").
_PRONOUN = 4
_FITS = {
    "it": {"organisation", "country"},
    "they": {"group", "organisation", "country"},
    "he": {"person"},
    "she": {"person"},
}
#: "The statement added", "its statement said": somebody speaks through it.
_PAPER = re.compile(
    r"(the|this|that|its|his|her|their) (statement|letter|communique|message|declaration|note|email)",
    re.I,
)


def speaking_again(parsed: ParsedReport, claims: Sequence[Claim]) -> list[Claim]:
    """Claims whose "it", "he", "she", "they" or "the statement" means the speaker before.

    Args:
        parsed: the report.
        claims: in any order.
    """
    paragraphs = {s.index: s.paragraph for s in parsed.sentences}
    out = list(claims)
    last: list[Claim] = []
    for n in sorted(range(len(out)), key=lambda k: out[k].cue.span):
        claim = out[n]
        one = claim.speaker
        if one is None or one.span is None:
            continue
        at = claim.sentence.index
        near = [c for c in last if 0 <= at - c.sentence.index <= _BACK]
        before = _before(one, near) or _not_quoted(parsed.report.text, claim, near)
        same = paragraphs[at] - paragraphs.get(at - _BACK, 0) <= _BACK
        if before is not None and same:
            one = Participant(before.actor, one.text, one.span, before.inferred)
            out[n] = replace(claim, speaker=one, speakers=(one, *claim.speakers[1:]))
        if not _unresolved(one):
            last.append(out[n])
    return out


def _before(one: Participant, near: Sequence[Claim]) -> Participant | None:
    """Who spoke before, where this speaker is only a pronoun or a paper of the one before."""
    if _unresolved(one):
        word = (one.text or "").lower()
        fitting = [c.speaker for c in near if c.speaker is not None and _fits(word, c.speaker)]
        return fitting[-1] if fitting else None
    paper = _PAPER.fullmatch(one.text or "")
    if paper is None:
        return None
    owned, word = paper[1].lower() not in {"the", "this", "that"}, paper[2].lower()
    told = [c for c in near if owned or (c.medium is not None and word in c.medium.text.lower())]
    return told[-1].speaker if told else None


def _not_quoted(text: str, claim: Claim, near: Sequence[Claim]) -> Participant | None:
    """Who else spoke before, where "he" would name himself in his own quotation ("X is cheating," he said)."""
    one = claim.speaker
    word = "" if one is None else (one.text or "").lower()
    if one is None or not claim.direct or word not in _FITS or not _named(text, one, claim):
        return None
    fitting = [
        c.speaker
        for c in near
        if c.speaker is not None
        and _fits(word, c.speaker)
        and c.speaker.actor.id != one.actor.id
        and not _named(text, c.speaker, claim)
    ]
    return fitting[-1] if fitting else None


def _named(text: str, one: Participant, claim: Claim) -> bool:
    """Whether an actor is named, not by a pronoun, inside what a claim says."""
    return any(
        span.holds(m)
        and text[m.start : m.start + 1].isupper()
        and len(text[m.start : m.end]) > _PRONOUN
        for m in one.actor.mentions
        for span in claim.content.spans
    )


def _fits(word: str, one: Participant) -> bool:
    """Whether a pronoun can mean an actor; "it" also a body that the base has for a group ("the opposition")."""
    body = word == "it" and one.actor.kind == "group" and not (one.text or "s").endswith("s")
    return body or one.actor.kind in _FITS[word]


def _unresolved(p: Participant) -> bool:
    """Whether an actor is no more than its pronoun."""
    word = (p.text or "").lower()
    return word in _FITS and p.actor.name.lower() == word
