"""What ``dateline claims`` prints for the two examples; `pytest --update-golden` writes it anew, to be read first."""

import difflib
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).parent / "golden" / "claims.page"
ARGS = ["claims", "examples/convoy.txt", "examples/convoy-army.txt", "--date", "2025-03-15"]


def test_examples_give_their_expected_ledger(update_golden: bool) -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("dateline"), *ARGS],
        cwd=ROOT, capture_output=True, text=True, check=True, env={"COLUMNS": "100", "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    if update_golden:
        GOLDEN.write_text(done.stdout, encoding="utf-8")
    wanted = GOLDEN.read_text(encoding="utf-8")
    assert done.stdout == wanted, "".join(
        list(difflib.unified_diff(wanted.splitlines(True), done.stdout.splitlines(True), n=0))[:40]
    )
