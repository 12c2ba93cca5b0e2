"""Deaths and the act they came from are one row, with the right doer and the count told once."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.model

Code = Callable[..., dict[str, Any]]


def attacks(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [e for e in record["events"] if e["type"] == "ASSAULT"]


def doers(event: dict[str, Any]) -> list[str]:
    return [a["text"] for a in event["actors"]]


@pytest.mark.parametrize(
    ("text", "who", "killed"),
    [
        ("Two porters died in police firing near Multan.", ["police"], [2, 2]),
        ("Fourteen people were killed in army shelling near Goma.", ["army"], [14, 14]),
        ("A youth died in police firing in Rajpur on Tuesday.", ["police"], [1, 1]),
        ("Police firing on Monday left three dead in Durres.", ["Police"], [3, 3]),
        ("Seven people lost their lives in police firing in Bana.", ["police"], [7, 7]),
        (
            "Fewer than ten people died in the raid by Sudanese troops.",
            ["Sudanese troops"],
            [None, 10],
        ),
        ("A porter died when the police opened fire at a market in Kandi.", ["the police"], [1, 1]),
        (
            "Four people were killed and five injured when police opened fire on a crowd.",
            ["police"],
            [4, 4],
        ),
        ("Police shot dead 40 rioters over three days.", ["Police"], [40, 40]),
        ("Rebels ambushed a convoy, killing a soldier and two drivers.", ["Rebels"], [3, 3]),
        ("Between five and eight villagers were killed by rebels.", ["rebels"], [5, 8]),
    ],
)
def test_one_act_by_its_doer_with_its_toll(
    code: Code, text: str, who: list[str], killed: list[int]
) -> None:
    (event,) = attacks(code(text))
    assert doers(event) == who
    assert event["magnitude"]["killed"] == killed
    assert event["status"] == "actual"


@pytest.mark.parametrize(
    "text",
    [
        "Six people were killed in a road accident near Lagos.",
        "The minister was hurt by the firing of his aide.",
        "Seven villagers lost their lives in a landslide near Dolo.",
    ],
)
def test_deaths_that_nobody_caused_are_no_attack(code: Code, text: str) -> None:
    assert not attacks(code(text))


def test_an_attack_without_deaths_has_no_toll(code: Code) -> None:
    (event,) = attacks(code("No one was killed when police opened fire on the crowd."))
    assert event["magnitude"].get("killed") is None


def test_wounded_and_killed_stand_in_one_row(code: Code) -> None:
    (event,) = attacks(code("A driver was killed and two cooks were wounded in an ambush."))
    assert event["magnitude"]["killed"] == [1, 1]
    assert event["magnitude"]["injured"] == [2, 2]
    (event,) = attacks(code("Gunmen killed two soldiers and wounded five in Gao on Monday."))
    assert (event["magnitude"]["killed"], event["magnitude"]["injured"]) == ([2, 2], [5, 5])
    assert event["place"]["name"] == "Gao"


def test_killings_at_two_places_stay_two(code: Code) -> None:
    found = attacks(code("Gunmen killed two soldiers in Gao and wounded an officer in Kidal."))
    assert len(found) == 2


def test_a_killing_by_others_is_not_the_attacks_toll(code: Code) -> None:
    found = attacks(code("The army shelled the town after rebels killed six soldiers."))
    assert {tuple(doers(e)): e["magnitude"].get("killed") for e in found} == {
        ("The army",): None,
        ("rebels",): [6, 6],
    }


def test_both_sides_of_a_clash_are_behind_its_deaths(code: Code) -> None:
    (event,) = attacks(code("Twenty people were killed in clashes between the army and rebels."))
    assert doers(event) == ["the army", "rebels"]
    (event,) = attacks(
        code("The clash between police and farmers left two dead and seven wounded.")
    )
    assert (event["magnitude"]["killed"], event["magnitude"]["injured"]) == ([2, 2], [7, 7])


def test_a_toll_that_rises(code: Code) -> None:
    (event,) = attacks(code("The death toll in the shelling of the market in Goma rose to 31."))
    assert event["magnitude"]["killed"] == [31, 31]
