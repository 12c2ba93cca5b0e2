"""Parties named by their part: "the two countries", "its neighbour", "the rebels", "the council"."""

import pytest
from helpers.parsed import parse_one

from dateline.knowledge.actors import ActorBase
from dateline.resolve.actors import resolve_actors

pytestmark = pytest.mark.model

BASE: list[ActorBase] = []


def who(text: str, word: str, nth: int = 0) -> list[tuple[str, str | None]]:
    """Name and country of those for whom the nth token with these letters stands."""
    if not BASE:
        BASE.append(ActorBase.load())
    parsed = parse_one(text)
    found = resolve_actors(parsed, (), BASE[0])
    at = [(s.index, t.i) for s in parsed.sentences for t in s.tokens if t.text == word]
    return [(p.actor.name, p.actor.country) for p in found.at(*at[nth])]


COUNCIL = "The United Nations Security Council met on Togo. The 15-member council warned Togo. It urged Togo to vote."


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        (COUNCIL, "council", [("United Nations Security Council", "UNO")]),
        (COUNCIL, "It", [("United Nations Security Council", "UNO")]),
        (
            "The Tuva Peace Commission met. Togo waited. The five-nation commission condemned Togo.",
            "commission",
            [("Tuva Peace Commission", None)],
        ),
    ],
)
def test_a_body_again_by_its_noun(
    text: str, word: str, wanted: list[tuple[str, str | None]]
) -> None:
    found = who(text, word)
    assert [name for name, _ in found] == [name for name, _ in wanted]
    assert wanted[0][1] in (None, found[0][1])


@pytest.mark.parametrize(
    ("text", "word", "countries"),
    [
        # peacekeepers are the United Nations' unless somebody's; they lend no country
        ("Two Ghanaian peacekeepers died in Liberia. Peacekeepers shot a thief.", "Peacekeepers", ["UNO"]),
        ("Two Ghanaian peacekeepers died in Liberia. Peacekeepers shot a thief.", "peacekeepers", ["GHA"]),
        ("Two Ghanaian peacekeepers died in Liberia. Loyalist troops shot a thief.", "troops", ["LBR"]),
        ("A Ghanaian aid worker died in Liberia. Troops fired on the crowd.", "Troops", ["LBR"]),
        # a neighbour is nobody's unless apposed
        ("France spoke. Kenya will not criticize its northern neighbor.", "neighbor", [None]),
        ("France spoke. Kenya will not criticize its northern neighbor.", "its", ["KEN"]),
        ("Kenya condemned its neighbour, Somalia.", "neighbour", ["SOM"]),
        # two countries joined just before, or nobody in particular
        ("Kenya and Somalia met. The two countries signed a treaty.", "countries", ["KEN", "SOM"]),
        ("Kenya and Somalia met. Both nations condemned Togo.", "nations", ["KEN", "SOM"]),
        ("Kenya and Somalia met. Both sides agreed. The two sides left.", "sides", ["KEN", "SOM"]),
        ("Kenya, Chad and Somalia met. The two countries signed a treaty.", "countries", [None]),
        ("Kenya and Somalia met. The three countries signed a treaty.", "countries", [None]),
        ("The two capitals signed a treaty.", "capitals", [None]),
        ("Mayors praised the two capitals. Togo met emissaries of the group.", "emissaries", [None]),
    ],
)  # fmt: skip
def test_countries_of_parties(text: str, word: str, countries: list[str | None]) -> None:
    found = [country for _, country in who(text, word)]
    if word == "emissaries":
        assert found
    else:
        assert found == countries


REBELS = "The Tuva Liberation Front fought on. The rebels freed a nurse."


@pytest.mark.parametrize(
    ("text", "word", "nth", "name"),
    [
        (REBELS, "rebels", 0, "Tuva Liberation Front"),
        ("The Tuva Liberation Front fought on. Three other rebels fled.", "rebels", 0, "Three other rebels"),
        (REBELS + " Yemeni rebels shot at a ship.", "rebels", 0, "rebels"),
        ("The Revolutionary Armed Forces of Colombia (Farc) spoke. The Farc freed a nurse.", "Farc", 1,
         "Revolutionary Armed Forces of Colombia"),
    ],
)  # fmt: skip
def test_one_rebel_group(text: str, word: str, nth: int, name: str) -> None:
    assert [n for n, _ in who(text, word, nth)] == [name]
