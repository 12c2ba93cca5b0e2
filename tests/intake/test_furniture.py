"""Page furniture is left out, and nothing else."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.intake.furniture import kind_of, strip_furniture

ROOT = Path(__file__).resolve().parents[2]
PROSE = "The army took the town on Monday after three days of fighting."


def _rows() -> list[dict[str, str]]:
    path = ROOT / "knowledge" / "intake" / "furniture.tsv"
    lines = [
        x for x in path.read_text(encoding="utf-8").splitlines() if x and not x.startswith("#")
    ]
    return list(csv.DictReader(lines, delimiter="\t"))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["pattern"])
def test_every_entry_matches_its_example(row: dict[str, str]) -> None:
    assert kind_of(row["example"]) is not None


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "",
        "Share prices fell.",
        "Published reports said that the general fled to the coast on Friday night.",
        "More from the army arrived at the front on Monday, officials said in the capital.",
        "No claim of responsibility",
        "Home to 40,000 people, the camp was shelled on Sunday.",
        "Comments by the president angered the opposition, which walked out.",
        "Source of the blast unknown",
    ],
)
def test_news_stays(line: str) -> None:
    assert kind_of(line) is None


def test_reply_form_ends_the_text() -> None:
    cleaned = strip_furniture(
        [PROSE, "", PROSE, "Be First to Comment", "", "I agree with this, he wrote."]
    )
    assert cleaned.lines == (PROSE, "", PROSE)
    assert cleaned.left_out == ("Be First to Comment", "I agree with this, he wrote.")


def test_comment_count_above_the_text_does_not_end_it() -> None:
    cleaned = strip_furniture(["3 Comments", PROSE, PROSE])
    assert cleaned.lines == (PROSE, PROSE)


def test_related_headlines_go_and_the_story_goes_on() -> None:
    lines = [PROSE, "Related articles", "Bridge closed after flood", "Market opens again", PROSE]
    assert strip_furniture(lines).lines == (PROSE, PROSE)


@given(st.lists(st.text(max_size=60), max_size=12))
def test_lines_are_kept_or_named(lines: list[str]) -> None:
    cleaned = strip_furniture(lines)
    kept = list(cleaned.lines)
    for line in lines:  # every line that is not blank is either kept, in order, or left out by name
        if kept and kept[0] == line:
            kept.pop(0)
        else:
            assert not line.strip() or line.strip() in cleaned.left_out
    assert kept == []
