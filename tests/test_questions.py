"""The questions and the sample reports are whole, and the figures count what they say (tools/questions.py)."""

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

import questions
from questions import Given, Line

ROWS = [*questions.rows("open"), *questions.rows("sealed")]
EVERY = [
    json.loads(line)
    for asked, _ in questions.SETS.values()
    for line in asked.read_text(encoding="utf-8").splitlines()
]
PUBLISHED = {
    row["id"]: row["published"]
    for _, reports in questions.SETS.values()
    for row in map(json.loads, reports.read_text(encoding="utf-8").splitlines())
}
DENIAL = ("Turkey has denied that it sent any fighters", "nk-03")
SENT = ("accused Turkey late on Thursday of having sent Syrian fighters", "nk-03")


def _row(**fields: object) -> questions.Row:
    plain: questions.Row = {
        "expects": [{"report": SENT[1], "words": SENT[0], "side": "for"}],
        "never": [{"report": DENIAL[1], "words": DENIAL[0], "side": "for"}],
        "established": "disputed",
        "form": "whether",
    }
    return plain | fields


def _line(side: str, words: str, report: str) -> Line:
    at = questions.texts()[report].index(words)
    return Line(side, words, ((report, at, at + len(words)),))


@pytest.mark.parametrize("row", EVERY, ids=[r["id"] for r in EVERY])
def test_the_words_of_a_question_stand_once_in_a_report_of_its_days(row: questions.Row) -> None:
    assert date.fromisoformat(row["date"]).isoformat() == row["date"]
    assert set(questions._values(row["established"])) <= set(questions.STRENGTH)
    for item in (*row["expects"], *row["never"]):
        assert PUBLISHED[item["report"]] <= row["date"]
        if item["words"] is not None:
            assert questions.texts()[item["report"]].count(item["words"]) == 1


def test_what_is_shown_counts_on_any_side_and_as_a_passage() -> None:
    other = Given("whether", None, (_line("context", *SENT),))
    passage = Given("whether", None, (), (_line("near", *SENT),))
    assert [questions.shown(_row(), g) for g in (other, passage, Given("whether", None, ()))] == [
        1,
        1,
        0,
    ]
    assert questions.missed(_row(), passage) != []


def test_parts_are_even_and_every_form_that_has_two_is_in_both() -> None:
    forms = {part: Counter(r["form"] for r in questions.rows(part)) for part in ("open", "sealed")}
    assert forms["open"].total() == forms["sealed"].total() >= 24
    assert forms["open"] == forms["sealed"]
    assert len({r["id"] for r in ROWS}) == len(ROWS)


def _perfect(row: questions.Row) -> Given:
    """The answer of somebody who read the expectations: every sentence of them whole, each on its side."""
    lines = []
    for item in row["expects"]:
        text, side = questions.texts()[item["report"]], item["side"]
        at = text.index(item["words"] or text)
        start = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at)) + 1
        end = min(k for k in (text.find(". ", at), text.find("\n", at), len(text)) if k >= 0)
        side = side if isinstance(side, str) else side[0]
        lines.append(Line(side, "", ((item["report"], start, end),)))
    values = questions._values(row["established"])
    return Given(row["form"], values[0] if values else None, tuple(lines))


@pytest.mark.parametrize("row", EVERY, ids=[r["id"] for r in EVERY])
def test_who_gives_whole_sentences_of_what_is_expected_reaches_all(row: questions.Row) -> None:
    assert questions.missed(row, _perfect(row)) == []
    assert questions.unsupported(row, _perfect(row)) == []
    assert questions.established_right(row, _perfect(row))


def test_evidence_counts_on_its_side_only() -> None:
    right = Given("whether", "disputed", (_line("for", *SENT),))
    wrong = Given("whether", "disputed", (_line("context", *SENT),))
    assert questions.missed(_row(), right) == []
    assert len(questions.missed(_row(), wrong)) == 1


def test_a_denial_shown_as_evidence_for_is_unsupported() -> None:
    shown = {
        side: Given("whether", "disputed", (_line(side, *DENIAL),)) for side in ("for", "against")
    }
    assert len(questions.unsupported(_row(), shown["for"])) == 1
    assert questions.unsupported(_row(), shown["against"]) == []


def test_lines_of_an_answer_that_is_too_sure_are_unsupported() -> None:
    lines = (_line("for", *SENT), _line("context", *DENIAL))
    assert len(questions.unsupported(_row(), Given("whether", "attributed", lines))) == 1
    assert questions.unsupported(_row(), Given("whether", "denied", lines)) == []


def test_the_same_words_in_a_copy_are_the_same_evidence() -> None:
    words = "agreed on Sunday to respect the United Nations arms embargo"
    row = _row(expects=[{"report": "lby-05", "words": words, "side": "for"}])
    assert (
        questions.missed(row, Given("whether", "asserted", (_line("for", words, "lby-06"),))) == []
    )
