"""Whether a place's name means the place, its people or the power that sits there."""

from dateline.records import Sentence
from dateline.resolve.place_mentions import Mention

#: Verbs that a place itself can be the subject of.
STILL = frozenset({
    "be", "have", "lie", "remain", "see", "experience", "suffer", "become", "host", "include",
    "border", "grow", "stand", "sit", "stretch", "fall", "rise", "feature", "contain", "mark",
    "record", "get",
})  # fmt: skip
SUBJECT = frozenset(["nsubj", "agent", "csubj"])
#: Verbs whose object or recipient is a power, not a place.
ADDRESS = frozenset({
    "tell", "urge", "accuse", "blame", "warn", "ask", "call", "condemn", "criticize", "criticise",
    "thank", "support", "back", "sanction", "pressure", "press", "force", "allow", "help",
    "assure", "inform", "threaten", "persuade", "convince", "oppose", "trust", "defy", "punish",
    "arm",
})  # fmt: skip
#: Prepositions whose noun is a power after a word of dealing ("talks with Moscow").
DEALING = frozenset(["with", "by", "between"])


def use_of(mention: Mention) -> str:
    """``literal``, ``metonymic`` or ``demonym``.

    A place is metonymic when it does what only people do: as the subject of an active verb, the
    agent of a passive one, the one who is told or accused, the other side of talks; and as part of
    the name of a body ("Gujarat Police").
    """
    if mention.demonym:
        return "demonym"
    sentence = mention.sentence
    if mention.header or sentence is None:
        return "literal"
    if mention.inside:
        return "metonymic"
    return "metonymic" if _acts(mention, sentence) else "literal"


def _acts(mention: Mention, sentence: Sentence) -> bool:
    head = _head(mention, sentence)
    token = sentence.tokens[head]
    above = sentence.tokens[token.head]
    if token.dep == "conj":
        token, above = above, sentence.tokens[above.head]
    if token.dep == "nsubj":
        return above.pos in {"VERB", "AUX"} and above.lemma.lower() not in STILL
    if token.dep == "pobj":
        if above.dep == "agent":
            return True
        return above.lower in DEALING and sentence.tokens[above.head].pos in {
            "NOUN",
            "PROPN",
            "VERB",
        }
    if token.dep in {"dobj", "dative", "iobj"}:
        return above.lemma.lower() in ADDRESS
    return False


def _head(mention: Mention, sentence: Sentence) -> int:
    """The word of the name that hangs outside it."""
    for i in range(mention.first, mention.last + 1):
        if not mention.first <= sentence.tokens[i].head <= mention.last:
            return i
    return mention.last
