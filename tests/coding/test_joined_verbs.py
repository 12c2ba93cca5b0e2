"""Who did what where verbs are joined under a verb of saying: no speaker becomes the doer of what he tells."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.model

Code = Callable[..., dict[str, Any]]

#: A sentence, the word that tells the act, who did it, to whom.
ROWS = [
    ("The minister said the reporter had been detained and beaten by police.", "beaten", ["police"], ["the reporter"]),
    ("The UN said two drivers had been abducted and beaten.", "beaten", [], ["two drivers"]),
    ("The minister said the rebels had been trained and armed by Rwanda.", "armed", ["Rwanda"], ["the rebels"]),
    ("The ministry said four men had been arrested, tried and executed by the militia.", "executed", ["the militia"], ["four men"]),
    ("The army said the rebels had seized the town and shelled the market.", "shelled", ["the rebels"], ["the market"]),
    ("The governor said soldiers had looted the hospital and burned the market.", "burned", ["soldiers"], ["the market"]),
    ("Rebels attacked the convoy and two soldiers were killed.", "attacked", ["Rebels"], ["the convoy"]),
    ("Rebels attacked the convoy and two soldiers were killed.", "killed", [], ["two soldiers"]),
    ("The minister said the reporter had been detained and demanded his release.", "demanded", ["The minister"], []),
    ("The president said he had met the envoy and condemned the attack.", "condemned", ["The president"], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "doers", "others"), ROWS)
def test_joined_verb_has_its_own_doer(
    code: Code, text: str, word: str, doers: list[str], others: list[str]
) -> None:
    told = next(e for e in code(text)["events"] if e["trigger"]["text"] == word)
    assert [a["text"] for a in told["actors"]] == doers
    assert [a["text"] for a in told["recipients"]] == others


def test_an_attack_is_not_financed_to_the_one_who_says_so(code: Code) -> None:
    told = code("The prime minister said the attack had been planned and financed by Serbia.")
    assert not told["events"]


def test_a_raid_beside_deaths_is_no_suicide_attack(code: Code) -> None:
    told = code("The army raided the camp and nine people were killed.")
    assert all("suicide-attack" not in e["modes"] for e in told["events"])


@pytest.mark.parametrize(
    "charge",
    [
        "shelling Goma, a town in the east",
        "bombing Goma, a town in the east",
        "burning huts in Goma",
    ],
)
def test_what_somebody_is_accused_of_is_his_act(code: Code, charge: str) -> None:
    found = code(
        f"Officials said they were ready and accused Rwandan troops of {charge}, overnight."
    )
    (act,) = [e for e in found["events"] if e["type"] == "ASSAULT"]
    assert (act["status"], [p["country"] for p in act["actors"]]) == ("alleged", ["RWA"])


@pytest.mark.parametrize(
    "relative", ["whom a Lima jury convicted", "who was convicted by a Lima jury"]
)
def test_a_jury_convicts_and_is_not_convicted(code: Code, relative: str) -> None:
    found = code(
        f"Prosecutors said he had worked with a former minister, {relative} last week of taking bribes."
    )
    (act,) = [e for e in found["events"] if e["trigger"]["text"] == "convicted"]
    assert [p["text"] for p in act["actors"]] == ["a Lima jury"]
    assert [p["text"].removeprefix("a ") for p in act["recipients"]] == ["former minister"]


def test_what_an_allegation_tells_is_alleged_though_its_source_stands_between(code: Code) -> None:
    found = code(
        "The regulator suspended the station for reporting on allegations by a rights group that soldiers had executed 22 villagers."
    )
    told = {e["trigger"]["text"]: e for e in found["events"]}
    assert told["executed"]["status"] == "alleged"
    assert told["suspended"]["magnitude"] == {}


@pytest.mark.parametrize(("verb", "acts"), [("amend", False), ("has amended", True)])
def test_what_somebody_insists_on_is_not_done(code: Code, verb: str, acts: bool) -> None:
    found = code(f"Baku insists that Armenia {verb} its constitution.")
    done = [
        e
        for e in found["events"]
        if e["status"] == "actual" and "Armenia" in [p["text"] for p in e["actors"]]
    ]
    assert bool(done) == acts


def test_a_place_at_the_start_protests_not(code: Code) -> None:
    (act,) = code("Outside parliament, however, about 30,000 people protested in Taipei.")["events"]
    assert [p["text"] for p in act["actors"]] == ["about 30,000 people"]


def test_over_whose_murder_somebody_is_arrested_he_is_not_taken_in(code: Code) -> None:
    found = code(
        "Police said they had arrested a butcher over the murder of a member of Chad's parliament."
    )
    (act,) = [e for e in found["events"] if e["trigger"]["text"] == "arrested"]
    assert all("member" not in (p["text"] or "") for p in act["recipients"])
