"""Passages near a question that were not read as evidence: the reader's own eyes are asked for them.

What the coder misses would else be told as missing from the reports.  A passage stands on no side and says nothing:
it names somebody or some place asked about and has words of the question, or words for such an act.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.records import Record, SentenceRef, Span
from dateline.records.answer import Passage
from dateline.records.incident import Citation
from dateline.situations.evidence_claims import in_days, stem_of
from dateline.situations.evidence_facts import Told, quoted_span
from dateline.situations.evidence_fit import mentioned
from dateline.situations.evidence_near import act_stems, sentences
from dateline.situations.question_parts import Named, Question

#: Passages shown at most, and how many of them of one report.
MOST, OF_ONE = 5, 4
#: Share of the best passage's weight below which one is not worth a look.
_WORTH = 0.45
#: What a name counts where only the sentence before has it; a word for such an act that the question has not; a word
#: that only the sentence before or the report's title has.
_BEFORE, _KIN, _AROUND = 0.5, 0.6, 0.5
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")

Place = tuple[int, Span]


@dataclass(frozen=True, slots=True)
class _Spot:
    """A sentence, with the names and stems of the question's that it has.

    ``before`` are the names of the sentence before it, ``around`` the stems of that and of the report's title.
    """

    told: Told
    span: Span
    names: frozenset[Named]
    before: frozenset[Named]
    stems: dict[str, Span]
    around: frozenset[str]


def passages(
    question: Question, told: Sequence[Told], cited: Iterable[Place]
) -> tuple[Passage, ...]:
    """The sentences nearest to a question that no line cites.

    Args:
        question: the question, read.
        told: the reports.
        cited: the places (report key, span) that the lines cite.

    Returns:
        At most ``MOST``, the nearest first; none where the question has neither name nor word to look for.
    """
    own, kin = _own(question), act_stems(question.asks)
    spots = [s for t in told if in_days(question, t) for s in _spots(question, t, own | kin)]
    weigh = _Weights(spots, own)
    known: dict[int, list[Span]] = {}
    for key, span in cited:
        known.setdefault(key, []).append(span)
    fit = [
        (weigh.of(s), s) for s in spots
        if _about(question, s, own) and not _touched(s.span, known.get(s.told.source.key, ()))
    ]  # fmt: skip
    fit.sort(key=lambda pair: (-pair[0], pair[1].told.source.key, pair[1].span.start))
    return tuple(_chosen(fit))


def _own(question: Question) -> frozenset[str]:
    """Stems of the question's words that are in no name."""
    names = [n for n in question.names if n.kind != "thing"]
    named = {stem_of(w) for n in names for w in _WORD.findall(n.text)}
    words = (w for part in (*question.content, *question.inner) for w in _WORD.findall(part))
    return frozenset(stem_of(w) for w in words) - named


def _spots(question: Question, told: Told, wanted: frozenset[str]) -> Iterator[_Spot]:
    names = [n for n in question.names if n.kind != "thing"]
    before: frozenset[Named] = frozenset()
    earlier: frozenset[str] = frozenset()
    title = frozenset(stem_of(w) for w in _WORD.findall(told.source.title or "")) & wanted
    for span in sentences(told.record):
        text = told.record.report.text
        stems: dict[str, Span] = {}
        for word in _WORD.finditer(text, span.start, span.end):
            for stem in {stem_of(w) for w in (word[0], *word[0].split("-"))} & wanted:
                stems.setdefault(stem, Span(word.start(), word.end()))
        here = frozenset(n for n in names if mentioned(n, told.record, (span,)))
        yield _Spot(told, span, here, before - here, stems, title | earlier)
        before, earlier = here, frozenset(stems)


class _Weights:
    """What a name or a word of the question counts: the more, the fewer sentences have it."""

    def __init__(self, spots: Sequence[_Spot], own: frozenset[str]) -> None:
        self._own, self._all = own, len(spots) + 1
        self._names = Counter(n for s in spots for n in s.names)
        self._stems = Counter(w for s in spots for w in s.stems)

    def of(self, spot: _Spot) -> float:
        """The weight of a sentence."""
        around = (spot.around & self._own) - spot.stems.keys()
        others = (self._rare(self._stems[w]) for w in spot.stems if w not in self._own)
        parts = [
            *(self._rare(self._names[n]) for n in spot.names),
            *(_BEFORE * self._rare(self._names[n]) for n in spot.before),
            *(self._rare(self._stems[w]) for w in spot.stems if w in self._own),
            *(_AROUND * self._rare(self._stems[w]) for w in around),
            _KIN * max(others, default=0),
        ]
        return math.fsum(parts)  # exact in any order: sets have none

    def _rare(self, count: int) -> float:
        return math.log(self._all / max(1, count)) + 1


def _about(question: Question, spot: _Spot, own: frozenset[str]) -> bool:
    """Whether a sentence, with the one before it, is near enough: a name and a word; without names, two words."""
    named = spot.names | spot.before
    if not any(n.kind != "thing" for n in question.names):
        return len(spot.stems.keys() & own) > 1
    return bool(named and (spot.stems or spot.around & own)) or len(spot.names) > 1


def _touched(span: Span, cited: Iterable[Span]) -> bool:
    return any(span.start < c.end and c.start < span.end for c in cited)


def _chosen(fit: Sequence[tuple[float, _Spot]]) -> Iterator[Passage]:
    of_one: Counter[int] = Counter()
    words: set[str] = set()
    for weight, spot in fit:
        made = _passage(spot)
        key = spot.told.source.key
        if weight < _WORTH * fit[0][0] or len(words) == MOST:
            return
        if of_one[key] < OF_ONE and made.cite.quote not in words:  # a copy says it again
            of_one[key] += 1
            words.add(made.cite.quote)
            yield made


def _passage(spot: _Spot) -> Passage:
    whole, record = _trimmed(spot.told.record, spot.span), spot.told.record
    text = record.report.text[whole.start : whole.end]
    has = sorted(spot.stems.values(), key=lambda s: s.start)
    span = quoted_span(SentenceRef(0, text, whole), has)
    quote = record.report.text[span.start : span.end]
    own = tuple(dict.fromkeys(record.report.text[s.start : s.end] for s in has))
    named = tuple(sorted(n.name for n in spot.names))
    return Passage(Citation(spot.told.source, quote, span, "not weighed"), (*named, *own))


def _trimmed(record: Record, span: Span) -> Span:
    text = record.report.text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))
