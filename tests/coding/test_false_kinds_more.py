"""Words that once told an act where they tell none, each beside the sentence that does tell one."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.model

Code = Callable[..., dict[str, Any]]

#: A sentence, a type, and the statuses of that type's events in it.
PAIRS: list[tuple[str, str, list[str]]] = [
    # a verb in a name
    ("Bandits burned a depot of the charity Save the Children in Maradi.", "AID", []),
    ("Sailors from Malta saved the children near Lampedusa.", "AID", ["actual"]),
    # food that was carried, food that came
    ("A convoy of the Red Cross carrying food to Mali has been blocked.", "AID", []),
    ("The Red Cross carried food to villagers in Mali.", "AID", ["actual"]),
    ("Bandits forced the drivers to unload the flour.", "AID", []),
    # who is in jail already
    ("The gang's leader was moved to another jail.", "COERCE", []),
    ("Police took the editor to a police station.", "COERCE", ["actual"]),
    # a figure of speech
    ("One government is holding the others hostage.", "ASSAULT", []),
    ("Gunmen are holding two engineers hostage in Kaduna.", "ASSAULT", ["actual"]),
    # doctors and prosecutors
    ("The freed miners will be examined in a clinic.", "ACCUSE", []),
    ("Prosecutors investigated the former minister.", "ACCUSE", ["actual"]),
    # neither for nor against
    ("Ghana and Peru abstained from the vote on the resolution.", "REJECT", []),
    ("Ghana and Peru voted against the resolution.", "REJECT", ["actual"]),
    # a denial is no act
    ("A spokesman for the Kenyan army disputed that account.", "ACCUSE", []),
    ("The Kenyan ambassador rejected that.", "REJECT", []),
    ("The Kenyan ambassador rejected the plan.", "REJECT", ["actual"]),
    # police who push are not on the march
    ("Police pushed them into a side street.", "MOBILIZE", []),
    ("Soldiers rolled into the town of Gao.", "MOBILIZE", ["actual"]),
    # ships that meet
    ("A Greek coast guard ship collided with a Turkish boat.", "ASSAULT", []),
    ("Greek ships blasted a Turkish boat with water cannon.", "ASSAULT", ["actual"]),
    # no participle
    ("Forty members of a rebel faction handed in their rifles to monitors.", "RETREAT", ["actual"]),
    ("Rifles of forty members of a rebel faction lay in a shed.", "RETREAT", []),
]


@pytest.mark.parametrize(("text", "kind", "statuses"), PAIRS)
def test_the_act_and_its_near_miss(code: Code, text: str, kind: str, statuses: list[str]) -> None:
    events = [e for e in code(text)["events"] if e["type"] == kind]
    assert [e["status"] for e in events] == statuses


def test_who_walks_free_is_the_one_named_last(code: Code) -> None:
    text = "Parliament adopted a law and the editor Issa Diarra, who was jailed, is expected to walk free."
    freed = [e for e in code(text)["events"] if e["type"] == "RETREAT"]
    assert [[r["text"] for r in e["recipients"]] for e in freed] == [["the editor"]]


def test_the_town_of_an_address_is_no_listener(code: Code) -> None:
    text = "Chad's foreign minister addressed the meeting in New York on Monday."
    talks = [e for e in code(text)["events"] if e["type"] == "CONSULT"]
    assert [e["recipients"] for e in talks] == [[] for _ in talks]
