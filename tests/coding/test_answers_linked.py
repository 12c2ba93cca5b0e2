"""Denials of "the attack" and of "responsibility", and verbs that answer for the speaker, not for the struck."""

import pytest

from dateline.pipeline import Pipeline
from dateline.records import Record, Report

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def coded(pipeline: Pipeline, text: str) -> Record:
    (record,) = pipeline.run([Report("r", "-", text, published="2021-05-04")])
    return record


@pytest.mark.parametrize(
    ("text", "trigger", "linked"),
    [
        ("A rocket hit Loja on Monday and killed three people. Peru denied responsibility.", "hit", True),
        ("A rocket hit Loja on Monday and killed three people. Peru denied any involvement.", "hit", True),
        ("A rocket hit Loja on Monday and killed three people. Peru denied the attack.", "hit", True),
        ("A rocket hit Loja on Monday and killed three people. Peru denied the rumour.", "hit", False),
        ("A rocket hit Loja on Monday. Peru denied responsibility for the price of bread.", "hit", False),
        ("Peru denied responsibility. A rocket hit Loja on Monday and killed three people.", "hit", False),
        (
            "The temple in Kora was shelled, Peru said, and it accused Ecuador. Ecuador denied the attack.",
            "shelled",
            True,
        ),
    ],
)  # fmt: skip
def test_a_denial_of_the_deed_is_tied_to_it(
    pipeline: Pipeline, text: str, trigger: str, linked: bool
) -> None:
    record = coded(pipeline, text)
    (event,) = (e for e in record.events if e.trigger.text == trigger)
    (denial,) = (c for c in record.claims if c.act == "deny")
    stances = [s.stance for s in denial.stance if s.event == event.id]
    assert stances == (["denies"] if linked else [])
    assert event.status == "actual"  # nobody is named as its doer


@pytest.mark.parametrize(
    ("text", "accuser"),
    [
        ("Peru said one villager was killed and accused Ecuador of the attack.", "Peru"),
        ("Peru said that two villages were hit and accused Ecuador of breaking the truce.", "Peru"),
        ("Peru said the minister was questioned and accused Ecuador of fraud.", "the minister"),
        (
            "Peru said a guard was shot and the prisoner accused Ecuador of the crime.",
            "the prisoner",
        ),
    ],
)
def test_who_was_struck_accuses_nobody(pipeline: Pipeline, text: str, accuser: str) -> None:
    record = coded(pipeline, text)
    assert [p.text for e in record.events if e.type == "ACCUSE" and e.trigger.text == "accused" for p in e.actors] == [accuser]  # fmt: skip
    assert {c.speaker.text for c in record.claims if c.act == "accuse" and c.speaker} == {accuser}
