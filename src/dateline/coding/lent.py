"""Subjects that a clause borrows: through an adjective, from whoever issued a document, across a headline's comma."""

from dateline.coding.tree import children, is_verb
from dateline.records import Sentence

#: Verbs that say how their subject is: "is ready to send", "stands ready to help".
LINKING = frozenset({"be", "remain", "seem", "appear", "become", "feel", "look", "stand", "sound"})
#: What ends a sentence; a headline has none of it.
STOPS = frozenset({".", "?", "!", ";", ":", "...", "\u2026"})
#: How the parser hangs the first of two names that a headline joins by a comma.
LOOSE = frozenset({"dep", "npadvmod", "nsubj", "appos", "advmod", "intj", "nmod", "ccomp"})
#: Tokens of a date with a subject behind it, at least.
SHORTEST = 3
#: Prepositions of a document in which its writer speaks: "said in a letter urging".
WITHIN = frozenset({"in", "with", "through", "via", "by"})


def described(sentence: Sentence, i: int, tough: frozenset[str]) -> int | None:
    """The linking verb whose subject does the infinitive ``i`` below an adjective: "Norway is willing to send".

    None below an adjective that speaks of the act and not of its doer ("the pass is hard to hold").
    """
    adjective = sentence.tokens[sentence.tokens[i].head]
    if adjective.pos not in {"ADJ", "ADV"} or adjective.lower in tough:
        return None
    verb = sentence.tokens[adjective.head]
    linked = is_verb(verb) and verb.lemma in LINKING and adjective.dep in {"acomp", "oprd", "attr"}
    return verb.i if linked else None


def issuing(sentence: Sentence, i: int, documents: frozenset[str]) -> int | None:
    """The verb that tells who issued the document that the participle ``i`` hangs on ("issued a statement urging").

    None when the participle hangs on something else, or nothing says who issued it.
    """
    tokens = sentence.tokens
    noun = tokens[tokens[i].head]
    if tokens[i].tag != "VBG" or noun.lemma.lower() not in documents:
        return None
    governor = tokens[noun.head]
    if noun.dep == "pobj" and governor.lower in WITHIN:
        governor = tokens[governor.head]
    elif noun.dep not in {"dobj", "nsubjpass"}:
        return None
    return governor.i if is_verb(governor) else None


def behind_date(sentence: Sentence, verb: int) -> int | None:
    """The subject that the parser took for the end of a date before it: "In May government forces seized the town"."""
    tokens = sentence.tokens
    if tokens[verb].tag != "VBD" or verb < SHORTEST:
        return None
    noun = tokens[verb - 1]
    prep = tokens[noun.head]
    dated = any(tokens[c].ent == "DATE" for c in children(sentence, noun.i, "compound", "nmod"))
    led = noun.dep == "pobj" and prep.head == verb and prep.lower in {"in", "on"}
    return noun.i if led and dated and noun.tag in {"NNS", "NN"} else None


def before_comma(sentence: Sentence, verb: int, subject: int) -> list[int]:
    """The other subject of a headline that joins two names by a comma: "Peru, Chile sign pact"."""
    tokens = sentence.tokens
    if tokens[-1].text in STOPS or tokens[subject].pos != "PROPN":
        return []
    first = min(sentence.subtree(subject))
    if tokens[max(0, first - 1)].text != ",":
        return []
    return [
        c
        for c in children(sentence, verb, *LOOSE)
        if c + 1 == first - 1 and tokens[c].pos == "PROPN" and min(sentence.subtree(c)) == 0
    ]
