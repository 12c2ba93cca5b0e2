"""Two nations before one noun, the force that a country's craft are, doers and addressees far from their verb."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.model

Code = Callable[..., dict[str, Any]]


def only(record: dict[str, Any], kind: str) -> dict[str, Any]:
    (event,) = [e for e in record["events"] if e["type"] == kind]
    return event


def who(event: dict[str, Any], side: str = "actors") -> list[tuple[str, str, list[str]]]:
    return [(a["text"], a["country"], a["sectors"][:1]) for a in event[side]]


def test_police_of_two_nations_are_two(code: Code) -> None:
    event = only(code("Croatian and Bosnian police arrested nine smugglers on Friday."), "COERCE")
    assert [a["country"] for a in event["actors"]] == ["HRV", "BIH"]
    event = only(code("Croatian police arrested nine smugglers on Friday."), "COERCE")
    assert [a["country"] for a in event["actors"]] == ["HRV"]


def test_craft_of_a_country_are_its_military(code: Code) -> None:
    event = only(code("Turkish warplanes bombed a village near Duhok."), "ASSAULT")
    assert who(event) == [("Turkish warplanes", "TUR", ["MIL"])]
    event = only(code("French and Egyptian warships shelled the port."), "ASSAULT")
    assert [(c, s) for _, c, s in who(event)] == [("FRA", ["MIL"]), ("EGY", ["MIL"])]
    event = only(code("Turkey bombed a village near Duhok."), "ASSAULT")
    assert who(event) == [("Turkey", "TUR", [])]


def test_at_the_hands_of_somebody(code: Code) -> None:
    event = only(code("Nine farmers died at the hands of the army."), "ASSAULT")
    assert [a["text"] for a in event["actors"]] == ["the army"]


def test_a_by_phrase_behind_a_comma_is_the_main_verbs(code: Code) -> None:
    late = "The minister has been accused of taking bribes, much of it hidden abroad, by Peruvian prosecutors."
    assert [a["text"] for a in only(code(late), "ACCUSE")["actors"]] == ["Peruvian prosecutors"]
    near = "The minister has been accused of taking bribes paid by Peruvian builders."
    assert not only(code(near), "ACCUSE")["actors"]


def test_a_threat_is_for_whoever_its_condition_names(code: Code) -> None:
    event = only(
        code("Russia threatened to halt the talks if Poland deploys missiles."), "THREATEN"
    )
    assert [a["country"] for a in event["recipients"]] == ["POL"]
    event = only(code("Russia threatened to halt the talks if prices rise."), "THREATEN")
    assert not event["recipients"]


def test_a_protest_is_against_whom_it_defies(code: Code) -> None:
    event = only(code("Workers blocked roads in Lagos in defiance of the army."), "PROTEST")
    assert [a["text"] for a in event["recipients"]] == ["the army"]
