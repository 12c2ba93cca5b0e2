"""The README cannot rot: its example is the real output, its Python runs, its commands, links and figures exist."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
EXAMPLE = re.compile(
    r"(<!-- example: .*? -->\n```text\n)(.*?)(```\n<!-- end of example -->)", re.DOTALL
)
LEDGER = re.compile(
    r"(<!-- ledger: .*? -->\n```text\n)(.*?)(```\n<!-- end of ledger -->)", re.DOTALL
)
WIDTH = 100
#: Lines of a section that the README shows.
SHOWN = 13


def readme() -> str:
    return README.read_text(encoding="utf-8")


def demo() -> list[str]:
    """What `make demo` runs, after the program's name."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    found = re.search(r"^EXAMPLE := (.*)$", makefile, re.MULTILINE)
    assert found
    return found[1].split()


def shortened(section: str) -> str:
    """The first lines of a section of the page."""
    lines = [line.rstrip() for line in section.split("\n")]
    return "\n".join(lines if len(lines) <= SHOWN + 1 else [*lines[:SHOWN], "  [...]"])


@pytest.mark.model
def test_example_output_is_what_the_demo_prints(update_golden: bool) -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("dateline"), "code", *demo(), "--format", "page"],
        cwd=ROOT, capture_output=True, text=True, check=True, env={"COLUMNS": str(WIDTH), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    made = (
        "\n\n".join(shortened(section) for section in done.stdout.strip("\n").split("\n\n")) + "\n"
    )
    text = readme()
    if update_golden:
        text = EXAMPLE.sub(lambda m: m[1] + made + m[3], text)
        README.write_text(text, encoding="utf-8")
    shown = EXAMPLE.search(text)
    assert shown, "the README has lost its example"
    assert shown[2] == made


def test_ledger_is_part_of_the_expected_one(update_golden: bool) -> None:
    golden = (ROOT / "tests" / "golden" / "claims.page").read_text(encoding="utf-8")
    made = "CONTRADICTION\n" + golden.split("\nCONTRADICTION\n")[-1].split("\n\n")[0] + "\n"
    text = readme()
    if update_golden:
        text = LEDGER.sub(lambda m: m[1] + made + m[3], text)
        README.write_text(text, encoding="utf-8")
    shown = LEDGER.search(text)
    assert shown, "the README has lost its ledger"
    assert shown[2] == made


@pytest.mark.model
def test_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (block,) = re.findall(r"```python\n(.*?)```", readme(), re.DOTALL)
    exec(compile(block, "README.md", "exec"), {})  # noqa: S102
    printed = capsys.readouterr().out
    assert "('ACCUSE', 'actual', ['Mali'])" in printed


def test_example_date_is_the_one_told() -> None:
    path, option, day = demo()
    assert option == "--date"
    assert f"`{option} {day}`" in readme()
    assert f"]({path})" in readme()


def test_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    for page in ("README.md", "CONTRIBUTING.md"):
        named = re.findall(
            r"^    make (\w+)", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE
        )
        assert named
        assert set(named) <= targets, page


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "examples/README.md"])
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#]+)\)", text):
        assert (ROOT / page).parent.joinpath(link).exists(), link


def test_figures_are_those_of_the_gate() -> None:
    floors = json.loads((ROOT / "evaluation" / "floors.json").read_text(encoding="utf-8"))
    row = re.search(r"^\| dateline \| (\S+) \| (\S+) \| (\S+) \|$", readme(), re.MULTILINE)
    assert row, "the README has lost dateline's row"
    for shown, figure in zip(row.groups(), ("type_found", "all_three", "precision"), strict=True):
        floor = floors["plover_gsr"]["figures"][figure]["min"]
        assert floor <= float(shown) < floor + 0.02, figure
