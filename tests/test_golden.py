"""Whole reports against their expected records; `pytest --update-golden` writes those anew, to be read before they are committed.

A case is NAME.txt (first line: the publication date, or `-`) beside NAME.json.  Versions, confidence, runners-up and other names are
left out: they move with every change of the lexicon, the gazetteer or the actor files.
"""

import difflib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.model

FOLDER = Path(__file__).parent / "golden"
EXAMPLES = Path(__file__).parent.parent / "examples"
CASES = {path.stem: path for path in sorted(FOLDER.glob("*.txt"))}
MOVING = {"aliases", "candidates", "coder", "commitment", "confidence", "wikidata"}


def told(path: Path) -> tuple[str, str | None]:
    """Text and publication date of a case."""
    day, _, text = path.read_text(encoding="utf-8").partition("\n")
    return text.strip(), None if day == "-" else day


def settled(node: Any) -> Any:
    """The record without what moves."""
    if isinstance(node, dict):
        return {k: settled(v) for k, v in node.items() if k not in MOVING}
    return [settled(v) for v in node] if isinstance(node, list) else node


def layout(record: dict[str, Any]) -> str:
    """JSON with one event, claim, actor, place ... a line."""
    parts = []
    for key, value in record.items():
        if isinstance(value, list):
            rows = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in value)
            parts.append(f'"{key}": [\n{rows}\n]' if rows else f'"{key}": []')
        else:
            parts.append(f'"{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def compare(record: dict[str, Any], path: Path, *, update: bool) -> None:
    if update:
        path.write_text(layout(settled(record)), encoding="utf-8")
    assert path.exists(), f"no {path.name} yet: run pytest --update-golden and read it"
    wanted, found = (
        path.read_text(encoding="utf-8").splitlines(),
        layout(settled(record)).splitlines(),
    )
    changed = [
        row[:300]
        for row in difflib.unified_diff(wanted, found, n=0, lineterm="")
        if row[:2] != "@@"
    ]
    assert not changed, "\n".join(changed[:20])


def line(name: str, text: str, day: str | None) -> dict[str, str]:
    return {"id": name, "text": text} | ({"published": day} if day else {})


@pytest.mark.parametrize("name", sorted(CASES))
def test_report_gives_its_expected_record(
    code_line: Callable[..., dict[str, Any]], update_golden: bool, name: str
) -> None:
    record = code_line(**line(name, *told(CASES[name])))
    compare(record, FOLDER / f"{name}.json", update=update_golden)


def test_example_gives_its_expected_record(
    code_line: Callable[..., dict[str, Any]], update_golden: bool
) -> None:
    text = (EXAMPLES / "convoy.txt").read_text(encoding="utf-8").strip()
    record = code_line(**line("convoy", text, "2025-03-14"))
    compare(record, FOLDER / "convoy.json", update=update_golden)
