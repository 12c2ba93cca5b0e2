"""Why an event was coded."""

import pytest
from helpers.samples import EMPTY, RECORD

from dateline.errors import UsageError
from dateline.formats.explain import explain, has_event


def test_one_event() -> None:
    told = explain(RECORD, "e-shelling")
    for words in (
        "coder: dateline 0.1.0, en_core_web_md 3.8.0, lexicon 2026-11, status-1",
        "1. e-shelling  ASSAULT: attacks (heavy weapons)",
        "Rebels [[shelled]] the harbour",
        "actors       Rebels [YEMREB] from \u201cRebels\u201d",
        "recipients   dockers [YEMLAB] from \u201cdockers\u201d (inferred)",
        "place        Aden = Aden",
        "date         Friday = Friday 5 April 2019 (relative to the report)",
        "figures      at least 12 killed",
        "according to mayor of Aden",
        "entries      assault.shell.v1",
        "operators    attribution: said",
        "rejected     MOBILIZE: weaker",
        "notes        subject is doer",
    ):
        assert words in told
    assert "e-promise" not in told


@pytest.mark.parametrize("name", ["e-prom", "3", "e-promise"])
def test_ways_to_name_an_event(name: str) -> None:
    assert has_event(RECORD, name)
    told = explain(RECORD, name)
    assert "3. e-promise" in told
    assert "about        AID: gives aid (medical)" in told


@pytest.mark.parametrize("name", ["e-", "9", "nothing", ""])
def test_unknown_event(name: str) -> None:
    assert not has_event(RECORD, name)
    with pytest.raises(UsageError, match="its events: e-shelling, e-denied"):
        explain(RECORD, name)


def test_all_events_and_none() -> None:
    assert explain(RECORD).count("confidence") == len(RECORD.events)
    assert "not coded: the text is in German" in explain(EMPTY)
