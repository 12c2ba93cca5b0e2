"""``dateline situation``, on a store with records made by hand."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from situations.made import actor, days, event, place, record

from dateline import cli
from dateline.store.store import Store

TODAY = datetime.now(UTC).date()
#: Different places, so that none is taken for another.
TOWNS = [f"{a}{b}{c}arqix" for a in "BDFGKLMN" for b in "aeiou" for c in "lrstvz"]


def shelling(number: int, ago: int) -> dict[str, object]:
    """A report of one attack, so many days ago."""
    day = (TODAY - timedelta(days=ago)).isoformat()
    said = f"Rebel forces shelled the town of {TOWNS[number]}."
    text = f"{said} It was shell {number}."
    who = actor(text, "Rebel forces", wikidata="Q7")
    where = place(text, TOWNS[number], geonameid=number, lat=number / 4)
    made = event(f"e-{number}", text, said, "shelled", actors=[who], place=where, date=days(day))
    return record(number, text, TODAY.isoformat(), events=[made], places=[made["place"]])


@pytest.fixture(autouse=True)
def path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The address of a store with three attacks."""
    made = str(tmp_path / "store.sqlite")
    monkeypatch.setenv("DATELINE_DATABASE_URL", made)
    with Store(made) as store:
        list(store.add_records([shelling(n, n) for n in range(3)]))
    return made


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, ["situation", *arguments])


@pytest.mark.model
def test_a_country_by_any_of_its_names() -> None:
    given = {
        "YEM": "YEM",
        "yem": "YEM",
        "Yemen": "YEM",
        "yemeni": "YEM",
        "turkey": "TUR",
        "us": "USA",
    }
    for number, (name, code) in enumerate(given.items()):
        found = json.loads(run("add", f"no {number}", "--country", name, "--json").stdout)
        assert found["countries"] == [code]
    assert "it is a town: give it with --place" in run("add", "x", "--country", "Sanaa").stderr
    found = run("add", "x", "--country", "Atlantis")
    assert (found.exit_code, found.stderr) == (
        2, "dateline: 'Atlantis' is no country: give its name in English or its code, as YEM\n",
    )  # fmt: skip


def test_from_the_question_to_nothing_new() -> None:
    made = run("add", "Mocha", "--words", "shelled", "--type", "assault", "--since", "2020-01-01")
    assert (made.exit_code, made.stderr) == (0, "")
    first, last = TODAY - timedelta(days=2), TODAY
    assert made.stdout == (
        f"Mocha: ASSAULT; since 2020-01-01; words: shelled\n3 incidents in 3 reports, {first} to {last}\n"
    )
    assert (
        run("list").stdout
        == "Mocha\n  ASSAULT; since 2020-01-01; words: shelled\n  last look: never\n"
    )
    peeked = run("new", "mocha", "--peek")
    assert peeked.exit_code == 0
    assert peeked.stdout.startswith("Mocha: 3 new incidents so far: this is the first look\n")
    assert (
        f"\u201cRebel forces shelled the town of {TOWNS[1]}.\u201d: Press 1, {TODAY}, https://press-1.example/"
        in peeked.stdout
    )
    assert run("new", "mocha").stdout == peeked.stdout
    again = run("new", "mocha")
    assert again.exit_code == 3
    assert again.stdout.startswith("Mocha: 0 new incidents since ")
    assert run("new", "mocha", "--since", TODAY.isoformat()).exit_code == 0
    assert "last look: never" not in run("list").stdout


def test_only_what_came_since_the_last_look_is_new(path: str) -> None:
    run("add", "Mocha", "--words", "shelled")
    run("new", "Mocha")
    with Store(path) as store:
        store.add_record(shelling(9, 1))
    found = run("new", "Mocha", "--json")
    row = json.loads(found.stdout)
    assert found.exit_code == 0
    assert [e["event"] for i in row["incidents"] for e in i["events"]] == ["e-9"]
    assert row["new"]["incidents"] == [row["incidents"][0]["id"]]


def test_show_counts() -> None:
    run("add", "Mocha", "--words", "shelled")
    text = run("show", "Mocha").stdout
    assert "3 incidents in 3 outlets, 3 reports" in text
    assert "      3 attacks\n" in text
    assert text.endswith("the whole page: dateline brief Mocha\n")
    row = json.loads(run("show", "Mocha", "--json").stdout)
    assert row["types"] == {"ASSAULT": 3}
    assert row["counts"]["reports"] == 3
    assert "last look: never" in run("list").stdout


def test_an_actor_goes_with_its_wikidata_id() -> None:
    assert run("add", "a", "--actor", "rebel forces").stdout.startswith(
        "a: by or to rebel forces, Q7\n"
    )
    assert run("add", "b", "--actor", "q7").stdout.startswith("b: by or to Q7\n")


