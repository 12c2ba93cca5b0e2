"""Places and countries that once came from the wrong neighbour, each beside the sentence in which they are right."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.model

Code = Callable[..., dict[str, Any]]


def _events(code: Code, text: str, kind: str) -> list[dict[str, Any]]:
    return [e for e in code(text)["events"] if e["type"] == kind]


def _place(event: dict[str, Any]) -> str | None:
    return (event["place"] or {}).get("name")


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        # whom it is asked of, where it is asked
        ("Chad turned to France for help.", "REQUEST", None),
        ("In Lusaka on Monday, Zambia asked France for help.", "REQUEST", "Lusaka"),
        ("Peru extradited a general to Spain on Friday.", "COOPERATE", None),
        # who wanted it, where it was done
        ("Police arrested a banker at the request of Portugal.", "COERCE", None),
        ("Police arrested a banker in Portugal.", "COERCE", "Portugal"),
        # what is asked for is done elsewhere
        ("The union called on the minister to fly to Geneva.", "REQUEST", None),
    ],
)
def test_whom_an_act_is_spoken_to_is_not_where_it_is(
    code: Code, text: str, kind: str, place: str | None
) -> None:
    assert [_place(e) for e in _events(code, text, kind)] == [place]


def test_a_province_takes_up_no_town(code: Code) -> None:
    text = "Two men were beaten in Bouar. The army {} on Monday."
    taken = text.format("recaptured that {}")
    assert _place(_events(code, taken.format("town"), "ASSAULT")[-1]) == "Bouar"
    assert all(_place(e) is None for e in _events(code, taken.format("enclave"), "ASSAULT")[1:])


@pytest.mark.parametrize(
    ("text", "words", "land"),
    [
        # a frontier tells nothing of those near it
        ("Chad's army said jets struck fighters near the Libyan border.", "fighters", None),
        ("Chad's army said jets struck fighters near the Libyan city of Sebha.", "fighters", "LBY"),
        # whom a state keeps out
        ("The United States barred a former police chief from entry.", "police chief", None),
        ("The United States honoured a former police chief.", "police chief", "USA"),
        # strangers tell nothing of those around them
        ("Villagers attacked Afghan refugees on Monday.", "Villagers", None),
        ("Villagers in Kunduz attacked Afghan refugees on Monday.", "Villagers", "AFG"),
        ("Italy's coast guard rescued 70 migrants on Monday.", "migrants", None),
        ("Italy's coast guard rescued 70 Malian migrants on Monday.", "migrants", "MLI"),
        # a host is of another country than his guest
        (
            "Chad's army chief met the Egyptian president. The general thanked his host.",
            "host",
            None,
        ),
        (
            "Chad's army chief met the Egyptian president. The general thanked his soldiers.",
            "soldiers",
            "TCD",
        ),
        # who speaks for a body of nations
        (
            "Venezuela left the talks with the European Union. A spokesman for the bloc regretted the delay.",
            "spokesman",
            "EUR",
        ),
        (
            "Venezuela left the talks with the European Union. A spokesman regretted the delay.",
            "spokesman",
            "VEN",
        ),
        (
            "The United Nations human rights office met envoys in Accra. Its spokeswoman urged calm.",
            "spokeswoman",
            "UNO",
        ),
        # police of another country than those of before
        (
            "Police in Kolkata arrested a man. In Dhaka, dockers marched. Police fired at them.",
            "Police fired",
            "BGD",
        ),
        (
            "Police in Kolkata arrested a man. In Mumbai, dockers marched. Police fired at them.",
            "Police fired",
            "IND",
        ),
    ],
)
def test_countries_of_the_nameless(code: Code, text: str, words: str, land: str | None) -> None:
    record = code(text)
    at = text.rindex(words)
    word = words.split(maxsplit=1)[0] if words == "Police fired" else words
    found = [
        a["country"] for a in record["actors"]
        for start, end in a["mentions"]
        if start <= at + len(word) - 1 < end and a["kind"] != "country"
    ]  # fmt: skip
    assert found == [land]


def test_a_body_of_nations_does_not_threaten_itself(code: Code) -> None:
    (event,) = _events(code, "The European Union's envoy warned of consequences.", "THREATEN")
    assert event["recipients"] == []


@pytest.mark.parametrize(
    ("text", "kind", "statuses"),
    [
        ("Tokyo said that the treaty covered attacks on its ships.", "ASSAULT", ["hypothetical"]),
        ("Rebels carried out attacks on Japanese ships.", "ASSAULT", ["actual"]),
        ("The patrol met no resistance.", "CONSULT", []),
        ("The patrol's commander met the mayor of Bria.", "CONSULT", ["actual"]),
        ("The raiders came at dawn with torches.", "AID", []),
    ],
)
def test_acts_that_did_not_happen(code: Code, text: str, kind: str, statuses: list[str]) -> None:
    assert [e["status"] for e in _events(code, text, kind)] == statuses


def _actors(code: Code, text: str, kind: str) -> list[list[str | None]]:
    return [[p["text"] for p in e["actors"]] for e in _events(code, text, kind)]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        (
            "The ministers put off the vote after Peru, Chile and Bolivia urged them to wait.",
            "REQUEST", [["Peru", "Chile", "Bolivia"]],
        ),
        ("The bishop gave the president an hour to resign.", "THREATEN", [["The bishop"]]),
        ("The bishop gave the president an hour to resign.", "RETREAT", []),
        (
            "In Bata, dockers who have not been paid since May blocked a highway.",
            "PROTEST", [["dockers"]],
        ),
    ],
)  # fmt: skip
def test_subjects_behind_names_months_and_times(
    code: Code, text: str, kind: str, actors: list[list[str | None]]
) -> None:
    assert _actors(code, text, kind) == actors


def test_what_is_joined_to_a_verb_is_no_increased_patrol(code: Code) -> None:
    text = "Chad keeps 400 soldiers in the valley and increased patrols near Bria."
    assert ["Chad"] in _actors(code, text, "MOBILIZE")
    assert all("patrols" not in (a or "") for some in _actors(code, text, "MOBILIZE") for a in some)


@pytest.mark.parametrize(
    "text",
    [
        "London holds five generals responsible for the shelling of villages.",
        "Britain froze the assets of five generals, whom London holds responsible for the shelling of villages.",
    ],
)
def test_who_is_held_responsible_is_charged_and_in_no_cell(code: Code, text: str) -> None:
    assert _actors(code, text, "COERCE") == []
    assert _actors(code, text, "ACCUSE") == [["London"]]
    assert _actors(code, text, "ASSAULT") == [["five generals"]]
    assert [e["status"] for e in _events(code, text, "ASSAULT")] == ["alleged"]


def test_who_is_held_by_police_is_in_a_cell(code: Code) -> None:
    assert len(_events(code, "Police held five students over a song.", "COERCE")) == 1
