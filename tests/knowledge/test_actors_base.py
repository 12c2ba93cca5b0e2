"""The actor base: names, terms, agent nouns; and what the builder refuses."""

import json
from pathlib import Path

import pytest

from dateline.knowledge.actors import ActorBase, Term, pieces, words
from dateline.knowledge.countries import Countries
from dateline.knowledge.files import load_json

HEADER = (
    "id\tname\taliases\tcountry\tsectors\tkind\tvalid_from\tvalid_to\trole\torg\twikidata\tsource\n"
)
ISO_NOT = {"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"}


@pytest.fixture(scope="module")
def base() -> ActorBase:
    return ActorBase.load()


def test_there_are_many_entries_and_all_countries_exist(base: ActorBase) -> None:
    known = {c.alpha3 for c in base.countries} | ISO_NOT
    assert len(base.entries) >= 2_000
    assert {t.country for e in base.entries.values() for t in e.terms} <= known


def test_every_led_body_is_an_entry(base: ActorBase) -> None:
    led = {t.org for e in base.entries.values() for t in e.terms if t.org}
    assert led
    assert [name for name in sorted(led) if not base.named(name)] == []


def test_terms_are_in_order(base: ActorBase) -> None:
    backwards = [
        e.id
        for e in base.entries.values()
        for t in e.terms
        if t.valid_from and t.valid_to and t.valid_from[:4] > t.valid_to[:4]
    ]
    assert backwards == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("U.N.", ("un",)),
        ("al-Qaeda", ("al", "qaeda")),
        ("People's Army", ("people", "army")),
        ("Öcalan", ("ocalan",)),
        ("", ()),
    ],
)
def test_keys(text: str, key: tuple[str, ...]) -> None:
    assert pieces(text) == key


@pytest.mark.parametrize(
    ("date", "inside"),
    [("1999-06-01", True), ("2003-12-31", True), ("2004-01-01", False), ("1998-12-31", False)],
)
def test_a_term_covers_its_years(date: str, inside: bool) -> None:
    assert Term("LBY", ("GOV",), "1999", "2003", ("president",), "").covers(date) is inside


def test_the_same_person_in_two_offices_is_one_entry(base: ActorBase) -> None:
    (entry,) = base.named("Dmitry Medvedev")
    assert {r for t in entry.terms for r in t.roles} >= {"president", "prime minister"}


def test_acronyms_need_capitals(base: ActorBase) -> None:
    assert base.longest(["who"], [True], 0) is not None
    assert base.longest(["who"], [False], 0) is None


def test_the_longest_name_wins(base: ActorBase) -> None:
    found = base.longest(["un", "security", "council"], [True, False, False], 0)
    assert found is not None
    assert found[0] == 3


@pytest.mark.parametrize(
    ("before", "head", "size", "noun"),
    [
        ((), "militias", 1, "militia"),
        (("french", "foreign"), "minister", 2, "foreign minister"),
        (("vice",), "president", 2, "vice president"),
        (("riot",), "police", 2, "riot police"),
        (("the",), "people", 1, "person"),
    ],
)
def test_agent_nouns(
    base: ActorBase, before: tuple[str, ...], head: str, size: int, noun: str
) -> None:
    found = base.noun(before, head)
    assert found is not None
    assert (found[0], found[1].noun) == (size, noun)


@pytest.mark.parametrize("word", ["crisis", "plan", "situation", "talk", "attack", ""])
def test_other_nouns_are_no_agents(base: ActorBase, word: str) -> None:
    assert base.noun((), word) is None


def test_nouns_that_count_only_with_a_capital(base: ActorBase) -> None:
    assert base.noun((), "house", capital=True)[1].kind == "organisation"  # type: ignore[index]
    assert base.noun((), "house", capital=False)[1].kind == "thing"  # type: ignore[index]


def test_lists_of_words() -> None:
    assert "say" in words("saying")
    with pytest.raises(KeyError):
        words("no such list")


def _small(tmp_path: Path, rows: str, *, agents: str = "general\tperson\tMIL\t\ttitle\t\n") -> Path:
    folder = tmp_path / "knowledge" / "actors"
    folder.mkdir(parents=True)
    (folder / "people.tsv").write_text(HEADER + rows, encoding="utf-8")
    (folder / "agents.tsv").write_text(agents, encoding="utf-8")
    for name in ("modifiers.tsv", "given_names.tsv"):
        (folder / name).write_text("", encoding="utf-8")
    (folder / "words.yml").write_text("saying: say tell\n", encoding="utf-8")
    return tmp_path / "knowledge"


