"""The sets of evaluation/incidents are whole and say of themselves what is true."""

import json
import re
import sys
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

import same_incident

_ROOT = Path(__file__).resolve().parent.parent
Row = dict[str, Any]


def _rows(path: str) -> list[Row]:
    return [json.loads(line) for line in (_ROOT / path).read_text(encoding="utf-8").splitlines()]


PAIRS = _rows("evaluation/incidents/pairs.jsonl")
TOWNS = _rows("evaluation/incidents/towns.jsonl")
REPORTS = _rows("examples/reports/reports.jsonl")
README = (_ROOT / "evaluation" / "incidents" / "README.md").read_text(encoding="utf-8")


def test_every_sample_report_has_its_incident_once() -> None:
    assert [row["report"] for row in PAIRS] == [row["id"] for row in REPORTS]
    known = {row["report"]: row["cluster"] for row in PAIRS}
    for row in PAIRS:
        assert row["cluster"] not in row["also"]
        assert all(known[other] != row["cluster"] for other in row["unsure"])


def test_the_readme_counts_the_pairs_of_the_invented_reports() -> None:
    alike = sum(a["cluster"] == b["cluster"] for a, b in combinations(TOWNS, 2))
    every = len(TOWNS) * (len(TOWNS) - 1) // 2
    assert f"{alike} pairs of {every}" in README
    for cluster in {row["cluster"] for row in TOWNS}:
        assert re.search(rf"^\| {cluster} \|", README, re.MULTILINE)


@pytest.mark.parametrize("row", [*REPORTS, *TOWNS], ids=lambda row: row["id"])
def test_a_report_is_short_and_its_outlet_a_placeholder(row: Row) -> None:
    assert 40 <= len(row["text"].split()) <= 220
    assert re.match(r"https://example\.(?:org|com|net)/", row["url"])
    assert not re.search(r"[\u201c\u201d\"]", row["text"])


def _incident(*chiefly: str, passing: str) -> Row:
    reports = [{"id": name, "main": True} for name in chiefly]
    return {"reports": [*reports, {"id": passing, "main": False}]}


def test_pairs_are_counted_by_what_reports_are_chiefly_about() -> None:
    rows = [
        {"report": "a", "cluster": "x", "unsure": []},
        {"report": "b", "cluster": "x", "unsure": []},
        {"report": "c", "cluster": "y", "unsure": ["d"]},
        {"report": "d", "cluster": "z", "unsure": []},
    ]
    given = same_incident.put_together(
        [_incident("b", "a", "c", passing="d"), _incident("d", "c", passing="a")]
    )
    found = same_incident.figures(rows, given)
    assert given == {("a", "b"), ("a", "c"), ("b", "c"), ("c", "d")}
    assert (found["alike"], found["given"], found["right"]) == (1, 3, 1)
    assert len(list(same_incident.faults(rows, given))) == 2
