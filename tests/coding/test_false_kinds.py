"""Acts that once were read where none was told, each beside the sentence that does tell one."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.model

Code = Callable[..., dict[str, Any]]

#: A sentence, a type, and the statuses of that type's events in it.
PAIRS: list[tuple[str, str, list[str]]] = [
    # a commander leaves a city on a journey, soldiers give it up
    ("The Malian commander Issa Diarra left the Algerian capital on Monday.", "RETREAT", []),
    ("Malian soldiers left the town of Kidal on Monday.", "RETREAT", ["actual"]),
    # one stands beside a man in a room, and beside a country in a quarrel
    ("The minister stood beside the president in Algiers.", "SUPPORT", []),
    ("The minister will stand beside Algeria.", "AGREE", ["actual"]),
    # what somebody calls his own deed
    ("The army presented its withdrawal from Kidal as a humanitarian gesture.", "SUPPORT", []),
    ("The UN envoy hailed the withdrawal as a historic step.", "SUPPORT", ["actual"]),
    # a truce holds, talks are put on hold
    ("Doha and Washington then put the talks on hold themselves.", "RETREAT", []),
    ("The truce between Chad and Libya held on Friday.", "RETREAT", ["actual"]),
    # a deputy is dismissed, a president overthrown
    ("General Diarra removed the militia's leader as his deputy.", "ASSAULT", []),
    ("Soldiers removed the president in Bamako.", "ASSAULT", ["actual"]),
    # what is meant is not done
    ("A committee with two members from each party is meant to watch over it.", "AGREE", []),
    (
        "Chad and Libya talked of a pause. It was meant to let them exchange prisoners.",
        "RETREAT",
        ["hypothetical"],
    ),
    ("The pause meant that Chad and Libya exchanged prisoners.", "RETREAT", ["actual"]),
    # a welcome of stones is no meeting
    ("The envoys were met with stones and bottles.", "CONSULT", []),
    ("The envoys were met by the minister.", "CONSULT", ["actual"]),
    # to house arrest, to safety
    ("On Wednesday a court in Tbilisi moved the mayor from prison to house arrest.", "AID", []),
    # a jet comes down, paratroopers come
    ("A Chadian fighter jet landed at Gao airport with one wing in flames.", "MOBILIZE", []),
    ("Chadian paratroopers landed at Gao airport.", "MOBILIZE", ["actual"]),
    # driven back: a fight
    ("The army said that it had driven the insurgents back.", "MOBILIZE", []),
    ("The army said that it had driven the insurgents back.", "ASSAULT", ["actual"]),
    # of whom a rank holds: done; for what something is: not yet
    ("They were the first sailors to die in the campaign.", "ASSAULT", ["actual"]),
    # the "to" of another verb
    ("The premier said he had signed because the army had urged him to.", "REQUEST", ["actual"]),
    # what somebody begins, and what a strike began for
    ("Villagers started on Thursday to dismantle the barricades.", "RETREAT", ["actual"]),
    ("The strike began on Monday to demand the release of prisoners.", "RETREAT", []),
    # a clause of time hung on a noun
    (
        "A court ordered the release of Levan Beridze, a day after he had been detained.",
        "COERCE",
        ["actual"],
    ),
    # what is not confirmed may not be
    ("A meeting of the two generals has not been confirmed.", "CONSULT", ["hypothetical"]),
    ("A meeting of the two generals has been confirmed.", "CONSULT", ["actual"]),
    # denied twice
    ("There was no town the army could not reach.", "MOBILIZE", []),
    # visits are put off, a visit ends
    ("The EU suspended high-level visits.", "CONSULT", []),
    ("The EU envoy ended a visit to Georgia.", "CONSULT", ["actual"]),
    # a request to come
    ("The UN envoy will urge both sides to negotiate.", "REQUEST", ["planned"]),
    ("The UN envoy urged both sides to negotiate.", "REQUEST", ["actual"]),
    # leave given to the forces of one's own state is an approval, not a concession
    ("Algeria's parliament gave its consent to the deployment of troops.", "CONCEDE", []),
    ("Algeria's parliament gave its consent to the deployment of troops.", "AGREE", ["actual"]),
    # a commander's men are soldiers
    ("General Diarra had ordered his men to march on the capital.", "PROTEST", []),
    ("General Diarra had ordered his men to march on the capital.", "MOBILIZE", ["planned"]),
    ("Thousands of men marched on the ministry in Bamako.", "PROTEST", ["actual"]),
    # people are no "which"
    ("A meeting of the two generals, which Kenya hopes to hold, was put off.", "COERCE", []),
    # whose a place is
    ("Shells were fired from positions held by the rebels.", "MOBILIZE", []),
    ("The rebels took up positions near Gao.", "MOBILIZE", ["actual"]),
    # a charge names somebody
    ("Some of its members had worked for the bank, the militia charged.", "ACCUSE", []),
    ("The premier had sold the reports, the militia charged.", "ACCUSE", ["actual"]),
    # a district handed over by accord is not seized
    (
        "Chadian soldiers entered the district of Bardai, which Libya is ceding under the accord.",
        "COERCE",
        [],
    ),
    ("Chadian soldiers entered the district of Bardai, which Libya holds.", "COERCE", ["actual"]),
    # what somebody takes a thing for
    ("Chad dismissed the plan as an attempt to save General Diarra.", "AID", ["alleged"]),
]


@pytest.mark.parametrize(("text", "kind", "statuses"), PAIRS)
def test_the_act_and_its_near_miss(code: Code, text: str, kind: str, statuses: list[str]) -> None:
    events = code(text)["events"]
    assert [e["status"] for e in events if e["type"] == kind] == statuses


def test_an_answer_to_any_attack_is_no_threat_to_those_attacked(code: Code) -> None:
    (event,) = code("Chad promised an immediate response to any attack on Malian citizens.")[
        "events"
    ]
    assert event["type"] == "THREATEN"
    assert event["recipients"] == []


def test_a_capital_that_only_begins_the_sentence_is_no_company(code: Code) -> None:
    record = code("Visa restrictions were announced by Norway.")
    assert [[r["name"] for r in e["recipients"]] for e in record["events"]] == [[]]


def test_troops_that_are_sent_are_no_other_side_of_the_consent(code: Code) -> None:
    (event,) = code("Algeria's parliament gave its consent to the deployment of troops.")["events"]
    assert event["recipients"] == []


def test_a_date_before_the_subject_does_not_swallow_it(code: Code) -> None:
    (event,) = code("In mid-October government forces seized the town of Kidal.")["events"]
    assert event["type"] == "COERCE"
    assert len(event["actors"]) == 1


def test_a_truce_asked_for_is_something_to_be_yielded(code: Code) -> None:
    (event,) = code("Norway urged an immediate ceasefire.")["events"]
    assert (event["type"], event["modes"]) == ("REQUEST", ["yield"])
