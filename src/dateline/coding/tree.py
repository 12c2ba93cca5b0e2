"""Small questions about a dependency tree that several steps of coding ask."""

from collections.abc import Iterator

from dateline.records import Sentence, Token

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
VERBAL = frozenset({"VERB", "AUX"})
#: Adverbs that make a verb another one ("break off", "walk away").
PARTICLES = frozenset(
    {
        "up",
        "down",
        "out",
        "off",
        "back",
        "away",
        "over",
        "in",
        "on",
        "aside",
        "apart",
        "together",
        "through",
        "forward",
        "home",
    }
)
#: Joined verbs followed back at most.
LONGEST_CHAIN = 5
#: Verbs of harm; who is struck then accuses nobody: "said a guard was killed and blamed the rebels".
STRIKING = frozenset({
    "kill", "wound", "injure", "hurt", "hit", "strike", "damage", "destroy", "shell", "bomb", "burn", "shoot", "down",
    "sink",
})  # fmt: skip
ANSWERING = frozenset({
    "accuse", "blame", "condemn", "denounce", "demand", "urge", "vow", "warn", "threaten", "promise", "deny",
})  # fmt: skip

#: Verbs of speech and decision: after "said it had done this and ..." they are the speaker's own.
SPOKEN = ANSWERING | {
    "add", "admit", "agree", "announce", "apologise", "apologize", "appeal", "approve", "ask", "back", "call",
    "caution", "claim", "criticise", "criticize", "decide", "declare", "decline", "defend", "describe",
    "dismiss", "express", "insist", "invite", "offer", "order", "pledge", "praise", "propose", "refuse",
    "reiterate", "reject", "repeat", "request", "rule", "say", "stress", "suggest", "summon", "swear",
    "support", "thank", "urge", "voice", "welcome",
}  # fmt: skip
AUXILIARIES = frozenset({"aux", "auxpass"})

#: Auxiliaries that open a condition without "if": "should he fail", "had they known".
INVERTED = frozenset({"should", "had", "were"})


def stands_beside(sentence: Sentence, head: int, below: int) -> bool:
    """Whether a clause before its governor is no part of it.

    Such as "Peru signed; Ecuador did not" and "they will leave, should he fail".
    """
    if below > head:
        return False
    tokens = sentence.tokens
    if any(t.text == ";" for t in tokens[below:head]):
        return True
    return any(
        tokens[c].lower in INVERTED and tokens[c - 1].text == "," and tokens[c + 1].head == head
        for c in sentence.children[head]
        if below < c < head and tokens[c].dep in {"aux", "auxpass"}
    )


def child(sentence: Sentence, i: int, *deps: str) -> int | None:
    """The first child of ``i`` with one of the labels, or None."""
    tokens = sentence.tokens
    return next((c for c in sentence.children[i] if tokens[c].dep in deps), None)


def children(sentence: Sentence, i: int, *deps: str) -> list[int]:
    """All children of ``i`` with one of the labels, in text order."""
    tokens = sentence.tokens
    return [c for c in sentence.children[i] if tokens[c].dep in deps]


def conjuncts(sentence: Sentence, i: int) -> list[int]:
    """``i`` and the nominals coordinated with it ("Egypt, Jordan and the Emirates")."""
    found, at = [i], i
    seen = {i}
    while True:
        nxt = [c for c in children(sentence, at, "conj") if sentence.tokens[c].pos in NOMINAL]
        nxt = [c for c in nxt if c not in seen]
        if not nxt:
            return found
        found.extend(nxt)
        seen.update(nxt)
        at = nxt[-1]


def above(sentence: Sentence, i: int) -> Iterator[int]:
    """The heads above ``i``, nearest first."""
    seen = {i}
    while True:
        head = sentence.tokens[i].head
        if head in seen:
            return
        yield head
        seen.add(head)
        i = head


def is_verb(token: Token) -> bool:
    """Whether a token heads a clause of its own."""
    return token.pos == "VERB" or (token.pos == "AUX" and token.dep not in {"aux", "auxpass"})


def is_passive(sentence: Sentence, i: int) -> bool:
    """Whether verb ``i`` is passive, reduced relatives ("backed by Egypt") included."""
    token = sentence.tokens[i]
    if any(
        sentence.tokens[c].dep in {"auxpass", "nsubjpass", "agent"} for c in sentence.children[i]
    ):
        return True
    if token.tag != "VBN":
        return False
    if any(
        sentence.tokens[c].dep == "aux" and sentence.tokens[c].lemma == "have"
        for c in sentence.children[i]
    ):
        return False
    if token.dep in {"acl", "amod"}:
        return True
    if token.dep == "advcl":
        return child(sentence, i, "nsubj", "dobj") is None
    if token.dep == "conj":
        head = sentence.tokens[token.head]
        # "two were killed and five injured": the second passive leaves its auxiliary out
        active = child(sentence, i, "aux", "dobj") is not None or _acting(sentence, i)
        return is_verb(head) and not active and is_passive(sentence, token.head)
    return False


def _acting(sentence: Sentence, i: int) -> bool:
    """Whether verb ``i`` has a subject that is no bare count of people."""
    subject = child(sentence, i, "nsubj")
    return subject is not None and sentence.tokens[subject].pos != "NUM"


