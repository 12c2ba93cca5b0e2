"""How a clause holds its act: done, only possible, or not; whose act it is; and what the voice does."""

from dateline.records import Claim, Sentence, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_MAYBE = frozenset({"could", "may", "might", "would", "should", "can"})
_WILL = frozenset({"will", "shall", "'ll"})
_CONDITIONS = frozenset({"if", "whether", "unless"})
#: Verbs over an act that is not done, and verbs over one that is refused or undone.
_AHEAD = frozenset(
    (
        *(
            "plan",
            "intend",
            "want",
            "try",
            "threaten",
            "vow",
            "promise",
            "pledge",
            "agree",
            "offer",
        ),
        *("hope", "ask", "urge", "order", "call", "prepare", "seek", "expect", "propose", "demand"),
    )
)
#: Verbs whose infinitive is done.
_DONE = frozenset({"begin", "start", "continue", "manage", "help", "come", "happen"})
_SEEMING = frozenset({"appear", "seem"})
_UNDONE = frozenset({"refuse", "fail", "decline", "deny", "reject", "avoid", "stop", "cease"})
_NONE = frozenset({"no", "none", "nobody", "neither"})
_PLANS = frozenset(
    {
        "plan",
        "day",
        "date",
        "call",
        "proposal",
        "deadline",
        "request",
        "preparation",
        "order",
        "demand",
    }
)
_ANYBODY = frozenset({"whoever", "anyone", "anybody", "whichever"})
_TELLING = frozenset(
    (
        *("ask", "urge", "order", "tell", "force", "persuade", "allow", "let", "help", "want"),
        *("request", "call", "invite", "press", "push", "enable", "permit", "convince"),
    )
)
_SIGNS = frozenset({"sign", "evidence", "indication", "proof", "trace"})
_DENIALS = frozenset({"deny"})


def subject_of(s: Sentence, at: int) -> list[int]:
    """Tokens of the subject of a verb, or of the verb that it hangs on."""
    n = at
    for _ in range(4):
        mine = [c for c in s.children[n] if s.tokens[c].dep in _SUBJECTS]
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
        if s.tokens[n].dep not in {
            "xcomp",
            "conj",
            "advcl",
            "ccomp",
            "prep",
            "pcomp",
            "dobj",
            "pobj",
            "attr",
            "acomp",
            "amod",
        }:
            return _noun_doer(s, n)
        n = s.tokens[n].head
    return []


def _noun_doer(s: Sentence, at: int) -> list[int]:
    """Of "an attempt by the rebels to flee" the rebels: who stands by or before the noun that an infinitive hangs on."""
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
    if t.dep not in {"xcomp", "ccomp"} or s.tokens[t.head].lemma.lower() not in _TELLING:
        return None
    return next((c for c in s.children[t.head] if s.tokens[c].dep == "dobj" and c < at), None)


def mood_of(s: Sentence, act: Token) -> str:
    """``done``, ``open``, ``not`` or ``unseen`` (no sign of it), by the words that the act hangs on."""
    n, mood = act.i, "done"
    if any(s.tokens[i].lower in _ANYBODY for i in subject_of(s, n)[:1]):
        return "open"  # "whoever holds the town"
    if any(
        t.lemma.lower() in _SIGNS and s.tokens[t.i - 1].lower == "no" for t in s.tokens[1 : act.i]
    ):
        return "unseen"  # "no sign that fighters were leaving"
    if act.pos == "NOUN":
        n, mood = _noun_mood(s, act)
    for _ in range(4):
        below = [s.tokens[c] for c in s.children[n]]
        if any(t.dep == "neg" for t in below) or any(
            d.lower in _NONE for t in below if t.dep in _SUBJECTS for d in (s.tokens[c] for c in s.children[t.i])
        ):  # fmt: skip
            return "not"
        words = {t.lower for t in below if t.dep in {"aux", "mark"}}
        if words & (_MAYBE | _WILL | _CONDITIONS):
            mood = "open"
        t = s.tokens[n]
        ruler = s.tokens[t.head]
        if t.dep not in {"xcomp", "ccomp", "pcomp", "advcl"} or ruler.i == n:
            return mood
        if t.dep in {"xcomp", "ccomp"} and ruler.lemma.lower() in _UNDONE:
            return "not"
        if t.tag == "VB" and any(b.tag == "TO" for b in below) and ruler.lemma.lower() not in _DONE:
            mood = "open"
        if t.dep == "xcomp" and ruler.lemma.lower() in _SEEMING:
            mood = "open"
        if t.dep == "xcomp" and (ruler.lemma.lower() in _AHEAD or ruler.lemma.lower() == "be"):
            mood = "open"
        if t.dep == "ccomp":
            return mood
        n = ruler.i
    return mood


def _noun_mood(s: Sentence, act: Token) -> tuple[int, str]:
    """The verb that a noun for an act is the object of, and whether it leaves the act open ("called for a truce")."""
    n = act.i
    while (
        s.tokens[n].dep in {"pobj", "prep", "compound", "conj", "appos"} and s.tokens[n].head != n
    ):
        n = s.tokens[n].head
        if s.tokens[n].lemma.lower() in _PLANS:
            return n, "open"  # "a day for the intervention"
    t = s.tokens[n]
    if t.dep != "dobj" or t.head == n:
        return act.i, "done"
    ruler = s.tokens[t.head]
    maybe = any(s.tokens[c].lower in _MAYBE | _WILL for c in s.children[ruler.i])
    open_ = maybe or ruler.lemma.lower() in _AHEAD
    return (ruler.i if open_ else act.i), ("open" if open_ else "done")


def stance_of(mood: str, claim: Claim | None) -> tuple[str, str]:
    """The side of a clause in a mood, and the stance of its voice."""
    if claim is not None and claim.act in _DENIALS:
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
