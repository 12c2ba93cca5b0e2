"""When a place's name means those who govern it."""

from dateline.records import Sentence

#: A place after these is a place, as a rule.
LOCATIVE = frozenset({"in", "at", "near", "from", "to", "into", "through", "around", "outside", "inside", "toward", "towards", "on", "across", "via", "onto", "within", "throughout", "over", "off", "along", "of", "past", "beyond"})  # fmt: skip
#: Verbs whose object is ground that is taken, hit or reached.
GROUND = frozenset(
    ["capture", "seize", "enter", "leave", "bomb", "shell", "visit", "reach", "retake", "storm", "besiege", "surround", "attack", "overrun", "occupy", "shake", "rock", "hit", "strike", "shell", "evacuate", "flee", "quit", "approach", "abandon", "encircle", "control", "hold", "liberate", "take", "win", "lose", "tour", "defend", "pound", "raid", "bombard", "free", "recapture", "rattle", "paralyze", "paralyse", "blanket", "flood", "cross", "govern", "patrol", "circle", "depart", "destroy", "devastate", "retain", "block", "blockade"]
)
#: Verbs whose subject may well be a mere place.
BEING = frozenset(
    ["be", "become", "remain", "lie", "fall", "stand", "have", "see", "host", "witness", "suffer", "experience", "boast", "wake", "brace", "mark", "celebrate", "sit", "feature"]
)
#: Verbs after which "to X", "on X" is aimed at those who govern.
SPEAKING = frozenset(
    ["say", "tell", "warn", "appeal", "complain", "report", "protest", "offer", "send", "give", "sell", "pay", "return", "respond", "reply", "object", "lie", "talk", "speak", "promise", "pledge", "call", "impose", "demand", "pressure", "lean", "rely", "apply", "propose", "grant", "extend", "lend"]
)


def governs(sentence: Sentence, i: int) -> bool:
    """Whether the capital or seat named at a token acts, or is dealt with, as its government."""
    t = sentence.tokens[i]
    head = sentence.tokens[t.head]
    if t.dep == "conj" and t.head != i:
        return governs(sentence, t.head)
    if t.dep in ("nsubj", "agent"):
        return head.lemma not in BEING or any(
            sentence.tokens[c].dep == "neg" for c in sentence.children[head.i]
        )
    if t.dep == "nsubjpass":
        return head.lemma not in GROUND
    if t.dep in ("dobj", "dative", "iobj"):
        return head.pos == "VERB" and head.lemma not in GROUND
    if t.dep == "pobj":
        return _after(sentence, head.i)
    if t.dep == "poss":
        return head.lemma not in (
            "street",
            "airport",
            "suburb",
            "outskirt",
            "centre",
            "center",
            "district",
            "port",
            "resident",
            "mayor",
            "square",
        )
    return False


def _after(sentence: Sentence, preposition: int) -> bool:
    word = sentence.tokens[preposition]
    if word.dep == "agent" or word.lower in ("by", "with", "between", "against"):
        return True
    verb = sentence.tokens[word.head]
    if word.lower in ("to", "on", "from") and verb.lemma in SPEAKING and verb.pos == "VERB":
        return word.lower != "from"
    return word.lower not in LOCATIVE and word.lower not in (
        "for",
        "about",
        "after",
        "before",
        "since",
        "than",
        "as",
        "like",
        "under",
    )
