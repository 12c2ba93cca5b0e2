"""``dateline claims``, with a pipeline that codes nothing."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from helpers.samples import RECORD

from dateline import cli
from dateline.cli import base
from dateline.records import Record, Report

STORY = "Rebels took the harbour of Aden on Friday, the mayor said."
GERMAN = "Die Regierung hat am Montag neue Gesetze f\u00fcr die Polizei beschlossen."


class _Pipeline:
    def run(self, reports: Iterable[Report]) -> Iterator[Record]:
        for report in reports:
            if report.not_coded:
                yield Record(report, RECORD.coder)
            else:
                yield replace(RECORD, report=replace(RECORD.report, id=report.id))


@pytest.fixture(autouse=True)
def _fake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "load_pipeline", lambda _parser, _own: _Pipeline())


def _run(*args: str, data: str | None = None) -> Result:
    return CliRunner().invoke(cli.main, ["claims", *args], input=data)


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


def test_one_report(story: str) -> None:
    result = _run(story)
    assert result.exit_code == 0
    assert "machine-coded, unreviewed" in result.stdout
    assert "ACROSS" not in result.stdout
    assert "\x1b" not in result.stdout


def test_several_reports(story: str) -> None:
    assert "ACROSS 2 REPORTS" in _run(story, story).stdout


def test_json_lines(story: str) -> None:
    (only,) = _run("--json", story).stdout.splitlines()
    assert json.loads(only)["claims"]
    *each, last = _run("--json", story, story).stdout.splitlines()
    assert ["report" in json.loads(line) for line in each] == [True, True]
    assert list(json.loads(last)) == ["across"]


def test_bad_input_is_set_aside_and_the_rest_shown(story: str) -> None:
    result = _run("none.txt", story)
    assert result.exit_code == 3
    assert "set aside: none.txt: does not exist: check the path" in result.stderr
    assert "CLAIMS" in result.stdout


def test_another_language() -> None:
    result = _run("-", data=json.dumps({"text": GERMAN}))
    assert result.exit_code == 3
    assert "not in English" in result.stdout


@pytest.mark.parametrize("args", [[], ["--date", "May", "-"], ["--actors", "no.tsv", "-"]])
def test_unusable_arguments(args: list[str]) -> None:
    result = _run(*args, data=STORY)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_help() -> None:
    told = _run("--help").output
    assert "Exit status: 0 all coded" in told
    assert "Nothing here says which of them is true" in " ".join(told.split())
