"""A whole score, and the agreement of coders."""

import pytest

from dateline.scoring.agreement import agree
from dateline.scoring.coding import CodedEvent, Coding, Loaded, Party
from dateline.scoring.figures import Figures
from dateline.scoring.score import score

A, B = Party(("alphas",)), Party(("betas",))


def test_score() -> None:
    gold = [
        Coding("1", (CodedEvent("AID", actors=(A,)), CodedEvent("COERCE", actors=(B,)))),
        Coding("2", (CodedEvent("AID", actors=(B,)),)),
        Coding("3"),
    ]
    coded = [
        Coding(
            "1",
            (CodedEvent("AID", actors=(A,), confidence=0.8), CodedEvent("ASSAULT", actors=(B,))),
        ),
        Coding("3", (CodedEvent("AID", actors=(B,)),)),
        Coding("4", (CodedEvent("AID"),)),
    ]
    found = score(coded, gold)
    assert found.types == {
        "AID": Figures(2, 2, 1),
        "ASSAULT": Figures(0, 1, 0),
        "COERCE": Figures(1, 0, 0),
    }
    assert found.micro == Figures(3, 3, 1)
    assert found.whole == Figures(3, 3, 1)
    assert found.confusion == {
        ("AID", "AID"): 1, ("COERCE", "ASSAULT"): 1, ("AID", None): 1, (None, "AID"): 1,
    }  # fmt: skip
    assert (found.only_gold, found.only_set) == (("2",), ("4",))
    assert found.type_calibration is not None
    assert found.type_calibration.events == 1
    assert found.type_calibration.brier == pytest.approx(0.04)


def test_facts_and_all() -> None:
    gold = [Coding("1", (CodedEvent("AID", "denied"), CodedEvent("AID", "planned")))]
    coded = [
        Coding(
            "1", (CodedEvent("AID", "denied"), CodedEvent("AID"), CodedEvent("AID", relevant=False))
        )
    ]
    assert score(coded, gold).micro == Figures(0, 1, 0)
    found = score(coded, gold, everything=True)
    assert found.micro == Figures(2, 3, 1)
    assert found.statuses == {("denied", "denied"): 1}


def test_a_perfect_coding() -> None:
    gold = [Coding("1", (CodedEvent("AID", actors=(A,), recipients=(B,)),) * 1)]
    found = score(gold, gold)
    assert found.micro.f1 == found.whole.f1 == found.macro.f1 == 1


def coder(name: str, **types: str) -> Loaded:
    """A coder's file; the types of each report by their words, "-" for a report that was not coded."""
    return Loaded(
        name,
        tuple(
            Coding(ident, not_coded="no sentence")
            if told == "-"
            else Coding(ident, tuple(CodedEvent(kind) for kind in told.split()))
            for ident, told in types.items()
        ),
    )


def test_agreement() -> None:
    """AID: (1,1) (1,0) (0,0) (0,0): n_1 = 3, n_0 = 5; 1 - 7 * 2 / (2 * 15) = .533; PROTEST agrees."""
    one = coder("x", a="AID AID", b="AID", c="", d="PROTEST", e="AID", f="AID")
    other = coder("y", a="AID", b="", c="", d="PROTEST", f="-", g="AID")
    found = agree([one, other])
    aid, protest = found.types
    assert aid.agreement.alpha == pytest.approx(1 - 7 * 2 / 30)
    assert (aid.agreement.agreed, aid.agreement.units, aid.reports) == (0.75, 4, (2, 1))
    assert protest.agreement.alpha == 1
    # all eight units: n_1 = 5, n_0 = 11
    assert found.overall.alpha == pytest.approx(1 - 15 * 2 / (2 * 55))
    assert (found.alone, found.lacking) == (("e", "f", "g"), (1, 2))


def test_agreement_of_three() -> None:
    found = agree([coder("x", a="AID", b=""), coder("y", a="AID", b=""), coder("z", a="", b="")])
    assert found.overall.alpha == pytest.approx(0.375)
    assert found.types[0].reports == (1, 1, 0)


def test_an_optional_event_is_no_judgement() -> None:
    unsure = Loaded("z", (Coding("a", (CodedEvent("AID", optional=True),)), Coding("b")))
    found = agree([coder("x", a="AID", b=""), unsure])
    assert found.types[0].agreement.units == 1


def test_what_differs_is_kept_by_report() -> None:
    gold = [Coding("1", (CodedEvent("AID", actors=(A,)), CodedEvent("COERCE", actors=(B,))))]
    coded = [Coding("1", (CodedEvent("AGREE"), CodedEvent("ASSAULT", actors=(B,))))]
    (report,) = score(coded, gold).judged
    assert [e.type for e in report.missed] == ["AID"]
    assert [e.type for e in report.wrong] == ["AGREE"]
    assert [(g.type, c.type) for g, c in report.crossed] == [("COERCE", "ASSAULT")]
