"""Past or future, read off the verb above a time expression."""

from dateline.knowledge.calendar import context_words
from dateline.records import Sentence, Token

_AHEAD_AUX = frozenset(
    {
        "will",
        "'ll",
        "wo",
        "shall",
        "would",
        "could",
        "may",
        "might",
        "should",
        "must",
        "can",
        "ca",
        "'d",
    }
)
_PAST_AUX = frozenset({"was", "were", "had", "has", "have", "did", "been", "'ve"})
_PRESENT_AUX = frozenset({"is", "are", "'s", "'re", "am", "be"})
_VERBS = ("VERB", "AUX")
_NOUNS = ("NOUN", "PROPN")
#: Prepositions before the day that an act sets for another.
_TOWARDS = frozenset({"for", "until", "till", "to", "from", "by"})
_FROM_ON = frozenset({"from", "effective"})
_STARTING = frozenset({"starting", "beginning", "commencing"})
_LONGEST_CLIMB = 30
#: How a date hangs on a noun without a preposition: the noun's verb says little of its day.
_OF_NOUN = ("poss", "compound", "nmod", "amod", "nummod", "npadvmod")


def tense_at(sentence: Sentence, i: int) -> str:
    """Tense above a time expression: past, future, present, or "" where no verb tells.

    The way up from the expression to its verb counts too: "ahead of", "due", and the adjectives of
    a noun on the way ("the planned April talks") point ahead; "Sunday's" belongs to the past
    unless its noun is held on a set day, and of "the August bombings" the verb above says nothing.
    """
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    of_noun = head.pos in _NOUNS and token.dep in _OF_NOUN
    if head.pos == "PROPN" and token.dep == "compound" and head.dep.startswith("nsubj"):
        of_noun = False  # "In May Norway expelled": no name, but the verb's month
    if of_noun and head.lemma not in context_words("schedulable"):
        return "past" if token.dep == "poss" else ""
    tense = _climb(sentence, token, 0)
    return "" if tense == "present" and head.pos in _NOUNS else tense


def _climb(sentence: Sentence, token: Token, depth: int) -> str:
    """Tense of the first verb above a token."""
    below = token
    for _ in range(_LONGEST_CLIMB):
        if below.head == below.i:
            return ""
        above = sentence.tokens[below.head]
        if above.pos in _VERBS:
            return _of_verb(sentence, above, below, depth + 1) if depth < _LONGEST_CLIMB else ""
        if _points_ahead(sentence, above):
            return "future"
        below = above
    return ""


def _points_ahead(sentence: Sentence, token: Token) -> bool:
    if token.lower in ("ahead", "due", "upcoming"):
        return True
    if token.pos not in _NOUNS:
        return False
    below = [sentence.tokens[c] for c in sentence.children[token.i]]
    return any(t.lower in context_words("ahead") and t.dep in ("amod", "acl") for t in below)


def _of_verb(sentence: Sentence, verb: Token, below: Token, depth: int) -> str:
    children = [sentence.tokens[c] for c in sentence.children[verb.i]]
    helpers = {t.lower for t in children if t.dep in ("aux", "auxpass")}
    negated = any(t.dep in ("neg", "preconj") or t.lower in ("nor", "neither") for t in children)
    behind = below.i > verb.i
    if helpers & _AHEAD_AUX and "have" not in helpers:
        return "past" if negated and "could" in helpers else "future"
    if below.lower in ("until", "till") and behind and not negated and "had" not in helpers:
        return "future"
    if any(t.lower == "due" and t.dep == "acomp" for t in children):
        return "future"
    if "to" in helpers:
        return _of_infinitive(sentence, verb, helpers, depth)
    if behind and _schedules(verb, below):
        return "future"
    return _of_finite(sentence, verb, helpers, depth)


def _schedules(verb: Token, below: Token) -> bool:
    """Whether the day behind a verb is that of what it sets ("put off to Friday", "due Friday").

    "Set", "call" and the like set a day only with "for" and its kin: a house is set alight on it.
    """
    if below.lower in _FROM_ON and _sets(verb):
        return True
    if below.i == verb.i + 1 and below.pos != "ADP":
        return False
    if verb.lemma in context_words("scheduling"):
        return True
    return below.lower in _TOWARDS and verb.lemma in context_words("calling")


def _sets(verb: Token) -> bool:
    """Whether a verb puts something ahead ("agreed to a truce starting on Sunday")."""
    return any(verb.lemma in context_words(k) for k in ("planning", "setting"))


def _starts_ahead(sentence: Sentence, verb: Token) -> bool:
    """Whether a participle "starting" hangs below a verb that puts something ahead."""
    token = verb
    for _ in range(_LONGEST_CLIMB):
        if token.head == token.i:
            return False
        token = sentence.tokens[token.head]
        if token.pos in _VERBS:
            return _sets(token)
    return False


def _of_finite(sentence: Sentence, verb: Token, helpers: set[str], depth: int) -> str:
    """Tense by the verb's form; a participle without help has that of the verb above."""
    if (
        verb.tag == "VBG"
        and verb.lemma in context_words("diary")
        and _in_diary(sentence, verb, helpers)
    ):
        return "future"
    if verb.tag == "VBD" or helpers & _PAST_AUX:
        return "past"
    present = bool(helpers & _PRESENT_AUX)
    planned = verb.lemma in context_words("scheduling")
    if verb.tag == "VBN":
        planned = planned or (present and verb.lemma in context_words("calling"))
        return "future" if planned else "present" if present else "past"
    if verb.lower in _STARTING and not present and _starts_ahead(sentence, verb):
        return "future"
    if verb.tag == "VBG" and not present:
        return _climb(sentence, verb, depth)
    if verb.tag in ("VBZ", "VBP", "VBG"):
        if verb.tag != "VBG" and verb.lemma in context_words("timetable"):
            return "future"
        reporting = verb.lemma in context_words("reporting")
        return "future" if planned else "past" if reporting else "present"
    return ""


def _in_diary(sentence: Sentence, verb: Token, helpers: set[str]) -> bool:
    """As in "is flying out on Sunday"; in the past only where that is said ("said it was sending ...")."""
    if helpers & _PRESENT_AUX:
        return "been" not in helpers
    said = sentence.tokens[verb.head]
    return (
        helpers in ({"was"}, {"were"})
        and verb.dep == "ccomp"
        and said.lemma in context_words("reporting")
    )


def _of_infinitive(sentence: Sentence, verb: Token, helpers: set[str], depth: int) -> str:
    """Ahead below a plan or a will; not below "failed", nor as the purpose of a past act."""
    if "have" in helpers:
        return "past"
    head = sentence.tokens[verb.head]
    if head.i == verb.i:
        return "future"
    if head.pos in _NOUNS:
        return "future" if head.lemma in context_words("plans") else _climb(sentence, verb, depth)
    purpose = verb.dep == "advcl" and head.lemma not in context_words("planning")
    if purpose or head.lemma in context_words("fulfilled"):
        return _climb(sentence, verb, depth)
    return "future"
