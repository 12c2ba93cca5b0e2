"""Nouns of speech whose content stands elsewhere: "The charge is that ...", "The denial was brief: ..."."""

from collections.abc import Iterator, Sequence

from dateline.coding.claim_objects import noun_content
from dateline.coding.claim_parts import Saying, conjuncts, is_finite, spans_of
from dateline.coding.claim_quotes import Piece, widen
from dateline.coding.claim_speakers import agent, owner
from dateline.coding.tree import child, children
from dateline.knowledge.cues import SpeechCues, SpeechNoun
from dateline.records import Sentence, Span

_DRAW = {"draw", "bring", "prompt", "trigger", "provoke", "earn", "elicit", "meet"}
_COME = {"come", "stem", "originate"}
_SOURCE = {"from", "by"}


def predicate_sayings(s: Sentence, parts: Sequence[Piece], cues: SpeechCues) -> Iterator[Saying]:
    """Claims whose noun is the subject or object of a verb that joins it to its content or its owner."""
    for token in s.tokens:
        entries = cues.nouns.get(cues.lemma(token))
        if entries is None or token.pos != "NOUN":
            continue
        if token.dep in {"nsubj", "nsubjpass"}:
            found = _is_that(s, token.i, entries) or _is_quoted(s, token.i, entries, parts)
            found = found or _comes_from(s, token.i, entries)
            who = found[2] if found is not None and found[2] >= 0 else _maker(s, token.i, cues)
        elif token.dep in {"dobj", "pobj"}:
            found = _drawn(s, token.i, entries, cues)
            who = found[2] if found is not None else None
        else:
            continue
        if found is None or who is None:
            continue
        spans = widen(s, found[1], parts, token.i)
        clause = tuple(
            i for i in s.subtree(token.i) if not any(a <= s.tokens[i].start < b for a, b in spans)
        )
        if spans:
            yield Saying(
                s, token.i, (token.i, token.i), found[0], "predicate", spans, tuple(conjuncts(s, who)), clause
            )  # fmt: skip


Found = tuple[str, tuple[Span, ...], int]
_OWN = -1


def _is_that(s: Sentence, noun: int, entries: Sequence[SpeechNoun]) -> Found | None:
    """Found in "The charge, made by X, is that Y"."""
    act = next((e.takes["that"] for e in entries if "that" in e.takes), None)
    verb = s.tokens[noun].head
    if act is None or s.tokens[verb].lemma != "be":
        return None
    for c in children(s, verb, "ccomp"):
        mark = child(s, c, "mark")
        if c > verb and mark is not None and s.tokens[mark].lower == "that" and is_finite(s, c):
            return act, spans_of(s, [i for i in s.subtree(c) if i != mark]), _OWN
    return None


def _is_quoted(
    s: Sentence, noun: int, entries: Sequence[SpeechNoun], parts: Sequence[Piece]
) -> Found | None:
    """Found in "The denial by X was brief: "...""."""
    after = [p for p in parts if p.first > noun]
    if not after or not any(t.text == ":" for t in s.tokens[after[0].first - 2 : after[0].first]):
        return None
    acts = [a for e in entries for a in e.takes.values()]
    return acts[0], tuple(p.quote.inner for p in after), _OWN


def _comes_from(s: Sentence, noun: int, entries: Sequence[SpeechNoun]) -> Found | None:
    """Found in "The allegation of X comes from Y"."""
    verb = s.tokens[noun].head
    if s.tokens[verb].lemma not in _COME:
        return None
    who = _behind(s, verb)
    return None if who is None else _held(s, noun, entries, who)


def _drawn(s: Sentence, noun: int, entries: Sequence[SpeechNoun], cues: SpeechCues) -> Found | None:
    """Found in "The report on X drew a denial from Y": Y denies what the report holds."""
    token = s.tokens[noun]
    verb = token.head if token.dep == "dobj" else s.tokens[token.head].head
    if s.tokens[verb].lemma not in _DRAW or not any("deny" in e.takes.values() for e in entries):
        return None
    who, topic = _behind(s, noun), child(s, verb, "nsubj", "nsubjpass")
    who = _behind(s, verb) if who is None else who
    if who is None or topic is None or s.tokens[topic].lemma not in cues.reports:
        return None
    held = noun_content(s, topic, {"that", "of", "about", "on", "inf"})
    return None if held is None else ("deny", spans_of(s, held[1]), who)


def _held(s: Sentence, noun: int, entries: Sequence[SpeechNoun], who: int) -> Found | None:
    for e in entries:
        held = noun_content(s, noun, set(e.takes))
        if held is not None:
            return e.takes[held[0]], spans_of(s, held[1]), who
    return None


def _behind(s: Sentence, head: int) -> int | None:
    """Who stands behind "from" or "by" under a head."""
    for prep in children(s, head, "prep", "agent"):
        if s.tokens[prep].lower in _SOURCE and prep > head:
            return child(s, prep, "pobj")
    return None


def _maker(s: Sentence, noun: int, cues: SpeechCues) -> int | None:
    """Owner of the noun, or who made it ("the charge, made by X, is ...")."""
    found = owner(s, noun, cues)
    if found is not None:
        return found
    made = child(s, noun, "acl")
    return agent(s, made) if made is not None and s.tokens[made].tag == "VBN" else None
