"""The command line, with a pipeline that codes nothing."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from helpers.samples import CODER, RECORD

from dateline import __version__, cli
from dateline.cli import base
from dateline.cli.progress import Progress
from dateline.errors import KnowledgeError, ParserError
from dateline.records import Record, Report

STORY = "Rebels took the harbour of Aden on Friday, the mayor said."
GERMAN = "Die Regierung hat am Montag neue Gesetze f\u00fcr die Polizei beschlossen."


class _Pipeline:
    """Gives the sample's events to every report, one report at a time."""

    def run(self, reports: Iterable[Report]) -> Iterator[Record]:
        for report in reports:
            yield Record(report, CODER, events=() if report.not_coded else RECORD.events)


@pytest.fixture(autouse=True)
def _fake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "load_pipeline", lambda _parser, _own: _Pipeline())


def _run(*args: str, data: str | None = None) -> Result:
    return CliRunner().invoke(cli.main, args, input=data)


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


def test_version_and_help() -> None:
    assert _run("--version").output == f"dateline {__version__}\n"
    assert "Exit status: 0 all coded" in _run("code", "--help").output
    assert _run("-h").exit_code == 0


def test_json_lines_into_a_pipe(story: str) -> None:
    for args in (["code", story], ["code", "--json", story], ["code", "--format", "json", story]):
        result = _run(*args)
        assert result.exit_code == 0
        (line,) = result.stdout.splitlines()
        assert json.loads(line)["report"]["text"] == STORY


def test_standard_input_in_order() -> None:
    rows = [{"id": str(n), "text": STORY, "published": "2019-04-05"} for n in range(5)]
    result = _run("code", "--json", "-", data="\n".join(map(json.dumps, rows)))
    assert result.exit_code == 0
    found = [json.loads(line)["report"]["id"] for line in result.stdout.splitlines()]
    assert found == ["0", "1", "2", "3", "4"]


def test_csv_and_page(story: str) -> None:
    table = _run("code", "--format", "csv", story).stdout.splitlines()
    assert table[0].startswith("report_id,input,")
    assert len(table) == 1 + len(RECORD.events)
    page = _run("code", "--format", "page", story).stdout
    assert "machine-coded, unreviewed" in page
    assert "\x1b" not in page


def test_output_file(story: str, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    result = _run("code", story, "-o", str(out))
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(out.read_text(encoding="utf-8"))["report"]["input"] == story


def test_set_asides(story: str, tmp_path: Path) -> None:
    rejects = tmp_path / "rejects.jsonl"
    result = _run("code", "none.txt", story, "none.html", "--rejects", str(rejects))
    assert result.exit_code == 3
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr.splitlines() == [
        "set aside: none.txt: does not exist: check the path",
        "set aside: none.html: does not exist: check the path",
    ]
    rows = [json.loads(line) for line in rejects.read_text(encoding="utf-8").splitlines()]
    assert [row["input"] for row in rows] == ["none.txt", "none.html"]
    assert all(row["reason"] == "does not exist: check the path" for row in rows)


def test_bad_lines_and_other_languages_do_not_stop_the_run() -> None:
    data = "\n".join(
        [
            json.dumps({"text": STORY}),
            "{",
            json.dumps({"text": GERMAN}),
            json.dumps({"text": STORY}),
        ]
    )
    result = _run("code", "-", data=data)
    assert result.exit_code == 3
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [bool(r["events"]) for r in found] == [True, False, True]
    assert found[1]["report"]["not_coded"] == "the text is in German, not in English"
    assert "set aside: -:2: is not valid JSON" in result.stderr


def test_not_coded_alone_is_status_3() -> None:
    assert _run("code", "-", data=json.dumps({"text": GERMAN})).exit_code == 3


@pytest.mark.parametrize(
    "args",
    [
        ["code"],
        ["code", "--nothing", "a.txt"],
        ["code", "--format", "xml", "a.txt"],
        ["code", "--date", "soon", "a.txt"],
        ["code", "--json", "--format", "csv", "a.txt"],
        ["code", "a.txt", "-o", "/nonexistent/folder/out"],
        ["code", "a.txt", "--rejects", "/nonexistent/folder/out"],
        ["nothing"],
    ],
    ids=" ".join,
)
def test_unusable_arguments(args: list[str]) -> None:
    result = _run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "error",
    [
        ParserError("parser 'x' is missing: run  pip install x"),
        KnowledgeError("knowledge file x is missing: run  make knowledge"),
        RuntimeError("something\nelse"),
    ],
    ids=lambda e: type(e).__name__,
)
def test_failures_are_one_line(
    story: str, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_parser: str, _own: object) -> base.Coder:
        raise error

    monkeypatch.setattr(base, "load_pipeline", fail)
    result = _run("code", story)
    assert result.exit_code == 1
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("dateline: ")
    assert " ".join(str(error).split()) in line


def test_nothing_to_code_needs_no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "load_pipeline", lambda *_: pytest.fail("the parser was loaded"))
    assert _run("code", "none.txt").exit_code == 3


def test_records_are_written_as_they_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.jsonl"
    sizes: list[int] = []

    class Watching(_Pipeline):
        def run(self, reports: Iterable[Report]) -> Iterator[Record]:
            for record in super().run(reports):
                sizes.append(len(out.read_bytes().splitlines()))
                yield record

    monkeypatch.setattr(base, "load_pipeline", lambda _parser, _own: Watching())
    data = "\n".join([json.dumps({"text": STORY})] * 4)
    assert _run("code", "-", "-o", str(out), data=data).exit_code == 0
    assert sizes == [0, 1, 2, 3]


def test_explain(story: str) -> None:
    result = _run("explain", story)
    assert result.exit_code == 0
    assert result.stdout.count("entries") == len(RECORD.events)
    one = _run("explain", story, "e-shelling")
    assert one.stdout.count("entries") == 1
    assert "[[shelled]]" in one.stdout


def test_explain_unknown_event(story: str) -> None:
    result = _run("explain", story, "e-nothing")
    assert result.exit_code == 2
    assert "no event 'e-nothing'" in result.stderr
    assert "e-shelling" in result.stderr


def test_progress_line() -> None:
    progress = Progress(100, shown=False, count=50, words=5000)
    assert progress.line(10.0) == "50 of 100 reports, 5.0 a second, 500 words a second, 0:10 left"
    endless = Progress(None, shown=False, count=50, words=5000)
    assert endless.line(10.0) == "50 reports, 5.0 a second, 500 words a second"


def test_progress_only_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    for shown in (True, False):
        progress = Progress(10, shown=shown, began=-1000.0)
        progress.step(100)
        progress.clear()
        assert ("reports" in capsys.readouterr().err) is shown
