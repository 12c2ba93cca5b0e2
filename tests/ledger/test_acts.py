"""Acts and who tells, charges or denies them: in one report, and across several."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from helpers.samples import ADEN, CLAIM_REBELS, EGYPT, RECORD, REPORT, SHELLING, TEXT, part

from dateline.ledger.acts import Matter, matters, silences
from dateline.records import Attribution, Event, Magnitude, Record

DENIAL = replace(
    SHELLING, id="e-no", status="denied", attribution=Attribution("c-rebels", CLAIM_REBELS.speaker)
)


def record(*events: Event, name: str = "r-1") -> Record:
    return replace(RECORD, report=replace(REPORT, id=name), events=events)


def kinds(found: Matter) -> list[str]:
    return [f.kind for f in found.findings]


def test_a_denial_stands_beside_what_it_denies() -> None:
    (one,) = matters([record(SHELLING, DENIAL)])
    assert kinds(one) == ["denied"]
    assert one.disputed
    assert [t.stance for t in one.tellings] == ["affirms", "denies"]
    told = one.tellings[0]
    assert (
        told.evidence.text
        == TEXT[slice(*told.evidence.span)]
        == "Rebels shelled the harbour of Aden"
    )


def test_a_denial_in_the_same_word_answers_a_charge_that_names_other_victims() -> None:
    boats = replace(EGYPT, id="a-b", name="boats", country=None, kind="thing", sectors=())
    answer = replace(DENIAL, recipients=(part(boats, "harbour"),))
    (one,) = matters([record(SHELLING, answer)])
    assert kinds(one) == ["denied"]
    elsewhere = replace(answer, actors=(part(EGYPT, "Egypt"),))
    assert len(matters([record(SHELLING, elsewhere)])) == 2
    assert len(matters([record(SHELLING), record(answer, name="r-2")])) == 2


def test_two_reports_agree() -> None:
    (one,) = matters([record(SHELLING), record(replace(SHELLING, attribution=None), name="r-2")])
    assert kinds(one) == ["agreement"]
    assert one.findings[0].same_words
    assert one.reports == (0, 1)
    assert not one.disputed


def test_the_same_act_of_long_ago_is_another_act() -> None:
    then = replace(SHELLING, id="e-then", status="historical")
    assert len(matters([record(SHELLING), record(then, name="r-2")])) == 2


def test_one_source_in_two_reports_is_no_agreement() -> None:
    (one,) = matters([record(SHELLING), record(SHELLING, name="r-2")])
    assert kinds(one) == ["same source"]


@pytest.mark.parametrize(
    ("killed", "kind"), [((20, 20), "agreement"), ((5, 8), "counts"), ((12, 12), "agreement")]
)
def test_counts(killed: tuple[int, int], kind: str) -> None:
    other = replace(SHELLING, id="e-5", attribution=None, magnitude=Magnitude(killed=killed))
    (one,) = matters([record(SHELLING), record(other, name="r-2")])
    assert kinds(one) == [kind]
    assert one.disputed is (kind == "counts")


def test_two_doers_of_one_deed() -> None:
    other = replace(SHELLING, id="e-6", actors=(part(EGYPT, "Egypt"),), attribution=None)
    found = matters([record(SHELLING), record(other, name="r-2")])
    assert [kinds(m) for m in found] == [["actor"], ["actor"]]
    assert found[0].findings[0].other == found[1].id
    gunmen = replace(EGYPT, id="a-g", name="gunmen", kind="group")
    unknown = replace(other, actors=(part(gunmen, "Egypt"),))
    assert [kinds(m) for m in matters([record(SHELLING), record(unknown, name="r-2")])] == [[], []]


def test_silence_only_between_reports_that_share_an_act() -> None:
    extra = replace(
        SHELLING,
        id="e-7",
        type="COERCE",
        modes=(),
        place=replace(ADEN, name="Taiz"),
        attribution=None,
    )
    shared = [record(SHELLING, extra), record(SHELLING, name="r-2")]
    found = matters(shared)
    assert [(m.seed.type, without) for m, without in silences(found, 2)] == [("COERCE", (1,))]
    strangers = [record(extra), record(replace(DENIAL, relevant=True), name="r-2")]
    assert silences(matters(strangers), 2) == ()


def test_ordinary_acts_are_left_out_unless_denied() -> None:
    assert matters([record(replace(SHELLING, relevant=False))]) == ()
    assert len(matters([record(replace(DENIAL, relevant=False))])) == 1


def test_ids_do_not_change() -> None:
    assert [m.id for m in matters([RECORD])] == [m.id for m in matters([RECORD])]


Told = Sequence[tuple[str, list[str]]]


@pytest.mark.model
@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (
            ("Ukraine said Russia bombed a school in Kherson on Tuesday.", "Russia denied bombing a school in Kherson on Tuesday."),
            [("ASSAULT", ["denied"]), ("ACCUSE", [])],
        ),
        (
            ("Police in Lagos arrested 20 protesters on Monday.", "Police in Lagos arrested 45 protesters on Monday."),
            [("COERCE", ["counts"])],
        ),
        (
            ("Police in Lagos arrested 20 protesters on Monday.", "Police in Abuja arrested 45 protesters on Monday."),
            [("COERCE", []), ("COERCE", [])],
        ),
        (
            ("Rebels shelled the port of Aden on Friday.", "The Yemeni army shelled the port of Aden on Friday."),
            [("ASSAULT", ["actor"]), ("ASSAULT", ["actor"])],
        ),
        (
            ("Norway and Chile signed a treaty on Monday in Oslo.", "Norway gave Chad 20 million dollars on Monday."),
            [("SUPPORT", []), ("AID", [])],
        ),
    ],
)  # fmt: skip
def test_across_reports(pipeline: Any, texts: tuple[str, str], told: Told) -> None:
    reports = [
        replace(REPORT, id=str(n), text=t, title=None, dateline=None, published="2024-05-15")
        for n, t in enumerate(texts)
    ]
    found = matters(list(pipeline.run(reports)))
    assert [(m.seed.type, kinds(m)) for m in found] == told


@pytest.mark.model
def test_counter_accusations_in_one_report(pipeline: Any) -> None:
    text = "Rebels shelled the harbour of Aden on Friday, the army said. The army shelled the harbour of Aden on Friday, the rebels said."
    report = replace(REPORT, text=text, title=None, dateline=None, published="2024-05-15")
    found = matters(list(pipeline.run([report])))
    assert ["actor"] in [kinds(m) for m in found if m.seed.type == "ASSAULT"]
