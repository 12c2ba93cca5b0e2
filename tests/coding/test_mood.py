import pytest
from trees import tree

from dateline.coding.mood import mood_of


@pytest.mark.parametrize(
    ("text", "verb", "flag"),
    [
        ("The army did not attack the camp.", "attack", "negated"),
        ("The army could attack the camp.", "attack", "possible"),
        ("The army will attack the camp.", "attack", "future"),
        ("If Iran attacks, the talks will end.", "attacks", "condition"),
        ("Sudan must return the helicopter.", "return", "obliged"),
    ],
)
def test_mood_flag(text, verb, flag):
    sentence = tree(text)
    mood = mood_of(sentence, next(t.i for t in sentence.tokens if t.text == verb))
    assert getattr(mood, flag)


def test_mood_of_a_plain_past_clause_is_plain():
    mood = mood_of(tree("Rebels attacked the camp."), 1)
    flags = [mood.negated, mood.possible, mood.future, mood.condition, mood.obliged]
    assert not any(flags)
    assert mood.past
