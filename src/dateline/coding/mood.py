"""Tense, modality and polarity of one clause, read off its own words."""

from dataclasses import dataclass

from dateline.coding.tree import child, children
from dateline.records import Sentence, Token

POSSIBLE = frozenset({"could", "may", "might", "can", "ca"})
FUTURE = frozenset({"will", "shall", "'ll", "\u2019ll", "wo"})
OBLIGED = frozenset({"must", "should", "ought"})
CONDITION = frozenset({"if", "unless", "whether", "lest"})
#: Answers that somebody did not give: what they would have been about stands.
SILENCE = frozenset({"comment", "comments", "reply", "response", "reaction", "answer"})
#: Other words for "if".
BUT_IF = frozenset({"provided", "providing", "assuming"})
LONG_IF = frozenset({("long", "as"), ("in", "case"), ("provided", "that"), ("condition", "that")})
#: Words before a month.
BEFORE_MONTHS = frozenset({"last", "in", "since", "this", "next", "early", "late", "by", "until"})
#: Joined verbs followed back for their auxiliaries at most.
CHAIN = 12
#: Verbs whose that-clause tells what somebody wants where its verb is bare.
WANTING = frozenset(
    {"insist", "demand", "require", "recommend", "propose", "suggest", "ask", "request", "urge"}
)


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
    helpers = [t for t in helpers if not _month(s, t)]
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
    if words & {"would", "should"} and "have" in words:
        words = (words - {"would", "should"}) | {"could"}  # "would have bombed": it did not
    if "would" in words and any(s.tokens[c].lower == "only" for c in s.children[i]):
        words = (words - {"would"}) | {"could"}  # "would only meet him in Jerusalem": a condition
    going = token.lemma == "go" and token.tag == "VBG"
    finite = token.tag in {"VBD", "VBZ", "VBP"} or any(
        t.tag in {"VBD", "VBZ", "VBP", "MD"} for t in helpers
    )
    return Mood(
        negated=_negated(s, i),
        possible=bool(words & POSSIBLE),
        future=bool(words & FUTURE) and not going,
        would="would" in words or "'d" in words,
        obliged=bool(words & OBLIGED) or _has_to(s, i) or _demanded(s, i),
        condition=_conditional(s, i),
        past=token.tag == "VBD" or any(t.tag == "VBD" for t in helpers),
        progressive=token.tag == "VBG" and any(t.lemma == "be" for t in helpers),
        finite=finite,
    )


def _demanded(s: Sentence, i: int) -> bool:
    """Whether a bare verb tells what somebody wants: "insists that Oman amend the law"."""
    token = s.tokens[i]
    if token.dep != "ccomp" or s.tokens[token.head].lemma not in WANTING:
        return False
    below = [s.tokens[c] for c in s.children[i]]
    subject = next((t for t in below if t.dep in {"nsubj", "nsubjpass"}), None)
    bare = token.tag in {"VB", "VBP"} and not any(t.dep in {"aux", "auxpass"} for t in below)
    one = (
        subject is not None
        and subject.tag in {"NN", "NNP"}
        and not any(s.tokens[c].dep == "conj" for c in s.children[subject.i])
    )
    return bare and one


def _month(s: Sentence, t: Token) -> bool:
    """Whether "May" is the month that the parser took for an auxiliary ("Last May Norway expelled")."""
    dated = t.i > 0 and s.tokens[t.i - 1].lower in BEFORE_MONTHS
    return t.text == "May" and (t.tag != "MD" or dated)


def _negated(s: Sentence, i: int) -> bool:
    for c in s.children[i]:
        t = s.tokens[c]
        if t.dep == "neg" and t.lower != "only":
            return not (_only_after(s, c) or _until(s, i) or _or_not(s, c))
        if t.lower in {"never", "neither"} and t.dep in {"advmod", "preconj", "cc", "neg"}:
            return True
        if t.lower == "longer" and s.tokens[c - 1].lower == "no":
            return True
        if t.dep in {"nsubj", "nsubjpass", "dobj", "attr"} and _empty(s, c):
            return True
    return _replaced(s, i) or _awaited(s, i) or _joined_to_negated(s, i)


def _until(s: Sentence, i: int) -> bool:
    """Such as "did not free them until Friday": on Friday it did."""
    done = any(s.tokens[c].lower == "did" for c in s.children[i])
    return done and any(s.tokens[c].lower in {"until", "till"} for c in _near(s, i))


