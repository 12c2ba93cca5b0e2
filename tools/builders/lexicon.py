"""The lexicon, the operators, the ontology's tables: checked and compiled to one JSON file."""

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
ENTRY_KEYS = {
    "id", "verb", "noun", "object", "object_not", "subject", "subject_not", "prep", "prep_not",
    "type", "modes", "cameo",
    "actor", "recipient", "of", "light", "example", "not", "under", "place", "note", "iobj", "agentless", "purpose",
    "carried", "omission",
}  # fmt: skip


def build(knowledge: Path, out: Path) -> str:
    """Write lexicon.json; raises ValueError with every fault found."""
    english = knowledge / "lexicon" / "en"
    verbs = {
        k: v["verbs"] if isinstance(v, dict) else v for k, v in _yaml(english / "verbs.yml").items()
    }
    nouns = _noun_classes(_yaml(english / "nouns.yml"))
    cameo = _cameo(knowledge / "ontology" / "cameo.tsv")
    modes = _modes(knowledge / "ontology" / "modes.tsv")
    faults: list[str] = []
    entries: list[dict[str, Any]] = []
    for path in sorted(
        (english / "events").glob("*.yml"), key=lambda p: (p.stem == "general", p.stem)
    ):
        kind = path.stem.upper()
        entries.extend(_entry(raw, kind, verbs, faults) for raw in _yaml(path) or [])
    _check(entries, nouns, cameo, modes, faults)
    if faults:
        raise ValueError("\n  ".join(["lexicon:", *faults]))
    compiled = {
        "entries": entries,
        "nouns": nouns,
        "light": verbs.get("light", []),
        "operators": _yaml(english / "operators.yml"),
        "grammar": _yaml(english / "grammar.yml"),
        "compose": _yaml(knowledge / "ontology" / "compose.yml"),
        "scores": _yaml(knowledge / "ontology" / "scores.yml"),
        "cameo": cameo,
        "generic": _yaml(knowledge / "ontology" / "generic.yml"),
        "roles": _roles(knowledge / "ontology" / "cameo_roles.tsv"),
        "contexts": _yaml(english / "contexts.yml"),
        "instruments": {
            w: mode for mode, words in _yaml(english / "instruments.yml").items() for w in words
        },
    }
    body = json.dumps(compiled, ensure_ascii=False, sort_keys=True)
    compiled["version"] = hashlib.sha256(body.encode()).hexdigest()[:12]
    (out / "lexicon.json").write_text(json.dumps(compiled, ensure_ascii=False), encoding="utf-8")
    (out / "topics.json").write_text(
        json.dumps(_yaml(english / "topics.yml"), ensure_ascii=False), encoding="utf-8"
    )
    return f"{len(entries)} entries, {len(nouns)} classed nouns, version {compiled['version']}"


def _yaml(path: Path) -> Any:
    if not path.is_file():
        return {}
    try:
        text = path.read_text(encoding="utf-8")
        return yaml.load(text, Loader=LOADER) or {}  # noqa: S506  (a safe loader, in C)
    except yaml.YAMLError as cause:
        msg = f"{path.name}: {cause}"
        raise ValueError(msg) from cause


def _listed(value: Any) -> list[str]:
    return (
        []
        if value is None
        else [str(v) for v in value]
        if isinstance(value, list)
        else [str(value)]
    )


def _noun_classes(raw: dict[str, Any]) -> dict[str, list[str]]:
    """Noun (lower case, lemma) -> its classes."""
    found: dict[str, list[str]] = {}
    for name, body in sorted(raw.items()):
        for noun in body["nouns"] if isinstance(body, dict) else body:
            found.setdefault(_unhyphened(str(noun)), []).append(name)
    return found


def _cameo(path: Path) -> dict[str, dict[str, Any]]:
    with path.open(encoding="utf-8") as f:
        return {
            row["code"]: {
                "name": row["name"], "goldstein": float(row["goldstein"]) if row["goldstein"] else None,
                "type": row["plover_type"], "mode": row["plover_mode"],
                "contexts": [c for c in (row["plover_contexts"] or "").split(",") if c],
            }
            for row in csv.DictReader(f, delimiter="\t")
        }  # fmt: skip


