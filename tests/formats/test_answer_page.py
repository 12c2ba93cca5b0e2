"""The page and the object of an answer."""

import json
from dataclasses import replace

from dateline.formats.answer_json import answer_dict, answer_line
from dateline.formats.answer_page import render_answer
from dateline.records import Span
from dateline.records.answer import Answer, EvidenceLine, Passage, Understood
from dateline.records.incident import Citation, Party, Source

SOURCE = Source(7, "r-1", "Border shut", None, "Sahel Wire", "2025-03-07", "Sahel Wire")
CITE = Citation(SOURCE, "Chad closed its border.", Span(10, 33), "actual", None, "e-1")
LINE = EvidenceLine(
    "for",
    "Chad > Sudan: \u201cclosed\u201d",
    "told",
    "2025-03-06",
    CITE,
    "the act that is asked about",
)
CHAD = Party("Chad", "TCD", None, "country", None)
UNDERSTOOD = Understood(
    "Did Chad close the border?", "whether", (CHAD,), places=("Darfur",), types=("COERCE",),
    words=("close", "= close or block"),
)  # fmt: skip
ANSWER = Answer(UNDERSTOOD, "asserted", (LINE,), ("No report names Adr\u00e9.",), 3)


def test_a_line_has_quote_outlet_day_and_status() -> None:
    page = render_answer(ANSWER)
    for words in (
        "\u201cChad closed its border.\u201d",
        "Sahel Wire",
        "2025-03-07",
        "[actual]",
        "10-33",
    ):
        assert words in page


def test_what_is_missing_is_said() -> None:
    page = render_answer(ANSWER)
    assert "AGAINST: none reported" in page
    assert "No report names Adr\u00e9." in page
    assert "CONTEXT" not in page


def test_it_says_how_the_question_was_understood_and_that_nobody_reviewed_it() -> None:
    page = render_answer(ANSWER)
    assert "Understood as: whether it is told" in page
    assert "[close or block]" in " ".join(page.split())
    assert "machine-coded, unreviewed" in page


def test_a_page_is_no_wider_than_asked() -> None:
    long = replace(LINE, says="x " * 200)
    page = render_answer(replace(ANSWER, lines=(long,)), 80)
    assert max(map(len, page.splitlines())) <= 80


def test_an_open_question_has_no_verdict_and_no_empty_sides() -> None:
    page = render_answer(replace(ANSWER, established=None, lines=(replace(LINE, side="found"),)))
    assert "By these reports" not in page
    assert "none reported" not in page
    assert "FOUND" in page


def test_what_was_not_understood_says_why() -> None:
    asked = Understood("Why?", "search", why_not="dateline does not answer why")
    page = render_answer(Answer(asked, None, (), (), 3))
    assert "Not understood: dateline does not answer why." in page
    assert "No report has the question's words either." in page


def test_the_object_holds_what_the_page_holds() -> None:
    made = json.loads(answer_line(ANSWER))
    assert made == json.loads(json.dumps(answer_dict(ANSWER)))
    assert made["established"] == "asserted"
    assert made["lines"][0]["cite"]["span"] == [10, 33]
    assert made["lines"][0]["cite"]["report"] == "r-1"
    assert made["not_reported"] == ["No report names Adr\u00e9."]


def test_passages_stand_apart_from_the_evidence() -> None:
    near = Passage(
        replace(CITE, quote="Lorries waited at the border.", status="not weighed"), ("border",)
    )
    found = replace(ANSWER, established="not established", lines=(), passages=(near,))
    page = render_answer(found)
    assert page.index("NOT READ AS EVIDENCE") < page.index("Lorries waited at the border.")
    assert "FOR: none reported" in page
    made = json.loads(answer_line(found))
    assert made["lines"] == []
    assert made["passages"][0]["cite"]["quote"] == "Lorries waited at the border."
    assert made["passages"][0]["has"] == ["border"]


def test_half_of_a_surrogate_pair_can_be_written() -> None:
    broken = replace(LINE, cite=replace(CITE, quote="\ud83d"))
    answer_line(replace(ANSWER, lines=(broken,))).encode()
