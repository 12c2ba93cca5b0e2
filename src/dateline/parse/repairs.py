"""Second reading of sentences whose parse lost its main verb to a time phrase, or took a participle for one.

"Yeltsin on Saturday hosted Hashimoto" is often parsed without a verb at its root.  Such a sentence is parsed
once more without the phrase, and the phrase is hung on the verb again.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from dateline.parse.rehang import rehung
from dateline.records import Sentence, Span, Token

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
#: A day between a name or noun and a verb in the past.
TIME = re.compile(
    rf"(?<=\w )(?:(?:on|late|early|late on|early on) )?(?:{_DAY}|today|yesterday)"
    r"(?: (?:morning|afternoon|evening|night))? (?=[a-z]+(?:ed|d|t|w|n|k|g|s)\b)"
)
#: A participle between a number and a noun ("31 wounded people"), which the parser may take for a verb.
COUNTED = re.compile(
    r"\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozens of|hundreds of|several|many|some) "
    r"((?:wounded|injured|displaced|armed|detained|kidnapped|suspected|masked|freed|captured"
    r"|abducted|jailed|imprisoned|stranded|trapped|hooded) )"
    r"(?=[a-z]+s\b|people\b|men\b|women\b|children\b)"
)
#: "visiting" between a verb or preposition and a guest, which the parser may take for the verb of the visit.
GUEST = re.compile(
    r"\b(?:met|meet|meets|meeting|with|told|tells|hosted|welcomed|received|sued|by|between|and|urged|assured) "
    r"(visiting )(?=[A-Z][\w.]+ (?:[A-Z]|[a-z]+ ))"
)
DAYS = frozenset(
    {
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "morning",
        "afternoon",
        "evening",
        "night",
    }
)
VERBS = frozenset({"VERB", "AUX"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})

Reader = Callable[[str], list[Token]]


def lost_its_verb(sentence: Sentence) -> bool:
    """Whether no verb heads the sentence although a finite one stands in it as a modifier."""
    misplaced = _misplaced(sentence) or _participle_as_verb(sentence)
    if sentence.tokens[sentence.root].pos in VERBS:
        return misplaced
    return misplaced or any(t.tag in FINITE for t in sentence.tokens)


def _participle_as_verb(sentence: Sentence) -> bool:
    match = COUNTED.search(sentence.text) or GUEST.search(sentence.text)
    if match is None:
        return False
    at = sentence.span.start + match.start(1)
    return any(t.start == at and t.dep != "amod" for t in sentence.tokens)


def _misplaced(sentence: Sentence) -> bool:
    """Whether a verb form stands as a modifier where only a main verb can: after a day, or finite."""
    for t in sentence.tokens:
        if t.dep not in {"amod", "compound", "nmod"}:
            continue
        after_day = t.i > 0 and sentence.tokens[t.i - 1].lower in DAYS
        if t.tag in FINITE or (t.tag == "VBN" and after_day):
            return True
    return False


def reread(sentence: Sentence, plain: str, read: Reader) -> Sentence:
    """The sentence with a better tree, or as it was.

    Args:
        sentence: as parsed.
        plain: its text as the parser sees it, of the same length.
        read: parses one short text to tokens whose offsets count from its start; empty when it is not one sentence.
    """
    counted = COUNTED.search(plain) or GUEST.search(plain)
    match = counted or TIME.search(plain)
    if match is None:
        return sentence
    cut = Span(match.start(1), match.end(1)) if counted else Span(match.start(), match.end())
    tokens = read(plain[: cut.start] + plain[cut.end :])
    root = next((t for t in tokens if t.head == t.i), None)
    if root is None or root.pos not in VERBS:
        return sentence
    verb = next((t for t in tokens if t.start >= cut.start), None)
    if counted is None and verb is not None and verb.dep in {"amod", "compound", "nmod"}:
        return sentence  # it stayed a modifier: nothing gained
    kept = [t for t in sentence.tokens if cut.start <= t.start - sentence.span.start < cut.end]
    if counted is not None:
        noun = next(
            (t.i for t in tokens if t.start >= cut.start and t.pos in {"NOUN", "PROPN"}), None
        )
        while noun is not None and tokens[noun].dep == "compound" and tokens[noun].head > noun:
            noun = tokens[noun].head
        return sentence if noun is None else _joined(sentence, tokens, kept, cut, noun, "amod")
    return _joined(sentence, tokens, kept, cut, root.i, "npadvmod")


def parted(sentence: Sentence) -> Sentence:
    """The sentence with a joined noun made the subject of the passive verb right behind it.

    "Rebels attacked the convoy and two soldiers were killed": the parser may join the soldiers to the convoy, which
    leaves the verb without a subject, and "Rebels ... were killed".
    """
    for t in sentence.tokens:
        verb = _passive_behind(sentence, t)
        if verb is not None:
            return _rehung(sentence, t, verb)
    return sentence


def _passive_behind(sentence: Sentence, noun: Token) -> int | None:
    """The passive without a subject that follows a noun joined to an object, or None."""
    tokens = sentence.tokens
    if noun.dep != "conj" or noun.pos not in {"NOUN", "PROPN"}:
        return None
    first = noun
    while first.dep == "conj" and first.head < first.i:
        first = tokens[first.head]
    if first.dep != "dobj":
        return None
    behind = next((t for t in tokens[noun.i + 1 :] if t.dep not in {"aux", "advmod"}), None)
    if behind is None or behind.dep != "auxpass" or behind.head <= noun.i:
        return None
    verb = tokens[behind.head]
    own = any(tokens[c].dep in {"nsubj", "nsubjpass"} for c in sentence.children[verb.i])
    above = first.head
    return (
        verb.i if not own and verb.tag == "VBN" and verb.head == above and verb.i != above else None
    )


def _rehung(sentence: Sentence, noun: Token, verb: int) -> Sentence:
    """The tree with the noun as subject of a verb that is joined to the one before it."""
    tokens = sentence.tokens
    first, above = noun.head, tokens[verb].head
    changed = {
        noun.i: replace(noun, dep="nsubjpass", head=verb),
        verb: replace(tokens[verb], dep="conj"),
    }
    for c in sentence.children[first]:
        if tokens[c].dep in {"cc", "punct"} and first < c < noun.i:
            changed[c] = replace(tokens[c], head=above)
    return rehung(sentence, changed)


def _joined(
    sentence: Sentence, tokens: list[Token], kept: list[Token], cut: Span, head: int, dep: str
) -> Sentence:
    """The new tree with the phrase that was cut out hung on ``head``."""
    base = sentence.span.start
    before = sum(t.start < cut.start for t in tokens)

    def moved(i: int) -> int:
        return i if i < before else i + len(kept)

    built: list[Token] = []
    for t in tokens:
        shift = base if t.i < before else base + cut.end - cut.start
        built.append(
            replace(t, i=moved(t.i), head=moved(t.head), start=t.start + shift, end=t.end + shift)
        )
    last = before + len(kept) - 1
    phrase = [
        replace(
            t,
            i=before + n,
            head=moved(head) if before + n == last else last,
            dep=dep if before + n == last else "advmod",
            pos="ADJ" if dep == "amod" else t.pos,
        )
        for n, t in enumerate(kept)
    ]
    whole = sorted([*built, *phrase], key=lambda t: t.i)
    below: list[list[int]] = [[] for _ in whole]
    for t in whole:
        if t.head != t.i:
            below[t.head].append(t.i)
    return replace(sentence, tokens=tuple(whole), children=tuple(map(tuple, below)))
