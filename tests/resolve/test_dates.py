"""Dates whose reading hangs on the verb, and which act they belong to: with the trained parser."""

import pytest

from dateline.parse.spacy_parser import SpacyParser
from dateline.records import ParsedReport, Report
from dateline.resolve.dates import find_dates
from dateline.resolve.timing import date_for

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def parsed(parser: SpacyParser, text: str, published: str | None) -> ParsedReport:
    return next(parser.parse([Report("r", "test", text, published=published)]))


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Envoys met in Lusaka on Friday.", ["2021-09-10"]),
        ("Envoys will meet in Lusaka on Friday.", ["2021-09-17"]),
        ("Envoys plan to meet in Lusaka on Friday.", ["2021-09-17"]),
        ("The vote was postponed until Sunday.", ["2021-09-19"]),
        ("The court scheduled a hearing on Friday afternoon.", ["2021-09-17"]),
        ("The minister said on Monday that talks would resume on Friday.", ["2021-09-13", "2021-09-17"]),
        ("Police arrested two men ahead of Sunday's vote.", ["2021-09-19"]),
        ("Soldiers searched the village after Sunday's attack.", ["2021-09-12"]),
        ("The army has promised to look into Sunday's killings.", ["2021-09-12"]),
        ("The treaty was signed in November.", ["2020-11-01"]),
        ("The treaty will be signed in November.", ["2021-11-01"]),
        ("The talks are due on October 4-6.", ["2021-10-04"]),
        ("Parliament reconvenes on October 4.", ["2021-10-04"]),
        ("The rebels failed to appear on Friday.", ["2021-09-10"]),
        ("They held talks from Monday to Wednesday.", ["2021-09-13"]),
        ("They will hold talks from Monday to Wednesday.", ["2021-09-20"]),
        ("Until Monday, nobody had spoken.", ["2021-09-13"]),
    ],
)  # fmt: skip
def test_tense_decides(parser: SpacyParser, text: str, starts: list[str]) -> None:
    assert [d.start for d in find_dates(parsed(parser, text, "2021-09-15"))] == starts


def test_a_dateline_line_is_read_too(parser: SpacyParser) -> None:
    report = parsed(parser, "LAGOS, September 14 (AFP) -\n\nTroops left on Monday.", "2021-09-15")
    assert [d.start for d in find_dates(report)] == ["2021-09-14", "2021-09-13"]


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("Troops shelled the market on Friday.", "shelled", "Friday"),
        ("Police said on Friday that ten people had died.", "died", None),
        ("Police said on Friday that ten people had died.", "said", "Friday"),
        ("The general's men on Thursday seized the town of Dara without a fight.", "seized", "Thursday"),
        ("Fighters launched raids on Saturday, taking two villages.", "raids", "Saturday"),
        ("Fighters launched raids on Saturday, taking two villages.", "taking", "Saturday"),
        ("Monday's march in which three people were hurt went on.", "march", "Monday"),
        ("Monday's march in which three people were hurt went on.", "hurt", "Monday"),
        ("Talks are due on October 4-6.", "Talks", "October 4-6"),
        ("The envoys held talks on October 4 in Lusaka.", "talks", "October 4"),
        ("Rebels vowed on Friday to fight the army.", "vowed", "Friday"),
        ("Rebels vowed on Friday to fight the army.", "fight", None),
        ("The union plans a series of strikes beginning on October 9.", "strikes", "October 9"),
        ("Tension has grown since a ten-day war last August.", "war", "last August"),
        ("Tension has grown since a ten-day war last August.", "grown", None),
        ("On Monday gunmen burned the school and kidnapped its guards.", "kidnapped", "Monday"),
        ("The army pulled out on Monday after rebels had shelled its base on Sunday.", "pulled", "Monday"),
        ("The army pulled out on Monday after rebels had shelled its base on Sunday.", "shelled", "Sunday"),
        ("The envoy, who arrived on Tuesday, met the president.", "met", None),
        ("From May 3, 2018 until June 1, 2018 the army besieged the town.", "besieged", "May 3, 2018 until June 1, 2018"),
        ("Between 1994 and 1997 the rebels held the valley.", "held", "1994 and 1997"),
        ("The 2011 civil war killed thousands.", "war", "2011"),
        ("The general said Tuesday's raid was planned abroad.", "planned", None),
        ("Police arrested ten men ahead of rallies next month.", "arrested", None),
        ("Police arrested ten men ahead of rallies next month.", "rallies", "next month"),
        ("Fighting has raged since 2011.", "raged", None),
        ("The leaders agreed on Monday to meet in October.", "meet", "October"),
        ("A truce holds in the east.", "truce", None),
    ],
)  # fmt: skip
def test_date_of_an_act(parser: SpacyParser, text: str, word: str, wanted: str | None) -> None:
    report = parsed(parser, text, "2021-09-15")
    sentence = report.sentences[0]
    at = next(t.i for t in sentence.tokens if t.text == word)
    got = date_for(sentence, at, find_dates(report))
    assert (got.text if got else None) == wanted


def test_two_ends_become_one_interval(parser: SpacyParser) -> None:
    report = parsed(parser, "Between 1994 and 1997 the rebels held the valley.", None)
    dates = find_dates(report)
    at = next(t.i for t in report.sentences[0].tokens if t.text == "held")
    got = date_for(report.sentences[0], at, dates)
    assert got is not None
    assert (got.value, got.start, got.end) == ("1994/1997", "1994-01-01", "1997-12-31")
    assert [d.value for d in dates] == ["1994", "1997"]
