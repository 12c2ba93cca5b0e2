"""The builder of what the ledger rests on refuses what is not in order."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from builders import ledger  # noqa: E402


def _copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "knowledge" / "ledger", tmp_path / "ledger")
    return tmp_path


def test_it_builds(tmp_path: Path) -> None:
    assert "presuppositions" in ledger.build(_copy(tmp_path), tmp_path)
    assert (tmp_path / "ledger.json").is_file()


Change = Callable[[list[dict[str, str]]], object]


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows[0].update(form="clause"),
        lambda rows: rows[0].pop("examples"),
        lambda rows: rows[0].update(asks="something"),
        lambda rows: rows[1].update(id=rows[0]["id"]),
    ],
    ids=["form", "examples", "asks", "id"],
)
def test_faults_in_presuppositions(tmp_path: Path, change: Change) -> None:
    path = _copy(tmp_path) / "ledger" / "presuppositions.yml"
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(rows)
    path.write_text(yaml.safe_dump(rows), encoding="utf-8")
    with pytest.raises(ValueError, match=r"presuppositions|ledger"):
        ledger.build(tmp_path, tmp_path)


@pytest.mark.parametrize("status", [{"actual": 2.0}, {"sure": 1.0}])
def test_faults_in_commitment(tmp_path: Path, status: dict[str, float]) -> None:
    path = _copy(tmp_path) / "ledger" / "commitment.yml"
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    table["status"].update(status)
    path.write_text(yaml.safe_dump(table), encoding="utf-8")
    with pytest.raises(ValueError, match="commitment"):
        ledger.build(tmp_path, tmp_path)