def _above_noun(sentence: Sentence, noun: int, tag: str) -> int | None:
    """The past verb that a noun is the object of, unless the clause on the noun is in the past as well."""
    governor = sentence.tokens[sentence.tokens[noun].head]
    present = tag in {"VBZ", "VBP"} and sentence.tokens[noun].dep == "dobj"
    return governor.i if present and governor.tag == "VBD" else None


def _finite_beside_infinitive(sentence: Sentence, i: int) -> bool:
    """Such as "wants it to leave and has offered money": what has a tense is not joined to what has none."""
    tokens = sentence.tokens
    below = tokens[tokens[i].head]
    finite = any(
        tokens[c].dep in {"aux", "auxpass"} and tokens[c].tag in {"VBZ", "VBP", "VBD", "MD"}
        for c in sentence.children[i]
    )
    return (
        tokens[i].dep == "conj"
        and finite
        and child(sentence, i, "nsubj", "nsubjpass") is None
        and below.dep == "xcomp"
        and any(tokens[c].tag == "TO" for c in sentence.children[below.i])
        and tokens[below.head].pos in VERBAL
    )


def _struck(sentence: Sentence, i: int) -> bool:
    """Whether a verb tells that its subject was killed, hurt or hit."""
    passive = child(sentence, i, "auxpass") is not None
    return passive and sentence.tokens[i].lemma in STRIKING


def _shares_helper(sentence: Sentence, i: int) -> bool:
    """Whether a participle shares the "had been" or "had" before its partner: "had been seized and beaten by police".

    It does where it has a doer of its own with "by", and where it tells no speech: the army said that rebels "had
    taken the town and shelled the market", but that they "had taken the town and demanded talks".
    """
    tokens = sentence.tokens
    if tokens[i].tag == "VBN" and child(sentence, i, "agent") is not None:
        return True
    first = i
    while tokens[first].dep == "conj" and tokens[tokens[first].head].pos in VERBAL:
        first = tokens[first].head
    helpers = {tokens[c].lower for c in sentence.children[first] if tokens[c].dep in AUXILIARIES}
    return "had" in helpers and tokens[i].lemma.lower() not in SPOKEN


def _disagrees(sentence: Sentence, i: int) -> bool:
    """Such as "says that the fines are needed and blames the firm": one blames, but many fines are."""
    tokens = sentence.tokens
    below = tokens[tokens[i].head]
    governor = tokens[below.head]
    if tokens[i].dep != "conj" or tokens[i].tag != "VBZ" or below.dep != "ccomp":
        return False
    helpers = [tokens[c] for c in sentence.children[below.i] if tokens[c].dep in AUXILIARIES]
    plural = any(t.tag == "VBP" for t in (below, *helpers))
    return (
        plural
        and governor.tag == "VBZ"
        and child(sentence, i, "nsubj", "nsubjpass", "aux", "auxpass") is None
    )


def rejoined(sentence: Sentence, i: int) -> int | None:
    """The main verb that a finite past verb really belongs to, where the parser joined it to a complement.

    "said it would not sign and vowed to resist": "vowed" is joined to "sign", but only the main verb has its tense.
    None when the verb is where it should be.
    """
    tokens = sentence.tokens
    token = tokens[i]
    if _finite_beside_infinitive(sentence, i):
        return tokens[tokens[token.head].head].i
    if _disagrees(sentence, i):
        return tokens[tokens[token.head].head].i
    if (
        token.dep != "conj"
        or token.tag not in {"VBD", "VBN"}
        or child(sentence, i, "nsubj", "nsubjpass", "aux", "auxpass") is not None
    ):
        return None
    if _shares_helper(sentence, i):
        return None
    below, steps = token.head, 0
    while tokens[below].dep == "conj" and steps < LONGEST_CHAIN:
        below, steps = tokens[below].head, steps + 1
    governor = tokens[tokens[below].head]
    if tokens[below].dep == "relcl":  # "shut the road that links the coast to the north and asked"
        return _above_noun(sentence, governor.i, tokens[below].tag)
    if tokens[below].dep not in {"xcomp", "ccomp", "advcl", "acl", "pcomp"} or below == governor.i:
        return None
    if governor.pos == "ADP":
        governor = tokens[governor.head]
    if tokens[below].lemma in STRIKING and token.lemma in STRIKING:
        return None  # "after floods had killed nine and damaged roads": one doer
    helpers = {
        tokens[c].lower for c in sentence.children[below] if tokens[c].dep in {"aux", "auxpass"}
    }
    unlike = (
        tokens[below].tag in {"VB", "VBG", "VBZ", "VBP"}
        or "had" in helpers
        or bool(helpers & {"would", "could", "should", "might", "to"})
        or (_struck(sentence, below) and token.tag == "VBD" and token.lemma in ANSWERING)
    )
    return governor.i if unlike and governor.tag == "VBD" and governor.pos in VERBAL else None


def joined_verbs(s: Sentence, i: int) -> list[int]:
    """Verbs joined to ``i``; of "nine were killed and 30 wounded" the parser may take the number for what is joined."""
    found = children(s, i, "conj")
    counted = [v for c in found if s.tokens[c].pos == "NUM" for v in children(s, c, "acl")]
    return [c for c in (*found, *counted) if is_verb(s.tokens[c])]
