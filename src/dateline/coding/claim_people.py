"""Speakers as participants: resolved by the cast, else described by their own words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from dateline.coding.claim_parts import Saying, is_comma
from dateline.coding.tree import child
from dateline.knowledge.cues import SpeechCues
from dateline.records import Actor, Participant, Sentence, Span, Token, content_id

_KINDS = {"he": "person", "she": "person", "they": "group", "we": "group", "i": "person"}
#: Endings of nouns for people by what they do.
_DOERS = (
    "er",
    "or",
    "ist",
    "ian",
    "ant",
    "ent",
    "ee",
    "man",
    "woman",
    "person",
    "ary",
    "eer",
)
#: Nouns for one person that show no such ending.
_PEOPLE = frozenset(
    {
        "aide", "analyst", "bishop", "captain", "chief", "child", "coach", "colonel", "critic", "dean", "diplomat",
        "envoy", "expert", "father", "general", "guest", "guide", "head", "host", "husband", "imam", "judge", "kid",
        "king", "lieutenant", "major", "mayor", "monk", "mother", "nun", "nurse", "official", "pilot", "pope", "priest",
        "queen", "sheikh", "sister", "son", "brother", "daughter", "wife", "widow", "source", "spokesperson", "spy",
        "star", "surgeon", "uncle", "victim", "witness",
    }
)  # fmt: skip
#: Bodies of a state or an organisation, which speak though they are nobody.
_BODIES = frozenset({
    "agency", "authority", "board", "bureau", "command", "commission", "committee", "corps", "council", "department",
    "directorate", "inspectorate", "ministry", "mission", "office", "secretariat", "service",
})  # fmt: skip
_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_STOP = {"relcl", "acl", "appos", "cc", "conj", "punct", "advcl", "parataxis", "npadvmod"}
_FROM = {"of", "for", "from", "at", "in", "with"}


class CastLike(Protocol):
    """What claims and relations need of a cast: who stands at a head token."""

    @property
    def actors(self) -> Sequence[Actor]:
        """All actors of the report."""

    def at(self, sentence_index: int, head_token_index: int) -> tuple[Participant, ...]:
        """Participants of the phrase headed by this token; empty when it is no actor."""


def speakers_of(saying: Saying, cast: CastLike, cues: SpeechCues) -> tuple[Participant, ...]:
    """Participants for every speaker of a saying, each once, in text order."""
    found: list[Participant] = []
    for head in saying.speakers:
        here = cast.at(saying.sentence.index, head)
        labelled = saying.frame in {"label", "headline"}
        if saying.frame == "headline":
            here = tuple(p for p in here if _within(p, saying))
        if not here and (labelled or may_speak(saying.sentence, head, cues)):
            start = saying.clause[0] if saying.frame == "headline" else 0
            here = described(saying.sentence, head, start)
        if len(here) == 1:
            here = (fuller(saying, head, here[0], cues),)
        found.extend(p for p in here if all(p.actor.id != q.actor.id for q in found))
    return tuple(found)


def fuller(saying: Saying, head: int, one: Participant, cues: SpeechCues) -> Participant:
    """The speaker with what defines it: "a source close to the talks", "a diplomat who asked not to be named"."""
    s = saying.sentence
    if one.span is None or one.inferred or not one.span.touches(s.cover(head, head)):
        return one
    last = head
    for c in s.children[head]:
        if c <= last or not _defines(s, c, cues):
            continue
        first, end = s.edge(c)
        if (
            first != last + 1
            or first <= saying.head <= end
            or touches(s.cover(first, end), saying.content)
        ):
            break
        last = next((i - 1 for i in range(first, end) if is_comma(s, i)), end)
        if last < end:
            break
    while last > head and s.tokens[last].dep == "cc":
        last -= 1
    end = s.tokens[last].end
    if last == head or end <= one.span.end or s.tokens[last].start < one.span.start:
        return one
    words = s.evidence(next(t.i for t in s.tokens if t.end > one.span.start), last)
    return replace(one, text=words.text, span=words.span)


def _defines(s: Sentence, c: int, cues: SpeechCues) -> bool:
    """Whether a phrase or clause behind a noun belongs to its name and is no date or medium of the speaking."""
    token = s.tokens[c]
    if token.dep in {"acl", "relcl", "amod"}:
        return True
    if token.dep != "prep":
        return False
    named = child(s, c, "pobj")
    if named is None or s.tokens[named].ent in {"DATE", "TIME"}:
        return False
    return token.lower == "of" or s.tokens[named].lemma.lower() not in cues.media


def _within(one: Participant, saying: Saying) -> bool:
    """Whether a participant's words all stand in the reporting clause."""
    s = saying.sentence
    first, last = saying.clause[0], saying.clause[-1]
    return one.span is not None and s.cover(first, last).holds(one.span)


def may_speak(s: Sentence, head: int, cues: SpeechCues) -> bool:
    """Whether somebody whom the cast does not know can speak: no system, museum or footage."""
    token = s.tokens[head]
    if token.pos != "NOUN" or token.tag == "NNS" or token.ent in {"PERSON", "ORG"}:
        return True
    lemma = token.lemma.lower()
    if lemma in cues.documents or lemma in cues.voices:
        return True
    named = lemma in _BODIES and child(s, head, "poss") is not None  # "Peru's border service"
    return named or (lemma.endswith(_DOERS) and lemma not in cues.things)


def described(s: Sentence, head: int, start: int = 0) -> tuple[Participant, ...]:
    """A speaker whom the cast does not know, by the words that name it; none before token ``start``."""
    first, last = phrase(s, head)
    first = max(first, start)
    words = s.evidence(first, last)
    token = s.tokens[head]
    kind = _KINDS.get(token.lower) or _kind(token)
    name = _ARTICLE.sub("", words.text) or words.text
    key = name.lower() if token.pos != "PROPN" else name
    actor = Actor(content_id("a", key), name, (), None, (), None, kind, None, (words.span,))
    return (Participant(actor, words.text, words.span),)


def _kind(token: Token) -> str:
    """Sort of actor that a noun names, as far as its form shows it."""
    if token.tag in {"NNS", "NNPS"}:
        return "group"
    if token.tag != "NN":
        return "thing"
    lemma = token.lemma.lower()
    return "person" if lemma.endswith(_DOERS) or lemma in _PEOPLE else "organisation"


def phrase(s: Sentence, head: int) -> tuple[int, int]:
    """First and last token of a noun phrase without clauses, appositions and coordination."""
    skip: set[int] = set()
    for c in s.children[head]:
        token = s.tokens[c]
        if token.text == "-":
            continue
        loose = token.dep == "prep" and (token.lower not in _FROM or c < head)
        act = token.dep == "prep" and any(s.tokens[k].dep == "pcomp" for k in s.children[c])
        if token.dep in _STOP or loose or act:
            skip.update(s.subtree(c))
    keep = [i for i in s.subtree(head) if i not in skip]
    first = last = head
    while first - 1 in keep:
        first -= 1
    while last + 1 in keep:
        last += 1
    while last > head and is_comma(s, last):
        last -= 1
    return first, last


def touches(span: Span, others: tuple[Span, ...]) -> bool:
    """Whether a span shares a character with one of the others."""
    return any(span.touches(o) for o in others)
