"""Questions put as statements."""

import pytest

from dateline.situations.question_shape import shape


@pytest.mark.parametrize(
    ("question", "form", "slot", "statement"),
    [
        ("Did Chad close the border?", "whether", None, "Chad will close the border."),
        ("Has Chad closed the border?", "whether", None, "Chad has closed the border."),
        ("Didn't Chad close the border?", "whether", None, "Chad will close the border."),
        ("Is it true that Chad closed it?", "whether", None, "Chad closed it."),
        ("Was it Chad that closed it?", "whether", None, "Chad closed it."),
        ("Who closed the border?", "who", "actor", "Somebody closed the border."),
        ("Whom did Chad arrest?", "whom", "recipient", "Chad will arrest."),
        ("Who did Chad arrest?", "who", "recipient", "Chad will arrest."),
        ("Who was arrested in Ati?", "who", "actor", "Somebody was arrested in Ati."),
        ("What happened in Ati?", "what", "act", "Something happened in Ati."),
        ("What did Chad say?", "what", "act", "Chad will say."),
        ("Where did Chad strike?", "where", "place", "Chad will strike."),
        ("When did Chad strike?", "when", "day", "Chad will strike."),
        ("Which towns did Chad strike?", "where", "place", "Chad will strike."),
        ("Which states condemned it?", "who", "actor", "Some states condemned it."),
        ("How many died in Ati?", "how many", "count", "Many died in Ati."),
        ("How often has Chad struck?", "how many", "times", "Chad has struck."),
    ],
)
def test_shapes(question: str, form: str, slot: str | None, statement: str) -> None:
    found = shape(question)
    assert (found.form, found.slot) == (form, slot)
    assert statement in [words for words, _ in found.statements]


@pytest.mark.parametrize("question", ["Why did Chad close it?", "How did it end?", "Chad", "Who?"])
def test_what_is_no_question_says_why(question: str) -> None:
    found = shape(question)
    assert found.form == "search"
    assert found.cannot


def test_will_asks_about_what_is_ahead() -> None:
    assert shape("Will Chad close the border?").ahead
    assert not shape("Did Chad close the border?").ahead
