"""Plain turns of wire reports: deaths without a doer, what was taken is not who, bombs count."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.model

Code = Callable[..., dict[str, Any]]


def attacks(code: Code, text: str) -> list[dict[str, Any]]:
    return [e for e in code(text)["events"] if e["type"] == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Four gendarmes were killed overnight in Agadez.",
        "A mayor told radio that two peacekeepers were killed on Monday near Bria.",
    ],
)
def test_deaths_of_people_in_a_conflict_are_an_attack_by_nobody_named(
    code: Code, text: str
) -> None:
    (event,) = attacks(code, text)
    assert (event["status"], event["relevant"], event["actors"]) == ("actual", True, [])
    assert event["magnitude"]["killed"]


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers were killed in a helicopter crash in Mali.",
        "Three soldiers were killed when their truck overturned near Gao.",
        "Two villagers were killed when their boat sank.",
    ],
)
def test_accidents_are_none(code: Code, text: str) -> None:
    assert not attacks(code, text)


def test_what_a_charge_led_to_is_not_the_accuser_s_doing(code: Code) -> None:
    text = "The rebels' spokesman accused the navy of shelling a ferry, killing six nurses."
    (event,) = attacks(code, text)
    assert (event["status"], event["magnitude"]["killed"]) == ("alleged", [6, 6])


def test_a_town_taken_is_nobody_arrested(code: Code) -> None:
    (event,) = code("The militia seized Kismayo on Tuesday.")["events"]
    assert not event["magnitude"].get("arrested")


def test_a_bomb_among_people_counts_without_anybody_to_blame(code: Code) -> None:
    (event,) = attacks(code, "Ten civilians were killed when a bomb exploded in Kabul on Monday.")
    assert event["relevant"]


def test_who_is_held_is_not_a_truce_that_holds(code: Code) -> None:
    events = code("Her lawyer believes she is being held in Minsk.")["events"]
    assert "RETREAT" not in {e["type"] for e in events}
