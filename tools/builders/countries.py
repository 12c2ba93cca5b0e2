"""knowledge/places/countries.yml -> _data/countries.json: every form of a country's name."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import yaml

Entry = dict[str, Any]
#: form -> [alpha3, kind, sector, own code, weak, former, part, area]
Forms = dict[str, list[Any]]

#: Adjectives with these endings take a plural in -s.
PLURAL = ("n", "i", "r", "k", "t", "o")


def build(knowledge: Path, out: Path) -> str:
    """Compile the countries.

    Raises:
        ValueError: two countries claim the same strong form.
    """
    source = yaml.safe_load((knowledge / "places" / "countries.yml").read_text(encoding="utf-8"))
    forms: Forms = {}
    for entry in source["countries"] + source["territories"] + source["disputed"]:
        for form, row in _rows(entry):
            _add(forms, form, row)
    countries = {e["code"]: _country(e) for e in source["countries"] + source["territories"]}
    data = {
        "countries": countries,
        "forms": dict(sorted(forms.items())),
        "words": sorted(source["words"]),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    (out / "countries.json").write_text(text + "\n", encoding="utf-8")
    return f"{len(countries)} countries and territories, {len(forms)} forms"


def _country(entry: Entry) -> list[Any]:
    capital = entry.get("capital") or entry.get("weak_capital") or None
    lat, lon = entry["at"]
    demonym = entry.get("adjective") or entry.get("weak_adjective") or None
    return [entry["name"], demonym, lat, lon, capital, entry.get("state", entry["code"])]


def _rows(entry: Entry) -> list[tuple[str, list[Any]]]:
    """Every form of one entry, best kind first."""
    alpha3 = entry.get("state") or entry["code"]
    own = entry.get("code")
    place_sector = entry.get("sector") or (None if own else "PRE")
    area = entry["name"] if place_sector == "PRE" else None
    found: list[tuple[str, list[Any]]] = []

    def put(form: str, kind: str, flags: str = "", sector: str | None = place_sector) -> None:
        if form:
            weak, former, part = "w" in flags, "f" in flags, "p" in flags
            found.append((form, [alpha3, kind, sector, own, weak, former, part, area]))

    put(entry["name"], "weak" if entry.get("weak_name") else "name")
    for key, kind, flags in (
        ("also", "name", ""),
        ("regions", "name", "p"),
        ("people", "demonym", ""),
        ("former", "name", "f"),
        ("former_people", "demonym", "f"),
        ("weak", "weak", "w"),
        ("parts", "demonym", "p"),
        ("capitals", "capital", ""),
    ):
        for form in entry.get(key, ()):
            put(form, kind, flags)
    for key, flags in (("adjective", ""), ("weak_adjective", "w")):
        for form in _with_plural(entry.get(key) or ""):
            put(form, "demonym", flags)
    put(entry.get("capital", ""), "capital")
    put(entry.get("weak_capital", ""), "capital", "w")
    for key, flags in (("seats", ""), ("weak_seats", "w")):
        for item in entry.get(key, ()):
            name, _, sector = item.partition("=")
            put(name, "seat", flags, sector or "GOV")
    return found


def _with_plural(adjective: str) -> list[str]:
    if adjective.endswith(PLURAL) and not adjective.endswith(("sh", "ch")):
        return [adjective, adjective + "s"]
    return [adjective]


def _add(forms: Forms, form: str, row: list[Any]) -> None:
    row = list(row)
    if row[1] == "weak":
        row[4] = True
    for spelling in {form.replace("\u2019", "'"): None, _plain(form): None}:
        known = forms.setdefault(spelling, row)
        if known[0] != row[0]:
            msg = f"countries.yml: {spelling!r} stands under {known[0]} and {row[0]}"
            raise ValueError(msg)


def _plain(form: str) -> str:
    """The form without accents, as wire copy writes it."""
    split = unicodedata.normalize("NFKD", form.replace("\u2019", "'"))
    return "".join(c for c in split if not unicodedata.combining(c))
