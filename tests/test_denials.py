"""The open part of the denials battery against floors; the sealed part is only counted (tools/denials.py --sealed)."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

import denials

from dateline.pipeline import Pipeline
from dateline.records import Report

FLOORS = {
    "claims_found": 0.92, "claim_precision": 0.95, "speaker": 0.95, "act": 0.92, "content": 0.95, "stance": 0.86,
    "status": 0.85,
}  # fmt: skip


@pytest.mark.model
def test_open_part_keeps_its_floors() -> None:
    found = denials.figures(Pipeline(), "open")
    assert found["claims"] >= 370
    assert {k: v for k, v in found.items() if k in FLOORS and v < FLOORS[k]} == {}


def test_parts_are_apart() -> None:
    opened = {r["text"] for r in denials.rows("open")}
    sealed = {r["text"] for r in denials.rows("sealed")}
    assert (len(opened), len(sealed)) == (288, 144)
    assert not opened & sealed


@pytest.mark.model
def test_a_wrong_speaker_act_or_stance_is_counted() -> None:
    text = "Arland's army denied shelling the camp."
    want = {
        "speaker": "Arland's army", "speaker_span": [0, 13], "speaker_alt": [], "act": "deny", "act_alt": [],
        "cue": "denied", "cue_span": [14, 20], "content": "shelling the camp", "content_spans": [[21, 38]],
        "content_alt": [], "direct": False, "of": None,
    }  # fmt: skip
    row = {
        "id": "t",
        "part": "open",
        "date": "2024-05-05",
        "text": text,
        "claims": [want],
        "events": [],
    }
    record = next(iter(Pipeline().run([Report("t", "-", text)])))
    kinds = ("speaker", "act", "content")

    def verdicts(**change: object) -> dict[str, str]:
        marked = {**row, "claims": [{**want, **change}]}
        return {k: v for k, v, _ in denials.claim_faults(marked, record) if k in kinds}

    assert set(verdicts().values()) == {"right"}
    assert verdicts(speaker="the camp", speaker_span=[30, 38])["speaker"] == "wrong"
    assert verdicts(act="say")["act"] == "wrong"
    assert verdicts(content="a bridge far away", content_alt=[])["content"] == "wrong"
