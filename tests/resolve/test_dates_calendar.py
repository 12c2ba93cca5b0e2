"""Calendar arithmetic, and expressions that need no verb: parsed reports without sentences."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.calendar import (
    easter,
    holidays,
    islamic_to_gregorian,
    nth_weekday,
    orthodox_easter,
    time_words,
)
from dateline.records import DateExpression, Dateline, ParsedReport, Report
from dateline.resolve.dates import find_dates


def found(
    text: str, published: str | None = "2021-09-15", dateline: Dateline | None = None
) -> tuple[DateExpression, ...]:
    report = Report("r", "test", text, published=published, dateline=dateline)
    return find_dates(ParsedReport(report, (), "none"))


def only(text: str, published: str | None = "2021-09-15") -> DateExpression:
    (one,) = found(text, published)
    return one


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [
        (2000, date(2000, 4, 23), date(2000, 4, 30)),
        (2019, date(2019, 4, 21), date(2019, 4, 28)),
        (2024, date(2024, 3, 31), date(2024, 5, 5)),
    ],
)
def test_easter(year: int, western: date, eastern: date) -> None:
    assert (easter(year), orthodox_easter(year)) == (western, eastern)


@pytest.mark.parametrize(
    ("islamic", "gregorian"),
    [
        ((1440, 9, 1), date(2019, 5, 6)),
        ((1445, 9, 1), date(2024, 3, 11)),
        ((1421, 9, 1), date(2000, 11, 28)),
        ((1, 1, 1), date(622, 7, 19)),
    ],
)
def test_tabular_islamic_calendar(islamic: tuple[int, int, int], gregorian: date) -> None:
    assert islamic_to_gregorian(*islamic) == gregorian


def test_two_feasts_of_one_name_in_one_year() -> None:
    starts = [first.month for first, _ in holidays()["eid-al-fitr"].in_year(2000)]
    assert starts == [1, 12]


def test_nth_weekday() -> None:
    assert nth_weekday(2023, 11, 4, 4) == date(2023, 11, 23)
    assert nth_weekday(2024, 5, 1, -1) == date(2024, 5, 27)


@pytest.mark.parametrize(
    ("text", "value", "start", "end"),
    [
        ("7 June 2018", "2018-06-07", "2018-06-07", "2018-06-07"),
        ("June 7, 2018", "2018-06-07", "2018-06-07", "2018-06-07"),
        ("Thursday, June 7th, 2018", "2018-06-07", "2018-06-07", "2018-06-07"),
        ("the 7th of June 2018", "2018-06-07", "2018-06-07", "2018-06-07"),
        ("2018-06-07", "2018-06-07", "2018-06-07", "2018-06-07"),
        ("2018-06-07T10:15Z", "2018-06-07T10:15Z", "2018-06-07", "2018-06-07"),
        ("17/6/2018", "2018-06-17", "2018-06-17", "2018-06-17"),
        ("6/17/2018", "2018-06-17", "2018-06-17", "2018-06-17"),
        ("7.6.2018", "2018-06-07", "2018-06-07", "2018-06-07"),
        ("12 JUN 89", "1989-06-12", "1989-06-12", "1989-06-12"),
        ("June 2018", "2018-06", "2018-06-01", "2018-06-30"),
        ("early June 2018", "2018-06", "2018-06-01", "2018-06-10"),
        ("late 2018", "2018", "2018-09-01", "2018-12-31"),
        ("mid-2018", "2018", "2018-05-01", "2018-08-31"),
        ("the late 1990s", "199X", "1996-09-01", "1999-12-31"),
        ("the 2010s", "201X", "2010-01-01", "2019-12-31"),
        ("the 19th century", "18XX", "1800-01-01", "1899-12-31"),
        ("the summer of 2018", "2018-SU", "2018-06-01", "2018-08-31"),
        ("the third quarter of 2018", "2018-Q3", "2018-07-01", "2018-09-30"),
        ("the first half of 2018", "2018-H1", "2018-01-01", "2018-06-30"),
        ("June 7-9, 2018", "2018-06-07/2018-06-09", "2018-06-07", "2018-06-09"),
        ("between 7 and 9 June 2018", "2018-06-07/2018-06-09", "2018-06-07", "2018-06-09"),
        ("30 December 2018 to 2 January 2019", "2018-12-30/2019-01-02", "2018-12-30", "2019-01-02"),
        ("March-May 2018", "2018-03/2018-05", "2018-03-01", "2018-05-31"),
        ("the 1994-97 war", "1994/1997", "1994-01-01", "1997-12-31"),
        ("9/11", "2001-09-11", "2001-09-11", "2001-09-11"),
        ("the Sept. 11 attacks", "2001-09-11", "2001-09-11", "2001-09-11"),
        ("Easter Sunday 2019", "2019-04-21", "2019-04-21", "2019-04-21"),
    ],
)
def test_absolute(text: str, value: str, start: str, end: str) -> None:
    for published in ("2021-09-15", None):
        one = only(f"It was {text}, they wrote.", published)
        assert (one.value, one.start, one.end) == (value, start, end)
        assert one.basis == "absolute"


@pytest.mark.parametrize(
    ("text", "value", "start", "end"),
    [
        ("today", "2021-09-15", "2021-09-15", "2021-09-15"),
        ("yesterday morning", "2021-09-14TMO", "2021-09-14", "2021-09-14"),
        ("the day before yesterday", "2021-09-13", "2021-09-13", "2021-09-13"),
        ("tonight", "2021-09-15TNI", "2021-09-15", "2021-09-15"),
        ("last night", "2021-09-14TNI", "2021-09-14", "2021-09-15"),
        ("Friday", "2021-09-10", "2021-09-10", "2021-09-10"),
        ("Wednesday", "2021-09-15", "2021-09-15", "2021-09-15"),
        ("last Wednesday", "2021-09-08", "2021-09-08", "2021-09-08"),
        ("next Wednesday", "2021-09-22", "2021-09-22", "2021-09-22"),
        ("next Thursday", "2021-09-23", "2021-09-23", "2021-09-23"),
        ("Friday last week", "2021-09-10", "2021-09-10", "2021-09-10"),
        ("Friday afternoon", "2021-09-10TAF", "2021-09-10", "2021-09-10"),
        ("at the weekend", "2021-W36-WE", "2021-09-11", "2021-09-12"),
        ("last week", "2021-W36", "2021-09-06", "2021-09-12"),
        ("the week before last", "2021-W35", "2021-08-30", "2021-09-05"),
        ("next month", "2021-10", "2021-10-01", "2021-10-31"),
        ("last year", "2020", "2020-01-01", "2020-12-31"),
        ("earlier this year", "2021", "2021-01-01", "2021-09-15"),
        ("earlier in the week", "2021-W37", "2021-09-13", "2021-09-15"),
        ("in the previous month", "2021-08", "2021-08-01", "2021-08-31"),
        ("in the year-ago quarter", "2020", "2020-01-01", "2020-12-31"),
        ("later this month", "2021-09", "2021-09-15", "2021-09-30"),
        ("early next week", "2021-W38", "2021-09-20", "2021-09-22"),
        ("by the end of the year", "2021", "2021-09-01", "2021-12-31"),
        ("last August", "2021-08", "2021-08-01", "2021-08-31"),
        ("last December", "2020-12", "2020-12-01", "2020-12-31"),
        ("in April last year", "2020-04", "2020-04-01", "2020-04-30"),
        ("three days ago", "2021-09-12", "2021-09-12", "2021-09-12"),
        ("a week ago", "2021-W36", "2021-09-06", "2021-09-12"),
        ("two months ago", "2021-07", "2021-07-01", "2021-07-31"),
        ("a decade ago", "2011", "2011-01-01", "2011-12-31"),
        ("last fall", "2020-FA", "2020-09-01", "2020-11-30"),
        ("the last quarter", "2021-Q2", "2021-04-01", "2021-06-30"),
        ("over the past week", "P1W", "2021-09-08", "2021-09-15"),
        ("the past two months", "P2M", "2021-07-15", "2021-09-15"),
        ("the week of August 4", "2021-W31", "2021-08-02", "2021-08-08"),
        ("at 10:30 GMT on Monday", "2021-09-13T10:30", "2021-09-13", "2021-09-13"),
        ("at 3 p.m.", "2021-09-15T15:00", "2021-09-15", "2021-09-15"),
        ("Monday at noon", "2021-09-13T12:00", "2021-09-13", "2021-09-13"),
    ],
)
def test_relative_to_the_report(text: str, value: str, start: str, end: str) -> None:
    one = only(f"It came {text}, they wrote.")
    assert (one.value, one.start, one.end) == (value, start, end)
    assert one.basis == "relative to the report"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("a two-day visit", "DURATION", "P2D"),
        ("for six hours", "DURATION", "PT6H"),
        ("a week-long truce", "DURATION", "P1W"),
        ("for two and a half hours", "DURATION", "PT2H30M"),
        ("for weeks", "DURATION", "PXW"),
        ("for several months", "DURATION", "PXM"),
        ("four decades of rule", "DURATION", "P40Y"),
        ("every Friday", "SET", "XXXX-WXX-5"),
        ("on Sundays", "SET", "XXXX-WXX-7"),
        ("every two weeks", "SET", "P2W"),
        ("twice a week", "SET", "P1W"),
        ("a daily march", "SET", "P1D"),
        ("now", "DATE", "PRESENT_REF"),
        ("in the near future", "DATE", "FUTURE_REF"),
        ("years ago", "DATE", "PAST_REF"),
        ("fiscal 2020", "DATE", "FY2020"),
    ],
)
def test_without_days(text: str, kind: str, value: str) -> None:
    one = only(f"It went on {text} in the city.")
    assert (one.type, one.value, one.start, one.end) == (kind, value, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "The 16-year-old boy and a man aged 44, 30 years old, live there.",
        "They may march on the palace.",
        "It ended 2-1, and the news runs 24/7.",
        "Resolution 1973, No. 1999 and Flight 1549.",
        "The shop has 2,000 shirts and 1998 people inside.",
        "The Sunday Telegraph saw the April 6 Youth Movement.",
        "The Good Friday Agreement and Bloody Sunday are history.",
        "A second later the sun came out.",
        "Theresa May met April Jones.",
        "The 7800-strong force fell back.",
        "It is open 24 hours a day.",
        "Shots were heard at 1915 Birch Street, the China Daily wrote.",
        "He turned 6-years-old.",
        "At the last minute several quarters objected.",
    ],
)
def test_no_date(text: str) -> None:
    assert [d.text for d in found(text) if d.text != "A second later"] == []


@pytest.mark.parametrize(
    ("text", "value", "edtf", "basis"),
    [
        ("May 14-16", "XXXX-05-14/XXXX-05-16", "XXXX-05-14/XXXX-05-16", "unknown year"),
        ("May 14", "XXXX-05-14", "XXXX-05-14", "unknown year"),
        ("in November", "XXXX-11", "XXXX-11", "unknown year"),
        ("on Friday", "XXXX-WXX-5", None, "unknown date"),
        ("last month", "XXXX-XX", None, "unknown date"),
        ("yesterday", "XXXX-XX-XX", None, "unknown date"),
        ("Friday morning", "XXXX-WXX-5TMO", None, "unknown date"),
        ("4/5/2020", "2020-XX-XX", "[2020-04-05,2020-05-04]", "day and month in unknown order"),
    ],
)
def test_nothing_is_invented(text: str, value: str, edtf: str | None, basis: str) -> None:
    one = only(f"They met {text}, he wrote.", None)
    assert (one.value, one.start, one.end, one.edtf, one.basis) == (value, None, None, edtf, basis)


def test_impossible_days_are_left_out() -> None:
    assert found("on 31 April 2020") == ()
    assert found("30 February 2021 came") == ()


def test_a_month_ahead_is_not_last_year() -> None:
    one = only("The October 2 vote looms.")
    assert one.start == "2021-10-02"


def test_date_before_carries() -> None:
    first, second, third = found("Shells fell on Sunday. Two days later, and the same day, guns.")
    assert (first.start, second.start, third.start) == ("2021-09-12", "2021-09-14", "2021-09-14")
    assert second.basis == 'relative to "Sunday"'


def test_far_back_dates_do_not_carry() -> None:
    *_, last = found(
        "Shells fell on Sunday. " + "Nothing was heard. " * 200 + "The next day, guns."
    )
    assert (last.value, last.start) == ("XXXX-XX-XX", None)


def test_ramadan_is_marked_approximate() -> None:
    one = only("The raids during Ramadan 2019 stopped.")
    assert (one.start, one.end, one.edtf) == ("2019-05-06", "2019-06-04", "2019-05-06~/2019-06-04~")
    assert "approximate" in one.basis


def test_a_time_takes_the_day_behind_it() -> None:
    times = found("It came at 9:35 a.m. (0635 GMT) Monday.")
    assert [t.value for t in times[:2]] == ["2021-09-13T09:35", "2021-09-13T06:35"]
    assert times[1].edtf == "2021-09-13T06:35:00Z"


def test_dateline_counts_when_nothing_is_published() -> None:
    line = Dateline("LAGOS", "14 September 2021", "Reuters", 25)
    *_, one = found("LAGOS, 14 September 2021 - Troops left yesterday.", None, line)
    assert (one.start, one.basis) == ("2021-09-13", "relative to the dateline")


def test_dateline_just_before_publication_counts() -> None:
    line = Dateline("LAGOS", "September 14", None, 20)
    *_, one = found("LAGOS, September 14 - Troops left yesterday.", "2021-09-15", line)
    assert one.start == "2021-09-13"


def test_dateline_without_year_invents_none() -> None:
    line = Dateline("LAGOS", "September 14", None, 20)
    first, second = found("LAGOS, September 14 - Troops left yesterday.", None, line)
    assert (first.value, second.start) == ("XXXX-09-14", None)


_WORDS = [
    *sorted(time_words()),
    "last", "this", "next", "past", "ago", "later", "before", "after", "the", "of", "in", "an", "every", "from", "to",
    "between", "and", "-", "\u2013", ",", ".", "/", "(", ")", "'s", "9/11", "0000", "9999", "0001", "2019", "1", "31",
    "99", "2019-02-30", "31/31/9999", "99:99", "1030", "GMT", "\ud800", "\u202e", "\u0663", "\u00b2", "Eid al-Fitr",
    "Easter", "Ramadan", "May", "999999", "decades", "\n\n", "\x00", "Q3", "week", "weekend", "day", "'98", "1990s",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join) | st.text(max_size=60),
    st.sampled_from([None, "2019-04-05", "0001-01-01", "9999-12-31", "nonsense"]),
)
def test_any_text(text: str, published: str | None) -> None:
    at = 0
    for one in found(text, published):
        assert one.text == text[one.span.start : one.span.end]
        assert one.text
        assert one.span.start >= at
        at = one.span.end
        assert (one.start is None) == (one.end is None)
        assert one.start is None or one.end is None or one.start <= one.end


@pytest.mark.parametrize("piece", ["the ", "three ", "between 1 and ", "1/2/", "May ", "1,", "-"])
def test_long_runs_are_read_in_linear_time(piece: str) -> None:
    assert len(found(piece * 20_000)) <= 20_000
