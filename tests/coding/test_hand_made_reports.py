"""Reports that a library user makes by hand, without intake."""

import pytest

from dateline.pipeline import Pipeline
from dateline.records import Report

pytestmark = pytest.mark.model

TEXT = "LIMA, Peru - Peruvian border guards detained 12 smugglers near Tacna on Monday."


def test_a_dateline_left_in_the_text_is_no_part_of_who_acts() -> None:
    (record,) = Pipeline().run([Report("r", "made", TEXT, language="en")])
    assert record.report.dateline is not None
    assert record.report.dateline.place == "LIMA, Peru"
    (event,) = record.events
    assert [p.text for p in event.actors] == ["Peruvian border guards"]