@pytest.mark.model
def test_a_name_that_the_store_does_not_know() -> None:
    found = run("add", "a", "--actor", "rebel")
    assert found.exit_code == 0
    assert found.stderr == (
        "note: no record in the store has the actor 'rebel'; the store has 'Rebel forces': give one with --actor\n"
    )
    assert found.stdout.endswith("nothing in the store fits yet\n")
    found = run("add", "b", "--place", TOWNS[2][1:], "--place", "Nowhereabouts")
    assert found.stderr == (
        "note: no record in the store has the place 'asarqix'; the store has 'Basarqix': give one with --place\n"
        "note: no record in the store has the place 'Nowhereabouts' yet; the question is kept and will find it\n"
    )


@pytest.mark.model
def test_a_place_goes_with_its_name_in_the_gazetteer(path: str) -> None:
    found = run("add", "a", "--place", "hodeidah", "--country", "yem")
    assert (found.stderr, found.stdout.splitlines()[0]) == (
        "",
        "a: in or of YEM; at hodeidah, Al \u1e28udaydah",
    )
    text = "Rebels shelled Old Basar."
    where = place(text, "Old Basar", name="Basar-el-Kadim")
    with Store(path) as store:
        store.add_record(record(77, text, places=[where]))
    assert run("add", "b", "--place", "Old Basar").stdout.startswith(
        "b: at Old Basar, Basar-el-Kadim\n"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("add", "x", "--type", "BOMB"), "'BOMB' is no type of act: give one of ACCUSE, AGREE,"),
        (("add", "x", "--since", "friday"), "'friday' is no day: give it as YYYY-MM-DD"),
        (("add", "x", "--since", "2026-02-02", "--until", "2026-02-01"), "no day lies between"),
        (("add", "x", "--words", "-port"), "'-port' has no word to look for"),
        (("add", " "), "is no name for a situation"),
        (("show", "x"), "there is no situation 'x': dateline situation add makes one"),
        (("new", "x", "--since", "1"), "--since '1' is no day: give it as YYYY-MM-DD"),
        (("remove", "x"), "there is no situation 'x'"),
        (("alert", "x"), "there is no situation 'x'"),
    ],
    ids=range(9),
)
def test_what_cannot_be_used_is_told_in_one_line(arguments: tuple[str, ...], told: str) -> None:
    found = run(*arguments)
    assert found.exit_code == 2
    assert told in found.stderr
    assert found.stderr.count("\n") == 1


def test_no_store(tmp_path: Path) -> None:
    found = run("list", "--db", str(tmp_path / "none"))
    assert found.exit_code == 1
    assert "there is no store at" in found.stderr


def test_none_is_saved() -> None:
    found = run("list")
    assert (found.exit_code, found.stdout) == (3, "")
    assert found.stderr == "no situation is saved: dateline situation add\n"
    assert run("alert").exit_code == 0


def test_twice_the_same_name() -> None:
    run("add", "Mocha", "--words", "shelled")
    found = run("add", "MOCHA", "--words", "harbour")
    assert found.exit_code == 2
    assert "there is a situation 'Mocha' already" in found.stderr
    assert run("remove", "mocha").stdout == "removed Mocha: words: shelled\n"


def test_alerts_are_for_cron(path: str) -> None:
    run("add", "Mocha", "--words", "shelled")
    found = run("alert")
    assert (found.exit_code, found.stdout) == (
        0,
        "Mocha: 3 days are too few to know what is usual\n",
    )
    with Store(path) as store:
        list(store.add_records([shelling(100 + n, n) for n in range(3, 40)]))
    found = run("alert")
    assert (found.exit_code, found.stdout) == (0, f"Mocha: nothing unusual (acts up to {TODAY})\n")
    assert run("alert", "-q").stdout == ""
    with Store(path) as store:
        list(store.add_records([shelling(200 + n, 0) for n in range(9)]))
    run("add", "Empty", "--words", "nowhere")
    found = run("alert", "-q")
    assert (found.exit_code, found.stdout) == (
        3, f"Mocha: {TODAY}: 10 acts of conflict where 1 is usual\n",
    )  # fmt: skip
    run("add", "Old", "--words", "shelled", "--until", (TODAY - timedelta(days=9)).isoformat())
    assert (
        run("alert", "old").stdout
        == f"Old: no act in the last 7 days; the last is of {TODAY - timedelta(days=9)}\n"
    )
    run("remove", "old")
    assert run("alert", "empty").stdout == "Empty: no act with a day to count\n"
    rows = [json.loads(line) for line in run("alert", "--json").stdout.splitlines()]
    assert [(r["situation"], r["alert"] is not None) for r in rows] == [
        ("Empty", False),
        ("Mocha", True),
    ]
