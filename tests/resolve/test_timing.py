"""Which act a date is the day of, where a sentence tells of several: with the trained parser."""

import pytest

from dateline.parse.spacy_parser import SpacyParser
from dateline.records import DateExpression, ParsedReport, Report
from dateline.resolve.dates import find_dates
from dateline.resolve.timing import date_for

pytestmark = pytest.mark.model

#: A Wednesday.
PUBLISHED = "2021-09-15"


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def parsed(parser: SpacyParser, text: str) -> ParsedReport:
    return next(parser.parse([Report("r", "test", text, published=PUBLISHED)]))


def date_of(parser: SpacyParser, text: str, word: str) -> DateExpression | None:
    """The date of the first word that reads so."""
    report = parsed(parser, text)
    dates = find_dates(report)
    for sentence in report.sentences:
        for token in sentence.tokens:
            if token.text == word:
                return date_for(sentence, token.i, dates)
    pytest.fail(f"no word {word}")


def value_of(parser: SpacyParser, text: str, word: str) -> str | None:
    found = date_of(parser, text, word)
    return found.value if found else None


TORTURE = "A court in Lusaka on Monday sentenced a colonel to ten years in prison for the torture of a prisoner in 2013."
JAILED = (
    "A judge in Accra jailed two men on Tuesday for their role in the killing of a senator in 2016."
)
PRESIDENT = "Generals seized power on Friday, two days after their soldiers detained the president."
WARNED = "The minister warned on Tuesday that any step would bring a reply, three days after rebels fired rockets at the capital."
REFUSED = "The king said on Tuesday he would not sign the law, a day after crowds stormed the assembly, and opened fire on its guards."
BOMBED = "On Sunday rebels bombed the bridge that the army had rebuilt in 2019."
ANNEXED = "The quarrel began in 2014, when Norland annexed the island and sent its navy there."
STRIKES = "Air strikes forced the rebels to the table later in 1995."


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        (TORTURE, "sentenced", "2021-09-13"),
        (TORTURE, "torture", "2013"),
        (JAILED, "jailed", "2021-09-14"),
        (JAILED, "killing", "2016"),
        ("A court convicted him on Monday of murdering a priest in 2009.", "convicted", "2021-09-13"),
        ("A court convicted him on Monday of murdering a priest in 2009.", "murdering", "2009"),
        ("Prosecutors charged a banker on Friday with fraud in 2018.", "charged", "2021-09-10"),
        ("Police arrested a man on Monday over a bombing in the port in May 2017.", "bombing", "2017-05"),
        ("Police arrested a man on Monday over a bombing in the port in May 2017.", "arrested", "2021-09-13"),
        ("Police arrested a man in the port on Monday.", "arrested", "2021-09-13"),
        ("Protesters in Lusaka on Monday burned a bus.", "burned", "2021-09-13"),
        ("The attack in Lusaka on Monday killed ten people.", "attack", "2021-09-13"),
        ("The attack in Lusaka on Monday killed ten people.", "killed", "2021-09-13"),
        ("The raid was revenge for an ambush near the river on March 3.", "raid", None),
        ("The raid was revenge for an ambush near the river on March 3.", "ambush", "2021-03-03"),
        ("The island has had two coups since independence from Norland in 1975.", "had", None),
        ("The island had two coups in 1975.", "had", "1975"),
        ("The general was convicted in the 2010 massacre.", "convicted", None),
        ("Forty villagers died in the 2010 massacre.", "died", "2010"),
        ("Gunmen seized ten nurses in their March 3 attack on the town.", "seized", "2021-03-03"),
        ("The minister was told about the March 3 attack on the town.", "told", None),
        ("A gunman wounded the mayor on Friday during a rally in the port.", "rally", "2021-09-10"),
        ("Six soldiers died on Friday in a war that nobody wanted.", "war", None),
        ("Unions have called a strike for Friday.", "called", None),
        ("Unions have called a strike for Friday.", "strike", "2021-09-17"),
        ("Miners called a strike on Friday.", "called", "2021-09-10"),
        ("Thousands marched on Saturday to protest the arrest of a singer on March 3.", "protest", None),
        ("Thousands marched on Saturday to protest the arrest of a singer on March 3.", "arrest", "2021-03-03"),
        ("Soldiers shot the 2010 champion.", "shot", None),
        ("A court found him guilty of ordering the massacre of farmers in 1999.", "massacre", "1999"),
        ("The raid was revenge for an ambush near the river on March 3 that killed ten sailors.", "killed", "2021-03-03"),
        ("In 2000 armed farmers held the governor for a week.", "held", "2000"),
        (BOMBED, "bombed", "2021-09-12"),
        (BOMBED, "rebuilt", "2019"),
    ],
)  # fmt: skip
def test_each_act_keeps_its_own_day(
    parser: SpacyParser, text: str, word: str, wanted: str | None
) -> None:
    assert value_of(parser, text, word) == wanted


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        (PRESIDENT, "seized", "2021-09-10"),
        (PRESIDENT, "detained", "2021-09-08"),
        (WARNED, "warned", "2021-09-14"),
        (WARNED, "fired", "2021-09-11"),
        (REFUSED, "stormed", "2021-09-13"),
        (REFUSED, "opened", "2021-09-13"),
        (REFUSED, "said", "2021-09-14"),
        ("A year after the coup, soldiers shot three students on Monday.", "coup", "2020"),
        ("He fled two days after rebels took the town on Monday.", "took", "2021-09-13"),
        ("He fled two days after rebels took the town on Monday.", "fled", "2021-09-15"),
        ("Sunday's blast came two days after bombs killed six officers.", "killed", "2021-09-10"),
        ("Rebels freed the pilot on Friday, twelve days after gunmen kidnapped him.", "kidnapped", "2021-08-29"),
        ("The army fired on Sunday, a navy officer said, two days after it threatened to retaliate.", "threatened", "2021-09-10"),
        ("The bridge reopened on Friday, a week after the raid on the port.", "raid", "2021-W35"),
        ("The army withdrew on May 3, 2019, two years after it captured the port.", "captured", "2017"),
        ("Envoys met on Friday, three days before rebels attacked the port.", "attacked", "2021-09-13"),
        ("Three days after Friday's raid, police arrested a suspect.", "arrested", "2021-09-13"),
        ("Three days after Friday's raid, police arrested a suspect.", "raid", "2021-09-10"),
        ("Police arrested a suspect two days after a raid on the port.", "raid", None),
        ("Police arrested a suspect two days after a raid on the port.", "arrested", None),
        ("Generals seized power on Friday, hours after soldiers detained the president.", "detained", None),
        ("Generals seized power on Friday, days after soldiers detained the president.", "detained", None),
        ("Generals seized power on Friday, less than two days after soldiers detained the president.", "detained", None),
        ("Generals seized power this month, two days after soldiers detained the president.", "detained", None),
        ("Generals seized power on Friday after soldiers detained the president.", "detained", None),
    ],
)  # fmt: skip
def test_counted_times(parser: SpacyParser, text: str, word: str, wanted: str | None) -> None:
    assert value_of(parser, text, word) == wanted


