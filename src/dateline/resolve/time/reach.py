"""How far up the tree a date reaches from the word that it hangs on."""

from dateline.knowledge.calendar import context_words
from dateline.records import DateExpression, Sentence, Token
from dateline.resolve.time.event_nouns import is_event
from dateline.resolve.time.owners import APART, NAMING, NOUNS, VERBS
from dateline.resolve.time.partners import speaks

_COURSE = frozenset({"in", "during"})
_CLIMB = 30


def names_only(sentence: Sentence, date: DateExpression, owner: int) -> bool:
    """Whether a date only says which thing is meant ("Tuesday's attack was planned abroad")."""
    top = next((t for t in sentence.tokens if t.start >= date.span.start and t.head == owner), None)
    return top is not None and top.dep in NAMING


def course_of(sentence: Sentence, noun: int, verb: int) -> bool:
    """Whether a verb's act is part of the act of a noun ("died in Friday's attack")."""
    token, above = sentence.tokens[noun], sentence.tokens[verb]
    joint = sentence.tokens[token.head]
    if token.dep != "pobj" or joint.lower not in _COURSE or not is_event(token):
        return False
    if joint.head != verb and sentence.tokens[joint.head].pos not in NOUNS:
        return False
    return not speaks(above) and above.lemma not in context_words("judicial")


def reaches(sentence: Sentence, low: int, high: int) -> bool:
    """Whether the way up from ``low`` meets ``high`` before a verb or a noun with its own day."""
    token = sentence.tokens[low]
    for _ in range(_CLIMB):
        if token.i == high:
            return True
        if (
            token.head == token.i
            or (token.pos in VERBS and not acts_as_noun(sentence, token))
            or token.lower in APART
            or (sentence.tokens[high].pos in VERBS and _held(sentence, token, high))
            or _ground(sentence, token)
        ):
            return False
        token = sentence.tokens[token.head]
    return False


def acts_as_noun(sentence: Sentence, token: Token) -> bool:
    """Such as "Fighting in May killed ten": an -ing form as subject, without a doer or object of its own."""
    below = {sentence.tokens[c].dep for c in sentence.children[token.i]}
    return token.tag == "VBG" and token.dep == "nsubj" and not below & {"nsubj", "dobj", "aux"}


def _ground(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is the act for which another is done ("retaliation for a raid in May")."""
    lead = sentence.tokens[noun.head].lower
    return noun.dep == "pobj" and lead in ("for", "into") and is_event(noun)


def _held(sentence: Sentence, noun: Token, verb: int) -> bool:
    """Whether a noun is an act of its own and the verb does not just say that it takes place."""
    above = sentence.tokens[verb]
    if noun.dep == "pobj" and is_event(noun):
        return not course_of(sentence, noun.i, verb)
    schedulable = noun.lemma in context_words("schedulable")
    return schedulable and above.lemma not in context_words("occurring")


def in_object(sentence: Sentence, low: int, verb: int) -> bool:
    """Whether the way up from a word leads through an act that the verb is about.

    As in "to protest the arrest of a singer on March 3", which is the day of the arrest.
    """
    token = sentence.tokens[low]
    for _ in range(_CLIMB):
        if token.i in (verb, token.head):
            return False
        if token.dep == "dobj" and token.head == verb:
            return is_event(token)
        token = sentence.tokens[token.head]
    return False