def _roles(path: Path) -> dict[str, tuple[str | None, str | None]]:
    """CAMEO's three-letter groups: the country field and the sector they stand for."""
    lines = [s for s in path.read_text(encoding="utf-8").splitlines() if s and s[0] != "#"]
    rows = [line.split("\t") for line in lines[1:]]
    return {group: tuple(None if c == "-" else c for c in cells) for group, *cells in rows}


def _modes(path: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    with path.open(encoding="utf-8") as f:
        for row in csv.DictReader(f, delimiter="\t"):
            found.setdefault(row["type"], set()).add(row["mode"])
    return found


def _entry(
    raw: dict[str, Any], kind: str, verbs: dict[str, list[str]], faults: list[str]
) -> dict[str, Any]:
    here = str(raw.get("id", "?"))
    faults.extend(f"{here}: unknown key {k!r}" for k in sorted(set(raw) - ENTRY_KEYS))
    words = _listed(raw.get("verb") or raw.get("noun"))
    if not words:
        faults.append(f"{here}: neither verb nor noun")
    expanded = _expanded(here, words, verbs, faults)
    noun = "noun" in raw
    entry: dict[str, Any] = {
        "id": here, "pos": "n" if noun else "v", "words": sorted(set(expanded)), "type": raw.get("type", kind),
        "modes": _listed(raw.get("modes")), "cameo": str(raw["cameo"]) if raw.get("cameo") is not None else None,
        "actor": _listed(raw.get("actor", ["poss", "by", "light"] if noun else ["subject"])),
        "recipient": _listed(raw.get("recipient", ["on", "against", "with"] if noun else ["object"])),
        "example": raw.get("example"), "not": _listed(raw.get("not")),
    }  # fmt: skip
    for key in ("object", "object_not", "subject", "subject_not", "light", "iobj", "purpose"):
        if key in raw:
            entry[key] = _listed(raw[key])
    for key in ("prep", "prep_not"):
        if key in raw:
            entry[key] = {str(p): _listed(v) for p, v in raw[key].items()}
    for key in ("of", "under", "place", "agentless", "carried", "omission"):
        if key in raw:
            entry[key] = raw[key]
    return entry


def _expanded(
    here: str, words: list[str], verbs: dict[str, list[str]], faults: list[str]
) -> list[str]:
    """Words in lower case, verb classes spelled out."""
    found: list[str] = []
    for w in words:
        if w.startswith("$") and w[1:] not in verbs:
            faults.append(f"{here}: no verb class {w}")
        found.extend(verbs.get(w[1:], []) if w.startswith("$") else [_unhyphened(w)])
    return found


def _unhyphened(word: str) -> str:
    """Lower case, compounds apart, as the parser splits them ("anti-government rally" -> "anti government rally")."""
    return word.lower().replace("-", " ") if " " in word else word.lower()


def _check(entries: list[dict[str, Any]], nouns: dict[str, list[str]], cameo: dict[str, Any],
           modes: dict[str, set[str]], faults: list[str]) -> None:  # fmt: skip
    classes = {c for cs in nouns.values() for c in cs}
    seen: set[str] = set()
    for e in entries:
        if e["id"] in seen:
            faults.append(f"{e['id']}: id twice")
        seen.add(e["id"])
        if e["cameo"] and e["cameo"] not in cameo:
            faults.append(f"{e['id']}: no CAMEO code {e['cameo']}")
        faults.extend(
            f"{e['id']}: no mode {m} in {e['type']}"
            for m in e["modes"]
            if m not in modes.get(e["type"], set())
        )
        if not e["example"]:
            faults.append(f"{e['id']}: no example")
        slots = [
            v for k in ("object", "object_not", "subject", "subject_not") for v in e.get(k, [])
        ]
        slots += [v for k in ("prep", "prep_not") for vs in e.get(k, {}).values() for v in vs]
        faults.extend(
            f"{e['id']}: no noun class {v}"
            for v in slots
            if v.startswith("$") and v[1:] not in classes
        )
