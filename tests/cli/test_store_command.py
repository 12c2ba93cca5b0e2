"""``dateline store`` and ``dateline db``, with a pipeline that codes nothing."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from helpers.samples import CODER, RECORD
from helpers.stored import SAMPLE, record

from dateline import cli
from dateline.cli import base
from dateline.records import Coder, Record, Report

STORY = "Rebels took the harbour of Aden on Friday, the mayor said."


class _Pipeline:
    """Gives the sample's events to every report; dies at a word."""

    coder = CODER
    coded: list[str]

    def __init__(self) -> None:
        self.coded = []

    def run(self, reports: Iterable[Report]) -> Iterator[Record]:
        for report in reports:
            if "power cut" in report.text:
                raise KeyboardInterrupt
            self.coded.append(report.text)
            yield Record(report, self.coder, events=() if report.not_coded else RECORD.events)


@pytest.fixture(autouse=True)
def pipeline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> _Pipeline:
    made = _Pipeline()
    monkeypatch.setattr(base, "load_pipeline", lambda _parser, _own: made)
    monkeypatch.setenv("DATELINE_DATABASE_URL", str(tmp_path / "store.sqlite"))
    return made


def run(*args: str | Path, data: str | None = None) -> Result:
    return CliRunner().invoke(cli.main, [str(a) for a in args], input=data)


def lines(*texts: str) -> str:
    return "".join(json.dumps({"id": t[:6], "text": t}) + "\n" for t in texts)


def test_kept_coded_and_not_coded_again(pipeline: _Pipeline) -> None:
    first = run("store", "-", data=lines(STORY, STORY + " Nobody was hurt."))
    assert (first.exit_code, first.stderr) == (0, "")
    assert first.stdout.startswith(
        "2 reports: 1 new, 1 changed, 0 known; 2 coded, 10 events; kept in "
    )
    again = run("store", "-", data=lines(STORY, STORY))
    assert again.stdout.startswith("2 reports: 0 new, 0 changed, 2 known; 0 coded, 0 events")
    assert len(pipeline.coded) == 2


def test_json_tells_of_each(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    (row,) = map(json.loads, run("store", "--json", path).stdout.splitlines())
    assert row == {
        "report": 1, "id": row["id"], "input": str(path), "outcome": "new", "record": "new", "events": 5, "not_coded": None,
    }  # fmt: skip
    (row,) = map(json.loads, run("store", "--json", path).stdout.splitlines())
    assert (row["outcome"], row["record"]) == ("known", "kept")


def test_what_is_set_aside_or_not_coded(tmp_path: Path) -> None:
    rejects = tmp_path / "rejects.jsonl"
    done = run("store", "--rejects", rejects, "-", data=lines(STORY) + "no json\n" + lines("."))
    assert done.exit_code == 3
    assert "set aside" in done.stderr
    assert len(rejects.read_text().splitlines()) == 1
    assert "2 reports" in done.stdout


def test_what_was_kept_before_a_stop_is_coded_later(pipeline: _Pipeline) -> None:
    stopped = run("store", "-", data=lines(STORY, STORY + " Then came a power cut."))
    assert stopped.exit_code == 1
    assert "1 not coded yet" in run("db", "check").stdout
    pipeline.coder = Coder("0.2.0", "parser", "lexicon")
    monkey = _Pipeline.run

    def steady(self: _Pipeline, reports: Iterable[Report]) -> Iterator[Record]:
        return (Record(r, self.coder) for r in reports)

    _Pipeline.run = steady  # type: ignore[method-assign]
    try:
        later = run("store", "--recode")
    finally:
        _Pipeline.run = monkey  # type: ignore[method-assign]
    assert later.exit_code == 0
    assert "2 coded" in later.stdout
    assert "0 not coded yet" in run("db", "check").stdout


def test_records_made_before(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    bad = record(2)
    bad["events"][0].pop("type")
    rows = [SAMPLE, bad, record(3)]
    path.write_text("".join(json.dumps(r) + "\n" for r in rows) + "{\n")
    done = run("store", "--coded", path)
    assert done.exit_code == 3
    assert "records.jsonl:2: is no record" in done.stderr
    assert "records.jsonl:4: is no JSON" in done.stderr
    assert done.stdout.startswith("2 reports: 2 new, 0 changed, 0 known; 2 coded")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["store"], "give an INPUT"),
        (["store", "--coded", "--recode", "x"], "contradict"),
        (["store", "--db", "mysql://x/y", "x"], "no store can be at"),
        (["store", "--coded", "none.jsonl"], "cannot be read"),
        (["store", "--date", "soon", "-"], "--date"),
        (["db", "restore", "none.sqlite"], "there is no file"),
        (["db", "search", "-"], "give a word"),
    ],
    ids=str,
)
def test_refused_in_one_line(args: list[str], told: str) -> None:
    done = run(*args)
    assert done.exit_code == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", ["check", "backup x", "search x"])
