"""Reporting verbs of a sentence: each with what it reports and who says it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.coding.claim_clauses import cue_start
from dateline.coding.claim_content import framed
from dateline.coding.claim_parts import (
    FINITE_TAGS,
    PERFORMED,
    Saying,
    is_finite,
    timeless,
)
from dateline.coding.claim_people import touches
from dateline.coding.claim_quotes import Piece, holds, quoted
from dateline.coding.claim_speakers import beside, is_nobody, speaker_heads
from dateline.coding.claim_voice import given_up, is_passive, realized, unsaid
from dateline.coding.tree import child, children
from dateline.knowledge.cues import SpeechCues, SpeechVerb
from dateline.records import Sentence, Span

if TYPE_CHECKING:
    from dateline.coding.quotes import Quote

#: Words beyond which a "sentence" is a list or noise, whose tree tells nothing.
_NO_SENTENCE = 600
#: Words a cue may have beyond its verb ("called on", "called upon").
_LONGEST_CUE = 2
_STATES = {"oprd", "acomp", "ccomp", "xcomp"}
_PARTICLES = {"prt", "prep", "advmod", "dative", "mark"}
_VERBAL = {"VERB", "AUX"}
#: Frames that say what somebody calls a thing, and where the name stands in them.
_NAMING = {"name", "as"}
_PREDICATES = {
    "oprd",
    "acomp",
    "attr",
    "ccomp",
    "xcomp",
    "pobj",
    "dobj",
    "acl",
    "amod",
    "advcl",
    "dep",
    "conj",
    "appos",
}


def verb_sayings(
    text: str, s: Sentence, parts: Sequence[Piece], cues: SpeechCues
) -> Iterator[Saying]:
    """Every utterance that a verb of this sentence reports.

    Args:
        text: the report's text.
        s: the sentence.
        parts: the quotations that touch it.
        cues: words of speech.
    """
    if len(s.tokens) > _NO_SENTENCE:
        return
    for token in s.tokens:
        fitting = fitting_entries(s, token.i, cues)
        if not fitting or not realized(s, token.i, cues):
            continue
        over = given_up(s, token.i)
        if unsaid(s, token.i) and not over:
            continue
        saying = _saying(text, s, token.i, fitting, parts, cues)
        if saying is not None and over:  # "no longer denies that it shelled the town": it owns up
            saying = replace(saying, act="assert") if saying.act == "deny" else None
        if saying is not None:
            yield saying


def fitting_entries(s: Sentence, v: int, cues: SpeechCues) -> list[SpeechVerb]:
    """The uses of a verb of speech whose particle stands with it; empty for other words."""
    token = s.tokens[v]
    if token.pos not in _VERBAL and not token.tag.startswith("VB"):
        return []
    entries = cues.verbs.get(cues.lemma(token), ())
    return [e for e in entries if not e.particle or _particle(s, v, e.particle) is not None]


def _particle(s: Sentence, v: int, particle: str) -> int | None:
    """Position of the particle or preposition that belongs to the verb."""
    words = particle.split()
    here = [t.lower for t in s.tokens[v + 1 : v + 1 + len(words)]]
    if here == words:
        return v + len(words)
    thing = child(s, v, "dobj", "ccomp", "xcomp")
    for c in s.children[v]:
        token = s.tokens[c]
        apart = thing is not None and v < thing < c  # "called the minister on Friday"
        state = token.pos == "ADJ" and token.dep in _STATES  # "held the army responsible for it"
        if (
            c > v
            and token.lower == words[-1]
            and (state or (token.dep in _PARTICLES and not apart))
        ):
            return c
    below = [] if thing is None else [c for c in s.children[thing] if c > thing]
    for c in below:
        if s.tokens[c].pos == "ADJ" and s.tokens[c].lower == words[-1]:
            return c  # "held the army responsible for it", the adjective under the noun
    return None


def _saying(
    text: str,
    s: Sentence,
    v: int,
    entries: Sequence[SpeechVerb],
    parts: Sequence[Piece],
    cues: SpeechCues,
) -> Saying | None:
    passive = is_passive(s, v)
    speakers = speaker_heads(s, v, passive, cues)
    lemmas = {s.tokens[h].lemma.lower() for h in speakers}
    document = bool(lemmas & cues.documents)
    entries = [e for e in entries if not e.document_only or document]
    if not is_finite(s, v):
        entries = [e for e in entries if not e.attitude]
    mute = bool(speakers) and lemmas <= cues.silent and not (lemmas & cues.documents)
    if mute or any(is_nobody(s, h) for h in speakers):
        return None
    inside = holds(parts, v)
    if inside is not None:
        entries = [e for e in entries if not e.attitude]
        if not speakers or not _named(s, speakers[0]):
            return None
    if not speakers and not passive and _doubled(s, v, cues):
        return None
    found = _quoted(text, s, v, entries, parts, passive) if inside is None else None
    found = found or framed(s, v, entries, parts, cues, passive=passive)
    if found is None:
        return None
    entry, frame, content = found
    if inside is not None and any(not inside.quote.inner.touches(c) for c in content):
        return None
    speakers = tuple(h for h in speakers if not touches(s.cover(h, h), content))
    if not speakers and not passive:
        speakers = _speakers_beside(s, v, content, frame)
    if not speakers and not _impersonal(s, v, frame):
        return None
    last = _particle(s, v, entry.particle) if entry.particle else v
    cue = (v, last if last is not None and last <= v + _LONGEST_CUE else v)
    told = _audience(s, v, entry, frame)
    act = "deny" if frame in _NAMING and _untrue(s, v, content, cues) else entry.takes[frame]
    act = _announced(s, v, act, cues)
    return Saying(
        s, v, cue, act, frame, content, speakers,
        _reporting(s, v, content), None if told in speakers else told,
        entry.attitude or (entry.takes[frame] in PERFORMED and timeless(s, v)),
    )  # fmt: skip


def _untrue(s: Sentence, v: int, content: tuple[Span, ...], cues: SpeechCues) -> bool:
    """Whether something is called false ("called her account untrue", "described it as a hoax")."""
    return any(
        {t.lemma.lower(), t.lower} & cues.untruths and t.dep in _PREDICATES
        for t in s.tokens[v + 1 :]
        if any(a <= t.start < b for a, b in content)
    )


def _announced(s: Sentence, v: int, act: str, cues: SpeechCues) -> str:
    """The act that an opening phrase names ("In a flat denial, the presidency said ...")."""
    if act not in {"say", "assert"}:
        return act
    for prep in children(s, v, "prep"):
        noun = child(s, prep, "pobj") if s.tokens[prep].lower == "in" else None
        if noun is None or noun > v:
            continue
        for entry in cues.nouns.get(cues.lemma(s.tokens[noun]), ()):
            named = next(iter(entry.takes.values()))
            return named if named in PERFORMED else act
    return act


def _doubled(s: Sentence, v: int, cues: SpeechCues) -> bool:
    """Whether another verb before it reports the same words ("X reported, citing Y, said")."""
    return any(
        c < v and cues.lemma(s.tokens[c]) in cues.verbs and child(s, c, "nsubj") is not None
        for c in children(s, v, "ccomp", "advcl", "dep")
    )


def _named(s: Sentence, head: int) -> bool:
    """Whether somebody definite speaks: a name, or a noun with article or owner; no "people"."""
    token = s.tokens[head]
    return token.pos == "PROPN" or (
        token.pos == "NOUN" and child(s, head, "det", "poss") is not None
    )


def _quoted(
    text: str,
    s: Sentence,
    v: int,
    entries: Sequence[SpeechVerb],
    parts: Sequence[Piece],
    passive: bool,
) -> tuple[SpeechVerb, str, tuple[Span, ...]] | None:
    entry = next((e for e in entries if "quote" in e.takes), None)
    if entry is None or not parts or passive:
        return None
    beside_verb: list[Quote] = quoted(text, s, v, parts, loose="clause" in entry.takes)
    return (entry, "quote", tuple(q.inner for q in beside_verb)) if beside_verb else None


def _impersonal(s: Sentence, v: int, frame: str) -> bool:
    """Nobody is named, yet somebody said it ("It was announced that ...")."""
    own = child(s, v, "nsubjpass")
    return own is not None and own < v and (frame == "raised" or s.tokens[own].lower == "it")


def _speakers_beside(s: Sentence, v: int, content: tuple[Span, ...], frame: str) -> tuple[int, ...]:
    """Speaker of "content, said X" where the parser saw no subject."""
    if frame not in {"quote", "clause"} or not content:
        return ()
    if content[0].start > s.tokens[v].start:
        if s.tokens[v].tag not in FINITE_TAGS or s.tokens[v].head != v:
            return ()
        head = beside(s, v, 0)
        return () if head is None or touches(s.cover(head, head), content) else (head,)
    edge = next((i for i in range(v, -1, -1) if s.tokens[i].start < content[-1].end), v)
    edge = edge + 1 if s.tokens[edge].start < s.tokens[v].start else 0
    head = beside(s, v, min(edge, cue_start(s, v)) if edge > v else edge)
    return () if head is None else (head,)


def _reporting(s: Sentence, v: int, content: tuple[Span, ...]) -> tuple[int, ...]:
    """Tokens of the reporting clause itself."""
    own = s.subtree(v)
    return tuple(i for i in own if not any(c.start <= s.tokens[i].start < c.end for c in content))


def _audience(s: Sentence, v: int, entry: SpeechVerb, frame: str) -> int | None:
    """Head of the phrase that names who is told."""
    if entry.hearer and frame != "inf":
        told = child(s, v, "dobj", "dative", "iobj")
        if told is not None and told > v and s.tokens[told].pos in {"NOUN", "PROPN", "PRON"}:
            return told
    for prep in children(s, v, "prep", "dative"):
        if prep > v and s.tokens[prep].lower == "to" and frame in {"clause", "quote"}:
            return child(s, prep, "pobj")
    if frame == "inf":
        told = child(s, v, "dobj", "dative", "iobj", "nsubjpass")
        return (
            told if told is not None and s.tokens[told].pos in {"NOUN", "PROPN", "PRON"} else None
        )
    return None
