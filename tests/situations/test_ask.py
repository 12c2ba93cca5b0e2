"""Questions over small reports: what stands on which side, in minimal pairs."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.parse.spacy_parser import SpacyParser
from dateline.pipeline import Pipeline
from dateline.records import Report
from dateline.records.answer import Answer
from dateline.situations.ask import answer, told_of
from dateline.situations.evidence_facts import Told
from dateline.situations.question_reading import QuestionReader

pytestmark = pytest.mark.model

REPORTS = {
    "market": (
        "2025-03-04",
        (
            "TESSALIT, Mali - Malian army gunners shelled the main market in Tessalit on Monday, killing 14 people, "
            "residents said. The army denied shelling the market and blamed the rebels."
        ),
    ),
    "fighters": (
        "2025-03-06",
        (
            "Russia has denied sending mercenaries to Mali. Algeria said that Russian mercenaries had been deployed in "
            "Kidal. Burkina Faso sent 300 soldiers to Mali to support the army, its defence ministry said."
        ),
    ),
    "border": (
        "2025-03-07",
        (
            "Chad closed its border with Sudan on Thursday after fighting in Darfur. The United Arab Emirates rejected "
            "accusations that it was arming the Rapid Support Forces."
        ),
    ),
    "khartoum": (
        "2025-03-08",
        (
            "Police in Khartoum arrested 20 protesters on Friday during a march against the war. Egypt said it would "
            "send humanitarian aid to Darfur. Ethiopia could send troops to Sudan, analysts fear."
        ),
    ),
    "lakes": (
        "2025-03-08",
        (
            "M23 fighters control Goma and Bukavu. Rwanda has repeatedly denied backing M23. Talks between the Congolese "
            "government and the M23 rebels will begin in Nairobi on March 15, Kenya's foreign ministry said."
        ),
    ),
    "sea": (
        "2025-03-09",
        (
            "Turkey threatened to send warships to Crete. Greek Prime Minister Kyriakos Mitsotakis met Turkish President "
            "Recep Tayyip Erdogan in Ankara on Friday and said the talks were useful."
        ),
    ),
}
Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def reader() -> QuestionReader:
    parser = SpacyParser()
    return QuestionReader(parser, Pipeline(parser=parser))


@pytest.fixture(scope="module")
def told(reader: QuestionReader) -> tuple[Told, ...]:
    reports = (
        Report(name, name, text, published=day, published_from="given", language="en")
        for name, (day, text) in REPORTS.items()
    )
    return told_of(Pipeline(parser=reader.parser).run(reports))


@pytest.fixture(scope="module")
def ask(reader: QuestionReader, told: tuple[Told, ...]) -> Ask:
    return lambda question: answer(question, told, reader)


def sides(found: Answer, words: str) -> set[str]:
    """The sides of all lines that quote some words."""
    return {line.side for line in found.lines if words in line.cite.quote}


@pytest.mark.parametrize(
    ("question", "words", "side"),
    [
        ("Did the Malian army shell the market in Tessalit?", "shelled the main market", "for"),
        ("Did the Malian army shell the market in Tessalit?", "denied shelling", "against"),
        ("Was the market in Tessalit shelled by the army?", "shelled the main market", "for"),
        ("Has Russia sent mercenaries to Mali?", "deployed in Kidal", "for"),
        ("Has Russia sent mercenaries to Mali?", "denied sending", "against"),
        ("Is Russia sending fighters to Mali?", "denied sending", "against"),
        ("Did Burkina Faso send troops to Mali?", "300 soldiers", "for"),
        ("Did Chad close its border with Sudan?", "Chad closed its border", "for"),
        ("Did the police arrest protesters in Khartoum?", "arrested 20 protesters", "for"),
        ("Will Egypt send aid to Darfur?", "would send humanitarian aid", "open"),
        ("Is Ethiopia sending troops to Sudan?", "could send troops", "open"),
        ("Is the UAE arming the Rapid Support Forces?", "rejected accusations", "against"),
        ("Has Rwanda denied backing M23?", "repeatedly denied", "for"),
        ("Does Rwanda back M23?", "repeatedly denied", "against"),
        ("Is M23 backed by Rwanda?", "repeatedly denied", "against"),
        ("Did Turkey threaten Greece?", "threatened to send warships", "for"),
        ("Did Mitsotakis meet Erdogan?", "in Ankara", "for"),
        ("Did Erdogan meet Mitsotakis?", "in Ankara", "for"),
        ("Who controls Goma?", "control Goma", "found"),
        ("Who shelled the market in Tessalit?", "shelled the main market", "found"),
        ("Whom did the police arrest in Khartoum?", "arrested 20 protesters", "found"),
        ("How many people were killed in Tessalit?", "killing 14 people", "found"),
        ("Where did police arrest protesters?", "arrested 20 protesters", "found"),
        ("What did Mitsotakis say?", "talks were useful", "found"),
    ],
)
def test_the_words_stand_on_their_side(ask: Ask, question: str, words: str, side: str) -> None:
    assert side in sides(ask(question), words)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Did the rebels shell the market in Tessalit?", "shelled the main market"),
        ("Did the Malian army shell the market in Kidal?", "shelled the main market"),
        ("Did the Malian army shell the market in Tessalit in January?", "shelled the main market"),
        ("Did Mali send troops to Burkina Faso?", "300 soldiers"),
        ("Did Sudan close its border with Chad?", "Chad closed its border"),
        ("Did the protesters arrest police in Khartoum?", "arrested 20 protesters"),
        ("Did the police arrest protesters in Cairo?", "arrested 20 protesters"),
        ("Did Egypt send aid to Darfur?", "would send humanitarian aid"),
        ("Did Ethiopia send troops to Sudan?", "could send troops"),
        ("Is the UAE arming the Rapid Support Forces?", "rejected accusations"),
        ("Does Rwanda back M23?", "repeatedly denied"),
        ("Did Greece threaten Turkey?", "threatened to send warships"),
        ("Has Russia sent mercenaries to Mali?", "denied sending"),
        ("Did foreign soldiers shell the market in Tessalit?", "shelled the main market"),
    ],
)
def test_near_misses_are_not_for(ask: Ask, question: str, words: str) -> None:
    assert not sides(ask(question), words) & {"for", "found"}


@pytest.mark.parametrize(
    ("question", "established"),
    [
        ("Did Chad close its border with Sudan?", "asserted"),
        ("Did Burkina Faso send troops to Mali?", "attributed"),
        ("Has Russia sent mercenaries to Mali?", "disputed"),
        ("Does Rwanda back M23?", "denied"),
        ("Did Sudan close its border with Chad?", "not established"),
        ("Will Egypt send aid to Darfur?", "not established"),
        ("Who controls Goma?", None),
    ],
)
def test_the_strictest_word_counts(ask: Ask, question: str, established: str | None) -> None:
    assert ask(question).established == established


def test_every_quote_is_exactly_the_text(ask: Ask) -> None:
    for question in ("Has Russia sent mercenaries to Mali?", "Who controls Goma?", "Why did Chad?"):
        for line in ask(question).lines:
            for cite in (line.cite, *line.more):
                text = REPORTS[cite.source.id][1]
                assert text[cite.span.start : cite.span.end] == cite.quote


def test_a_state_is_tied_to_its_head_but_not_the_same(ask: Ask) -> None:
    found = ask("Did Putin send mercenaries to Mali?")
    assert sides(found, "denied sending") == {"against"}
    assert sides(found, "deployed in Kidal") <= {"context"}
    assert found.established == "not established"
    assert "No report names Putin." in found.not_reported


def test_a_loaded_word_stays_the_questions(ask: Ask) -> None:
    found = ask("Is Russia making another power grab in Mali?")
    assert found.understood.words[:2] == ("power", "grab")
    assert all("grab" not in line.says for line in found.lines)
    assert any("another" in words for words in found.not_reported)


@pytest.mark.parametrize("question", ["Why did Chad close the border?", "Chad border", "Who?"])
def test_what_cannot_be_read_says_why_and_searches(ask: Ask, question: str) -> None:
    found = ask(question)
    assert found.understood.form == "search"
    assert found.understood.why_not
    assert found.established is None
    assert all(line.stance == "found by words" for line in found.lines)


def test_days_count_from_the_newest_report(ask: Ask) -> None:
    found = ask("Did the police arrest protesters in Khartoum on Friday?")
    assert (found.understood.first_day, found.understood.last_day) == ("2025-03-07", "2025-03-07")
    assert sides(found, "arrested 20 protesters") == {"for"}


def test_the_same_answer_in_any_order_of_names(
    reader: QuestionReader, told: tuple[Told, ...]
) -> None:
    question = "Has Russia sent mercenaries to Mali?"
    turned = tuple(
        replace(t, source=replace(t.source, key=n)) for n, t in enumerate(reversed(told), 1)
    )
    first, second = answer(question, told, reader), answer(question, turned, reader)
    assert first.established == second.established
    assert {(k.side, k.cite.quote) for k in first.lines} == {
        (k.side, k.cite.quote) for k in second.lines
    }
