"""Denials, counter-statements and who takes which stance: the thing beside its near miss."""

import pytest

from dateline.pipeline import Pipeline
from dateline.records import Record, Report

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def read(pipeline: Pipeline, text: str) -> Record:
    return next(iter(pipeline.run([Report("t", "-", text, published="2024-05-05")])))


def told(record: Record) -> list[tuple[str, str, str]]:
    return [
        (c.speaker.text or "" if c.speaker else "", c.act, c.content.text) for c in record.claims
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # "it" and "the charge" take over what was charged; a thing rejected without a charge is no denial
        (
            "Teachers accused the council of stealing wages.\n\nThe council denies it.",
            [
                ("Teachers", "accuse", "the council of stealing wages"),
                ("The council", "deny", "stealing wages"),
            ],
        ),
        ("The council published a plan. The mayor rejected it.", []),
        # taken back
        (
            "The navy retracted its report of a collision.",
            [("The navy", "deny", "a collision")],
        ),
        ("The navy withdrew its boats.", []),
        # withheld, not denied
        ("The guards denied two nurses entry.", []),
        ("The guards denied any role.", [("The guards", "deny", "any role")]),
        # dismissed as something: a report is denied, an apology is not
        (
            "The consul dismissed the rumour as a fabrication.",
            [("The consul", "deny", "the rumour")],
        ),
        ("The consul dismissed the apology as too late.", []),
        # called false, called something else
        (
            "The prefect called the story a hoax.",
            [("The prefect", "deny", "the story a hoax")],
        ),
        (
            "The prefect called the harvest a triumph.",
            [("The prefect", "assert", "the harvest a triumph")],
        ),
        (
            "It is false that the ferry sank, the harbour master said.",
            [("the harbour master", "deny", "It is false that the ferry sank")],
        ),
        (
            "It is odd that the ferry sank, the harbour master said.",
            [("the harbour master", "say", "It is odd that the ferry sank")],
        ),
        # one verb of speech takes no other verb's words
        (
            "The warden denied reports of hunger, saying that the kitchen was open.",
            [
                ("The warden", "deny", "reports of hunger"),
                ("The warden", "say", "the kitchen was open"),
            ],
        ),
        # a firm negative denies, a refusal for the future does not
        (
            "The colonel insisted that no shell was fired.",
            [("The colonel", "deny", "no shell was fired")],
        ),
        (
            "The colonel insisted that he would not resign.",
            [("The colonel", "assert", "he would not resign")],
        ),
        # charged with an order: no order in the record
        ("The mayor was charged with ordering the fire.", []),
        # a vow with a condition is a threat
        (
            "The miners vowed to shut the road unless wages rose.",
            [("The miners", "threaten", "to shut the road unless wages rose")],
        ),
        (
            "The miners vowed to open the road.",
            [("The miners", "promise", "to open the road")],
        ),
        # "deny they are ... and say": two claims
        (
            "The rebels deny they are leaving and say talks go on.",
            [("The rebels", "deny", "they are leaving"), ("The rebels", "say", "talks go on")],
        ),
    ],
)
def test_who_denies_what(pipeline: Pipeline, text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert told(read(pipeline, text)) == wanted


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A source close to the talks said the truce held.", "A source close to the talks"),
        ("A diplomat who asked not to be named said the truce held.", "A diplomat who asked not to be named"),
        ("A teacher on Monday said the truce held.", "A teacher"),
        ("A teacher in a letter said the truce held.", "A teacher"),
        ("As the bishop put it, the truce was dead.", "the bishop"),
        ("In the words of the bishop, the truce was dead.", "the bishop"),
        ("Police: Three held over bakery fire", "Police"),
        ("Bakery fire was set on purpose - police", "police"),
    ],
)  # fmt: skip
def test_a_speaker_keeps_what_defines_it(pipeline: Pipeline, text: str, speaker: str) -> None:
    assert [who for who, _, _ in told(read(pipeline, text))] == [speaker]


def test_a_place_before_a_colon_is_no_speaker(pipeline: Pipeline) -> None:
    assert told(read(pipeline, "Kenya: Three held over bakery fire")) == []


def test_it_and_the_statement_are_the_speaker_before(pipeline: Pipeline) -> None:
    text = "The grain board said in a statement that stocks were low. It added that maize was due. The statement said rain was late."
    assert len({c.speaker.actor.id for c in read(pipeline, text).claims if c.speaker}) == 1


def stances(record: Record, kind: str) -> list[tuple[str, str]]:
    ids = {e.id for e in record.events if e.type == kind}
    return [(c.act, s.stance) for c in record.claims for s in c.stance if s.event in ids]


def test_accuser_affirms_and_accused_denies_one_event(pipeline: Pipeline) -> None:
    record = read(pipeline, "Kenya accused Somalia of shelling a town. Somalia denied the charge.")
    assault = [e for e in record.events if e.type == "ASSAULT"]
    assert [e.status for e in assault] == ["denied"]
    assert assault[0].attribution is not None
    assert sorted(stances(record, "ASSAULT")) == [("accuse", "affirms"), ("deny", "denies")]
    assert [e.status for e in record.events if e.type == "ACCUSE"] == ["actual"]


def test_no_such_act_answers_the_charge(pipeline: Pipeline) -> None:
    record = read(
        pipeline,
        'Kenya accused Somalia of shelling a town. "There was no such shelling," a Somali minister said.',
    )
    assert ("deny", "denies") in stances(record, "ASSAULT")
    assert "actual" not in {e.status for e in record.events if e.type == "ASSAULT"}


def test_a_charge_is_never_the_reports_own_word(pipeline: Pipeline) -> None:
    record = read(pipeline, "Kenya accused Somalia of shelling a town.")
    (assault,) = (e for e in record.events if e.type == "ASSAULT")
    assert assault.status == "alleged"
    assert assault.attribution is not None
    assert assault.attribution.speaker is not None
    assert assault.attribution.speaker.text == "Kenya"


def test_who_disputes_a_denial_affirms(pipeline: Pipeline) -> None:
    record = read(
        pipeline, "The opposition disputed the army's denial that troops had shelled a town."
    )
    assert sorted(stances(record, "ASSAULT")) == [("deny", "affirms"), ("deny", "denies")]


def test_hope_and_forecast_affirm_and_a_question_doubts(pipeline: Pipeline) -> None:
    hoped = read(pipeline, "The envoy hoped that Kenya and Somalia would meet in June.")
    doubted = read(pipeline, "The envoy doubted that Kenya had shelled the town.")
    assert {word for c in hoped.claims for word in (s.stance for s in c.stance)} <= {"affirms"}
    assert {word for c in doubted.claims for word in (s.stance for s in c.stance)} <= {"doubts"}