def test_a_counted_time_shows_its_words(parser: SpacyParser) -> None:
    got = date_of(parser, PRESIDENT, "detained")
    assert got is not None
    assert (got.text, got.type, got.start, got.end) == (
        "two days after", "DATE", "2021-09-08", "2021-09-08",
    )  # fmt: skip
    assert got.basis == 'relative to "Friday"'
    assert PRESIDENT[got.span.start : got.span.end] == got.text


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("The port has been shut since Sunday, when rebels fired rockets that killed four sailors.", "fired", "2021-09-12"),
        ("The port has been shut since Sunday, when rebels fired rockets that killed four sailors.", "killed", "2021-09-12"),
        ("The port has been shut since Sunday, when rebels fired rockets that killed four sailors.", "shut", None),
        ("Crowds have held the palace since Saturday, when the president agreed to resign.", "agreed", "2021-09-11"),
        (ANNEXED, "annexed", "2014"),
        (ANNEXED, "sent", "2014"),
        (STRIKES, "strikes", "1995"),
        (STRIKES, "forced", "1995"),
        ("Two soldiers were killed and five wounded in an ambush on Sunday.", "killed", "2021-09-12"),
        ("A bomb went off near the port on Monday, killing ten and wounding thirty.", "wounding", "2021-09-13"),
        ("Air strikes prompted the council on Friday to meet.", "strikes", None),
        ("Officers with sticks beat voters and fired at crowds in the port on Sunday.", "beat", "2021-09-12"),
        ("Fighters have carried out ten raids in the past two years.", "carried", "2019-09-15/2021-09-15"),
        ("Over the past week, soldiers killed ten people.", "killed", "2021-09-08/2021-09-15"),
        ("Soldiers have held the port for two years.", "held", None),
    ],
)  # fmt: skip
def test_days_are_shared(parser: SpacyParser, text: str, word: str, wanted: str | None) -> None:
    assert value_of(parser, text, word) == wanted


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Youths set fire to the party's office in the port on Thursday.", ["2021-09-09"]),
        ("The trial was set for Thursday.", ["2021-09-16"]),
        ("Police were called to the shop at about 11.40pm on Thursday.", ["2021-09-09"]),
        ("The president called an election for Thursday.", ["2021-09-16"]),
        ("Norland summoned the envoy on Thursday.", ["2021-09-09"]),
        ("The court adjourned on Thursday.", ["2021-09-09"]),
        ("The court adjourned the case until Thursday.", ["2021-09-16"]),
        ("The army and the rebels agreed to a truce starting on Sunday morning.", ["2021-09-19"]),
        ("Ministers announced a curfew from Saturday.", ["2021-09-18"]),
        ("Rebels carried out raids starting on Sunday.", ["2021-09-12"]),
        ("Soldiers tried to storm the palace on Friday.", ["2021-09-10"]),
        ("Soldiers want to storm the palace on Friday.", ["2021-09-17"]),
        ("Police found the car on Thursday. They arrested its owner the next morning.", ["2021-09-09", "2021-09-10"]),
        ("The riot of January 6, 2020 shook the island. On January 6 the guards fled.", ["2020-01-06"] * 2),
        ("The riot of January 6, 2020 shook the island. On January 9 the guards fled.", ["2020-01-06", "2021-01-09"]),
        ("The riot of September 14, 2001 shook the island. On September 14 crowds remembered it.", ["2001-09-14", "2021-09-14"]),
        ("On Thursday, the panel is set to begin its work.", ["2021-09-16"]),
        ("In her early 20s, she left the island in the early '80s.", ["1980-01-01"]),
        ("They shipped Christmas trees in the middle of the night.", []),
        ("The envoy told Norland Today that parliament reopens on Friday.", ["2021-09-17"]),
        ("The chancellor steps down in March.", ["2022-03-01"]),
        ("A bomb kills three on Friday.", ["2021-09-10"]),
        ("The war did not start last Tuesday.", ["2021-09-07"]),
    ],
)  # fmt: skip
def test_past_and_ahead(parser: SpacyParser, text: str, starts: list[str]) -> None:
    assert [d.start for d in find_dates(parsed(parser, text))] == starts


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Peru said it was receiving two judges in Lima on Sunday.", "receiving", "2021-09-19"),
        ("Peru is receiving two judges in Lima on Sunday.", "receiving", "2021-09-19"),
        ("Peru was receiving two judges in Lima on Sunday.", "receiving", "2021-09-12"),
        ("Berlin said it was shelling the port on Sunday.", "shelling", "2021-09-12"),
    ],
)
def test_the_progressive_of_a_diary_lies_ahead(
    parser: SpacyParser, text: str, word: str, day: str
) -> None:
    assert value_of(parser, text, word) == day
