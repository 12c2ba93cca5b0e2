"""Numbers of people before a noun: "at least 12", "dozens of", "two officers and a driver"."""

import re

from dateline.coding.tree import children, conjuncts
from dateline.records import Sentence, Span

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
#: Nouns of many in the singular: "a family" is not one person.
MANY = frozenset(
    {
        "number", "group", "family", "crowd", "patrol", "unit", "convoy", "couple", "team", "crew", "squad", "gang",
        "mob", "handful", "dozen", "score", "party", "battalion", "brigade", "company", "toll", "figure", "total",
    }
)  # fmt: skip
AT_LEAST = frozenset({"least", "than", "over", "more"})
_DIGITS = re.compile(r"^\d[\d,]*$")

Range = tuple[int | None, int | None]


def total_of(s: Sentence, heads: list[int], *, one: bool) -> tuple[Range, Span] | None:
    """The figures of ``heads`` and of those joined to them, added."""
    joined = dict.fromkeys(x for h in heads for x in conjuncts(s, h))
    return _sum(s, list(joined), one=one)


def _sum(s: Sentence, heads: list[int], *, one: bool) -> tuple[Range, Span] | None:
    """The figures of joined noun phrases together: "two officers and a driver" are three.

    A plural without a figure leaves the range open ("two officers and civilians").  With ``one`` a single
    person counts too ("a driver").
    """
    low: int | None = 0
    high: int | None = 0
    spans: list[Span] = []
    for h in heads:
        figure = figure_of(s, h) or (_single(s, h) if one else None)
        if figure is None:
            high = None if s.tokens[h].tag == "NNS" else high
            continue
        least, most = figure[0]
        low = None if low is None or least is None else low + least
        high = None if high is None or most is None else high + most
        spans.append(figure[1])
    return ((low, high), Span(spans[0].start, spans[-1].end)) if spans else None


def _single(s: Sentence, h: int) -> tuple[Range, Span] | None:
    """One person: "a soldier", "Juan Reyes"; not "a group", "a crowd of men"."""
    token = s.tokens[h]
    if token.pos == "PROPN" and token.ent == "PERSON":
        return (1, 1), s.cover(h, h)
    article = [c for c in children(s, h, "det") if s.tokens[c].lower in {"a", "an", "another"}]
    of = any(s.tokens[c].lower == "of" for c in children(s, h, "prep"))
    if not article or token.tag != "NN" or of or token.lemma.lower() in MANY:
        return None
    return (1, 1), s.cover(article[0], article[0])


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
        low, high = _range(s, c, value)
        if words & AT_LEAST and not words & {"no", "less", "fewer"}:
            high = None
        elif {"up", "to"} <= words or "most" in words or words & {"fewer", "less"}:
            low, high = None, low
        return (low, high), s.cover(first, c)
    return None


def _range(s: Sentence, c: int, value: Range) -> Range:
    """Both ends of "between five and eight", "10 to 15", "six or seven", asked of the first."""
    if c + 2 >= len(s.tokens) or s.tokens[c + 1].lower not in {"to", "and", "or", "-", "\u2013"}:
        return value
    between = c > 0 and s.tokens[c - 1].lower == "between"
    if s.tokens[c + 1].lower == "and" and not between:
        return value
    other = _number(s.tokens[c + 2].lower)
    if other is None or value[0] is None or other <= value[0]:
        return value
    return value[0], other


def _value(s: Sentence, c: int) -> tuple[int | None, int | None] | None:
    word = s.tokens[c].lower
    if word in VAGUE:
        low, high = VAGUE[word]
        return low * _many_times(s, c), high
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


def _many_times(s: Sentence, c: int) -> int:
    """How many thousands "tens of thousands" has, asked of either word."""
    tokens = s.tokens
    behind = [t.lower for t in tokens[c + 1 : c + 3]]
    before = [t.lower for t in tokens[max(0, c - 2) : c]]
    if tokens[c].lower in {"tens", "hundreds", "dozens"} and behind[:1] == ["of"]:
        return {"thousands": 1000, "millions": 1_000_000}.get(behind[-1], 1)
    if tokens[c].lower in {"thousands", "millions"} and before[1:] == ["of"]:
        return {"tens": 10, "dozens": 12, "hundreds": 100}.get(before[0], 1)
    return 1


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
