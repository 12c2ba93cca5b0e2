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
_VERBS = ("VERB", "AUX")
_LONGEST_CLIMB = 30


def tense_at(sentence: Sentence, i: int) -> str:
    """Tense for a time expression headed by a token: past, future, present, or "" without a verb above it.

    The way up from the expression to its verb counts too: "for Saturday" below a noun, "ahead of", "due", and the
    adjectives of a noun on the way ("the planned April talks") point ahead.
    """
    token = sentence.tokens[i]
    below = token
    for _ in range(_LONGEST_CLIMB):
        if token.pos in _VERBS and token.i != i:
            found = _of_verb(sentence, token, below, 0)
            return found
        if token.i != i and _points_ahead(sentence, token):
            return "future"
        if token.head == token.i:
            return ""
        below, token = token, sentence.tokens[token.head]
    return ""


def _points_ahead(sentence: Sentence, token: Token) -> bool:
    if token.lower in ("ahead", "due", "upcoming"):
        return True
    if token.pos != "NOUN":
        return False
    return any(
        sentence.tokens[c].lower in context_words("ahead")
        and sentence.tokens[c].dep in ("amod", "acl")
        for c in sentence.children[token.i]
    )


def _of_verb(sentence: Sentence, verb: Token, below: Token, depth: int) -> str:
    helpers = {
        sentence.tokens[c].lower
        for c in sentence.children[verb.i]
        if sentence.tokens[c].dep in ("aux", "auxpass")
    }
    planning = verb.lemma in context_words("planning")
    if helpers & _AHEAD_AUX and not helpers & {"have"}:
        return "future"
    if any(
        sentence.tokens[c].lower == "due" and sentence.tokens[c].dep == "acomp"
        for c in sentence.children[verb.i]
    ):
        return "future"
    if "to" in helpers:
        return _of_infinitive(sentence, verb, helpers, depth)
    ahead_by = below.lower in ("for", "until", "till", "to") or (
        below.i > verb.i and below.lower in ("on", "in", "by", "between", "from")
    )
    if planning and ahead_by and verb.tag in ("VBD", "VBN", "VBZ", "VBP", "VB"):
        return "future"
    return _by_tag(sentence, verb, helpers, depth, planning=planning)


def _by_tag(
    sentence: Sentence, verb: Token, helpers: set[str], depth: int, *, planning: bool
) -> str:
    present = bool(helpers & {"is", "are", "'s", "'re", "am", "be"})
    if verb.tag == "VBD" or helpers & {"was", "were", "had", "has", "have", "did", "been", "'ve"}:
        return "past"
    if verb.tag == "VBN":
        return "future" if planning else "present" if present else "past"
    if verb.tag == "VBG" and not present:
        return _above(sentence, verb, depth)
    if verb.tag in ("VBZ", "VBP", "VBG"):
        if planning:
            return "future"
        return "past" if verb.lemma in context_words("reporting") else "present"
    return ""


def _of_infinitive(sentence: Sentence, verb: Token, helpers: set[str], depth: int) -> str:
    if "have" in helpers:
        return "past"
    head = sentence.tokens[verb.head]
    if head.i == verb.i:
        return "future"
    if (
        verb.dep in ("advcl", "acl", "relcl")
        and head.pos in _VERBS
        and head.lemma not in context_words("planning")
    ):
        return _above(sentence, verb, depth)
    if head.lemma in context_words("fulfilled"):
        return _above(sentence, verb, depth)
    return "future"


def _above(sentence: Sentence, verb: Token, depth: int) -> str:
    """Tense of the next verb above."""
    token, below = sentence.tokens[verb.head], verb
    for _ in range(_LONGEST_CLIMB):
        if token.i == below.i or depth > _LONGEST_CLIMB:
            return ""
        if token.pos in _VERBS:
            return _of_verb(sentence, token, below, depth + 1)
        if _points_ahead(sentence, token):
            return "future"
        below, token = token, sentence.tokens[token.head]
    return ""
