"""What is told not to have been seen, where that is how a thing is kept: "No clashes were reported" of a truce."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from dateline.knowledge.questions import Asking, questions
from dateline.ledger.reading import holding_claims
from dateline.records import Span
from dateline.records.answer import EvidenceLine
from dateline.records.incident import Citation
from dateline.situations.evidence_claims import in_days
from dateline.situations.evidence_facts import Told, written
from dateline.situations.evidence_grammar import told_or_before
from dateline.situations.evidence_near import sentences
from dateline.situations.question_parts import Drawn, Question

#: How far before the sentence the matter itself (the truce) may have been named.
_REACH = 2
_WHY = "what would break it is told not to have been seen, in these words"


def absences(
    question: Question, told: Sequence[Told], cited: Iterable[tuple[int, Span]]
) -> Iterator[Drawn]:
    """Context: lines that tell that nothing of what would break it was seen, which is no proof that nothing was.

    Args:
        question: what is asked; only acts with ``absent`` nouns, or whose opposite has them, are looked for.
        told: the reports.
        cited: keys of reports with stretches that lines cite already.
    """
    if question.slot is not None or question.actors or question.recipients or question.denial:
        return
    taken = list(cited)
    for act in _kept(question):
        for one in told:
            if not in_days(question, one):
                continue
            found = sentences(one.record)
            for n, span in enumerate(found):
                hit = _pattern(act.absent).search(one.record.report.text, span.start, span.end)
                if hit is None or any(k == one.source.key and c.touches(span) for k, c in taken):
                    continue
                near = found[max(0, n - _REACH) : n + 1]
                if _on_it(act, one, near) and all(
                    told_or_before(question, place, one, span, (span,)) for place in question.places
                ):
                    yield _drawn(one, span, Span(*hit.span()))


def _kept(question: Question) -> tuple[Asking, ...]:
    """The acts asked about, or their opposites, that are kept by nothing happening."""
    others = (questions().act(other) for act in question.asks for other in act.opposite)
    return tuple({a.id: a for a in (*question.asks, *others) if a.absent}.values())


@cache
def _pattern(nouns: frozenset[str]) -> re.Pattern[str]:
    any_of = "|".join(sorted(map(re.escape, nouns)))
    thing = rf"(?:\w+ ){{0,2}}(?:{any_of})(?:s|es)?\b"
    seen = r"(?:reported|registered|recorded|seen|observed|noted|heard)"
    return re.compile(
        rf"\b(?:no {thing}[^.;:]{{0,60}}? (?:was|were|been|had been|has been|have been) {seen}"
        rf"|there (?:was|were|has been|have been|had been) no {thing}"
        rf"|(?:reported|registered|recorded|seen|observed|saw) no {thing})",
        re.IGNORECASE,
    )


def _on_it(act: Asking, one: Told, near: Sequence[Span]) -> bool:
    """Whether the matter itself is named in the sentence or just before it."""
    text = " ".join(one.record.report.text[s.start : s.end] for s in near).casefold()
    return any(noun in text for noun in act.absent_of)


def _drawn(one: Told, span: Span, words: Span) -> Drawn:
    text = one.record.report.text
    claim = next(holding_claims(one.record, words), None)
    by = written(claim.speaker) if claim is not None and claim.speaker is not None else None
    voice = f"Told in these words by {by}" if by else "Told in these words"
    start = (
        span.start + len(text[span.start : span.end]) - len(text[span.start : span.end].lstrip())
    )
    whole = Span(start, span.start + len(text[span.start : span.end].rstrip()))
    cite = Citation(
        one.source,
        text[whole.start : whole.end],
        whole,
        "negated",
        by,
        None,
        claim.id if claim else None,
    )
    says = f"{voice}: \u201c{text[words.start : words.end]}\u201d"
    return Drawn(EvidenceLine("context", says, "says" if claim else "told", None, cite, _WHY))
