"""How a clause holds its act: done, only possible, or not; whose act it is; and what the voice does."""

from dateline.knowledge.questions import questions
from dateline.records import Claim, Sentence, Token
from dateline.situations.evidence_subjects import SUBJECTS, subject_of


def mood_of(s: Sentence, act: Token) -> str:
    """``done``, ``open``, ``not`` or ``unseen`` (no sign of it), by the words that the act hangs on."""
    words = questions().moods
    if any(s.tokens[i].lower in words["anybody"] for i in subject_of(s, act.i)[:1]):
        return "open"  # "whoever holds the town"
    if _no_sign(s, act):
        return "unseen"  # "no sign that fighters were leaving"
    n, mood = _noun_mood(s, act) if act.pos == "NOUN" else (act.i, "done")
    for _ in range(4):
        if _negated(s, n):
            return "not"
        if _maybe(s, n):
            mood = "open"
        t, ruler = s.tokens[n], s.tokens[s.tokens[n].head]
        if t.dep not in {"xcomp", "ccomp", "pcomp", "advcl"} or ruler.i == n:
            return mood
        if t.dep in {"xcomp", "ccomp"} and ruler.lemma.lower() in words["undone"]:
            return "not"
        if _ahead(s, t, ruler):
            mood = "open"
        if t.dep == "ccomp":
            return mood
        n = ruler.i
    return mood


def _no_sign(s: Sentence, act: Token) -> bool:
    signs = questions().moods["signs"]
    return any(
        t.lemma.lower() in signs and s.tokens[t.i - 1].lower == "no" for t in s.tokens[1 : act.i]
    )


def _negated(s: Sentence, n: int) -> bool:
    """Whether a verb has a "not", or a subject such as "no one" or "neither side"."""
    none = questions().moods["none"]
    below = [s.tokens[c] for c in s.children[n]]
    subjects = (s.tokens[d] for t in below if t.dep in SUBJECTS for d in (t.i, *s.children[t.i]))
    return any(t.dep == "neg" for t in below) or any(t.lower in none for t in subjects)


def _maybe(s: Sentence, n: int) -> bool:
    words = questions().moods
    told = {s.tokens[c].lower for c in s.children[n] if s.tokens[c].dep in {"aux", "mark"}}
    return bool(told & (words["maybe"] | words["will"] | words["conditions"]))


def _ahead(s: Sentence, t: Token, ruler: Token) -> bool:
    """Whether a verb hangs on one that does not say that it was done: "plans to", "seems to", "is to"."""
    words = questions().moods
    lemma = ruler.lemma.lower()
    to = t.tag == "VB" and any(s.tokens[c].tag == "TO" for c in s.children[t.i])
    if to and lemma not in words["done"]:
        return True
    return t.dep == "xcomp" and lemma in words["seeming"] | words["ahead"] | {"be"}


def _noun_mood(s: Sentence, act: Token) -> tuple[int, str]:
    """The verb that a noun for an act is the object of, and whether it leaves the act open ("called for a truce")."""
    n = act.i
    while (
        s.tokens[n].dep in {"pobj", "prep", "compound", "conj", "appos"} and s.tokens[n].head != n
    ):
        n = s.tokens[n].head
        if s.tokens[n].lemma.lower() in questions().moods["plans"]:
            return n, "open"  # "a day for the intervention"
    t = s.tokens[n]
    if t.dep != "dobj" or t.head == n:
        return act.i, "done"
    ruler, words = s.tokens[t.head], questions().moods
    maybe = any(s.tokens[c].lower in words["maybe"] | words["will"] for c in s.children[ruler.i])
    open_ = maybe or ruler.lemma.lower() in words["ahead"]
    return (ruler.i if open_ else act.i), ("open" if open_ else "done")


def stance_of(mood: str, claim: Claim | None) -> tuple[str, str]:
    """The side of a clause in a mood, and the stance of its voice."""
    if claim is not None and claim.act == "deny":
        return "against", "denies"
    if mood == "unseen":
        return "against", "sees no sign of it"
    if mood == "not":
        return "against", "denies" if claim is not None else "told as not done"
    if mood == "open" or (
        claim is not None
        and claim.act in {"promise", "threaten", "urge", "request", "order", "hope"}
    ):
        return "open", "plans" if claim is not None else "told as planned"
    if claim is not None:
        return "for", "accuses" if claim.act == "accuse" else "says"
    return "for", "told"
