"""``dateline ask``: arguments that cannot be used, and one answer."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import main


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["ask", "?!"], "the question is empty"),
        (["ask", "Did Chad act?", "a.txt", "--situation", "Chad"], "leave out the INPUT"),
        (["ask", "Did Chad act?", "--date", "today"], "is no day"),
    ],
)
def test_arguments_that_cannot_be_used(arguments: list[str], told: str) -> None:
    found = CliRunner().invoke(main, arguments)
    assert found.exit_code == 2
    assert told in found.stderr


@pytest.mark.model
def test_an_answer_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("Chad closed its border with Sudan on Thursday, the ministry said on Friday.\n")
    asked = ["ask", "Did Chad close its border with Sudan?", str(file), "--date", "2025-03-07"]
    found = CliRunner().invoke(main, [*asked, "--json"])
    assert found.exit_code == 0, found.output
    made = json.loads(found.stdout)
    assert made["established"] in {"asserted", "attributed"}
    assert [line["side"] for line in made["lines"]] == ["for"]
    page = CliRunner().invoke(main, asked)
    assert "Chad closed its border with Sudan" in page.stdout


@pytest.mark.model
def test_a_line_that_is_no_record_is_set_aside(tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    file.write_text('{"report": 1}\nno json\n')
    found = CliRunner().invoke(main, ["ask", "Did Chad act?", "--coded", str(file)])
    assert found.exit_code == 3
    assert found.stderr.count("set aside:") == 2
