"""Plain search over reports in memory: the sentences that hold most of the question's words."""

import re
from collections.abc import Sequence

from dateline.ledger.same import word_stem
from dateline.records import Span
from dateline.records.answer import EvidenceLine
from dateline.records.incident import Citation
from dateline.situations.evidence_facts import QUOTE, Told
from dateline.situations.question_parts import Question

#: Results at most, and words of the question that a sentence must have.
_MOST, _FEWEST = 8, 2
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?=\S)[^\n.!?]*)*[.!?]*[\u201d\u2019\"')]*")
_WORD = re.compile(r"[^\W_]+")


def found_by_words(question: Question, told: Sequence[Told]) -> tuple[EvidenceLine, ...]:
    """Sentences with at least two of the question's words (one, where it has only one), the fullest first."""
    wanted = {word_stem(w): w for part in question.content for w in _WORD.findall(part)}
    if not wanted:
        return ()
    hits: list[tuple[int, int, int, EvidenceLine]] = []
    for one in told:
        text = one.record.report.text
        for match in _SENTENCE.finditer(text):
            stems = {word_stem(w) for w in _WORD.findall(match[0])}
            shared = [w for s, w in wanted.items() if s in stems]
            if len(shared) >= min(_FEWEST, len(wanted)):
                span = _tidy(text, match.start(), match.end())
                hits.append((-len(shared), one.source.key, span.start, _line(one, span, shared)))
    return tuple(hit[3] for hit in sorted(hits, key=lambda h: h[:3])[:_MOST])


def _tidy(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    end = min(end, start + QUOTE) if end - start > QUOTE else end
    if end < len(text) and text[end : end + 1].isalnum():
        end = text.rfind(" ", start, end) if " " in text[start:end] else end
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _line(one: Told, span: Span, shared: Sequence[str]) -> EvidenceLine:
    text = one.record.report.text[span.start : span.end]
    cite = Citation(one.source, text, span, "not weighed")
    words = ", ".join(f"\u201c{w}\u201d" for w in shared)
    return EvidenceLine(
        "found", f"has the words {words}", "found by words", None, cite, "plain search"
    )
