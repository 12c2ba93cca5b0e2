"""Two dates that are the ends of one stretch: "from May 3 to June 1"."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from dateline.records import DateExpression, Sentence, Span

_JOINTS = {"to": "from", "until": "from", "till": "from", "through": "from", "and": "between"}


def with_other_end(
    sentence: Sentence, date: DateExpression, dates: Sequence[DateExpression]
) -> DateExpression:
    """As in "From A to B" and "between A and B": both ends as one expression."""
    for first, last in itertools.pairwise(dates):
        if date not in (first, last):
            continue
        text, shift = sentence.text, sentence.span.start
        joint = text[first.span.end - shift : last.span.start - shift].strip().lower()
        lead = text[: first.span.start - shift].rstrip().lower()
        if joint in _JOINTS and lead.endswith(_JOINTS[joint]):
            return _join(sentence, first, last)
    return date


def _join(sentence: Sentence, first: DateExpression, last: DateExpression) -> DateExpression:
    span = Span(first.span.start, last.span.end)
    known = first.start is not None and last.end is not None and first.start <= last.end
    return replace(
        first,
        text=sentence.text[span.start - sentence.span.start : span.end - sentence.span.start],
        span=span,
        value=f"{first.value}/{last.value}",
        start=first.start if known else None,
        end=last.end if known else None,
        edtf=f"{first.edtf}/{last.edtf}" if first.edtf and last.edtf else None,
    )
