"""``dateline actors`` and ``dateline about``."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline import cli


def run(*args: str) -> Result:
    return CliRunner().invoke(cli.main, args)


@pytest.mark.parametrize(
    ("name", "entry", "why"),
    [
        ("Hifter", "khalifa-haftar", "other names"),
        ("Khalifa Haftar", "khalifa-haftar", "its name"),
        ("Khalifa Heftar", "khalifa-haftar", "sounds like"),
    ],
)
def test_find(name: str, entry: str, why: str) -> None:
    result = run("actors", "find", name)
    assert result.exit_code == 0
    assert entry in result.stdout
    assert why in result.stdout


def test_find_tells_who_was_what_on_a_day() -> None:
    early = run("actors", "find", "Khalifa Haftar", "--date", "2019-04-05")
    assert "<- on 2019-04-05" in early.stdout
    late = run("actors", "find", "Mohamed Morsi", "--date", "2019-04-05")
    assert "out of office" in late.stdout


def test_find_json() -> None:
    rows = [
        json.loads(line) for line in run("actors", "find", "Hifter", "--json").stdout.splitlines()
    ]
    assert rows[0]["id"] == "khalifa-haftar"
    assert rows[0]["terms"][0]["country"] == "LBY"


def test_a_capital_stands_for_its_government() -> None:
    assert "RUS" in run("actors", "find", "Moscow").stdout


@pytest.mark.parametrize(
    ("args", "word"),
    [
        (("",), "give a name"),
        (("Hifter", "--date", "soon"), "no day"),
        (("X", "--actors", "no.txt"), "cannot be read"),
    ],
)
def test_refusals(args: tuple[str, ...], word: str) -> None:
    result = run("actors", "find", *args)
    assert result.exit_code == 2
    assert word in result.stderr


def test_check_tells_every_fault(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("GOOD_MAN_ [KENGOV]\n" + "BAD_MAN [X]\n" * 30, encoding="utf-8")
    result = run("actors", "check", str(path))
    assert result.exit_code == 3
    assert "line 31" in result.stderr
    assert run("actors", "find", "Good Man", "--actors", str(path)).stderr.count(" line ") == 20


@pytest.mark.model
@pytest.mark.parametrize(
    ("name", "code"),
    [("Kremlin spokesman", "RUSGOV"), ("Libyan general", "LBYMIL"), ("Bihar police", "INDCOP")],
)
def test_roles_compose(name: str, code: str) -> None:
    assert code in run("actors", "find", name).stdout


@pytest.mark.model
def test_an_office_has_its_holder_of_the_day() -> None:
    found = run("actors", "find", "President of Egypt", "--date", "2013-03-01").stdout
    assert "Mohamed Morsi" in found


@pytest.mark.model
def test_nothing_found_says_what_to_do() -> None:
    result = run("actors", "find", "Zxyq")
    assert result.exit_code == 3
    assert "--actors" in result.stdout


@pytest.mark.model
def test_own_actors_are_coded(tmp_path: Path) -> None:
    own = tmp_path / "mine.txt"
    own.write_text("QUIET_HAND_ [KENREBQTH]\n", encoding="utf-8")
    report = tmp_path / "r.txt"
    report.write_text(
        "The Quiet Hand attacked a police post near Garissa on Monday.", encoding="utf-8"
    )
    result = run("code", str(report), "--json", "--actors", str(own))
    record = json.loads(result.stdout)
    (event,) = record["events"]
    assert event["actors"][0]["code"] == "KENREBQTH"
    assert record["report"]["coder"]["models"][-1].startswith("actors:mine.txt@")


def test_about_carries_the_attribution() -> None:
    shown = run("about").stdout
    assert "GeoNames (www.geonames.org), CC BY 4.0" in shown
    assert "Apache-2.0" in shown
