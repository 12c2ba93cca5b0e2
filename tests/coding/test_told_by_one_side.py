"""Whose word an act is, and who is charged by it: the boaster's, the blamer's, never the one who answers later."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.model

Code = Callable[..., dict[str, Any]]


def only(code: Code, text: str, kind: str) -> dict[str, Any]:
    (event,) = [e for e in code(text)["events"] if e["type"] == kind]
    return event


def speaker(event: dict[str, Any]) -> str | None:
    said = event["attribution"]
    return said["speaker"]["text"] if said else None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya's army claimed on Friday to have captured the port of Kismayo.", "alleged"),
        ("Kenya's army captured the port of Kismayo on Friday.", "actual"),
    ],
)
def test_what_somebody_claims_to_have_done_is_his_claim(code: Code, text: str, status: str) -> None:
    event = only(code, text, "ASSAULT")
    assert event["status"] == status
    assert (speaker(event) == "Kenya's army") == (status == "alleged")


def test_who_denies_an_act_and_names_another_charges_him(code: Code) -> None:
    text = "The militia denied shelling the school and said the army's helicopters had bombed it."
    found = {
        e["trigger"]["text"]: e["status"] for e in code(text)["events"] if e["type"] == "ASSAULT"
    }
    assert found == {"shelling": "denied", "bombed": "alleged"}


def test_who_only_tells_of_an_attack_charges_nobody(code: Code) -> None:
    text = "The hospital said the army's helicopters had bombed the school."
    assert only(code, text, "ASSAULT")["status"] == "actual"


def test_an_act_of_speech_is_the_word_of_who_tells_it(code: Code) -> None:
    text = (
        'The Danish envoy addressed the council. "Nothing works," she said. She said Chad was ready to meet the rebels.'
        "\n\nChad's ambassador rejected that."
    )
    assert speaker(only(code, text, "AGREE")) == "She"


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        (
            "Candidates in Malawi alleged that soldiers had stuffed boxes, a claim dismissed by the electoral commission.",
            ["soldiers"],
        ),
        ("Candidates in Malawi alleged that the boxes had been stuffed.", []),
    ],
)
def test_the_accused_is_who_did_it_not_who_rejects_it(
    code: Code, text: str, accused: list[str]
) -> None:
    event = only(code, text, "ACCUSE")
    assert [p["text"] for p in event["recipients"]] == accused


def test_who_blames_agrees_in_number(code: Code) -> None:
    text = "Ankara says that the expulsions are needed for security and blames Syrian nationals for bomb attacks."
    event = only(code, text, "ACCUSE")
    assert [p["text"] for p in event["actors"]] == ["Ankara"]
    assert speaker(only(code, text, "ASSAULT")) == "Ankara"


@pytest.mark.parametrize(
    ("text", "told_by"),
    [
        ("Norway expelled a Serbian diplomat; Belgrade ordered a Norwegian consul to leave.", None),
        ("Norway expelled a Serbian diplomat, a court said.", "a court"),
    ],
)
def test_a_clause_before_a_semicolon_stands_by_itself(
    code: Code, text: str, told_by: str | None
) -> None:
    event = code(text)["events"][0]
    assert (event["status"], speaker(event)) == ("actual", told_by)


def test_who_speaks_behind_a_semicolon_is_heard(code: Code) -> None:
    text = "The union said six people had been hurt; the ministry denied that anyone had been arrested."
    assert speaker(only(code, text, "COERCE")) == "the ministry"


def test_a_service_of_a_state_can_speak(code: Code) -> None:
    event = only(
        code, "Armenia's border service said Georgian troops had opened fire on a post.", "ASSAULT"
    )
    assert speaker(event) == "Armenia's border service"
