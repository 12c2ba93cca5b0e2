"""When an act was: old wars and years are background, acts of today are not; what is done is never ahead."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.model

Code = Callable[..., dict[str, Any]]


def status(code: Code, text: str, trigger: str) -> str:
    events = code(text, published="2024-03-14")["events"]
    (found,) = [e["status"] for e in events if e["trigger"]["text"] == trigger]
    return str(found)


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        (
            "The rivals of the 2003-2008 civil war met on Monday. Nearly 400,000 people died in the war.",
            "died",
            "historical",
        ),
        (
            "The rivals of the 2023-2024 civil war met on Monday. Nearly 400,000 people died in the war.",
            "died",
            "actual",
        ),
        (
            "The deal ended half a century of war in which more than 90,000 people died.",
            "died",
            "historical",
        ),
        ("The deal ended a month of war in which more than 900 people died.", "died", "actual"),
        ("Fighting in September 2021 killed more than 100 people.", "killed", "historical"),
        ("Fighting in February 2024 killed more than 100 people.", "killed", "actual"),
        (
            "Police in Kenya arrested hundreds of people in protests after the 2017 election.",
            "arrested",
            "historical",
        ),
        (
            "Police in Kenya arrested hundreds of people in protests after the election.",
            "arrested",
            "actual",
        ),
        (
            "Police in Kenya arrested 40 people on Tuesday in protests after the 2017 election.",
            "arrested",
            "actual",
        ),
        (
            "Ties have been poor since 2018, when Norway arrested a Chinese banker, and China detained two Norwegians days later.",
            "detained",
            "historical",
        ),
        (
            "Norwegian police arrested a Chinese banker on Monday, and China detained two Norwegians hours later.",
            "detained",
            "actual",
        ),
    ],
)
def test_what_is_long_over_is_background(code: Code, text: str, trigger: str, wanted: str) -> None:
    assert status(code, text, trigger) == wanted


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("A 1962 treaty binds Kenya.", "actual"),
        ("Observers say at least 60 people have been killed since 2021.", "actual"),
        ("In 2018 gunmen killed 60 people in Nairobi.", "historical"),
    ],
)
def test_only_what_was_told_of_the_past_goes_on(code: Code, before: str, wanted: str) -> None:
    assert status(code, f"{before} Japan and Norway also voiced concern.", "voiced") == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        (
            "The force came under fire this week. A day later, Kenyan soldiers rescued 17 children.",
            "rescued",
            "actual",
        ),
        ("The unions called a strike for Tuesday.", "called", "planned"),
        (
            "The US Marines flew in to reinforce the guard at the Danish embassy.",
            "reinforce",
            "actual",
        ),
        (
            "The US Marines left to reinforce the guard at the Danish embassy.",
            "reinforce",
            "planned",
        ),
        (
            "European Union governments voted on Thursday to impose sanctions on 19 Belarusian judges.",
            "impose",
            "actual",
        ),
        (
            "The European Parliament voted on Thursday to impose sanctions on 19 Belarusian judges.",
            "impose",
            "planned",
        ),
    ],
)
def test_what_is_done_is_not_ahead(code: Code, text: str, trigger: str, wanted: str) -> None:
    assert status(code, text, trigger) == wanted


@pytest.mark.parametrize(
    ("clause", "wanted"), [("who shoot at", "hypothetical"), ("who shot at", "actual")]
)
def test_a_kind_of_people_has_done_nothing(code: Code, clause: str, wanted: str) -> None:
    text = f"The union called on the ministry to punish officers {clause} unarmed students."
    assert status(code, text, "shoot" if wanted == "hypothetical" else "shot") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Last May Canada expelled a Chinese diplomat.", "actual"),
        (
            "Ties are bad. Last May Canada expelled a Chinese diplomat; Beijing closed an office.",
            "actual",
        ),
    ],
)
def test_the_month_may_is_no_modal(code: Code, text: str, wanted: str) -> None:
    assert status(code, text, "expelled") == wanted


def test_a_month_before_the_name_of_the_doer_is_of_the_past(code: Code) -> None:
    (event,) = code("In May Norway expelled a Russian diplomat.", published="2024-03-14")["events"]
    assert (event["status"], event["date"]["value"]) == ("actual", "2023-05")


def test_the_decision_of_governments_has_the_day_of_their_vote(code: Code) -> None:
    text = (
        "European Union governments voted on Tuesday to impose sanctions on 19 Belarusian judges."
    )
    (event,) = code(text, published="2024-03-14")["events"]
    assert event["date"]["value"] == "2024-03-12"
