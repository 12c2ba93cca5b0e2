"""The ledger for people and as JSON."""

import json
from dataclasses import replace

from helpers.samples import (
    CLAIM_REBELS,
    EGYPT,
    EMPTY,
    MAYOR,
    RECORD,
    REPORT,
    SHELLING,
    at,
    part,
    words,
)
from hypothesis import given
from hypothesis import strategies as st

from dateline.formats.across_page import render_across
from dateline.formats.ledger_json import across_line, ledger_line
from dateline.formats.ledger_page import as_written, render_ledger
from dateline.formats.page import render
from dateline.records import (
    Attribution,
    Ground,
    Headline,
    Magnitude,
    Presupposition,
    Record,
    Span,
    Tension,
    TensionSide,
    Unmentioned,
)

HEADLINE = Headline(
    "Did Cairo shell the harbour again?", "question", "not established",
    (Ground("e-denied", "against", "denied", part(EGYPT, "Egypt"), words("fired"), "Cairo and Egypt are both EGY"),),
    (Unmentioned("Cairo", Span(4, 9), EGYPT),),
    (Presupposition("repeat.again", "again", Span(28, 33), "that it happened before (shell)", None),),
)  # fmt: skip
TENSION = Tension(
    "t-1", "words", "words.peaceful_war", "peaceful words beside words of war",
    (TensionSide(words("promised"), part(EGYPT, "Egypt")), TensionSide(words("shelled"), None)),
)  # fmt: skip
WHOLE = replace(RECORD, headline=HEADLINE, tensions=(TENSION,))
OTHER = replace(
    RECORD,
    report=replace(REPORT, id="r-9", title="Second report"),
    events=(
        replace(SHELLING, attribution=None, magnitude=Magnitude(killed=(3, 3))),
        replace(SHELLING, id="e-no", status="denied", attribution=Attribution("c-rebels", CLAIM_REBELS.speaker)),
    ),
)  # fmt: skip


def _flat(page: str) -> str:
    return " ".join(page.split())


def test_page_of_one_report() -> None:
    page = _flat(render_ledger(WHOLE, 160))
    for told in (
        "machine-coded, unreviewed Three voices:",
        "HEADLINE question: not established in the body",
        f"against: denied by Egypt: \u201cfired\u201d [{at('fired')[0]}-{at('fired')[1]}] [base: Cairo and Egypt are both EGY]",
        "not in the body: \u201cCairo\u201d [coded: EGYGOV]",
        "\u201cagain\u201d takes for granted that it happened before (shell): the body does not tell it",
        "WHO SPEAKS",
        "1. \u201cthe mayor\u201d [base: mayor of Aden] said: Rebels shelled the harbour of Aden [",
        "affirms: Rebels > [dockers]: attacks (heavy weapons), in Aden, Yemen, Friday 5 April 2019",
        "DENIALS BESIDE WHAT THEY DENY",
        "no other voice was tied to this act",
        "TENSIONS, LEFT STANDING peaceful words beside words of war Egypt: \u201cpromised\u201d [",
        "the report: \u201cshelled\u201d [",
    ):
        assert told in page, told
    for verdict in (" false", " true", " lie"):
        assert verdict not in page.lower()


def test_headline_and_tensions_on_the_other_page() -> None:
    page = _flat(render(WHOLE, 160))
    assert "HEADLINE question: not established in the body" in page
    assert "TENSIONS, LEFT STANDING" in page


def test_a_report_that_was_not_coded() -> None:
    page = _flat(render_ledger(EMPTY))
    assert "NOT CODED the text is in German, not in English" in page
    assert "CLAIMS" not in page
    assert json.loads(ledger_line(EMPTY))["report"]["not_coded"]


def test_three_voices_are_told_apart() -> None:
    moscow = replace(EGYPT, name="Egypt")
    assert as_written(part(moscow, "Egypt"), RECORD) == "\u201cEgypt\u201d"
    assert as_written(part(moscow, "Yemen"), RECORD) == "\u201cYemen\u201d [base: Egypt]"
    assert as_written(part(moscow, "the mayor"), RECORD) == "\u201cthe mayor\u201d (Egypt)"
    assert as_written(part(MAYOR, None), RECORD) == "(mayor of Aden, implied)"


def test_page_across_reports() -> None:
    page = _flat(render_across([RECORD, OTHER], 160))
    for told in (
        "ACROSS 2 REPORTS machine-coded, unreviewed (1) Rebels Shell Harbour",
        "CONTRADICTION Rebels > [dockers]: attacks (heavy weapons)",
        "(1) said by mayor of Aden (at least 12 killed):",
        "(2) told by the report (3 killed):",
        "(2) denied by Rebels",
        "= contradiction: counts differ: (1) at least 12 killed; (2) 3 killed",
        "= contradiction: (1) has it, (2) has it denied",
    ):
        assert told in page, told


def test_no_act_in_common() -> None:
    strange = replace(OTHER, events=())
    assert "No act was recognised in more than one" in render_across([RECORD, strange])


def test_json() -> None:
    found = json.loads(ledger_line(WHOLE))
    assert list(found) == ["report", "headline", "claims", "relations", "tensions", "acts"]
    assert "text" not in found["report"]
    act = found["acts"][0]
    assert set(act) == {
        *(
            "id",
            "type",
            "modes",
            "actors",
            "recipients",
            "disputed",
            "denied",
            "tellings",
            "findings",
        ),
    }
    assert set(act["tellings"][0]) == {
        *("report", "event", "status", "stance", "commitment", "by", "claim", "text", "span"),
    }
    across = json.loads(across_line([RECORD, OTHER]))["across"]
    assert across["reports"] == ["r-1", "r-9"]
    assert {f["kind"] for a in across["acts"] for f in a["findings"]} >= {"counts", "denied"}
    assert across["silence"] == []


@given(st.text(max_size=40), st.integers(1, 300))
def test_any_text_makes_a_page(text: str, width: int) -> None:
    odd: Record = replace(WHOLE, report=replace(REPORT, title=text, text=REPORT.text + text))
    page = render_ledger(odd, width) + render_across([odd, OTHER], width)
    assert "\x1b" not in page
    page.encode()
    ledger_line(odd).encode()
