"""Interviews in print: paragraphs that begin with the speaker's name in capitals and a colon."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from dateline.coding.claim_parts import Saying, SpanIndex
from dateline.records import ParsedReport, Sentence, Span

_LABEL = re.compile("[\"\u201c]?[A-Z][A-Z.'\u2019 -]{1,40}:(?=\\s+\\S)")
#: One such line alone is a headline or a heading, not an interview.
_FEWEST = 2


def labelled(parsed: ParsedReport, done: Sequence[Saying]) -> Iterator[Saying]:
    """Each turn of a printed conversation as one utterance.

    Args:
        parsed: the report with its sentences.
        done: what was found before; a turn that is already reported is left alone.
    """
    turns = []
    for _, group in groupby(parsed.sentences, key=lambda s: s.paragraph):
        sentences = list(group)
        match = _LABEL.match(parsed.report.text, sentences[0].span.start)
        if match is not None:
            turns.append((sentences, match.end()))
    if len(turns) < _FEWEST:
        return
    told = SpanIndex(c for d in done if d.frame == "quote" for c in d.content)
    for sentences, after in turns:
        saying = _turn(sentences, after)
        if saying is not None and not told.touches(saying.content[0]):
            yield saying


def _turn(sentences: list[Sentence], after: int) -> Saying | None:
    s = sentences[0]
    colon = next((t.i for t in s.tokens if t.end == after), None)
    content = Span(after, sentences[-1].span.end)
    if not colon or content.end <= content.start:
        return None
    return Saying(
        s, colon, (colon, colon), "say", "label", (content,), (colon - 1,), tuple(range(colon))
    )
