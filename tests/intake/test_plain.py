"""Plain text files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.intake.plain import read_plain

LEDE = "Rebels took the harbour on Friday, the mayor said."
MORE = "The army sent two ships toward the bay."


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (f"Rebels Take Harbour\n\n{LEDE}\n\n{MORE}", "Rebels Take Harbour"),
        (f"Who holds the harbour now?\n\n\n{LEDE}\n", "Who holds the harbour now?"),
        (f"{LEDE}\n\n{MORE}", None),
        (f"{LEDE}", None),
        ("Rebels Take Harbour", None),
        (f"Rebels Take Harbour. ADEN, Yemen -- {LEDE}", "Rebels Take Harbour"),
        (f"Rebels Take Harbour\nADEN, Yemen (AP) --\n{LEDE}", "Rebels Take Harbour"),
        (f"ADEN, Yemen (AP) --\n\n{LEDE}", None),
        (f"Witnesses spoke of two ships:\n\n{LEDE}", None),
    ],
)
def test_title(content: str, title: str | None) -> None:
    article = read_plain(content)
    assert article.title == title
    assert LEDE in article.text or title is None
    if title:
        assert title not in article.text


def test_byline_date_and_furniture_are_told_apart() -> None:
    content = (
        f"Rebels Take Harbour\n\nBy Jane Doe\nPublished: 5 April "
        f"2019\n\n{LEDE}\n\nAdvertisement\n\n{MORE}\n\n"
        "Be First to Comment\n\nLeave a Reply\n\nYour email address will not be published. "
        "Required fields are marked *"
    )
    article = read_plain(content)
    assert article.text == f"{LEDE}\n\n{MORE}"
    assert article.title == "Rebels Take Harbour"
    assert article.published == "2019-04-05"
    assert "By Jane Doe" in article.left_out
    assert "Leave a Reply" in article.left_out


def test_subheads_stay() -> None:
    text = f"{LEDE}\n\nNo claim of responsibility\n\n{MORE}"
    assert read_plain(text).text == text


@given(st.text(max_size=400))
def test_every_word_is_kept_or_named(content: str) -> None:
    article = read_plain(content)
    rest = " ".join([article.text, article.title or "", *article.left_out])
    for line in content.split("\n"):
        for word in line.split():
            assert word.strip(".") in rest
