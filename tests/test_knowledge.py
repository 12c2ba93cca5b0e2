"""The knowledge files agree with each other: ontology, modes, scores, contexts, lexicon."""

import csv
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

KNOWLEDGE = Path(__file__).resolve().parent.parent / "knowledge"
ONTOLOGY = KNOWLEDGE / "ontology"
ENGLISH = KNOWLEDGE / "lexicon" / "en"
ENTRY_MINIMUM = 900


def load(path: Path) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 (both are safe)


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


SCORES: dict[str, dict[str, Any]] = load(ONTOLOGY / "scores.yml")
MODES = [(row["type"], row["mode"]) for row in table(ONTOLOGY / "modes.tsv")]
CAMEO = {row["code"]: row for row in table(ONTOLOGY / "cameo.tsv")}
CONTEXTS = [row["id"] for row in load(ONTOLOGY / "contexts.yml")]
SECTORS = [row["id"] for row in load(ONTOLOGY / "sectors.yml")]
TYPES = {path.stem.upper(): load(path) for path in sorted((ONTOLOGY / "events").glob("*.yml"))}
LEXICON = {path.stem: load(path) for path in sorted((ENGLISH / "events").glob("*.yml"))}
ENTRIES = [(name, entry) for name, entries in LEXICON.items() for entry in entries]
NO_COUNTRY = {"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC", "KOS"}

each_type = pytest.mark.parametrize("name", sorted(SCORES))


def same(values: list[Any]) -> list[Any]:
    return [value for value, count in Counter(values).items() if count > 1]


def test_every_type_has_its_file_and_no_other_is_there() -> None:
    assert sorted(TYPES) == sorted(SCORES)
    assert len(SCORES) == 16


@each_type
def test_type_agrees_with_the_tables(name: str) -> None:
    event = TYPES[name]
    assert event["id"] == name
    assert event["label"] == name.lower()
    assert event["quad"] == SCORES[name]["quad"]
    assert event["score"] == SCORES[name]["score"]
    assert [(name, mode["id"]) for mode in event["modes"]] == [m for m in MODES if m[0] == name]
    assert set(SCORES[name].get("modes", {})) == {mode["id"] for mode in event["modes"]}


@each_type
def test_mode_definitions_are_those_of_the_table(name: str) -> None:
    told = {(r["type"], r["mode"]): r["definition"] for r in table(ONTOLOGY / "modes.tsv")}
    for mode in TYPES[name]["modes"]:
        assert mode["definition"] == told[name, mode["id"]]


@each_type
def test_type_is_told_in_full(name: str) -> None:
    event = TYPES[name]
    assert len(event["definition"].split()) > 10
    assert {"actor", "recipient", "recipient_required"} <= set(event["roles"])
    assert event["in"]
    assert event["contexts"]
    assert event["sources"]
    assert len(event["examples"]) >= 3
    assert len(event["near_misses"]) >= 2
    for out in event["out"]:
        assert out["type"] in {*SCORES, None} - {name}
    for pair in event["confusions"]:
        assert pair["with"] in set(SCORES) - {name}
        assert {pair["then"], pair["else"]} == {pair["with"], name}


@each_type
def test_examples_use_words_of_the_ontology(name: str) -> None:
    modes = {mode["id"] for mode in TYPES[name]["modes"]}
    for example in TYPES[name]["examples"]:
        assert set(example.get("modes", [])) <= modes, example["id"]
        assert set(example.get("contexts", [])) <= set(CONTEXTS), example["id"]
        for code in [*example["actors"], *example["recipients"]]:
            country, _, sector = code.rpartition("/")
            assert re.fullmatch("[A-Z]{3}", country or sector), example["id"]
            assert not country or sector in SECTORS, example["id"]
    for miss in TYPES[name]["near_misses"]:
        assert miss["type"] in {*SCORES, None} - {name}, miss["id"]
        assert miss["why"], miss["id"]


def test_example_ids_and_sentences_are_unique() -> None:
    rows = [e for event in TYPES.values() for e in [*event["examples"], *event["near_misses"]]]
    assert not same([row["id"] for row in rows])
    assert not same([row["text"] for row in rows])


def test_contexts_and_sectors_are_complete() -> None:
    assert len(CONTEXTS) == len(set(CONTEXTS)) == 37
    assert len(SECTORS) == len(set(SECTORS)) == 25
    assert set(load(ENGLISH / "contexts.yml")) <= set(CONTEXTS)


def test_cameo_rows_name_known_things() -> None:
    for code, row in CAMEO.items():
        assert row["root"] == code[:2], code
        assert len(code) == 2 or code[:-1] in CAMEO, code
        assert row["quad_gdelt"] in {"1", "2", "3", "4"}, code
        assert row["plover_type"] in {*SCORES, ""}, code
        assert not row["plover_mode"] or (row["plover_type"], row["plover_mode"]) in MODES, code
        assert set(filter(None, row["plover_contexts"].split(","))) <= set(CONTEXTS), code


def test_operators_give_known_types_codes_and_modes() -> None:
    for operator, tables in load(ONTOLOGY / "compose.yml").items():
        assert set(tables) <= {"by_mode", "by_cameo", "by_type"}, operator
        assert set(tables.get("by_type", {})) <= set(SCORES), operator
        for outer in [*tables.get("by_mode", {}).values(), *tables.get("by_type", {}).values()]:
            assert outer["type"] in SCORES, (operator, outer)
            assert outer["cameo"] in {*CAMEO, "same"}, (operator, outer)
            for mode in outer.get("modes", []):
                assert (outer["type"], mode) in MODES, (operator, outer)
        for inner, outer in tables.get("by_cameo", {}).items():
            assert {inner, outer} <= set(CAMEO), (operator, inner, outer)


def test_lexicon_is_large_and_covers_every_type() -> None:
    assert {entry.get("type", name.upper()) for name, entry in ENTRIES} == set(SCORES)
    assert len(ENTRIES) >= ENTRY_MINIMUM
    assert not same([entry["id"] for _, entry in ENTRIES])


@pytest.mark.parametrize("name", sorted(LEXICON))
def test_lexicon_entries_are_well_formed(name: str) -> None:
    for entry in LEXICON[name]:
        kind = entry.get("type", name.upper())
        assert re.fullmatch(r"[a-z]+(?:\.[\w-]+)+\.[vn](\.\d+)?", entry["id"]), entry["id"]
        assert kind in SCORES, entry["id"]
        assert ("verb" in entry) != ("noun" in entry), entry["id"]
        assert entry["example"].strip(), entry["id"]
        assert entry.get("cameo", "01") in CAMEO, entry["id"]
        for mode in entry.get("modes", []):
            assert (kind, mode) in MODES, entry["id"]


def test_every_data_file_has_a_line_on_its_origin() -> None:
    told = (KNOWLEDGE / "SOURCES.md").read_text(encoding="utf-8")
    files = [p for p in sorted(KNOWLEDGE.rglob("*")) if p.suffix in {".tsv", ".yml", ".sha256"}]
    told_folders = re.findall(r"`([\w/.-]+)/\*", told)
    missing = [
        name
        for name in (path.relative_to(KNOWLEDGE).as_posix() for path in files)
        if f"`{name}`" not in told and name.rpartition("/")[0] not in told_folders
    ]
    assert not missing
