"""What small words take off an act: each pair differs in one of them."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.model

Code = Callable[..., dict[str, Any]]

STATUSES = [
    ("Soldiers shelled the village.", "actual"),
    ("Soldiers allegedly shelled the village.", "alleged"),
    ("Soldiers apparently shelled the village.", "hypothetical"),
    ("Soldiers reportedly shelled the village.", "alleged"),
    ("According to unconfirmed reports, soldiers shelled the village.", "alleged"),
    ("Neither the army nor the militia shelled the village.", "negated"),
    ("The soldiers no longer shell the village.", "negated"),
    ("The soldiers would have shelled the village.", "hypothetical"),
    ("The soldiers have yet to shell the village.", "negated"),
    ("The soldiers did not shell the village until Friday.", "actual"),
    ("The soldiers did not hesitate to shell the village.", "actual"),
    ("Rather than shell the village, the army withdrew.", "negated"),
    ("The army did not enter the town or shell the village.", "negated"),
    ("Peru condemned the bombing of a hospital by Honduran planes.", "actual"),
    ("Peru condemned what it called the bombing of a hospital by Honduran planes.", "alleged"),
    ("The ministry visited a camp bombed by Chilean planes.", "actual"),
    ("The ministry visited what it described as a camp bombed by Chilean planes.", "alleged"),
    ("The minister repeated what he had said when soldiers shelled the village.", "actual"),
    ("In case of an attack on the village, the army will move in.", "hypothetical"),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_status(code: Code, text: str, status: str) -> None:
    found = {e["status"] for e in code(text)["events"] if e["type"] == "ASSAULT"}
    assert found == {status}


def test_what_is_tried_is_done_only_when_it_is_an_attack(code: Code) -> None:
    attack = code("Gunmen tried to kill the mayor of Goma.")["events"]
    assert [(e["type"], e["status"]) for e in attack] == [("ASSAULT", "actual")]
    arrest = code("Police tried to arrest the mayor of Goma.")["events"]
    assert [(e["type"], e["status"]) for e in arrest] == [("COERCE", "planned")]


def test_two_clauses_beside_each_other_keep_their_own(code: Code) -> None:
    found = code("Peru signed the treaty; Ecuador did not sign the treaty.")["events"]
    told = {(e["actors"][0]["country"], e["status"]) for e in found}
    assert told == {("PER", "actual"), ("ECU", "negated")}
