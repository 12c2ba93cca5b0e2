"""The dates that hang on a word itself, or on its clause."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.records import DateExpression, Sentence
from dateline.resolve.time.counted import Counted
from dateline.resolve.time.owners import VERBS
from dateline.resolve.time.partners import same_tense

_LONGEST_CLIMB = 30


@dataclass(frozen=True, slots=True)
class Days:
    """The dates of a sentence, what each hangs on, and its counted times."""

    sentence: Sentence
    dates: tuple[DateExpression, ...]
    owned: tuple[tuple[DateExpression, int], ...]
    counts: tuple[Counted, ...]


def own(days: Days, at: int) -> DateExpression | None:
    """Rule 1; the helping verb's date is its main verb's."""
    sentence = days.sentence
    same = {at} | {
        c
        for c in sentence.children[at]
        if sentence.tokens[c].dep in ("aux", "auxpass", "acomp", "prt")
    }
    return nearest(sentence, at, (d for d, owner in days.owned if owner in same))


def behind_date(days: Days, at: int) -> DateExpression | None:
    """As in "since Sunday, when rebels fired": the clause's verb, and verbs joined to it."""
    sentence = days.sentence
    for i in joined(sentence, at):
        for c in sentence.children[i]:
            when = sentence.tokens[c]
            if when.lower == "when" and c < i:
                return ending_at(sentence, c, days)
    return None


def joined(sentence: Sentence, at: int) -> Iterator[int]:
    """A verb, and the verbs that it is joined to in one tense."""
    token = sentence.tokens[at]
    if token.pos not in VERBS:
        return
    yield at
    for _ in range(_LONGEST_CLIMB):
        head = sentence.tokens[token.head]
        if token.dep != "conj" or head.pos not in VERBS or not same_tense(sentence, token, head):
            return
        yield head.i
        token = head


def ending_at(sentence: Sentence, i: int, days: Days) -> DateExpression | None:
    """The date right before a token, a comma between or not."""
    text = sentence.text[: sentence.tokens[i].start - sentence.span.start].rstrip(" ,\n")
    end = sentence.span.start + len(text)
    return next((d for d in days.dates if d.span.end == end), None)


def nearest(sentence: Sentence, at: int, found: Iterator[DateExpression]) -> DateExpression | None:
    """The closest in characters; behind the word wins over before it."""
    token = sentence.tokens[at]

    def distance(date: DateExpression) -> int:
        return (
            date.span.start - token.end
            if date.span.start >= token.end
            else token.start - date.span.end + 1
        )

    return min(found, key=distance, default=None)
