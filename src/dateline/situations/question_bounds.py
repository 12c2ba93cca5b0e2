"""Days that a question bounds by an event ("after the Moscow truce"), as the reports date that event."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dateline.knowledge.questions import questions
from dateline.ledger.same import word_stem
from dateline.situations.evidence_facts import Told
from dateline.situations.evidence_fit import later
from dateline.situations.evidence_near import sentences
from dateline.situations.question_parts import Question

_SINCE = re.compile(r"\b(?:since|after)\b", re.I)
_LIGHT = frozenset(
    {"the", "a", "an", "after", "since", "before", "until", "its", "their", "of", "in"}
)
_AFTER, _BEFORE = frozenset({"after", "since"}), frozenset({"before", "until"})


def with_bounds(question: Question, told: Sequence[Told]) -> Question:
    """The question with such words read as days, where reports agree on the day; the others stay unread."""
    left: list[str] = []
    first, last, read = question.first_day, question.last_day, list(question.bounds)
    for phrase in question.unread:
        word = phrase.split()[0].lower()
        day = _day(_whole(question, phrase), told)
        if day is None:
            left.append(phrase)
        elif word not in _BEFORE:
            first = day
            if word not in _AFTER and any(a.id == "q.break_truce" for a in question.asks):
                last = later(day)  # that truce, not one that was agreed after it
            read.append((phrase, f"since {day}"))
        else:
            last = day
            read.append((phrase, f"until {day}"))
    breach = any(a.id == "q.break_truce" for a in question.asks)
    if (
        breach
        and first
        and not last
        and first == question.first_day
        and not _SINCE.search(question.text)
    ):
        last = later(first)  # "the truce of 18 October", not the one after it
    return replace(question, first_day=first, last_day=last, unread=tuple(left), bounds=tuple(read))


def _whole(question: Question, phrase: str) -> str:
    """A phrase with the noun that it describes: "truce agreed in Moscow"."""
    if phrase.split(maxsplit=1)[0].lower() in _AFTER | _BEFORE:
        return phrase
    place = phrase.rsplit(maxsplit=1)[-1]
    noun = next((w for w in question.words if any(w.lower() in g for g in questions().same)), "")
    return f"{noun} {place}" if noun else phrase


def _day(phrase: str, told: Sequence[Told]) -> str | None:
    """The day that most sentences with all words of the phrase give; None where none does."""
    groups = [_alike(w) for w in phrase.split() if w.casefold() not in _LIGHT]
    count: Counter[str] = Counter()
    for one in told:
        text = one.record.report.text
        for span in sentences(one.record):
            stems = {
                word_stem(w.strip(".,'\u2019\u201d\"")) for w in text[span.start : span.end].split()
            }
            if all(group & stems for group in groups):
                count.update(
                    d.start for d in one.record.dates
                    if d.start and d.start == d.end and span.holds(d.span)
                )  # fmt: skip
    best = max(count.values(), default=0)
    days = sorted(day for day, n in count.items() if n == best)
    return days[0] if len(days) == 1 else None


def _alike(word: str) -> set[str]:
    low = word.strip(".,'\u2019").casefold()
    same = next((group for group in questions().same if low in group), frozenset({low}))
    return {word_stem(w) for w in same}
