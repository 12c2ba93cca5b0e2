"""What a denial, a charge and a silence make of the acts around them: each pair differs in one turn."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.model

Code = Callable[..., dict[str, Any]]

#: Text, trigger of the act, its status.
STATUSES = [
    ("Sudan had no comment on Chad's accusation that it had bombed a village.", "bombed", "alleged"),
    ("Sudan would not comment on Chad's accusation that it had bombed a village.", "bombed", "alleged"),
    ("Sudan denied Chad's accusation that it had bombed a village.", "bombed", "denied"),
    ("Sudan has made no comment on the bombing of Abeche.", "bombing", "actual"),
    ("The army rejected allegations from nurses that it had burned a clinic.", "burned", "denied"),
    ("The army disarmed rebels who had burned a clinic.", "burned", "actual"),
    ("Chad accuses the rebels of burning villages.", "burning", "alleged"),
    ("The rebels fled from burning villages.", "burning", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "status"), STATUSES)
def test_status(code: Code, text: str, trigger: str, status: str | None) -> None:
    found = [e["status"] for e in code(text)["events"] if e["trigger"]["text"] == trigger]
    assert found == ([] if status is None else [status])


def stances(record: dict[str, Any]) -> set[tuple[str, str, str]]:
    """Act of the claim, type of the event, stance."""
    types = {e["id"]: e["type"] for e in record["events"]}
    return {
        (c["act"], types[s["event"]], s["stance"]) for c in record["claims"] for s in c["stance"]
    }


def test_a_denial_leaves_alone_what_others_say_of_those_it_names(code: Code) -> None:
    found = stances(code("Sudan denied arming the rebels whom Chad accuses of burning villages."))
    assert ("deny", "MOBILIZE", "denies") in found
    assert ("accuse", "ASSAULT", "affirms") in found
    assert not {kind for act, kind, _ in found if act == "deny"} - {"MOBILIZE"}


def test_a_whole_clause_denied_is_denied(code: Code) -> None:
    found = stances(code("Sudan denied that the rebels had burned villages."))
    assert found == {("deny", "ASSAULT", "denies")}


DENIAL = "The port director denied that the store had been bombed. "


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        ("A team of monitors said the craters contradicted the denial.", {("say", "affirms")}),
        ("A team of monitors said it had not received the denial.", set()),
        ('"What you heard was thunder. It rained all night."', {("deny", "denies")}),
        ("A team of monitors said it rained all night.", set()),
    ],
)
def test_claims_that_bear_on_a_denial(code: Code, after: str, wanted: set[tuple[str, str]]) -> None:
    record = code(DENIAL + after)
    late = {
        (c["act"], s["stance"])
        for c in record["claims"]
        for s in c["stance"]
        if c["content"]["spans"][0][0] >= len(DENIAL)
    }
    assert late == wanted


def test_an_account_called_untrue_is_the_whole_account(code: Code) -> None:
    told = '"My sons were asleep. The soldiers shot them in their beds," a farmer in Goma said. "I heard them laugh." '
    untrue = stances(code(told + "The garrison commander called his account untrue."))
    assert ("deny", "ASSAULT", "denies") in untrue
    heard = stances(code(told + "The garrison commander called his wife."))
    assert ("deny", "ASSAULT", "denies") not in heard


@pytest.mark.parametrize(
    ("link", "act"),
    [(", after her editors had accused", "deny"), (", and her editors accused", "say")],
)
def test_an_answer_told_before_the_charge(code: Code, link: str, act: str) -> None:
    text = f'"Nobody held me against my will," the singer said in Tunis{link} the police of abducting her.'
    assert [c["act"] for c in code(text)["claims"] if c["direct"]] == [act]


def test_no_comment_says_nothing(code: Code) -> None:
    held = "Kenya on Somalia's accusation that its coast guard had fired on a boat."
    assert {c["act"] for c in code(f"There was no comment from {held}")["claims"]} == {"accuse"}


def test_a_former_minister_is_one_person(code: Code) -> None:
    record = code(
        "A guard accused the ex-minister of killing a reporter. The ex-minister denies it."
    )
    denials = [c["speaker"]["text"] for c in record["claims"] if c["act"] == "deny"]
    assert denials == ["The ex-minister"]
