"""Days counted from another act of the sentence: "two days after soldiers detained him"."""

from dataclasses import dataclass, replace
from datetime import date

from dateline.knowledge.calendar import time_words
from dateline.records import DateExpression, Sentence, Span
from dateline.resolve.time import stretch as s
from dateline.resolve.time.event_nouns import is_event

_SIGNS = {"after": -1, "before": 1}
_ONE = frozenset({"a", "an", "one", "the"})
#: "Less than two days after" says no day.
_ABOUT = frozenset({
    "than", "nearly", "almost", "about", "over", "around", "roughly", "under", "least", "most",
    "some", "barely", "half", "approximately",
})  # fmt: skip
#: Days of the longest stretch from which so long a unit can be counted.
_FROM_AT_MOST = {"D": 1, "W": 7, "FN": 7, "M": 31, "Q": 31, "Y": 366, "DE": 366}
_FACTORS = {"FN": (2, "W"), "DE": (10, "Y"), "NI": (1, "D")}
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted time before "after" or "before" and the act that follows.

    ``first`` to ``last`` are the positions of its words, ``act`` that of the verb or event noun
    behind; ``steps`` is signed as one goes from the main act to that act, None when vague.
    """

    first: int
    last: int
    act: int
    unit: str
    steps: int | None


def counted_in(sentence: Sentence) -> tuple[Counted, ...]:
    """All counted times of a sentence, in order."""
    tokens = sentence.tokens
    return tuple(
        found
        for i in range(1, len(tokens))
        if tokens[i].lower in _SIGNS and (found := _counted(sentence, i)) is not None
    )


def _counted(sentence: Sentence, i: int) -> Counted | None:
    tokens = sentence.tokens
    unit = time_words().get(tokens[i - 1].lower, {}).get("UNIT")
    act = _act(sentence, i) if unit else None
    if unit is None or act is None:
        return None
    first, steps = _amount(sentence, i - 1)
    if unit not in _FROM_AT_MOST and unit not in _FACTORS:
        steps = None
    factor, unit = _FACTORS.get(unit, (1, unit))
    signed = None if steps is None else steps * factor * _SIGNS[tokens[i].lower]
    return Counted(first, i, act, unit, signed)


def _act(sentence: Sentence, i: int) -> int | None:
    """The clause's verb or the event noun that "after" leads to."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    if token.dep in ("mark", "advmod") and head.pos in ("VERB", "AUX") and head.i > i:
        return head.i
    for c in sentence.children[i]:
        below = sentence.tokens[c]
        if c > i and (below.pos == "VERB" or is_event(below)):
            return c
    return None


def _amount(sentence: Sentence, unit: int) -> tuple[int, int | None]:
    """Where the words begin, and how many units; None when vague."""
    tokens = sentence.tokens
    first, total = unit, 0
    while first > 0 and (value := _number(tokens[first - 1].lower)):
        first, total = first - 1, total + value
    if first == unit and unit > 0 and tokens[unit - 1].lower in _ONE:
        first, total = unit - 1, 1
    vague = first > 0 and tokens[first - 1].lower in _ABOUT
    return first, total if 0 < total < _MOST and not vague else None


def _number(word: str) -> int:
    if word.isascii() and word.isdigit() and len(word) < len(str(_MOST)):
        return int(word)
    return int(time_words().get(word, {}).get("NUMW", 0))


def count_from(
    sentence: Sentence, anchor: DateExpression, counted: Counted, *, back: bool = False
) -> DateExpression | None:
    """The day that a counted time comes to.

    Args:
        sentence: the sentence of the words.
        anchor: date of the main act; of the other act when ``back``.
        counted: the words.
        back: count from the act behind the words to the main act.

    Returns:
        An expression whose text is the counting words, or None when the anchor is too long a
        stretch to count such units from, or the amount vague.
    """
    steps = counted.steps
    if steps is None or anchor.start is None or anchor.end is None:
        return None
    start, end = date.fromisoformat(anchor.start), date.fromisoformat(anchor.end)
    if (end - start).days >= _FROM_AT_MOST[counted.unit]:
        return None
    when = s.step(start, counted.unit, -steps if back else steps)
    if when is None:
        return None
    whole = s.of_unit(counted.unit, when)
    if whole.start is None or whole.end is None:
        return None
    tokens, shift = sentence.tokens, sentence.span.start
    span = Span(tokens[counted.first].start, tokens[counted.last].end)
    return replace(
        anchor, text=sentence.text[span.start - shift : span.end - shift], span=span, type="DATE",
        value=whole.value, start=whole.start.isoformat(), end=whole.end.isoformat(),
        edtf=whole.edtf, basis=f'relative to "{anchor.text}"',
    )  # fmt: skip
