"""Harm by nature before an act, and agreements to stop helping."""

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
    ("text", "types", "killed"),
    [
        (
            "Peru's council declared an emergency after floods had killed almost 100 people and damaged 900 homes.",
            ["COERCE"],
            None,
        ),
        ("Peru's council declared an emergency after 12 people had been killed by a landslide.", ["COERCE"], None),
        ("Rebels attacked the market in Kaya, killing 12 people.", ["ASSAULT"], 12),
        ("Rebels had killed 12 people and burned two shops in Kaya.", ["ASSAULT", "ASSAULT"], 12),
    ],
)  # fmt: skip
def test_the_toll_of_another_matter_is_no_figure_of_the_act(
    pipeline: Pipeline, text: str, types: list[str], killed: int | None
) -> None:
    record = coded(pipeline, text)
    assert [e.type for e in record.events] == types
    figures = [e.magnitude.killed[0] for e in record.events if e.magnitude.killed]
    assert (figures[0] if figures else None) == killed


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenya agreed to stop giving military support to the rebels.", "AGREE"),
        ("Kenya threatened to stop giving military support to the rebels.", "THREATEN"),
        ("Kenya stopped giving military support to the rebels.", "SANCTION"),
    ],
)
def test_what_is_agreed_is_no_threat(pipeline: Pipeline, text: str, wanted: str) -> None:
    assert [e.type for e in coded(pipeline, text).events] == [wanted]
