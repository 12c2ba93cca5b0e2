"""Whether a place's name means the place, its people or the power that sits there."""

from dateline.records import Sentence
from dateline.resolve.place_mentions import Mention

#: Verbs that a place itself can be the subject of.
STILL = frozenset({
    "be", "have", "lie", "remain", "see", "experience", "suffer", "become", "host", "include",
    "border", "grow", "stand", "sit", "stretch", "fall", "rise", "feature", "contain", "mark",
    "record", "get",
})  # fmt: skip
#: What only a power can be.
MINDED = frozenset({
    "ready", "willing", "unwilling", "prepared", "committed", "determined", "reluctant", "keen", "eager", "opposed",
    "critical", "furious", "outraged", "angry", "unhappy", "concerned", "alarmed", "wary", "deaf",
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
        still = above.lemma.lower() in STILL
        return above.pos in {"VERB", "AUX"} and (not still or _purposeful(above.i, sentence))
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


def _purposeful(verb: int, sentence: Sentence) -> bool:
    """Whether a verb of standing leads to an act: "Ottawa is to impose", "Riga has yet to answer"."""
    tokens = sentence.tokens
    if tokens[verb].lemma.lower() not in {"be", "have", "remain", "stand"}:
        return False
    minded = [
        c for c in sentence.children[verb] if tokens[c].dep == "acomp" and tokens[c].lower in MINDED
    ]
    return bool(minded) or any(
        tokens[c].dep == "xcomp"
        and tokens[c].pos == "VERB"
        and tokens[c].lemma.lower() not in STILL
        and any(tokens[x].tag == "TO" for x in sentence.children[c])
        and not any(tokens[x].dep == "auxpass" for x in sentence.children[c])
        for c in sentence.children[verb]
    )


def _head(mention: Mention, sentence: Sentence) -> int:
    """The word of the name that hangs outside it."""
    for i in range(mention.first, mention.last + 1):
        if not mention.first <= sentence.tokens[i].head <= mention.last:
            return i
    return mention.last
