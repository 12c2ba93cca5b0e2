"""``dateline correct`` and ``dateline db events`` on a store."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from helpers.stored import SAMPLE, record

from dateline import cli
from dateline.store.store import Store


@pytest.fixture(autouse=True)
def address(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    made = str(tmp_path / "store.sqlite")
    monkeypatch.setenv("DATELINE_DATABASE_URL", made)
    monkeypatch.delenv("DATELINE_PERSON", raising=False)
    with Store(made) as store:
        list(store.add_records([SAMPLE, record(2, published="2019-06-01", title="Second")]))
    return made


def run(*args: str) -> Result:
    return CliRunner().invoke(cli.main, list(args))


def correct(*args: str) -> Result:
    return run("correct", *args, "--by", "Ana")


def test_replaced_listed_withdrawn() -> None:
    done = correct(
        "1:e-shell",
        "replace",
        "--set",
        "type=threaten",
        "--set",
        "status=planned",
        "--note",
        "a film",
    )
    assert done.exit_code == 0
    assert done.stdout == (
        "correction 1, report 1, e-shelling: ASSAULT (heavy-weapons), actual, Rebels > dockers, Aden YEM, 2019-04-05,"
        ' killed 12-, "shelled" -> THREATEN, planned, Rebels > dockers, Aden YEM, 2019-04-05, killed 12-, "shelled"\n'
    )
    listed = run("correct", "list")
    assert listed.exit_code == 0
    assert listed.stdout.startswith("1  report 1  e-shelling  replace by Ana 20")
    assert "(a film): ASSAULT" in listed.stdout
    assert run("correct", "list", "2").exit_code == 3
    assert run("correct", "withdraw", "1").stdout == "correction 1 withdrawn\n"
    assert run("correct", "withdraw", "1").exit_code == 2
    assert ", withdrawn 20" in run("correct", "list").stdout


def test_what_hangs_on_the_type_goes_with_it() -> None:
    done = correct(
        "1:e-shell", "replace", "--set", "modes=ceasefire", "--set", "type=RETREAT", "--json"
    )
    after = json.loads(done.stdout)["after"]
    assert (after["type"], after["modes"], after["cameo"], after["quad"]) == (
        "RETREAT",
        ["ceasefire"],
        "087",
        2,
    )
    assert after["intensity"] > 0
    assert after["sentence"] == SAMPLE["events"][0]["sentence"]


def test_sides_places_days_and_figures(address: str) -> None:
    values = (
        "actors=egypt; a band",
        "recipients=none",
        "place=Cairo, EGY",
        "date=2019-04-01/2019-04-03",
        "killed=3-5",
    )
    done = correct("1:e-shell", "replace", *(a for v in values for a in ("--set", v)))
    assert done.exit_code == 0, done.stderr
    with Store(address) as store:
        found = store.record(1)
    assert found is not None
    event = next(e for e in found["events"] if e["id"] == "e-shelling")
    assert [(a["name"], a["country"], a["wikidata"]) for a in event["actors"]] == [
        ("Egypt", "EGY", "Q79"),
        ("a band", None, None),
    ]
    assert (event["recipients"], event["magnitude"]) == ([], {"killed": [3, 5]})
    assert (event["place"]["name"], event["place"]["country"], event["place"]["lat"]) == (
        "Cairo",
        "EGY",
        None,
    )
    assert (event["date"]["start"], event["date"]["end"]) == ("2019-04-01", "2019-04-03")
    assert event["corrected"]["by"] == "Ana"


def test_a_claim_and_an_event_of_ones_own(address: str) -> None:
    assert (
        '-> Egypt: deny, 2019-04-05, "'
        in correct("1:c-may", "replace", "--set", "act=deny", "--set", "speaker=Egypt").stdout
    )
    done = correct(
        "add", "2", "--words", "hospital ship", "--set", "type=AID", "--set", "actors=Egypt"
    )
    assert '(nothing) -> AID, actual, Egypt > -, "hospital ship"' in done.stdout
    with Store(address) as store:
        assert store.check().faults == ()
    assert "hospital ship on April 9" in run("db", "events", "--type", "AID").stdout


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("1:e-shell", "replace", "--set", "type=WAR"), "these are: ACCUSE, AGREE"),
        (("1:e-shell", "replace", "--set", "modes=picnic"), "no mode of ASSAULT; these are: abduct"),
        (("1:e-shell", "replace", "--set", "status=true"), "these are: actual"),
        (("1:e-shell", "replace", "--set", "colour=red"), "these can: type, modes"),
        (("1:e-shell", "replace", "--set", "date=Friday"), "is no day"),
        (("1:e-shell", "replace", "--set", "place=Cairo, XXX"), "'XXX' is no country"),
        (("1:e-shell", "replace", "--set", "killed=many"), "is no figure for killed"),
        (("1:e-shell", "replace", "--set", "type"), "is not FIELD=VALUE"),
        (("1:e-shell", "replace", "--set", "status=actual"), "is so already"),
        (("1:e-shell", "replace"), "replace needs --set"),
        (("1:e-shell", "reject", "--set", "status=denied"), "reject takes none"),
        (("e-shell", "reject"), "1:e-shelling, 2:e-shelling"),
        (("e-none", "reject"), "nothing that stands"),
        (("add", "2", "--words", "no such words", "--set", "type=AID"), "does not say"),
        (("add", "2", "--words", "ship"), "needs a type"),
        (("add", "9", "--words", "ship", "--set", "type=AID"), "report 9 has no record"),
        (("withdraw", "one"), "no number of a correction"),
        (("what",), "give ID reject"),
    ],
)  # fmt: skip
def test_refused_in_one_line(args: tuple[str, ...], told: str) -> None:
    done = correct(*args)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert told in done.stderr
    assert run("correct", "list").exit_code == 3


def test_who_says_so_must_be_known(monkeypatch: pytest.MonkeyPatch) -> None:
    done = run("correct", "1:e-shell", "reject")
    assert (done.exit_code, "DATELINE_PERSON" in done.stderr) == (2, True)
    monkeypatch.setenv("DATELINE_PERSON", "Bea")
    assert run("correct", "1:e-shell", "reject").stdout.endswith('"shelled" -> (rejected)\n')
    assert "reject by Bea" in run("correct", "list").stdout


def test_events_are_found() -> None:
    done = run(
        "db",
        "events",
        "--country",
        "yemen",
        "--type",
        "assault",
        "--until",
        "2019-05-01",
        "--words",
        '"ship number"',
    )
    assert done.exit_code == 0
    assert done.stdout == (
        "2019-04-05  e-shelling  report 2  ASSAULT (heavy-weapons), actual  Rebels > dockers  Aden YEM\n"
        "    Rebels shelled the harbour of Aden on Friday and killed at least 12 dockers, the mayor said.\n"
    )
    (row,) = csv.DictReader(
        io.StringIO(
            run("db", "events", "--actor", "egypt", "--since", "2019-06-01", "--csv").stdout
        )
    )
    assert (row["event_id"], row["report"], row["actors"], row["corrected"]) == (
        "e-promise",
        "2",
        "Egypt",
        "",
    )
    first = json.loads(run("db", "events", "--place", "aden", "--limit", "1", "--json").stdout)
    assert first["recipients"][0]["name"] == "dockers"
    assert run("db", "events", "--actor", "nobody").exit_code == 3


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--type", "WAR"), "these are: ACCUSE"),
        (("--status", "true"), "these are: actual"),
        (("--country", "Narnia"), "is no country"),
        (("--since", "Friday"), "--since 'Friday' is no day"),
        (("--since", "2020-01-02", "--until", "2020-01-01"), "is after"),
        (("--json", "--csv"), "contradict"),
    ],
)
def test_what_cannot_be_asked(args: tuple[str, ...], told: str) -> None:
    done = run("db", "events", *args)
    assert (done.exit_code, told in done.stderr) == (2, True)


def test_a_corrected_event_is_marked() -> None:
    correct("1:e-shell", "replace", "--set", "type=THREATEN")
    assert "e-shelling*  report 1  THREATEN" in run("db", "events", "--type", "THREATEN").stdout
