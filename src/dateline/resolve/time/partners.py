"""Verbs that share another word's day: joined verbs, participles of consequence, when-clauses."""

from collections.abc import Iterator

from dateline.knowledge.calendar import context_words
from dateline.records import Sentence, Token
from dateline.resolve.time.owners import NOUNS, VERBS
from dateline.resolve.time.tense import tense_at

#: Past forms that look like the present, so that the parser takes them for it.
_UNCHANGED = frozenset({
    "beat", "set", "put", "cut", "hit", "shut", "hurt", "burst", "cast", "read", "split", "spread",
    "let", "quit", "shed", "bid", "rid", "thrust", "upset", "broadcast",
})  # fmt: skip
_PAST_OR_BARE = ("VB", "VBP", "VBD", "VBN")


def speaks(token: Token) -> bool:
    """Whether a verb tells of other acts, which need not share its day."""
    return token.lemma in context_words("speaking")


def partners_of(sentence: Sentence, verb: Token) -> Iterator[int]:
    """Words whose date a verb shares, nearest first."""
    if _shares_head(sentence, verb):
        yield verb.head
    children = [sentence.tokens[c] for c in sentence.children[verb.i]]
    for child in children:
        if child.dep == "advcl" and _when(sentence, child) and not speaks(verb):
            yield child.i
    if verb.dep == "conj":
        return
    for child in children:
        joined = child.dep == "conj" and child.pos in VERBS
        if joined and same_tense(sentence, child, verb) and _without_subject(sentence, child):
            yield child.i


def _shares_head(sentence: Sentence, verb: Token) -> bool:
    """Whether the date of what a verb hangs on is its own too."""
    head = sentence.tokens[verb.head]
    if verb.dep in ("relcl", "acl"):
        return head.pos in NOUNS
    if head.pos not in VERBS:
        return False
    if verb.dep == "conj":
        return same_tense(sentence, verb, head)
    if verb.dep == "xcomp":
        return head.lemma in context_words("fulfilled")
    consequence = verb.tag == "VBG" and not _marked(sentence, verb)
    return verb.dep == "advcl" and not speaks(head) and (consequence or _when(sentence, verb))


def _when(sentence: Sentence, verb: Token) -> bool:
    return any(
        sentence.tokens[c].lower in ("when", "while", "as") for c in sentence.children[verb.i]
    )


def _marked(sentence: Sentence, verb: Token) -> bool:
    """Whether a conjunction sets the clause apart ("after taking the town")."""
    return any(
        sentence.tokens[c].dep in ("mark", "advmod") and sentence.tokens[c].pos in ("SCONJ", "ADP")
        for c in sentence.children[verb.i]
    )


def has_subject(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(sentence.tokens[c].dep in ("nsubj", "nsubjpass") for c in sentence.children[verb.i])


def _without_subject(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb leans on another's subject or help ("ten were killed and five wounded")."""
    if not has_subject(sentence, verb):
        return True
    helped = any(sentence.tokens[c].dep in ("aux", "auxpass") for c in sentence.children[verb.i])
    return verb.tag == "VBN" and not helped


def same_tense(sentence: Sentence, a: Token, b: Token) -> bool:
    """Whether two joined verbs tell of one time."""
    if speaks(a) != speaks(b):
        return False
    if a.tag == b.tag:
        return True
    if _may_be_past(sentence, a) and _may_be_past(sentence, b):
        return True
    below_a, below_b = (next(iter(sentence.children[t.i]), None) for t in (a, b))
    return (
        below_a is not None
        and below_b is not None
        and tense_at(sentence, below_a) == tense_at(sentence, below_b)
    )


def _may_be_past(sentence: Sentence, verb: Token) -> bool:
    if verb.tag == "VBD":
        return True
    helped = any(sentence.tokens[c].dep in ("aux", "auxpass") for c in sentence.children[verb.i])
    return verb.lower in _UNCHANGED and verb.tag in _PAST_OR_BARE and not helped
