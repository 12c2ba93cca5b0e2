"""``dateline brief``, on a store with records made by hand."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from situations.made import actor, days, event, place, record

from dateline import cli
from dateline.cli.brief import shape_of
from dateline.errors import UsageError
from dateline.records.situation import Situation
from dateline.store.store import Store

pytestmark = pytest.mark.model  # names of countries are compiled knowledge
TODAY = datetime.now(UTC).date()
LAND = {
    "type": "Polygon",
    "coordinates": [[[-10, -10], [40, -10], [40, 40], [-10, 40], [-10, -10]]],
}


@pytest.fixture(autouse=True)
def path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The address of a store with one attack and a situation that asks for it."""
    made = str(tmp_path / "store.sqlite")
    monkeypatch.setenv("DATELINE_DATABASE_URL", made)
    said = "Rebel forces shelled the town of Bolar."
    who = actor(said, "Rebel forces", wikidata="Q7")
    where = place(said, "Bolar", geonameid=7, lat=13.0)
    day = (TODAY - timedelta(days=2)).isoformat()
    shelled = event("e-1", said, said, "shelled", actors=[who], place=where, date=days(day))
    with Store(made) as store:
        list(store.add_records([record(1, said, day, events=[shelled], places=[where])]))
        store.add_situation(Situation("shells"))
        store.add_situation(Situation("quiet", words="nothing-like-it"))
    return made


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, ["brief", *arguments])


def test_into_a_pipe_goes_markdown() -> None:
    found = run("shells")
    assert found.exit_code == 0, found.output
    assert found.stdout.startswith("# shells\n")
    assert "The Rebel forces carried out an attack in Bolar, Yemen.[^1]" in found.stdout
    assert "[^1]: " in found.stdout
    assert "Rebel forces shelled the town of Bolar." in found.stdout


def test_the_ending_of_the_file_names_the_format(tmp_path: Path) -> None:
    starts = {
        "a.html": "<!DOCTYPE html>",
        "b.md": "# shells",
        "c.json": '{"situation"',
        "d.txt": "shells\n",
    }
    for name, start in starts.items():
        found = run("shells", "-o", str(tmp_path / name))
        assert (found.exit_code, found.output) == (0, "")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))["counts"]["incidents"] == 1


def test_a_brief_is_no_look(path: str) -> None:
    run("shells")
    with Store(path) as store:
        assert store.situation("shells").looked is None


def test_an_outline_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "own.geojson"
    file.write_text(json.dumps(LAND), encoding="utf-8")
    found = run("shells", "--format", "html", "--outline", str(file))
    assert "an outline of the user's own" in found.stdout.replace("&#39;", "'")
    found = run("shells", "--format", "json", "--outline", str(file))
    assert (found.exit_code, found.stderr) == (
        2,
        "dateline: --outline is for the map of --format html, not json\n",
    )


def test_nothing_found_and_no_such_situation() -> None:
    assert run("quiet").exit_code == 3
    found = run("no such")
    assert found.exit_code != 0
    assert found.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [("-o", "x.pdf"), ("--since", "tuesday")])
def test_arguments_that_cannot_be_used(arguments: tuple[str, ...]) -> None:
    found = run("shells", *arguments)
    assert found.exit_code == 2
    assert found.stderr.startswith("dateline: ")
    assert found.stderr.count("\n") == 1


def test_who_reads_decides_without_a_format() -> None:
    assert shape_of(None, None, terminal=True) == "page"
    assert shape_of(None, None, terminal=False) == "markdown"
    assert shape_of("json", "x.html", terminal=True) == "json"
    assert shape_of(None, "X.HTML", terminal=True) == "html"
    with pytest.raises(UsageError, match="names no format"):
        shape_of(None, "x", terminal=True)
