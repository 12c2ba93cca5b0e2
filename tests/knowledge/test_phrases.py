import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.phrases import Phrases

LIST = (
    "army",
    "peace talk",
    "talk",
    "air force",
    "al-qaeda",
    "women's rights",
    "mp",
    "gas",
    "tear gas",
    "run-off",
    "pass",
)


def by_pattern(text: str) -> list[str]:
    body = "|".join(re.escape(w) for w in sorted(LIST, key=len, reverse=True))
    return re.findall(rf"\b({body})s?\b", text.lower())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Army held peace talks.", ["army", "peace talk"]),
        ("Talks on women's rights, MPs said", ["talk", "women's rights", "mp"]),
        ("armyish campaign, empty", []),
        ("Al-Qaeda used tear gas; gases rose", ["al-qaeda", "tear gas"]),
        ("Air forces and an air-force base", ["air force"]),
        ("", []),
    ],
)
def test_phrases_are_found_in_order(text: str, found: list[str]) -> None:
    assert Phrases(LIST).find(text) == found
    assert Phrases(LIST).within(text) == bool(found)


WORDS = st.sampled_from(["army", "Armys", "peace", "talk", "talks", "air", "force", "forces", "tear", "gas", "gass", "pass", "passs", "run", "off",
    "women's", "rights", "al", "qaeda", "x", "mp", "_", "-", "'s", "é"])  # fmt: skip


@given(st.lists(st.tuples(WORDS, st.sampled_from([" ", "-", "", "\n", ", "])), max_size=12))
def test_phrases_agree_with_the_alternation(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in parts)
    assert Phrases(LIST).find(text) == by_pattern(text)


@given(st.text(max_size=60))
def test_any_text_can_be_searched(text: str) -> None:
    assert isinstance(Phrases(LIST).find(text), list)


def test_phrase_without_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match="does not begin with a word"):
        Phrases(["-"])