def _build(tmp_path: Path, knowledge: Path) -> dict[str, object]:
    from builders import actors

    actors.build(knowledge, tmp_path)
    return json.loads((tmp_path / "actors.json").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def _tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).resolve().parents[2] / "tools"))


def test_rows_of_one_person_become_terms(tmp_path: Path) -> None:
    rows = (
        "ada\tAda Moore\tMoore\tGBR\tGOV\tperson\t2001\t2004\tmayor\t\t\town\n"
        "ada\tAda Moore\t\tGBR\tLEG\tperson\t2005\t\tsenator\t\t\town\n"
    )
    data = _build(tmp_path, _small(tmp_path, rows))
    base = ActorBase(data, Countries([], {}))
    (entry,) = base.named("moore")
    assert [t.sectors for t in entry.terms] == [("GOV",), ("LEG",)]
    assert entry.term("2006-01-01").sectors == ("LEG",)  # type: ignore[union-attr]
    assert entry.term("2004-06-01").sectors == ("GOV",)  # type: ignore[union-attr]
    assert entry.term("1999-06-01") is None
    assert not entry.over("2030-01-01")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("ada\tAda Moore\tMoore\n", r"people\.tsv:2: 3 columns"),
        (
            "ada\tAda Moore\t\tGBR\tXXX\tperson\t\t\t\t\t\town\n",
            r"people\.tsv:2: unknown sector 'XXX'",
        ),
        (
            "ada\tAda Moore\t\tGBR\tGOV\thuman\t\t\t\t\t\town\n",
            r"people\.tsv:2: unknown kind 'human'",
        ),
        (
            "ada\tAda Moore\t\tGBR\tGOV\tperson\t\t\t\t\t\town\nada\tAda More\t\tGBR\tGOV\tperson\t\t\t\t\t\town\n",
            r"people\.tsv:3: id 'ada' has two names",
        ),
    ],
)
def test_wrong_rows_are_refused_with_file_and_line(tmp_path: Path, row: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        _build(tmp_path, _small(tmp_path, row))


@pytest.mark.parametrize(
    ("row", "forms"),
    [
        ("baker\tperson\tLAB\t\t\t\n", {"baker", "bakers"}),
        ("deputy\tperson\tGOV\t\t\t\n", {"deputy", "deputies"}),
        ("fireman\tperson\tSOC\t\tm\t\n", {"fireman", "firemen"}),
        ("thief\tperson\tCRM\tthieves\t\t\n", {"thief", "thieves"}),
        ("troops\tgroup\tMIL\t=\t\t\n", {"troops"}),
        ("police\torganisation\tCOP\t-\t\t\n", {"police"}),
        ("vice-president\tperson\tGOV\t\t\t\n", {"vice president", "vice presidents"}),
    ],
)
def test_plurals(tmp_path: Path, row: str, forms: set[str]) -> None:
    data = _build(tmp_path, _small(tmp_path, "", agents=row))
    assert {a[0] for a in data["agents"]} == forms  # type: ignore[attr-defined]


def test_the_compiled_file_is_what_the_tables_say(tmp_path: Path) -> None:
    data = _build(tmp_path, Path(__file__).resolve().parents[2] / "knowledge")
    assert data == load_json("actors.json")


def test_derived_rows_lend_their_names_to_one_country_each(base: ActorBase) -> None:
    derived = [e for e in base.entries.values() if e.id.startswith("f-")]
    assert len(derived) > 1500
    for entry in derived:
        for form in (entry.name, *entry.aliases):
            lands = {t.country for other in base.named(form) for t in other.terms}
            assert lands == {entry.terms[0].country}, form


def test_derived_leaders_have_a_day(base: ActorBase) -> None:
    (briceno,) = base.named("John Briceno")
    assert briceno.terms[0] == Term(
        *("BLZ", ("GOV",), "2020-11-12", "", ("prime minister", "leader"), ""),
        source="The World Factbook, January 2026",
    )
