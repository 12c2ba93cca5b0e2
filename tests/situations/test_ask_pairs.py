"""Answers in pairs: what differs is one turn of the report or of the question, and with it the side of a line."""

from collections.abc import Callable

import pytest

from dateline.parse.spacy_parser import SpacyParser
from dateline.pipeline import Pipeline
from dateline.records import Report
from dateline.records.answer import Answer
from dateline.situations.ask import answer, told_of
from dateline.situations.question_reading import QuestionReader

pytestmark = pytest.mark.model

Ask = Callable[[str, str], Answer]
DAY = "2025-03-20"


@pytest.fixture(scope="module")
def ask() -> Ask:
    parser = SpacyParser()
    pipeline = Pipeline(parser=parser)
    reader = QuestionReader(parser, pipeline)

    def put(question: str, text: str) -> Answer:
        report = Report(
            "r", "r", text, published="2025-03-19", published_from="given", language="en"
        )
        return answer(question, told_of(pipeline.run([report])), reader, DAY)

    return put


def sides(found: Answer) -> list[str]:
    return [line.side for line in found.lines]


CHARGE = "Kenya accused Somalia on Tuesday of having shelled the town of Mandera. "
#: A question, a report, the sides of its lines.
PAIRS = [
    # a denial answers the charge before it, in whatever words; one of something else does not
    ("Did Somalia shell Mandera?", CHARGE + "Somalia denied this.", ["for", "against"]),
    ("Did Somalia shell Mandera?", CHARGE + "Somalia called the allegation baseless.", ["for", "against"]),
    ("Did Somalia shell Mandera?", CHARGE + "Somalia denied that it had raised fuel prices.", ["for"]),
    # the sides exchanged are context
    ("Did Kenya shell Somalia?", "Somali troops shelled Kenyan soldiers near Mandera on Monday.", ["context"]),
    # a spokesman speaks for whom he is said to; the forces of another are not a state's
    ("Has the Azawad Front denied attacking Kidal?",
     "The army said rebels had attacked Kidal. A spokesman for the Azawad Front denied that it had attacked Kidal.", ["for"]),
    # what an outlet takes back is told no more
    ("How many soldiers were killed at Menaka?",
     "An earlier version of this report said that nine soldiers had been killed at Menaka.", []),
    # a passive is done by its by-phrase, not by who tells it
    ("Did the Malian army kill three herders in Menaka?",
     "Three herders were found dead in Menaka after a raid, the Malian army said.", []),
    # nothing seen of what would break a truce is context, and only where the truce is spoken of
    ("Is the ceasefire in Sudan holding?",
     "The ceasefire in Sudan began on Monday. No serious clashes were reported in Khartoum, Sudan, on Tuesday.", ["context"]),
    ("Is the ceasefire in Sudan holding?",
     "Elections in Sudan began on Monday. No serious clashes were reported in Khartoum, Sudan, on Tuesday.", []),
    # no sign of it is no denial, and no proof
    ("Have Russian troops left Syria?", "There was no sign that Russian troops were leaving Syria.", ["against"]),
]  # fmt: skip


@pytest.mark.parametrize(("question", "text", "wanted"), PAIRS)
def test_lines_stand_on_their_sides(ask: Ask, question: str, text: str, wanted: list[str]) -> None:
    assert sides(ask(question, text)) == wanted


def test_no_sign_of_it_establishes_nothing(ask: Ask) -> None:
    found = ask("Have Russian troops left Syria?", PAIRS[-1][1])
    assert found.established == "not established"


@pytest.mark.parametrize(
    "question",
    [
        "Which side is right about who fired first in Mandera?",
        "Is Kenya to blame for the shelling of Mandera?",
    ],
)
def test_who_is_right_is_not_judged(ask: Ask, question: str) -> None:
    found = ask(question, CHARGE)
    assert found.understood.form == "search"
    assert found.established is None


def test_a_name_is_not_divided(ask: Ask) -> None:
    found = ask("Has the Malian army taken Kidal?", "The Malian army took Kidal on Monday.")
    assert [p.name for p in found.understood.actors] == ["Malian army"]
    assert sides(found) == ["for"]
