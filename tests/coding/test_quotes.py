# ruff: noqa: RUF001 (curly quotes are what is tested)
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coding.quotes import quotes_in
from dateline.records import Span


def inner(text: str) -> list[str]:
    return [text[q.inner.start : q.inner.end] for q in quotes_in(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“We stay,” she said.", ["We stay,"]),
        ('"We stay," she said, "and fight."', ["We stay,", "and fight."]),
        (
            "‘We stay,’ she said. ‘It’s the miners’ town,’ he said.",
            ["We stay,", "It’s the miners’ town,"],
        ),
        ("The miners' camp isn't the mayor's.", []),
        ("The ‘self-styled’ army left.", ["self-styled"]),
        ("He said: 'It's over.'", ["It's over."]),
        ("“The ‘first’ road is shut,” he said.", ["The ‘first’ road is shut,"]),
        ("‘The “first” road is shut,’ he said.", ["The “first” road is shut,"]),
        ("``All is lost,'' he said.", ["All is lost,"]),
        ("''All is lost,'' he said.", ["All is lost,"]),
        ("«Tout est perdu», he said.", ["Tout est perdu"]),
        ("In the '90s the miners' union grew.", []),
        ('A 6" pipe burst.', []),
        ("‘90s music played at the miners’ hall.", []),
    ],
)
def test_what_is_quoted(text, wanted):
    assert inner(text) == wanted


def test_opening_mark_again_starts_the_next_part():
    text = 'He said: "One. "Two." and left.'
    found = quotes_in(text, Span(0, len(text)))
    assert [(text[q.inner.start : q.inner.end], q.closed) for q in found] == [
        ("One.", False),
        ("Two.", True),
    ]


def test_unclosed_quotation_ends_with_its_paragraph():
    text = "“One. Two."
    (found,) = quotes_in(text, Span(0, len(text)))
    assert text[found.inner.start : found.inner.end] == "One. Two."
    assert not found.closed


def test_only_the_block_is_read():
    text = "“One.” “Two.”"
    assert [q.inner for q in quotes_in(text, Span(7, len(text)))] == [Span(8, 12)]


@given(st.text(alphabet="ab .,s\n'\"“”‘’`«»", max_size=60))
def test_any_text_gives_ordered_quotations_that_do_not_overlap(text):
    found = quotes_in(text, Span(0, len(text)))
    assert all(q.outer.start <= q.inner.start < q.inner.end <= q.outer.end for q in found)
    assert all(a.outer.end <= b.outer.start for a, b in itertools.pairwise(found))