def _near(s: Sentence, i: int) -> list[int]:
    """Dependents of a verb, and the conjunctions of its clauses of time."""
    clauses = children(s, i, "advcl")
    return [*s.children[i], *(c for clause in clauses for c in s.children[clause])]


def _replaced(s: Sentence, i: int) -> bool:
    """Such as "instead of arresting him", "rather than expel her"."""
    before = tuple(t.lower for t in s.tokens[max(0, i - 2) : i])
    return before in {("instead", "of"), ("rather", "than")}


def _awaited(s: Sentence, i: int) -> bool:
    """Such as "has yet to sign": it has not."""
    token = s.tokens[i]
    head = s.tokens[token.head]
    if head.lemma not in {"have", "be"} or token.dep not in {"xcomp", "ccomp"}:
        return False
    return any(s.tokens[c].lower == "yet" for c in (*s.children[i], *s.children[head.i]) if c < i)


def _joined_to_negated(s: Sentence, i: int) -> bool:
    """Such as "did not shell the town or bomb the bridge", "neither expelled nor detained"."""
    token = s.tokens[i]
    if (
        token.dep != "conj"
        or token.head == i
        or child(s, i, "nsubj", "nsubjpass", "aux") is not None
    ):
        return False
    links = {s.tokens[c].lower for c in children(s, token.head, "cc")}
    own = {s.tokens[c].lower for c in children(s, i, "cc", "preconj")}
    return bool(links & {"or", "nor"} or own & {"nor"}) and _negated(s, token.head)


def _only_after(s: Sentence, i: int) -> bool:
    """Such as "not only": no negation."""
    return i + 1 < len(s.tokens) and s.tokens[i + 1].lower in {"only", "just", "least"}


def _or_not(s: Sentence, i: int) -> bool:
    """Such as "whether or not": no negation."""
    return i >= 1 and s.tokens[i - 1].lower == "or"


def _empty(s: Sentence, i: int) -> bool:
    """Such as "no casualties", "nobody", "none of them"."""
    if s.tokens[i].lower in {"nobody", "none", "nothing", "neither"}:
        return not any(s.tokens[c].lower in {"but", "except"} for c in s.children[i])
    if s.tokens[i].lower in SILENCE:
        return False  # "had no comment on the raid": the raid took place
    if any(s.tokens[c].lower == "not" and _single(s, c) for c in s.children[i]):
        return True
    return any(
        s.tokens[c].lower in {"no", "neither"}
        and s.tokens[c].dep in {"det", "neg", "preconj", "cc"}
        for c in s.children[i]
    )


def _single(s: Sentence, i: int) -> bool:
    """Such as "not a single hostage", "not one hostage"; "not all" and "not every" leave some."""
    return i + 1 < len(s.tokens) and s.tokens[i + 1].lower in {"a", "an", "one"}


def _conditional(s: Sentence, i: int) -> bool:
    if any(s.tokens[c].lower in CONDITION for c in children(s, i, "mark", "advmod", "prep")):
        return True
    return _turned_round(s, i) or _so_long_as(s, i)


def _turned_round(s: Sentence, i: int) -> bool:
    """Such as "had the ministers met", "should troops be sent": an if without the word."""
    subject = child(s, i, "nsubj", "nsubjpass")
    if s.tokens[i].dep != "advcl" or subject is None:
        return False
    helpers = [c for c in children(s, i, "aux", "auxpass") if c < subject]
    return any(s.tokens[c].lower in {"had", "should", "were"} for c in helpers)


def _so_long_as(s: Sentence, i: int) -> bool:
    """Such as "as long as", "provided that", "in case": an if in other words."""
    marks = children(s, i, "mark")
    if s.tokens[i].dep == "ccomp" and marks and s.tokens[s.tokens[i].head].lower in BUT_IF:
        return True  # "provided that they leave"
    return any((s.tokens[c - 1].lower, s.tokens[c].lower) in LONG_IF for c in marks if c)


def _has_to(s: Sentence, i: int) -> bool:
    """Such as "has to leave", "needs to leave", "had better"."""
    token = s.tokens[i]
    head = s.tokens[token.head]
    obliged = token.dep == "xcomp" and head.lemma in {"have", "need"} and head.i != i
    return obliged and not _awaited(s, i) and not _was_forced(s, head.i)


def _was_forced(s: Sentence, had: int) -> bool:
    """Such as "police had to open fire": they did; "Chad said Sudan had to leave" only tells a demand."""
    token = s.tokens[had]
    plain = token.lemma == "have" and token.tag == "VBD" and token.dep != "ccomp"
    return plain and not _conditional(s, had) and not _negated(s, had)
