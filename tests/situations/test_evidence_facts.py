"""Quotations: the sentence, or of a long one the clauses around what matters."""

from dateline.records import SentenceRef, Span
from dateline.situations.evidence_facts import QUOTE, quoted_span

LONG = (
    "The army, which had held the hills since the spring, shelled the market on Monday, "
    + "residents said, " * 20
    + "while the rebels, who hold the road, denied it."
)


def ref(text: str, shift: int = 0) -> SentenceRef:
    return SentenceRef(0, text, Span(shift, shift + len(text)))


def test_a_short_sentence_is_quoted_whole() -> None:
    assert quoted_span(ref("The army shelled it.", 5), (Span(14, 21),)) == Span(5, 25)


def test_a_long_one_is_cut_where_clauses_end() -> None:
    at = LONG.index("shelled")
    span = quoted_span(ref(LONG), (Span(at, at + 7),))
    quote = LONG[span.start : span.end]
    assert "shelled the market" in quote
    assert len(quote) <= QUOTE
    assert LONG[: span.start].endswith(", ") or span.start == 0


def test_offsets_count_from_the_report() -> None:
    at = LONG.index("denied")
    span = quoted_span(ref(LONG, 100), (Span(100 + at, 106 + at),))
    assert "denied" in LONG[span.start - 100 : span.end - 100]
    assert "shelled" not in LONG[span.start - 100 : span.end - 100]


def test_what_matters_is_never_cut_off() -> None:
    first, last = LONG.index("shelled"), LONG.index("denied")
    span = quoted_span(ref(LONG), (Span(first, first + 7), Span(last, last + 6)))
    assert span.start <= first
    assert span.end >= last + 6
