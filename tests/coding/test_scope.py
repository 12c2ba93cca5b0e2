"""How far a word reaches: negation, failure, refusal, denial and condition over the clauses beneath them."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.model

Code = Callable[..., dict[str, Any]]

ACTS = [
    # clauses of time past are fact; what is only awaited is not
    ("Police failed to act when militiamen attacked the market in Jos.", "ASSAULT", {"actual"}),
    ("Police failed to stop the rebels before they attacked Jos.", "ASSAULT", {"actual"}),
    ("The envoy could not leave before gunmen kidnapped his driver.", "ASSAULT", {"actual"}),
    ("The envoy refused to leave until the army freed his driver.", "RETREAT", {"hypothetical"}),
    ("The envoy said he would leave when the army freed his driver.", "RETREAT", {"hypothetical"}),
    ("Troops withdrew before rebels could attack them.", "ASSAULT", {"hypothetical"}),
    # relative clauses keep out of a denial
    (
        "The minister denied that police had beaten the men who attacked the bank.",
        "ASSAULT",
        {"denied", "actual"},
    ),
    ("Any soldier who attacks civilians will be tried.", "ASSAULT", {"hypothetical"}),
    ("The soldier who attacked civilians will be tried.", "ASSAULT", {"actual"}),
    # whether or not, as long as, not a single
    ("Whether or not the presidents meet, the army will stay.", "CONSULT", {"hypothetical"}),
    ("The truce holds as long as no army attacks the town.", "ASSAULT", {"negated"}),
    ("Not a single hostage has been released by the sect.", "RETREAT", {"negated"}),
    ("A single hostage has been released by the sect.", "RETREAT", {"actual"}),
    # nouns that are said not to have been
    ("There was no shelling of the town.", "ASSAULT", {"negated"}),
    ("There was an air strike on the town.", "ASSAULT", {"actual"}),
    ("The lack of talks between Greece and Turkey worries Nato.", "CONSULT", {"negated"}),
    ("The apparent killing of an editor by soldiers alarmed Lima.", "ASSAULT", {"hypothetical"}),
    # conditions without "if", needs, results that were not
    ("The envoy threatened to leave Jos, should the army attack.", "THREATEN", {"actual"}),
    ("It is vital that the army leave the town.", "RETREAT", {"hypothetical"}),
    ("The Serbian minister did not resign.", "RETREAT", {"negated"}),
    ("The Serbian minister's refusal to resign did not go down well.", "REJECT", {"actual"}),
    ("Talks between Greece and Turkey did not resume on Monday.", "CONSULT", {"negated"}),
    # memory and long ago
    ("The village remembers the massacre of farmers by soldiers.", "ASSAULT", {"historical"}),
    ("Decades ago, soldiers shelled the village.", "ASSAULT", {"historical"}),
    ("Soldiers shelled the village.", "ASSAULT", {"actual"}),
    # charges
    ("Prosecutors indicted a colonel for the killing of six farmers.", "ASSAULT", {"alleged"}),
    ("The general pleaded not guilty to torturing prisoners.", "ASSAULT", {"denied"}),
]


@pytest.mark.parametrize(("text", "kind", "statuses"), ACTS)
def test_status_of_the_act(code: Code, text: str, kind: str, statuses: set[str]) -> None:
    assert {e["status"] for e in code(text)["events"] if e["type"] == kind} == statuses


OPERATORS = [
    ("The army stopped shelling the camp.", [("RETREAT", "actual")]),
    ("The army did not stop shelling the camp.", [("ASSAULT", "actual")]),
    ("The guards stopped rebels from attacking the camp.", [("ASSAULT", "negated")]),
    ("The opposition vowed to negotiate with the junta.", [("AGREE", "actual")]),
    ("The opposition vowed never to negotiate with the junta.", [("REJECT", "actual")]),
    ("Hungary ruled out meeting the rebels.", [("REJECT", "actual")]),
    ("Hungary refused to rule out meeting the rebels.", [("CONSULT", "hypothetical")]),
    ("The union never promised to meet the minister.", [("AGREE", "negated")]),
    ("Gabon plans to expel two French diplomats.", [("THREATEN", "actual")]),
    ("Gabon planned to expel two French diplomats.", [("SANCTION", "planned")]),
    ("Reporters asked Turkey to expel the ambassador.", [("REQUEST", "actual")]),
    ("Reporters asked whether Turkey had expelled the ambassador.", [("SANCTION", "hypothetical")]),
    ("Police have orders to arrest the preacher.", [("COERCE", "planned")]),
    ("Police tried in vain to arrest the preacher.", [("COERCE", "negated")]),
    ("The refusal of Belarus to free the poet angered Brussels.", [("REJECT", "actual")]),
]


@pytest.mark.parametrize(("text", "events"), OPERATORS)
def test_operator(code: Code, text: str, events: list[tuple[str, str]]) -> None:
    assert [(e["type"], e["status"]) for e in code(text)["events"]] == events


def test_an_order_is_a_request_and_what_is_ordered_lies_ahead(code: Code) -> None:
    found = code("The commander ordered his troops to shell the village of Ulo.")["events"]
    assert {(e["type"], e["status"]) for e in found} == {
        ("REQUEST", "actual"),
        ("ASSAULT", "planned"),
    }


def test_what_a_clause_takes_for_granted_says_so(code: Code) -> None:
    found = code("The army denied freeing the men who attacked the bank.")["events"]
    notes = [n for e in found if e["status"] == "actual" for n in e["why"]["notes"]]
    assert any("told as fact" in n for n in notes)
