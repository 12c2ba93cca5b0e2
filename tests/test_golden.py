"""Whole reports against their expected records; `pytest --update-golden` writes those anew, to be read before they are committed.

A case is NAME.txt (first line: the publication date, or `-`) beside NAME.json.  Versions, confidence and runners-up are left out:
they move with every change of the lexicon or the gazetteer.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.model

FOLDER = Path(__file__).parent / "golden"
EXAMPLES = Path(__file__).parent.parent / "examples"
CASES = {path.stem: path for path in sorted(FOLDER.glob("*.txt"))}
MOVING = {"coder", "confidence", "candidates", "commitment"}


def told(path: Path) -> tuple[str, str | None]:
    """Text and publication date of a case."""
    day, _, text = path.read_text(encoding="utf-8").partition("\n")
    return text.strip(), None if day == "-" else day


def settled(node: Any) -> Any:
    """The record without what moves."""
    if isinstance(node, dict):
        return {k: settled(v) for k, v in node.items() if k not in MOVING}
    return [settled(v) for v in node] if isinstance(node, list) else node


def compare(record: dict[str, Any], path: Path, *, update: bool) -> None:
    if update:
        made = json.dumps(settled(record), indent=1, ensure_ascii=False)
        path.write_text(made + "\n", encoding="utf-8")
    assert path.exists(), f"no {path.name} yet: run pytest --update-golden and read it"
    expected = json.loads(path.read_text(encoding="utf-8"))
    found = settled(record)
    for part, wanted in expected.items():
        assert found[part] == wanted, part
    assert found == expected


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
