"""Tense, modality and polarity of one clause, read off its own words."""

from dataclasses import dataclass

from dateline.coding.tree import child, children
from dateline.records import Sentence

POSSIBLE = frozenset({"could", "may", "might", "can", "ca"})
FUTURE = frozenset({"will", "shall", "'ll", "\u2019ll", "wo"})
OBLIGED = frozenset({"must", "should", "ought"})
CONDITION = frozenset({"if", "unless", "whether", "lest"})
#: Joined verbs followed back for their auxiliaries at most.
CHAIN = 12


@dataclass(frozen=True, slots=True)
class Mood:
    """How a clause is put: each flag says that the clause's own words say so."""

    negated: bool = False
    possible: bool = False
    future: bool = False
    would: bool = False
    obliged: bool = False
    condition: bool = False
    past: bool = False
    progressive: bool = False
    finite: bool = False


def mood_of(sentence: Sentence, i: int, depth: int = 0) -> Mood:
    """The mood of the clause headed by verb ``i``; a verb coordinated without auxiliaries shares its head's."""
    s = sentence
    token = s.tokens[i]
    helpers = [s.tokens[c] for c in s.children[i] if s.tokens[c].dep in {"aux", "auxpass"}]
    words = {t.lower for t in helpers}
    own_subject = child(s, i, "nsubj", "nsubjpass") is not None
    if (
        token.dep == "conj"
        and not own_subject
        and depth < CHAIN
        and not words & (POSSIBLE | FUTURE | OBLIGED | {"would", "to"})
    ):
        above = s.tokens[token.head]
        if above.tag == token.tag or (token.tag == "VB" and above.pos in {"VERB", "AUX"}):
            shared = mood_of(s, token.head, depth + 1)
            return Mood(
                negated=_negated(s, i),
                possible=shared.possible,
                future=shared.future,
                would=shared.would,
                obliged=shared.obliged,
                condition=shared.condition,
                past=shared.past,
                finite=shared.finite,
            )
    going = token.lemma == "go" and token.tag == "VBG"
    finite = token.tag in {"VBD", "VBZ", "VBP"} or any(
        t.tag in {"VBD", "VBZ", "VBP", "MD"} for t in helpers
    )
    return Mood(
        negated=_negated(s, i),
        possible=bool(words & POSSIBLE),
        future=bool(words & FUTURE) and not going,
        would="would" in words or "'d" in words,
        obliged=bool(words & OBLIGED) or _has_to(s, i),
        condition=_conditional(s, i),
        past=token.tag == "VBD" or any(t.tag == "VBD" for t in helpers),
        progressive=token.tag == "VBG" and any(t.lemma == "be" for t in helpers),
        finite=finite,
    )


def _negated(s: Sentence, i: int) -> bool:
    for c in s.children[i]:
        t = s.tokens[c]
        if t.dep == "neg" and t.lower != "only":
            return not _only_after(s, c)
        if t.lower in {"never", "neither"} and t.dep in {"advmod", "preconj", "cc", "neg"}:
            return True
        if t.dep in {"nsubj", "nsubjpass", "dobj", "attr"} and _empty(s, c):
            return True
    return False


def _only_after(s: Sentence, i: int) -> bool:
    """Such as "not only": no negation."""
    return i + 1 < len(s.tokens) and s.tokens[i + 1].lower in {"only", "just", "least"}


def _empty(s: Sentence, i: int) -> bool:
    """Such as "no casualties", "nobody", "none of them"."""
    if s.tokens[i].lower in {"nobody", "none", "nothing"}:
        return True
    return any(
        s.tokens[c].lower == "no" and s.tokens[c].dep in {"det", "neg"} for c in s.children[i]
    )


def _conditional(s: Sentence, i: int) -> bool:
    return any(s.tokens[c].lower in CONDITION for c in children(s, i, "mark", "advmod", "prep"))


def _has_to(s: Sentence, i: int) -> bool:
    """Such as "has to leave", "needs to leave", "had better"."""
    token = s.tokens[i]
    head = s.tokens[token.head]
    return token.dep == "xcomp" and head.lemma in {"have", "need"} and head.i != i
