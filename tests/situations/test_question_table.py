"""The table of questions: every example finds its own entry."""

import pytest

from dateline.knowledge.questions import questions
from dateline.parse.spacy_parser import SpacyParser
from dateline.pipeline import Pipeline
from dateline.situations.question_reading import QuestionReader


@pytest.fixture(scope="module")
def reader() -> QuestionReader:
    parser = SpacyParser()
    return QuestionReader(parser, Pipeline(parser=parser))


@pytest.mark.model
@pytest.mark.parametrize("asking", questions().acts, ids=lambda a: a.id)
def test_every_example_finds_its_entry(reader: QuestionReader, asking: object) -> None:
    found = reader.read(asking.example, "2025-03-10")  # type: ignore[attr-defined]
    assert [a.id for a in found.asks] == [asking.id]  # type: ignore[attr-defined]


def test_opposites_and_neighbours_are_there() -> None:
    ids = {a.id for a in questions().acts}
    for asking in questions().acts:
        assert {*asking.opposite, *asking.near} <= ids


def test_irregular_forms_have_one_lemma() -> None:
    assert questions().lemma("Retook") == "retake"
    assert questions().lemma("closed") == "closed"


def test_a_region_tells_its_own_states_from_those_some_count_to_it() -> None:
    region = questions().regions["middle east"]
    assert "SYR" in region.countries
    assert "LBY" in region.also - region.countries
