"""When a place's name means those who govern it."""

from dateline.knowledge.actors import words
from dateline.records import Sentence


def governs(sentence: Sentence, i: int) -> bool:
    """Whether the capital or seat named at a token acts, or is dealt with, as its government."""
    t = sentence.tokens[i]
    head = sentence.tokens[t.head]
    if t.dep == "conj" and t.head != i:
        return governs(sentence, t.head)
    if t.dep in ("nsubj", "agent"):
        return head.lemma not in words("being") or any(
            sentence.tokens[c].dep == "neg" for c in sentence.children[head.i]
        )
    if t.dep == "nsubjpass":
        return head.lemma not in words("ground")
    if t.dep in ("dobj", "dative", "iobj"):
        return head.pos == "VERB" and head.lemma not in words("ground")
    if t.dep == "pobj":
        return _after(sentence, head.i)
    if t.dep == "poss":
        return head.lemma not in words("grounds")
    return False


def _after(sentence: Sentence, preposition: int) -> bool:
    word = sentence.tokens[preposition]
    if word.dep == "agent" or word.lower in ("by", "with", "between", "against"):
        return True
    verb = sentence.tokens[word.head]
    if (
        word.lower in ("to", "on", "from")
        and verb.lemma in words("speaking")
        and verb.pos == "VERB"
    ):
        return word.lower != "from"
    return word.lower not in words("locative")
