"""Areas whose standing is in dispute, as actors: their own, never the state they are filed under."""

import pytest
from helpers.parsed import parse_one

from dateline.knowledge.actors import ActorBase
from dateline.knowledge.countries import Countries, split_side
from dateline.records import Actor
from dateline.resolve.actors import resolve_actors


def actors(text: str) -> dict[str, Actor]:
    found = resolve_actors(parse_one(text), (), ActorBase.load())
    return {name: a for a in (*found.others, *found.actors) for name in (a.name, *a.aliases)}


@pytest.mark.parametrize(
    ("name", "state", "area"),
    [
        ("Somaliland", "SOM", "Somaliland"),
        ("Somalilanders", "SOM", "Somaliland"),
        ("Abkhaz", "GEO", "Abkhazia"),
        ("Sahrawi", "MAR", "Western Sahara"),
        ("Nagorny Karabakh", "AZE", "Nagorno-Karabakh"),
        ("Somalia", "SOM", None),
        ("Puerto Rico", "USA", None),
        ("Kosovo", "KOS", None),
    ],
)
def test_a_side_is_a_state_or_an_area_of_disputed_standing(
    name: str, state: str, area: str | None
) -> None:
    form = Countries.load().by_name(name)
    assert form is not None
    assert split_side(form.side) == (state, area)


def test_no_side_at_all() -> None:
    assert split_side(None) == (None, None)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "area", "state"),
    [
        (
            "Somaliland said that Somalia had closed the road. Somalia rejected this.",
            "Somaliland",
            "Somalia",
        ),
        ("Moldova and Transnistria resumed talks on Monday.", "Transnistria", "Moldova"),
        ("Northern Cyprus asked Cyprus for help with a fire.", "Northern Cyprus", "Cyprus"),
        ("Georgia accused Abkhazia of holding two shepherds.", "Abkhazia", "Georgia"),
    ],
)
def test_an_area_that_acts_is_its_own_actor(text: str, area: str, state: str) -> None:
    found = actors(text)
    mine, theirs = found[area], found[state]
    assert mine.id != theirs.id
    assert (mine.kind, theirs.kind) == ("organisation", "country")
    assert mine.sectors == ("PRE",)
    assert (mine.code, theirs.code) == (f"{theirs.code}PRE", theirs.country)
    assert theirs.name == state


@pytest.mark.model
def test_an_area_that_is_only_a_place_names_no_state() -> None:
    found = actors("Moldova sent two officers to Transnistria. Chisinau gave no reason.")
    assert found["Moldova"].name == "Moldova"
    assert "Transnistria" not in (found["Moldova"].name, *found["Moldova"].aliases)
    assert found["Transnistria"].kind == "place"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("The army of Somaliland shelled a camp of Somali troops.", "army", "SOMMILPRE"),
        ("The army of Somalia shelled a camp of rebels.", "army", "SOMMIL"),
        ("Abkhaz forces fired at a Georgian patrol.", "Abkhaz forces", "GEOMILPRE"),
        ("Georgian forces fired at an Abkhaz patrol.", "Georgian forces", "GEOMIL"),
    ],
)
def test_forces_of_an_area_are_not_the_state_s(text: str, name: str, code: str) -> None:
    assert actors(text)[name].code == code
