"""The setting of an utterance: to whom, by which means, on which day."""

from bisect import bisect_left
from collections.abc import Sequence

from dateline.coding.claim_parts import Saying
from dateline.coding.claim_people import phrase, touches
from dateline.coding.tree import children
from dateline.knowledge.cues import SpeechCues
from dateline.records import DateExpression, Evidence, Sentence

_ENDS = {",", ":", "that", "which", "who"}


def audience_of(saying: Saying) -> Evidence | None:
    """The words that name who is told ("journalists")."""
    if saying.audience is None:
        return None
    found = saying.sentence.evidence(*phrase(saying.sentence, saying.audience))
    return None if touches(found.span, saying.content) and saying.frame != "inf" else found


def medium_of(saying: Saying, cues: SpeechCues) -> Evidence | None:
    """The words that name the means ("an audio recording posted online")."""
    if saying.frame == "source":
        return None
    s = saying.sentence
    verbs = [saying.head]
    above = s.tokens[saying.head].head
    if s.tokens[saying.head].dep in {"advcl", "acl", "conj"} and above != saying.head:
        verbs.append(above)
    for v in verbs:
        found = _medium(s, v, saying, cues)
        if found is not None:
            return found
    return None


def _medium(s: Sentence, v: int, saying: Saying, cues: SpeechCues) -> Evidence | None:
    heads = [
        p
        for c in children(s, v, "prep")
        if s.tokens[c].lower in cues.media_prepositions
        for p in children(s, c, "pobj")
    ]
    if v != saying.head and s.tokens[saying.head].dep != "conj":
        heads.extend(children(s, v, "dobj"))
        heads.append(v)
    for head in heads:
        token = s.tokens[head]
        if head in saying.speakers:
            continue
        if token.lemma.lower() not in cues.media or token.pos not in {"NOUN", "PROPN"}:
            continue
        below = set(s.subtree(head))
        if saying.head in below:
            below.difference_update(s.subtree(saying.head))
        below = {i for i in below if not touches(s.cover(i, i), saying.content)}
        first = last = head
        while first - 1 in below:
            first -= 1
        while last + 1 in below and s.tokens[last + 1].lower not in _ENDS:
            last += 1
        return s.evidence(first, last)
    return None


def date_of(saying: Saying, dates: Sequence[DateExpression]) -> DateExpression | None:
    """The day of speaking: a time expression in the reporting clause, outside of what is said."""
    s = saying.sentence
    spans = tuple(s.cover(i, i) for i in saying.clause)
    first = bisect_left(dates, s.span.start, key=lambda d: d.span.start)
    last = bisect_left(dates, s.span.end, key=lambda d: d.span.start)
    for date in dates[first:last]:
        if (
            date.type in {"DATE", "TIME"}
            and s.span.holds(date.span)
            and touches(date.span, spans)
            and not touches(date.span, saying.content)
        ):
            return date
    return None
