import pytest
from trees import tree

from dateline.coding.figures import figure_of
from dateline.coding.magnitude import magnitude_of


def head(sentence, word):
    return next(t.i for t in sentence.tokens if t.text == word)


def test_at_least_leaves_the_range_open():
    s = tree("At least 12 civilians were killed.")
    figures = magnitude_of(s, head(s, "killed"), "ASSAULT")
    assert figures.killed == (12, None)
    ((field, span),) = figures.spans
    assert field == "killed"
    assert s.text[span.start : span.end].endswith("12")


@pytest.mark.parametrize(("noun", "value"), [("fighters", (400, 400)), ("officers", (2, 2))])
def test_figure_in_digits_and_words(noun, value):
    s = tree("Some 400 fighters and two officers were wounded.")
    found = figure_of(s, head(s, noun))
    assert found is not None
    assert found[0] == value


def test_no_figure_no_magnitude():
    s = tree("Rebels attacked the camp.")
    assert magnitude_of(s, 1, "ASSAULT").empty
