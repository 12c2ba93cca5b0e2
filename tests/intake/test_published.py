"""Days of publication."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.intake.published import iso_day, line_day, url_day


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2019-04-05", "2019-04-05"),
        ("2019-04-05T10:20:30Z", "2019-04-05"),
        ("2019-04-05 10:20", "2019-04-05"),
        ("20190405", "2019-04-05"),
        ("20190405T102030Z", "2019-04-05"),
        (20190406, "2019-04-06"),
        ("Fri, 05 Apr 2019 10:20:30 +0000", "2019-04-05"),
        (None, None),
        ("  ", None),
    ],
)
def test_iso_day(value: object, day: str | None) -> None:
    assert iso_day(value) == day


@pytest.mark.parametrize(
    "value", ["yesterday", "2019-13-01", "2019-02-30", "2019", True, "05/04/2019", [1]]
)
def test_no_date(value: object) -> None:
    with pytest.raises(InputError, match="is no date: write it as 2019-04-05"):
        iso_day(value)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/2019/04/05/story", "2019-04-05"),
        ("https://news.example/world-2019-04-05.html", "2019-04-05"),
        ("https://news.example/20190405story", "2019-04-05"),
        ("https://news.example/world/2019/apr/05/story", "2019-04-05"),
        ("https://news.example/2019/04/story", None),
        ("https://news.example/id/120190405123", None),
        ("https://news.example/2999/04/05/story", None),
        (None, None),
    ],
)
def test_url_day(url: str | None, day: str | None) -> None:
    assert url_day(url) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 5 April 2019", "2019-04-05"),
        ("April 5, 2019", "2019-04-05"),
        ("Friday, April 5th, 2019, 10:31 a.m.", "2019-04-05"),
        ("This story is from March 1, 2002", "2002-03-01"),
        ("Posted on 2019-04-05", "2019-04-05"),
        ("On April 5, 2019 the army attacked.", None),
        ("April 5", None),
        ("31 April 2019", None),
    ],
)
def test_line_day(line: str, day: str | None) -> None:
    assert line_day(line) == day


@given(st.text(max_size=100))
def test_any_text(text: str) -> None:
    assert line_day(text) is None or len(str(line_day(text))) == 10
    assert url_day(text) is None or len(str(url_day(text))) == 10
    try:
        day = iso_day(text)
    except InputError:
        return
    assert day is None or len(day) == 10
