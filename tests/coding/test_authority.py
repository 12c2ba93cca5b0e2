"""Arrests without a doer: the police that say so or act beside it; standing by; what parsers hang wrongly."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.model

Code = Callable[..., dict[str, Any]]


def only(record: dict[str, Any], kind: str) -> dict[str, Any]:
    (event,) = [e for e in record["events"] if e["type"] == kind]
    return event


@pytest.mark.parametrize(
    "text",
    [
        "More than 50 protesters were arrested, police said.",
        "Some 70 arrests were made overnight, the police chief said.",
        "Two opposition leaders were taken into custody in Kampala, a police spokesman said.",
        "Dozens of activists were rounded up in Minsk. Riot police stood in the square.",
    ],
)
def test_the_police_of_the_passage_arrested_them(code: Code, text: str) -> None:
    event = only(code(text), "COERCE")
    (actor,) = event["actors"]
    assert actor["inferred"]
    assert (actor["sectors"], actor["kind"], actor["text"]) == (["COP"], "organisation", None)
    assert event["relevant"]


def test_the_country_is_that_of_the_passage(code: Code) -> None:
    text = "Two opposition leaders were taken into custody in Kampala, a police spokesman said."
    assert only(code(text), "COERCE")["actors"][0]["country"] == "UGA"


def test_where_no_authority_is_near_the_doer_stays_open(code: Code) -> None:
    assert not only(code("About 35 people were arrested over the protest."), "COERCE")["actors"]


def test_policemen_who_are_arrested_did_not_arrest_themselves(code: Code) -> None:
    assert not only(code("Two policemen were arrested over the protest."), "COERCE")["actors"]


def test_a_doer_that_is_named_is_not_replaced(code: Code) -> None:
    event = only(code("Rebels detained nine nurses near Goma, police said."), "COERCE")
    assert [a["text"] for a in event["actors"]] == ["Rebels"]


def test_ordinary_crime_stays_out(code: Code) -> None:
    event = only(code("Two men were arrested over the robbery of a bank, police said."), "COERCE")
    assert not event["relevant"]


@pytest.mark.parametrize(
    "text",
    [
        "The police stood by as the mob burned the shops.",
        "The police did nothing to stop the mob.",
        "The police remained mute spectators.",
        "Police did not intervene.",
        "The police failed to act.",
    ],
)
def test_what_the_police_left_undone_is_negated(code: Code, text: str) -> None:
    event = only(code(text), "COERCE")
    assert event["status"] == "negated"
    assert event["actors"][0]["sectors"] == ["COP"]


@pytest.mark.parametrize(
    "text",
    [
        "The police will not stand by while mobs burn shops.",
        "The farmers remained mute spectators.",
        "Police stood guard while the mill was rebuilt.",
    ],
)
def test_others_and_vows_are_no_failure_of_the_police(code: Code, text: str) -> None:
    assert not [e for e in code(text)["events"] if e["status"] == "negated"]


def test_a_clause_without_articles_is_a_clause(code: Code) -> None:
    event = only(code("Police burst teargas shells in the bazaar."), "ASSAULT")
    assert (event["modes"], event["actors"][0]["text"]) == (["crowd-control"], "Police")


def test_a_flag_march_is_no_protest(code: Code) -> None:
    assert only(code("The army staged a flag march through the town."), "MOBILIZE")
    assert only(code("The students staged a march through the town."), "PROTEST")
