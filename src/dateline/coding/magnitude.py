"""Figures of an act: killed, injured, arrested, displaced, crowd, each a range with its words."""

import re

from dateline.coding.tree import children
from dateline.records import Magnitude, Sentence, Span

SMALL = {
    w: n
    for n, w in enumerate(
        (
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen",
        )
    )
}  # fmt: skip
TENS = {
    w: 10 * (n + 2)
    for n, w in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    )
}
#: A number with more digits than this is no count of people.
LONGEST = 14
VAGUE: dict[str, tuple[int, int | None]] = {
    "dozens": (24, None),
    "dozen": (12, 12),
    "scores": (40, None),
    "hundreds": (200, None),
    "thousands": (2000, None),
    "tens": (20, None),
    "several": (3, None),
    "couple": (2, 2),
    "million": (1_000_000, None),
    "millions": (2_000_000, None),
}
SCALE = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
AT_LEAST = frozenset({"least", "than", "over", "more"})
KILLED = frozenset(
    {"kill", "slay", "massacre", "behead", "execute", "murder", "assassinate", "die", "shoot dead"}
)
INJURED = frozenset({"injure", "wound", "hurt", "maim"})
ARRESTED = frozenset({"arrest", "detain", "jail", "imprison", "round up", "seize", "capture"})
DISPLACED = frozenset({"displace", "flee", "evacuate", "uproot", "expel", "deport"})
GATHER = frozenset({"PROTEST"})
_DIGITS = re.compile(r"^\d[\d,]*$")

Range = tuple[int | None, int | None]


def magnitude_of(sentence: Sentence, head: int, kind: str) -> Magnitude:
    """Figures told by verb or noun ``head`` of an act of PLOVER type ``kind``, and by verbs under it."""
    found: dict[str, tuple[Range, Span]] = {}
    for i in [head, *_tellers(sentence, head)]:
        field = _field(sentence, i, kind)
        if field is None or field in found:
            continue
        for h in _counted(sentence, i, field):
            figure = figure_of(sentence, h)
            if figure is not None:
                found[field] = figure
                break
    return Magnitude(
        **{k: v[0] for k, v in found.items()},
        spans=tuple((k, v[1]) for k, v in sorted(found.items())),
    )


def _tellers(s: Sentence, head: int) -> list[int]:
    """Verbs under the act that give its own toll: "killing 12", "a blast that killed 12", "shot dead".

    Finite clauses of other acts ("closed since Sunday, when rockets killed four") are left alone.
    """
    found: list[int] = []
    stack = [head]
    while stack:
        at = stack.pop()
        for c in s.children[at]:
            token = s.tokens[c]
            finite = token.tag in {"VBD", "VBZ", "VBP"} and any(
                s.tokens[x].dep in {"nsubj", "mark"} for x in s.children[c]
            )
            if token.dep in {"advcl", "ccomp", "parataxis"} and finite:
                continue
            if token.dep == "relcl" and s.tokens[head].pos not in {"NOUN", "PROPN"}:
                continue
            if token.pos in {"VERB", "ADJ"}:
                found.append(c)
            stack.append(c)
    return sorted(found)


def _field(s: Sentence, i: int, kind: str) -> str | None:
    lemma = s.tokens[i].lemma.lower()
    if lemma in KILLED or s.tokens[i].lower == "dead":
        return "killed"
    if lemma in INJURED:
        return "injured"
    if lemma in ARRESTED and kind == "COERCE":
        return "arrested"
    if lemma in DISPLACED and kind in {"SANCTION", "COERCE", "ASSAULT"}:
        return "displaced"
    return "crowd" if kind in GATHER else None


def _counted(s: Sentence, i: int, field: str) -> list[int]:
    """Noun phrases whose number is the figure."""
    if field == "crowd" or s.tokens[i].lemma.lower() in {"die", "flee"}:
        found = children(s, i, "nsubj")
        return found or ([s.tokens[i].head] if s.tokens[i].dep in {"acl", "relcl"} else [])
    found = children(s, i, "dobj", "nsubjpass", "appos")
    if not found and s.tokens[i].dep == "conj":
        found = (
            children(s, s.tokens[i].head, "nsubjpass")
            if children(s, s.tokens[i].head, "nsubjpass")
            else []
        )
    if not found and s.tokens[i].dep in {"acl", "relcl"}:
        found = [s.tokens[i].head]
    if not found and s.tokens[i].lower == "dead":
        found = children(s, s.tokens[i].head, "nsubj")
    return found


def figure_of(s: Sentence, h: int) -> tuple[Range, Span] | None:
    """The number in front of noun ``h`` ("at least 12 civilians"), with the words that give it."""
    numbers = [c for c in s.children[h] if s.tokens[c].dep in {"nummod", "amod"} and c < h]
    if s.tokens[h].pos == "NUM" or s.tokens[h].lower in VAGUE or s.tokens[h].lemma.lower() in SCALE:
        numbers.append(h)
    for c in numbers:
        value = _value(s, c)
        if value is None:
            continue
        first = min([c, *(x for x in s.subtree(c) if x < c)])
        words = {t.lower for t in s.tokens[max(0, first - 3) : c]}
        low, high = value
        if words & AT_LEAST and not words & {"no", "less", "fewer"}:
            high = None
        elif {"up", "to"} <= words or "most" in words or words & {"fewer", "less"}:
            low, high = None, low
        return (low, high), s.cover(first, c)
    return None


def _value(s: Sentence, c: int) -> tuple[int | None, int | None] | None:
    word = s.tokens[c].lower
    if word in VAGUE:
        low, high = VAGUE[word]
        return low, high
    number = _number(word)
    if number is None:
        return None
    total = number
    nxt = s.tokens[c + 1].lower if c + 1 < len(s.tokens) else ""
    if nxt in SCALE:
        total *= SCALE[nxt]
    before = [s.tokens[x].lower for x in s.children[c] if x < c]
    for w in before:
        n = _number(w)
        if n is not None and word in SCALE:
            total = n * SCALE[word]
    return total, total


def _number(word: str) -> int | None:
    if _DIGITS.match(word):
        return int(word.replace(",", "")) if len(word) <= LONGEST else None
    if word in SMALL:
        return SMALL[word]
    if word in TENS:
        return TENS[word]
    if word in SCALE:
        return SCALE[word]
    if "-" in word:
        a, _, b = word.partition("-")
        if a in TENS and b in SMALL:
            return TENS[a] + SMALL[b]
    return None
