"""The sets of evaluation/incidents are whole and say of themselves what is true."""

import json
import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

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