def test_no_store_is_made_by_looking(command: str, tmp_path: Path) -> None:
    done = run("db", *command.split())
    assert done.exit_code == 1
    assert "there is no store at" in done.stderr
    assert not list(tmp_path.iterdir())


def test_db(tmp_path: Path) -> None:
    assert run("db", "path").stdout == f"{tmp_path / 'store.sqlite'}\n"
    run("store", "-", data=lines(STORY))
    assert run("db", "check").exit_code == 0
    assert json.loads(run("db", "check", "--json").stdout)["counts"]["reports"] == 1
    copy = tmp_path / "copy.sqlite"
    assert run("db", "backup", copy).stdout == f"1 reports, 1 records in {copy}\n"
    assert run("db", "backup", copy).exit_code == 2
    other = tmp_path / "other.sqlite"
    assert run("db", "restore", "--db", other, copy).exit_code == 0
    assert run("db", "restore", "--db", other, copy).exit_code == 2
    assert run("db", "restore", "--db", other, "--replace", copy).exit_code == 0
    found = run("db", "search", "--db", other, "harbour of aden")
    assert (found.exit_code, "id:Rebels" in found.stdout) == (0, True)
    assert run("db", "search", "--json", "volcano").exit_code == 3
    assert run("db", "search", "--", "harbour", "-mayor").exit_code == 3


def test_a_damaged_store_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "store.sqlite").write_bytes(b"what is this? " * 999)
    done = run("db", "check")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert "restore a backup" in done.stderr


def test_other_commands_do_not_wait_for_the_database_library() -> None:
    program = (
        "import sys, dateline.cli, dateline.formats.to_json;"
        "print([m for m in sys.modules if m.split('.')[0] in {'sqlalchemy', 'alembic', 'pg8000'}])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_a_damaged_store_is_put_aside_for_a_backup(tmp_path: Path) -> None:
    path, copy = tmp_path / "store.sqlite", tmp_path / "copy.sqlite"
    run("store", "-", data=lines(STORY))
    run("db", "backup", copy)
    path.write_bytes(b"what is this? " * 999)
    refused = run("db", "restore", copy)
    assert (refused.exit_code, "--replace" in refused.stderr) == (1, True)
    done = run("db", "restore", copy, "--replace")
    assert (done.exit_code, done.stdout) == (0, f"1 reports, 1 records in {path}\n")
    assert done.stderr == f"the damaged store is kept as {path}.damaged-1\n"
    assert Path(f"{path}.damaged-1").read_bytes().startswith(b"what is this?")
    assert run("db", "check").exit_code == 0


def test_what_cannot_be_restored_makes_no_store(tmp_path: Path) -> None:
    new, junk, store = tmp_path / "new.sqlite", tmp_path / "junk", tmp_path / "store.sqlite"
    junk.write_text("hello")
    assert run("db", "restore", "--db", new, tmp_path / "none").exit_code == 2
    done = run("db", "restore", "--db", new, junk)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"dateline: {junk} is no backup of a dateline store")
    assert not new.exists()
    run("store", "-", data=lines(STORY))
    same = run("db", "restore", store, "--replace")
    assert (same.exit_code, "is the store itself" in same.stderr) == (2, True)


def test_stored_again_without_its_day_it_is_known(tmp_path: Path, pipeline: _Pipeline) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    assert "1 new" in run("store", "--date", "2019-04-05", path).stdout
    assert run("store", path).stdout.startswith("1 reports: 0 new, 0 changed, 1 known; 0 coded")
    assert "0 new, 1 changed" in run("store", "--date", "2019-04-06", path).stdout
    # under two days: nobody can tell which is meant
    assert "0 new, 1 changed" in run("store", path).stdout
    assert len(pipeline.coded) == 3
