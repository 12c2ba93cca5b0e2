"""The examples of the ontology files: each is coded as its type, and no near miss is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

pytestmark = pytest.mark.model

FOLDER = Path(__file__).resolve().parent.parent / "knowledge" / "ontology" / "events"
TYPES = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yml"))]

Code = Callable[..., dict[str, Any]]


def rows(key: str) -> list[Any]:
    """Rows of all types; one with a `gap` must fail, so that a gap that closes is noticed."""
    return [
        pytest.param(kind["id"], row, id=row["id"], marks=gap(row))
        for kind in TYPES
        for row in kind[key]
    ]


def gap(row: dict[str, Any]) -> tuple[pytest.MarkDecorator, ...]:
    reason = row.get("gap")
    return (pytest.mark.xfail(strict=True, reason=reason),) if reason else ()


def facts(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [e for e in record["events"] if e["status"] == "actual"]


def shown(record: dict[str, Any]) -> str:
    return "; ".join(
        f"{e['type']}/{e['status']} {e['modes']} {e['trigger']['text']}" for e in record["events"]
    )


def codes(actors: list[dict[str, Any]]) -> set[str]:
    return {a["country"] or "" for a in actors} - {""} | {s for a in actors for s in a["sectors"]}


@pytest.mark.parametrize(("kind", "row"), rows("examples"))
def test_example_is_coded_as_its_type(code: Code, kind: str, row: dict[str, Any]) -> None:
    record = code(row["text"])
    found = [e for e in facts(record) if e["type"] == kind]
    assert found, shown(record) or "no event"
    event = found[0]
    assert set(row.get("modes", [])) <= set(event["modes"]), shown(record)
    for side in ("actors", "recipients"):
        for wanted in row[side]:
            parts = set(wanted.split("/"))
            assert parts & (codes(event[side]) | codes(event["actors"])), (
                side,
                wanted,
                shown(record),
            )


@pytest.mark.parametrize(("kind", "row"), rows("near_misses"))
def test_near_miss_is_another_type(code: Code, kind: str, row: dict[str, Any]) -> None:
    record = code(row["text"])
    assert kind not in {e["type"] for e in facts(record)}, shown(record)
    if row["type"]:
        assert row["type"] in {e["type"] for e in facts(record)}, shown(record) or "no event"
    else:
        assert not facts(record), shown(record)
