"""Sentences in pairs: what differs is one turn of grammar, and with it what stands in the record."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.model

Code = Callable[..., dict[str, Any]]


def rows(record: dict[str, Any]) -> set[tuple[str, str]]:
    return {(e["type"], e["status"]) for e in record["events"]}


def countries(record: dict[str, Any], kind: str, side: str) -> set[str | None]:
    return {a["country"] for e in record["events"] if e["type"] == kind for a in e[side]}


PAIRS = [
    # what had to be done was done; what must be done is not
    ("Police had to open fire on the crowd in Arusha.", {("ASSAULT", "actual")}),
    ("Police will have to open fire on the crowd in Arusha.", {("ASSAULT", "hypothetical")}),
    # an act that one declines to judge is a fact; one that is any at all is none
    (
        "The Kenyan candidate avoided condemning Uganda's invasion of Rwanda.",
        {("ACCUSE", "negated"), ("ASSAULT", "actual")},
    ),
    # what was not made clear was so
    (
        "The ministry failed to make clear that soldiers had shot two herders in Arusha.",
        {("ASSAULT", "actual")},
    ),
    # a standing offer, and one that is made
    ("The Guatemalan government offers loans to small farmers.", set()),
    ("The Guatemalan government offered loans to small farmers.", {("AGREE", "actual")}),
    # what one keeps from doing
    ("The Kenyan premier steered clear of criticising Uganda.", {("ACCUSE", "negated")}),
    # what troops are sent for
    ("The Peruvian army sent soldiers to feed villagers in Piura.", {("AID", "actual")}),
    ("The Peruvian army sent soldiers to Piura.", {("MOBILIZE", "actual")}),
    # a vote of a body of nations, and one of a parliament
    ("The African Union voted to lift the sanctions on Togo.", {("RETREAT", "actual")}),
    (
        "The Portuguese parliament voted to lift the sanctions on Togo.",
        {("RETREAT", "planned")},
    ),
    # an address and a day behind "call on"
    ("Oman called on Yemen to release the hostages.", {("REQUEST", "actual")}),
    # fighting somebody and fighting something
    ("The Ghanaian president promised to fight corruption.", {("AGREE", "actual")}),
    ("The rebels promised to fight the Ghanaian army.", {("THREATEN", "actual")}),
    # what is old, and what is not
    (
        "Togo thanked Japan for its help, especially the building of the port in the 1970s.",
        {("SUPPORT", "actual")},
    ),
    ("In the 1970s, Togo thanked Japan for its help.", {("SUPPORT", "historical")}),
    # troops that are moved, and troops that are somewhere
    ("Soldiers have been deployed in Iquitos.", {("MOBILIZE", "actual")}),
    ("Soldiers who are based in Iquitos were not paid.", set()),
    # an order that does what it says, and one that is only read
    ("The Omani ruler signed a decree dissolving parliament.", {("COERCE", "actual")}),
    ("The Omani ruler studied a decree dissolving parliament.", set()),
    # what a measure is for is no act of its own
    ("Fiji imposed a curfew to crush the rebels.", {("COERCE", "actual")}),
    # a verb with a hyphen in it
    ("Pakistan test-fired a cruise missile on Monday.", {("MOBILIZE", "actual")}),
]


@pytest.mark.parametrize(("text", "want"), PAIRS)
def test_one_turn_makes_the_difference(code: Code, text: str, want: set[tuple[str, str]]) -> None:
    assert rows(code(text)) == want


def test_calling_somebody_a_name_is_no_phone_call(code: Code) -> None:
    found = rows(code("Chile condemned the raid, calling President Maduro a murderer."))
    assert found == {("ACCUSE", "actual")}


def test_who_visits_is_the_guest(code: Code) -> None:
    record = code("The Chilean premier met visiting Kenyan President William Ruto in Santiago.")
    assert len(record["events"]) == 1
    assert countries(record, "CONSULT", "actors") == {"CHL", "KEN"}


def test_a_town_stands_for_its_state_and_what_is_ones_own_is_no_other_side(code: Code) -> None:
    record = code("Chile recalled its ambassador from Lima.")
    assert countries(record, "SANCTION", "recipients") == {"PER"}


def test_soldiers_set_free_are_the_other_side_and_soldiers_withdrawn_are_not(code: Code) -> None:
    freed = code("The rebels freed nine Malian soldiers.")
    assert countries(freed, "RETREAT", "recipients") == {"MLI"}
    gone = code("Mali withdrew its soldiers from Gao.")
    assert countries(gone, "RETREAT", "recipients") == set()


def test_joined_verb_goes_back_over_a_relative_clause(code: Code) -> None:
    record = code("Kenya shut the road that links Moyale to the north and condemned Ethiopia.")
    assert countries(record, "ACCUSE", "actors") == {"KEN"}


def test_what_an_attack_led_to_is_no_second_attack(code: Code) -> None:
    record = code("Rebels shelled a camp near Gao on Monday, killing nine people and hurting two.")
    (event,) = record["events"]
    assert (event["magnitude"]["killed"], event["magnitude"]["injured"]) == ([9, 9], [2, 2])
    two = code("Rebels shelled a camp near Gao on Monday and killed nine people in Kidal.")
    assert len(two["events"]) == 2


def test_a_bare_ministry_is_the_one_that_spoke_before(code: Code) -> None:
    text = (
        "Gabon's defence ministry said gunmen shelled a port. "
        "The ministry accused rebels based in neighbouring Cameroon of the attack."
    )
    assert countries(code(text), "ACCUSE", "actors") == {"GAB"}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Clashes broke out between police and miners in Potosi on Monday.", {"BOL"}),
        ("Clashes between police and miners in Potosi broke out on Monday.", {"BOL"}),
        ("Clashes broke out between two schools of painters.", set()),
    ],
)
def test_phrases_of_a_verb_of_happening_belong_to_the_act(
    code: Code, text: str, want: set[str]
) -> None:
    assert countries(code(text), "ASSAULT", "actors") == want
