"""How firmly the text commits to an act."""

import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from helpers.samples import CLAIM_MAYOR, CLAIM_REBELS, DENIED, EGYPT, MAYOR, PLANNED, SHELLING, part

from dateline.ledger.commitment import with_commitment
from dateline.records import Attribution, Claim, Content, Event, SentenceRef, Span

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

CLAIMS = (CLAIM_MAYOR, CLAIM_REBELS)


def firm(event: Event, claims: tuple[Claim, ...] = CLAIMS) -> float:
    (made,) = with_commitment([event], claims)
    assert 0 <= made.commitment <= 1
    return made.commitment


def status(name: str) -> Event:
    return replace(SHELLING, status=name, attribution=None)


def test_statuses_stand_in_order() -> None:
    order = ["actual", "alleged", "denied", "negated"]
    values = [firm(status(name)) for name in order]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == len(values)
    assert firm(status("historical")) >= firm(status("actual"))
    assert firm(status("negated")) < 0.1 < firm(status("denied")) < 0.4


def test_own_voice_is_firmer_than_anybody_s_word() -> None:
    assert firm(status("actual")) > firm(SHELLING)


def test_who_informs_is_firmer_than_who_is_nobody() -> None:
    def said_by(*sectors: str) -> float:
        speaker = part(replace(MAYOR, sectors=sectors, country=None), "the mayor")
        return firm(replace(SHELLING, attribution=Attribution("c-mayor", speaker)))

    assert said_by("MED") > said_by("GOV") > said_by("CVL")
    unnamed = replace(SHELLING, attribution=Attribution("c-mayor", None))
    assert firm(unnamed) < said_by("CVL")


def test_each_voice_around_takes_something_off() -> None:
    around = replace(
        CLAIM_REBELS, id="c-around", speaker=part(EGYPT, "Egypt"),
        content=Content("", (Span(0, CLAIM_MAYOR.cue.span.end),)),
    )  # fmt: skip
    assert firm(SHELLING, (*CLAIMS, around)) < firm(SHELLING)
    own = replace(around, speaker=CLAIM_MAYOR.speaker)
    assert firm(SHELLING, (*CLAIMS, own)) == firm(SHELLING)


def worded(event: Event, text: str, trigger: str) -> Event:
    start = text.index(trigger)
    span = Span(start, start + len(trigger))
    return replace(
        event, attribution=None, sentence=SentenceRef(0, text, Span(0, len(text))),
        trigger=replace(event.trigger, text=trigger, span=span),
    )  # fmt: skip


@pytest.mark.parametrize("hedge", ["reportedly", "apparently", "possibly"])
def test_hedges_count_where_they_stand_before_the_act(hedge: str) -> None:
    plain = firm(worded(SHELLING, "Rebels shelled the port.", "shelled"))
    assert firm(worded(SHELLING, f"Rebels {hedge} shelled the port.", "shelled")) < plain
    far = f"Rebels shelled the port, {hedge} in anger."
    assert firm(worded(SHELLING, far, "shelled")) == plain


def test_the_act_of_alleging_is_no_hedge() -> None:
    plain = firm(worded(SHELLING, "A clerk said that.", "said"))
    assert firm(worded(SHELLING, "A clerk alleged that.", "alleged")) == plain


def test_what_is_scheduled_is_firmer_than_what_is_tried() -> None:
    fixed = firm(worded(PLANNED, "Talks are scheduled for May.", "Talks"))
    assert fixed > firm(worded(PLANNED, "Talks, in May.", "Talks"))
    assert fixed > firm(worded(PLANNED, "They will try to hold talks, in an attempt.", "talks"))
    assert firm(worded(PLANNED, "An attempt at talks.", "talks")) < fixed


def test_steps_are_told() -> None:
    (made,) = with_commitment([SHELLING], CLAIMS)
    assert [step.split()[0] for step in made.why.commitment] == ["status.actual", "source.official"]
    product = 1.0
    for step in made.why.commitment:
        product *= float(step.split()[1])
    assert made.commitment == pytest.approx(product, abs=0.006)


def test_a_denial_without_its_claim_is_taken_as_it_stands() -> None:
    assert firm(DENIED, ()) == firm(DENIED)


@pytest.mark.model
def test_it_means_what_it_says_on_the_open_batteries() -> None:
    import commitment

    from dateline.pipeline import Pipeline

    rows = commitment.table(list(commitment.pairs(Pipeline())))
    assert sum(r["acts"] for r in rows) > 500
    assert commitment.error(rows) < 0.05
    assert rows[0]["fact"] < 0.1
    assert rows[-1]["fact"] > 0.9
    many = [r["expected"] for r in rows if r["acts"] >= 40]
    assert all(low < high + 0.03 for low, high in pairwise(many))
