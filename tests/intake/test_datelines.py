"""The line that opens a story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.intake.datelines import find_dateline

STORY = "Police arrested two men on Monday, the mayor said."


@pytest.mark.parametrize(
    ("head", "place", "date", "agency", "day"),
    [
        ("TRIPOLI, Libya, April 5 (Reuters) - ", "TRIPOLI, Libya", "April 5", "Reuters", None),
        ("MOSCOW -- ", "MOSCOW", None, None, None),
        ("LONDON (AP) \u2014 ", "LONDON", None, "AP", None),
        ("Beirut, Sept. 3 (IANS): ", "Beirut", "Sept. 3", "IANS", None),
        ("WASHINGTON - ", "WASHINGTON", None, None, None),
        (
            "NEW YORK/GENEVA, 12 March 2021 (UPI) -- ",
            "NEW YORK/GENEVA",
            "12 March 2021",
            "UPI",
            "2021-03-12",
        ),
        ("QUITO, 9 MAY 91 (EFE) -- [TEXT] ", "QUITO", "9 MAY 91", "EFE", "1991-05-09"),
        ("DAR ES SALAAM, Tanzania (AP) _\n\n", "DAR ES SALAAM, Tanzania", None, "AP", None),
        (
            "SPRINGFIELD, Ill. (June 3, 2014) \u2014\n",
            "SPRINGFIELD, Ill.",
            "June 3, 2014",
            None,
            "2014-06-03",
        ),
        ("Tehran, May 2, IRNA - ", "Tehran", "May 2", "IRNA", None),
        ("KARACHI: ", "KARACHI", None, None, None),
        ("Nairobi: ", "Nairobi", None, None, None),
        ("(Reuters) - ", None, None, "Reuters", None),
        ("CAIRO (AP) ", "CAIRO", None, "AP", None),
        ("ISTANBUL ", "ISTANBUL", None, None, None),
        ("BEIJING, Feb. 30, 2020 (Xinhua) -- ", "BEIJING", "Feb. 30, 2020", "Xinhua", None),
    ],
)
def test_header(
    head: str, place: str | None, date: str | None, agency: str | None, day: str | None
) -> None:
    found = find_dateline(head + STORY)
    assert found is not None
    line = found.dateline
    assert (line.place, line.date, line.agency, found.day) == (place, date, agency, day)
    assert line.end == len(head)
    assert found.headline is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        STORY,
        "BREAKING: Five people were hurt in a fire.",
        "NATO - the alliance - met on Monday.",
        "MOSCOW - backed rebels fired on the town.",
        "Police: The man was armed.",
        "The minister - who resigned - left the country.",
        "THE ARMY -- SAID THE GENERAL -- WILL STAY.",
        "(more) - see below for the story of the day.",
        "EU: We will not lift the measures, ministers say.",
        "Georgia, Russia and Turkey - three neighbours - signed the pact.",
        "MOSCOW -- ",
    ],
)
def test_no_header(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.parametrize("gap", [". ", "\n", "\n\n", ".\n\n"])
def test_headline_before_the_line(gap: str) -> None:
    headline = "Two Held After Fire at Harbour"
    text = headline + gap + "LAGOS, Nigeria -- " + STORY
    found = find_dateline(text)
    assert found is not None
    assert found.headline is not None
    assert text[slice(*found.headline)].rstrip(".") == headline
    assert text[found.dateline.end :] == STORY


def test_lower_case_place_after_a_note() -> None:
    text = "This story is from May 3, 2003\n\nsurat: the bridge was closed on friday."
    found = find_dateline(text)
    assert found is not None
    assert found.dateline.place == "surat"
    assert text[found.dateline.end :].startswith("the bridge")


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    found = find_dateline(text)
    if found:
        assert 0 < found.dateline.end < len(text)


@given(st.text(alphabet="AB, ./()-\u2014:[]\n19a", max_size=120))
def test_any_text_like_a_dateline(text: str) -> None:
    found = find_dateline(text)
    if found:
        assert 0 < found.dateline.end < len(text)
        assert found.dateline.place or found.dateline.agency
