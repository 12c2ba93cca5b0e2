"""Figures on evaluation/incidents: are reports about one incident put together, and near misses kept apart.

same_incident.py [--show]

Two reports are put together where ``dateline incidents --json`` has an incident that both are chiefly about (``main``).
"""

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from dateline.cli import main as dateline

_ROOT = Path(__file__).resolve().parent.parent
SETS = _ROOT / "evaluation" / "incidents"
SAMPLES = _ROOT / "examples" / "reports" / "reports.jsonl"
Row = dict[str, Any]
Pairs = set[tuple[str, str]]


def rows(name: str) -> list[Row]:
    """The lines of a set: ``pairs`` (the sample reports) or ``towns``."""
    lines = (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    found: list[Row] = [json.loads(line) for line in lines]
    return found


def _identity(row: Row) -> str:
    return str(row.get("report", row.get("id")))


def marked(found: Sequence[Row]) -> tuple[Pairs, Pairs]:
    """The pairs about one incident, and those that count neither way."""
    alike = {_pair(a, b) for a, b in combinations(found, 2) if a["cluster"] == b["cluster"]}
    unsure = {_order(_identity(row), other) for row in found for other in row.get("unsure", [])}
    return alike, unsure


def _pair(one: Row, other: Row) -> tuple[str, str]:
    return _order(_identity(one), _identity(other))


def _order(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def put_together(incidents: Sequence[Row]) -> Pairs:
    """The pairs of reports that are both chiefly about one incident."""
    return {
        _order(one, other)
        for incident in incidents
        for one, other in combinations(_chiefly(incident), 2)
    }


def _chiefly(incident: Row) -> list[str]:
    return [report["id"] for report in incident["reports"] if report["main"]]


def incidents(path: Path) -> list[Row]:
    """What the command makes of a file of reports."""
    ran = CliRunner().invoke(dateline, ["incidents", "--json", str(path)])
    if ran.exit_code not in {0, 3}:
        raise SystemExit(ran.output.strip()[-500:])
    return [json.loads(line) for line in ran.stdout.splitlines()]


def figures(found: Sequence[Row], given: Pairs) -> dict[str, float]:
    """Precision, recall and F1 over pairs of reports, with the numbers they come from."""
    alike, unsure = marked(found)
    kept = given - unsure
    right = len(kept & alike)
    return {
        "alike": len(alike),
        "given": len(kept),
        "right": right,
        "precision": round(right / max(1, len(kept)), 3),
        "recall": round(right / max(1, len(alike)), 3),
        "f1": round(2 * right / max(1, len(kept) + len(alike)), 3),
    }


def faults(found: Sequence[Row], given: Pairs) -> Iterator[str]:
    """A line for each pair that is wrong or missed."""
    alike, unsure = marked(found)
    for pair in sorted(given - alike - unsure):
        yield f"  together, should be apart: {' '.join(pair)}"
    for pair in sorted(alike - given):
        yield f"  apart, should be together: {' '.join(pair)}"


def main(arguments: Sequence[str]) -> int:
    """Print the figures of both sets."""
    for name, path in (("pairs", SAMPLES), ("towns", SETS / "towns.jsonl")):
        found, given = rows(name), put_together(incidents(path))
        print(f"{name}: {figures(found, given)}")
        if "--show" in arguments:
            print("\n".join(faults(found, given)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
