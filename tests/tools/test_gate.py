"""The accuracy gate's arithmetic: what passes, and that a floor is never lowered by accident."""

import copy
import importlib.util
from pathlib import Path
from typing import Any

import pytest

PATH = Path(__file__).resolve().parents[2] / "tools" / "gate.py"


def load_gate() -> Any:
    spec = importlib.util.spec_from_file_location("gate", PATH)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["gate"] = module
    spec.loader.exec_module(module)
    return module


gate = load_gate()
FLOORS = {
    "set": {
        "gold_sha256": "a",
        "figures": {"f1": {"min": 0.5}, "errors": {"max": 3, "count": True}},
    }
}


def compare(values: dict[str, float], sha: str = "a") -> list[str]:
    wrong: list[str] = gate.compare(FLOORS, {"set": values}, {"set": sha})
    return wrong


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"f1": 0.5, "errors": 3}, []),
        ({"f1": 0.49, "errors": 3}, ["set.f1"]),
        ({"f1": 0.9, "errors": 4}, ["set.errors"]),
        ({"errors": 0}, ["set.f1"]),
    ],
)
def test_figures_are_held_to_their_floors(values: dict[str, float], wrong: list[str]) -> None:
    assert compare(values) == wrong


def test_other_gold_files_fail_the_gate() -> None:
    assert compare({"f1": 1.0, "errors": 0}, sha="b") == ["set"]


@pytest.mark.parametrize(
    ("values", "regress", "f1", "errors"),
    [
        ({"f1": 0.7, "errors": 1}, False, 0.695, 1),
        ({"f1": 0.4, "errors": 9}, False, 0.5, 3),
        ({"f1": 0.4, "errors": 9}, True, 0.395, 9),
    ],
)
def test_floors_only_rise_unless_told(
    values: dict[str, float], regress: bool, f1: float, errors: float
) -> None:
    floors = gate.update(copy.deepcopy(FLOORS), {"set": values}, {"set": "a"}, regress=regress)
    assert floors["set"]["figures"] == {"f1": {"min": f1}, "errors": {"max": errors, "count": True}}


def test_new_gold_files_renew_the_floors() -> None:
    floors = gate.update(
        copy.deepcopy(FLOORS), {"set": {"f1": 0.4, "errors": 9}}, {"set": "b"}, regress=False
    )
    assert floors["set"] == {
        "gold_sha256": "b",
        "figures": {"f1": {"min": 0.395}, "errors": {"max": 9, "count": True}},
    }


def test_scorers_words_become_figures() -> None:
    assert gate.as_json('{"f1": 0.5, "name": "x", "n": 3}') == {"f1": 0.5, "n": 3.0}
    assert gate.as_lines("f1           0.5\nname abc\naeb: 0.9 (>= 0.8), pages 3\n") == {"f1": 0.5}
