"""Whether two mentions are one side, and two tellings one act."""

from dataclasses import replace

import pytest
from helpers.samples import ADEN, EGYPT, FRIDAY, MAYOR, REBELS, SHELLING, part

from dateline.ledger.same import (
    days_apart,
    days_meet,
    places_agree,
    places_differ,
    same_act,
    same_people,
    same_side,
    telling,
    word_stem,
)
from dateline.records import Actor, DateExpression, Event

MINISTRY = Actor("x", "foreign ministry", (), "EGY", ("GOV",), "EGYGOV", "organisation")
OTHER_REBELS = replace(REBELS, id="b-1", name="northern rebels", aliases=())


def day(iso: str) -> DateExpression:
    return replace(FRIDAY, value=iso, start=iso, end=iso)


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        (EGYPT, MINISTRY, True),
        (EGYPT, replace(MINISTRY, country="SDN"), False),
        (REBELS, OTHER_REBELS, True),
        (REBELS, replace(OTHER_REBELS, country="CHN"), False),
        (REBELS, MAYOR, False),
        (replace(MINISTRY, name="army", sectors=("MIL",)), replace(MINISTRY, id="y"), False),
    ],
)
def test_sides(a: Actor, b: Actor, *, one: bool) -> None:
    assert same_side(a, b) is one
    assert same_side(b, a) is one


def test_unnamed_people_in_the_same_words_are_one_whatever_country_was_guessed() -> None:
    gunmen = Actor("g", "gunmen", (), "SDN", (), None, "group")
    assert same_side(gunmen, replace(gunmen, id="h", name="Gunmen", country="TCD"))
    named = replace(gunmen, id="i", name="Chadian gunmen", country="TCD")
    assert not same_side(gunmen, named)


def test_a_state_is_not_its_ministry_when_people_are_asked_for() -> None:
    assert not same_people(EGYPT, MINISTRY)
    assert same_people(EGYPT, replace(EGYPT, id="z"))


def test_words_that_tell_names_apart() -> None:
    assert telling("the two northern rebels") == {"northern", "rebel"}
    assert telling("12 people") == set()
    assert word_stem("kills") == word_stem("killed") == word_stem("killing")
    assert word_stem("ban") != word_stem("bar")


def test_places_and_days() -> None:
    taiz = replace(ADEN, name="Taiz")
    assert places_agree(ADEN, ADEN)
    assert places_differ(ADEN, taiz)
    assert not places_differ(ADEN, None)
    assert not places_differ(ADEN, replace(taiz, precision="country"))
    assert days_meet(day("2019-04-05"), day("2019-04-05"))
    assert not days_apart(day("2019-04-05"), day("2019-04-06"))
    assert days_apart(day("2019-04-05"), day("2019-04-07"))
    assert not days_apart(day("2019-04-05"), None)
    assert not days_apart(replace(FRIDAY, start="April", end="April"), day("2019-04-05"))


OTHER = replace(SHELLING, id="e-2", status="denied")


@pytest.mark.parametrize(
    ("changes", "one"),
    [
        ({}, True),
        ({"type": "COERCE"}, False),
        ({"modes": ("abduct",)}, False),
        ({"date": day("2019-04-09")}, False),
        ({"place": replace(ADEN, name="Taiz")}, False),
        ({"actors": (part(EGYPT, "Egypt"),)}, False),
        ({"recipients": (part(EGYPT, "Egypt"),)}, False),
        ({"recipients": ()}, True),
        ({"recipients": (), "place": None, "date": None}, True),
        ({"recipients": (), "actors": ()}, False),
    ],
)
def test_acts(changes: dict[str, object], *, one: bool) -> None:
    other: Event = replace(OTHER, **changes)  # type: ignore[arg-type]
    assert same_act(SHELLING, other) is one
