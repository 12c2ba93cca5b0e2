"""Counts of the dead, figures of two kinds together, and whose an aircraft is."""

import pytest

from dateline.pipeline import Pipeline
from dateline.records import Record, Report

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def coded(pipeline: Pipeline, text: str) -> Record:
    (record,) = pipeline.run([Report("r", "-", text, published="2021-05-04")])
    return record


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Ecuador raised the number of its dead soldiers from 16 to more than 50.", []),
        ("Ecuador raised the number of its soldiers in Loja from 16 to more than 50.", ["MOBILIZE"]),
    ],
)  # fmt: skip
def test_a_count_of_the_dead_is_no_force(pipeline: Pipeline, text: str, types: list[str]) -> None:
    assert [e.type for e in coded(pipeline, text).events] == types


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Peru said that 550 Ecuadorean troops had been killed or wounded.", None),
        ("About 40 soldiers were killed or injured in an attack by rebels.", None),
        ("Peru said that 550 Ecuadorean troops had been killed.", (550, 550)),
        ("Rebels killed 12 soldiers and wounded 30 in Goma.", (12, 12)),
    ],
)
def test_the_sum_of_dead_and_hurt_is_a_figure_of_neither(
    pipeline: Pipeline, text: str, killed: tuple[int, int] | None
) -> None:
    figures = [(e.magnitude.killed, e.magnitude.injured) for e in coded(pipeline, text).events]
    assert [f[0] for f in figures] == [killed]
    if killed is None:
        assert figures == [(None, None)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ecuadorean forces shot down a Chilean helicopter over Peru.", {"CHL"}),
        ("Ecuadorean forces shelled a village in Peru.", {"PER"}),
    ],
)
def test_an_aircraft_is_not_the_land_s_it_flies_over(
    pipeline: Pipeline, text: str, wanted: set[str]
) -> None:
    (event,) = coded(pipeline, text).events
    assert {p.actor.country for p in event.recipients if p.actor.country} == wanted


def test_what_is_sent_to_an_area_in_dispute_is_not_sent_to_the_state(pipeline: Pipeline) -> None:
    (event,) = coded(pipeline, "Russia sent weapons to Transnistria.").events
    assert "Moldova" not in {p.actor.name for p in event.recipients}
