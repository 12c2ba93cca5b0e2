"""``dateline score``."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dateline import cli

GOLD: list[dict[str, Any]] = [
    {
        "id": "r1",
        "date": "2024-05-02",
        "text": "Rebels attacked the army near Goma on Wednesday.",
        "events": [
            {"type": "ASSAULT", "actors": ["rebels"], "recipients": ["army"], "place": "Goma", "date": "2024-05-01"}
        ],
    },
    {"id": "r2", "text": "Teachers marched in Nairobi.", "events": [{"type": "PROTEST", "actors": ["teachers"]}]},
]  # fmt: skip
CODED = "id,type,actor,recipient,place,date,confidence\nr1,ASSAULT,the rebels,army,Goma,2024-05-01,.9\nr2,COERCE,teachers,,,,.6\n"


def run(*args: str, given: str | None = None) -> Result:
    return CliRunner().invoke(cli.main, ["score", *args], input=given)


@pytest.fixture
def gold(tmp_path: Path) -> str:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in GOLD), encoding="utf-8")
    return str(path)


@pytest.fixture
def coded(tmp_path: Path) -> str:
    path = tmp_path / "coded.csv"
    path.write_text(CODED, encoding="utf-8")
    return str(path)


def cells(result: Result, name: str) -> list[str]:
    """The cells of a row of the first table that has it."""
    row = next(line for line in result.stdout.splitlines() if line.startswith(name))
    return row.removeprefix(name).split()


def test_table(coded: str, gold: str) -> None:
    result = run(coded, gold)
    assert result.exit_code == 0, result.stderr
    assert result.stderr == ""
    assert cells(result, "ASSAULT") == ["1", "1", "1", "1.00", "1.00", "1.00"]
    assert cells(result, "PROTEST") == ["1", "0", "0", "-", ".00", ".00"]
    assert cells(result, "all (micro)") == ["2", "2", "1", ".50", ".50", ".50"]
    assert cells(result, "whole events") == ["2", "2", "1", ".50", ".50", ".50"]
    # Brier (.01 + .36) / 2, calibration error (.1 + .6) / 2
    assert cells(result, "Brier score") == [".185", ".185"]
    assert cells(result, "calibration error") == [".350", ".350"]
    assert "PROTEST                .      1" in result.stdout


def test_json(coded: str, gold: str) -> None:
    found = json.loads(run(coded, gold, "--json").stdout)
    assert found["micro"]["f1"] == 0.5
    assert found["types"]["PROTEST"] == {
        "gold": 1, "coded": 0, "hits": 0, "precision": None, "recall": 0.0, "f1": 0.0,
    }  # fmt: skip
    assert {"gold": "PROTEST", "coded": "COERCE", "events": 1} in found["confusion"]
    assert found["calibration"]["type"]["bins"][0]["right"] == 0


def test_standard_input_and_all(gold: str) -> None:
    coding = {"id": "r1", "events": [{"type": "ASSAULT", "status": "denied"}]}
    result = run("-", gold, "--status", "all", given=json.dumps(coding))
    assert result.exit_code == 0
    assert cells(result, "ASSAULT") == ["1", "1", "0", ".00", ".00", ".00"]
    assert "CONFUSION of status" in result.stdout
    assert "1 report in GOLD only, taken as coded without events: r2" in result.stderr


def test_lines_left_out_are_told(coded: str, gold: str) -> None:
    Path(coded).write_text(CODED + "r2,AID,,,,soon,\n", encoding="utf-8")
    result = run(coded, gold)
    assert result.exit_code == 3
    assert "coded.csv line 4: date 'soon' is no day" in result.stderr
    assert run(gold, gold, "--json").exit_code == 0


def test_list(coded: str, gold: str) -> None:
    shown = run(coded, gold, "--list").stdout
    assert "r2\n  mistaken (type)\n    gold   PROTEST: teachers > -\n" in shown
    (row,) = json.loads(run(coded, gold, "--list", "--json").stdout)["differences"]
    assert (row["id"], row["kind"], row["coded"]["type"]) == ("r2", "mistaken", "COERCE")
    assert run(gold, gold, "--list").stdout.endswith("DIFFERENCES\nnone\n")


def test_records_are_read_and_nothing_moves_the_cursor(gold: str) -> None:
    event = {
        "type": "PROTEST",
        "relevant": True,
        "actors": [{"text": "a\x1b[2J\ud800", "name": "b"}],
    }
    record = {"report": {"id": "r2"}, "events": [event]}
    result = run("-", gold, "--list", given=json.dumps(record))
    assert result.exit_code == 0, result.stderr
    assert "\x1b" not in result.stdout
    assert "PROTEST: a" in result.stdout


def test_agreement(coded: str, gold: str) -> None:
    result = run("--agree", coded, gold, gold)
    assert result.exit_code == 0
    assert cells(result, "ASSAULT") == ["1.00", "1.00", "2", "1", "1", "1"]
    # six values, two of them yes; in r2 one of three: 1 - 5 * 2 / (2 * 2 * 4)
    assert cells(result, "PROTEST")[:3] == [".38", ".67", "2"]
    found = json.loads(run("--agree", coded, gold, gold, "--json").stdout)
    assert found["types"]["PROTEST"]["alpha"] == 0.375
    assert found["coders"] == [coded, gold, gold]


@pytest.mark.parametrize(
    ("args", "word"),
    [
        (("GOLD",), "give two files"),
        (("GOLD", "GOLD", "GOLD"), "give two files"),
        (("GOLD", "--agree"), "two files or more"),
        (("GOLD", "GOLD", "--code"), "takes one file"),
        (("GOLD", "GOLD", "--code", "--agree"), "contradict"),
        (("GOLD", "GOLD", "--date", "2024-05-01"), "for --code"),
        (("GOLD", "--code", "--date", "soon"), "no day"),
        (("GOLD", "GOLD", "--agree", "--list"), "leave it out"),
        (("-", "-"), "standard input"),
        (("GOLD", "nowhere.jsonl"), "cannot be read"),
        (("OTHER", "GOLD"), "the same ids"),
        (("OTHER", "GOLD", "--agree"), "the same ids"),
        (("OTHER", "--code"), "no texts"),
    ],
)
def test_refusals(args: tuple[str, ...], word: str, gold: str, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text('{"id": "z", "events": []}\n', encoding="utf-8")
    known = {"GOLD": gold, "OTHER": str(other)}
    result = run(*(known.get(a, a) for a in args))
    assert result.exit_code == 2
    assert word in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.model
def test_coding_the_texts_of_a_gold(gold: str) -> None:
    with Path(gold).open("a", encoding="utf-8") as file:
        file.write('{"id": "r3", "events": []}\n')
    result = run(gold, "--code")
    assert result.exit_code == 3
    assert "report r3 has no text" in result.stderr
    assert cells(result, "ASSAULT") == ["1", "1", "1", "1.00", "1.00", "1.00"]
    assert cells(result, "PROTEST")[2] == "1"
    assert "CALIBRATION" in result.stdout
