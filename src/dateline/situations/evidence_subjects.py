"""Whose act a clause tells: its subject, the one asked or told to do it, the one accused of it."""

from dateline.knowledge.questions import questions
from dateline.records import Sentence

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
#: Edges from a verb up to one whose subject is its own too.
_UP = frozenset(
    (
        *("xcomp", "conj", "advcl", "ccomp", "prep", "pcomp", "dobj", "pobj", "attr", "acomp"),
        "amod",
    )
)


def subject_of(s: Sentence, at: int) -> list[int]:
    """Tokens of the subject of a verb, or of the verb that it hangs on."""
    n = at
    for _ in range(4):
        mine = [c for c in s.children[n] if s.tokens[c].dep in SUBJECTS]
        if mine:
            return s.subtree(mine[0])
        told = _told_to(s, n)
        if told is not None:  # "asked the alliance to let the police in"
            return s.subtree(told)
        charged = s.tokens[n].dep == "pcomp" and s.tokens[s.tokens[n].head].lower == "of"
        verb = s.tokens[s.tokens[n].head].head
        accused = [c for c in s.children[verb] if s.tokens[c].dep in {"dobj", "nsubjpass"}]
        if charged and accused:  # "accused the army of shelling the town"
            return s.subtree(accused[0])
        if charged and s.tokens[verb].dep == "dobj":  # the same, "of" hung on the army
            return [i for i in s.subtree(verb) if i <= verb]
        if s.tokens[n].dep not in _UP:
            return _noun_doer(s, n)
        n = s.tokens[n].head
    return []


def _noun_doer(s: Sentence, at: int) -> list[int]:
    """Of "an attempt by the rebels to flee" the rebels: who stands at the noun that an infinitive hangs on."""
    t = s.tokens[at]
    if t.dep not in {"acl", "relcl"}:
        return []
    for c in s.children[t.head]:
        if s.tokens[c].dep == "poss":
            return s.subtree(c)
        if s.tokens[c].lower == "by":
            return s.subtree(c)
    return []


def _told_to(s: Sentence, at: int) -> int | None:
    """The one who is asked, told or allowed to do what an infinitive says."""
    t = s.tokens[at]
    if (
        t.dep not in {"xcomp", "ccomp"}
        or s.tokens[t.head].lemma.lower() not in questions().moods["telling"]
    ):
        return None
    return next((c for c in s.children[t.head] if s.tokens[c].dep == "dobj" and c < at), None)
