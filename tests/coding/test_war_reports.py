"""Ordinary turns of war and crisis reports: what is hit with nobody named, tolls, envoys given hours, votes, truces."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.model

Code = Callable[..., dict[str, Any]]


def coded(code: Code, text: str, kind: str) -> list[dict[str, Any]]:
    return [e for e in code(text)["events"] if e["type"] == kind]


def names(side: list[dict[str, Any]]) -> list[str]:
    return [p["text"] for p in side]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A riding school in the capital was hit from the air.", "aerial"),
        ("Rockets were fired at Barda.", "heavy-weapons"),
        ("Two shells fell near the Greek consulate in Mariupol.", "heavy-weapons"),
        ("Two hamlets were burnt in Darfur.", "destroy"),
    ],
)
def test_what_is_hit_with_nobody_named_is_an_attack(code: Code, text: str, mode: str) -> None:
    (event,) = coded(code, text, "ASSAULT")
    assert (event["status"], event["actors"]) == ("actual", [])
    assert mode in event["modes"]


@pytest.mark.parametrize(
    "text",
    [
        "The firm was hit from all sides by rising costs.",
        "Rockets were fired into orbit from Kazakhstan.",
        "Two hamlets were burnt in a wildfire in Attica.",
        "The retailer's stall was burnt in a kitchen fire.",
    ],
)
def test_costs_launches_and_wildfires_are_none(code: Code, text: str) -> None:
    assert not coded(code, text, "ASSAULT")


def test_guns_fire_for_their_country(code: Code) -> None:
    (event,) = coded(code, "Thai artillery fired on the north of the front.", "ASSAULT")
    assert names(event["actors"]) == ["Thai artillery"]


@pytest.mark.parametrize(
    "text",
    [
        "At least 15 people were killed and 40 wounded in Benghazi, local medics said.",
        "Seventeen people were killed and 50 wounded in the port of Berbera, the ministry said.",
    ],
)
def test_killed_and_wounded_is_one_attack_by_nobody(code: Code, text: str) -> None:
    (event,) = coded(code, text, "ASSAULT")
    assert event["actors"] == []
    assert event["magnitude"]["killed"]


def test_a_bare_toll_counts_in_a_report_of_war(code: Code) -> None:
    text = (
        "Fighting between the rebels and the army has spread. At least 28 people were killed in Tripoli on Saturday. "
        "The shelling of the airport went on."
    )
    toll = next(e for e in coded(code, text, "ASSAULT") if e["magnitude"].get("killed"))
    assert toll["relevant"]


def test_nor_does_the_toll_of_an_accident_in_it(code: Code) -> None:
    text = (
        "Fighting between the rebels and the army has spread. The shelling of the airport went on. "
        "A dam burst near Sirte on Sunday. Nine people were killed in the town."
    )
    tolls = [e for e in coded(code, text, "ASSAULT") if e["magnitude"].get("killed")]
    assert not any(e["relevant"] for e in tolls)


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed and 14 wounded in a train crash outside Benghazi.",
        "Nine people were killed and 14 injured when a bus left the road near Benghazi.",
        "Nine hikers were killed and 12 wounded by falling rocks.",
        "A dam collapsed and nine people were killed in the north of the country.",
    ],
)
def test_tolls_of_accidents_are_none(code: Code, text: str) -> None:
    assert not coded(code, text, "ASSAULT")


@pytest.mark.parametrize(
    "text",
    [
        "Peru gave the Mexican ambassador three days to leave.",
        "Peru has given the ambassador of Mexico 48 hours to leave the country.",
        "The Mexican ambassador was told to leave Lima.",
        "Peru declared the Mexican ambassador persona non grata.",
    ],
)
def test_an_envoy_given_hours_to_leave_is_expelled(code: Code, text: str) -> None:
    (event,) = coded(code, text, "SANCTION")
    assert "expel" in event["modes"]
    assert "Mexic" in names(event["recipients"])[0]


def test_an_envoy_given_days_to_answer_is_not(code: Code) -> None:
    assert not coded(code, "Peru gave the Mexican ambassador three days to reply.", "SANCTION")


def test_a_vote_that_lets_another_act_is_the_voters_own(code: Code) -> None:
    text = "Peru's parliament voted to let the government send soldiers to Haiti."
    (vote,) = coded(code, text, "AGREE")
    assert names(vote["actors"]) == ["Peru's parliament"]
    (sending,) = coded(code, text, "MOBILIZE")
    assert sending["status"] == "planned"


def test_what_a_vote_only_lets_be_done_is_not_done(code: Code) -> None:
    text = "Peru's parliament voted to let the government recognise Kosovo."
    assert not [e for e in coded(code, text, "SUPPORT") if e["status"] == "actual"]


def test_a_vote_to_do_it_oneself_is_one_act(code: Code) -> None:
    assert not coded(code, "The council voted to condemn the coup.", "AGREE")


def test_sides_break_a_truce_and_prolong_it(code: Code) -> None:
    assert coded(code, "Both sides broke the truce within hours.", "ASSAULT")
    (event,) = coded(code, "Chad and the rebels extended a truce by a week.", "CONCEDE")
    assert len(event["actors"]) > 1


def test_a_truce_that_takes_effect_is_told_without_its_sides(code: Code) -> None:
    (event,) = coded(code, "A 72-hour truce came into force in Yemen at midnight.", "RETREAT")
    assert event["modes"] == ["ceasefire"]


def test_a_truce_that_broke_down_is_no_truce(code: Code) -> None:
    text = "The truce between the two armies broke down on Wednesday."
    assert not [e for e in coded(code, text, "RETREAT") if e["status"] == "actual"]


def test_a_state_that_puts_off_a_vote_coerces(code: Code) -> None:
    assert coded(code, "Mali's junta postponed the elections indefinitely.", "COERCE")
    assert not coded(code, "The union postponed the election of its treasurer.", "COERCE")


def test_a_patrol_under_fire_is_the_one_that_is_shot_at(code: Code) -> None:
    (act,) = code("An Indian patrol came under fire in Jonglei state on Monday.")["events"]
    assert (act["actors"], [p["text"] for p in act["recipients"]]) == ([], ["An Indian patrol"])


@pytest.mark.parametrize(
    ("town", "doers"),
    [("Olancho, Honduras", []), ("Miami, Florida", ["U.S. Drug Enforcement Administration"])],
)
def test_no_country_arrests_in_another(code: Code, town: str, doers: list[str]) -> None:
    found = code(
        "The general was flown out by the U.S. Drug Enforcement Administration on Monday. "
        f"He was arrested in January at a ranch in {town}."
    )
    (act,) = [e for e in found["events"] if e["trigger"]["text"] == "arrested"]
    assert [p["name"] for p in act["actors"]] == doers


@pytest.mark.parametrize(("whose", "status"), [("his", "actual"), ("Azerbaijani", "alleged")])
def test_nobody_charges_himself(code: Code, whose: str, status: str) -> None:
    found = code(
        "Azerbaijan and the breakaway Karabakh region fought again on Monday. Azerbaijan accused Karabakh forces of "
        f"attacks. The leader of the breakaway Karabakh region said {whose} forces had attacked an airport at Ganja."
    )
    (act,) = [e for e in found["events"] if e["trigger"]["text"] == "attacked"]
    assert act["status"] == status
    charged = [
        p["text"]
        for e in found["events"]
        if e["trigger"]["text"] == "said"
        for p in e["recipients"]
    ]
    assert charged == ([] if status == "actual" else ["Azerbaijani forces"])


@pytest.mark.parametrize(
    "text",
    [
        "The leaders who met in Luanda asked for help.",
        "Its sailors seized a boat off Somalia.",
        "A missile struck the ship in the Gulf of Aden.",
        "Commanders from both sides will meet in Isfara on Friday.",
    ],
)
def test_where_it_was_is_nobody(code: Code, text: str) -> None:
    told = [p["text"] for e in code(text)["events"] for p in e["recipients"]]
    assert not [
        t for t in told if t and any(name in t for name in ("Luanda", "Somalia", "Aden", "Isfara"))
    ]


@pytest.mark.parametrize(
    ("text", "charged"),
    [
        ("Egypt condemned the killing of an officer on Monday.", []),
        (
            "Egypt condemned the killing of ten villagers by Chadian soldiers on Monday.",
            ["Chadian soldiers"],
        ),
        ("Egypt condemned the policy of Chad on Monday.", ["Chad"]),
    ],
)
def test_who_suffers_is_not_condemned(code: Code, text: str, charged: list[str]) -> None:
    judging = next(e for e in code(text)["events"] if e["type"] in {"ACCUSE", "SUPPORT"})
    assert [p["text"] for p in judging["recipients"]] == charged


def test_a_list_of_charges_is_all_of_the_accused(code: Code) -> None:
    found = code(
        "On Monday the junta accused France of having attacked an army post in the west of the country, freed captured "
        "rebels and sent an aircraft into closed airspace."
    )
    for word in ("attacked", "freed", "sent"):
        (act,) = [e for e in found["events"] if e["trigger"]["text"] == word]
        assert (act["status"], [p["text"] for p in act["actors"]]) == ("alleged", ["France"])


def test_a_day_is_no_part_of_a_name(code: Code) -> None:
    (act,) = code("On Friday Kenyan forces shelled a camp near Mandera.")["events"]
    assert [p["text"] for p in act["actors"]] == ["Kenyan forces"]
    names = [
        a["name"]
        for a in code("On 13 April forces allied with Tripoli took the town of Sorman.")["actors"]
    ]
    assert "forces" in names


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("On Monday rebels attacked the Swan Atlantic, a tanker.", []),
        ("On Monday rebels attacked a tanker in the Atlantic.", ["Atlantic Ocean"]),
        ("A general accused the Gulf state of arming the rebels.", []),
        ("Russia's army said it had captured the village of Nevelske.", ["Russia", None]),
    ],
)
def test_a_name_inside_another_is_no_place(code: Code, text: str, named: list[str | None]) -> None:
    assert [p["name"] for p in code(text)["places"]] == named


def test_which_capital_is_meant_must_be_plain(code: Code) -> None:
    found = code(
        "Officers from the United States went to Honduras. Washington and Tegucigalpa agreed. The Honduran police "
        "arrested ten men outside the capital on Monday, an American official said."
    )
    (act,) = [e for e in found["events"] if e["trigger"]["text"] == "arrested"]
    assert (act["place"] or {}).get("name") != "Washington"
